package io.milepost.platform.testkit.archfixture.broken.thing;

/** Facts that are no plain values. */
public sealed interface ThingEvent {
    /** Says twice that it is an event. */
    record ThingMadeEvent(Object anything) implements ThingEvent {}
}
