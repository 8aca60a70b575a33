package io.milepost.delivery.kernel;

/** What the next project should know. */
public record Lesson(Experience experience, String text) {}
