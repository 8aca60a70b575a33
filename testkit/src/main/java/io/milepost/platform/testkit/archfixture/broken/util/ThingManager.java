package io.milepost.platform.testkit.archfixture.broken.util;

/** A name and a package for anything. */
public record ThingManager(String thing) {}
