package io.milepost.platform.testkit.archfixture.sound.kernel;

import java.util.UUID;

/** How aggregates point at a thing. */
public record ThingId(UUID value) {}
