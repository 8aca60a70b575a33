package io.milepost.platform.testkit.archfixture.sound.thing;

/** What may be asked. */
public sealed interface ThingCommand {
    /** Makes it. */
    record MakeThing(String name) implements ThingCommand {}
}
