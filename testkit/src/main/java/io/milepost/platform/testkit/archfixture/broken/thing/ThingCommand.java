package io.milepost.platform.testkit.archfixture.broken.thing;

/** A command that a read model has no business with. */
public sealed interface ThingCommand {
    /** Makes it. */
    record MakeThing(String name) implements ThingCommand {}
}
