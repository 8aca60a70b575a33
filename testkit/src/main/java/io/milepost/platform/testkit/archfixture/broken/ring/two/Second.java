package io.milepost.platform.testkit.archfixture.broken.ring.two;

import io.milepost.platform.testkit.archfixture.broken.ring.one.First;
import java.util.List;

/** The other half. */
public record Second(List<First> firsts) {}
