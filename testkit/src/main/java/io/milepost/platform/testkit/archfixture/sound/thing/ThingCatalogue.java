package io.milepost.platform.testkit.archfixture.sound.thing;

/** Marks its package as that of an aggregate; it alone may know the platform. */
public final class ThingCatalogue {
    private ThingCatalogue() {}
}
