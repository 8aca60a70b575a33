package io.milepost.platform.testkit.archfixture.broken.read;

import io.milepost.platform.testkit.archfixture.broken.thing.ThingCommand;

/** A read model that knows commands. */
public record ThingBoard(ThingCommand command) {}
