package io.milepost.platform.testkit.archfixture.broken.ring.one;

import io.milepost.platform.testkit.archfixture.broken.ring.two.Second;

/** Half of a cycle. */
public record First(Second second) {}
