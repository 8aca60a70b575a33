package io.milepost.platform.testkit.archfixture.broken.other.domain;

/** A state of another aggregate. */
public record OtherState(String name) {}
