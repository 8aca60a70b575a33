package io.milepost.platform.testkit.archfixture.sound.thing;

/** What happened. */
public sealed interface ThingEvent {
    /** It was made. */
    record ThingMade(String name) implements ThingEvent {}
}
