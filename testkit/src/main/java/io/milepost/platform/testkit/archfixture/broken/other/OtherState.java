package io.milepost.platform.testkit.archfixture.broken.other;

/** A state of another aggregate. */
public record OtherState(String name) {}
