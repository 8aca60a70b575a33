package io.milepost.delivery.inbound.delivery;

import io.milepost.delivery.kernel.LessonKind;

/** {@code closure.lesson-recorded} and {@code sales-closure.lesson-recorded}: what was learned. The closure is the event's subject. */
public record LessonRecorded(LessonKind experience, String text) {}
