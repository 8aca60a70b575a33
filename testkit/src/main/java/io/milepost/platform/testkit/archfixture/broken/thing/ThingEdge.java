package io.milepost.platform.testkit.archfixture.broken.thing;

import io.milepost.platform.testkit.archfixture.broken.read.ThingBoard;

/** An aggregate that knows a read model. */
public record ThingEdge(ThingBoard board) {}
