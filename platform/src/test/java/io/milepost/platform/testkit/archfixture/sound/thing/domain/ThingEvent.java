package io.milepost.platform.testkit.archfixture.sound.thing.domain;

/** What happened. */
public sealed interface ThingEvent {
    /** It was made. */
    record ThingMade(String name) implements ThingEvent {}
}
