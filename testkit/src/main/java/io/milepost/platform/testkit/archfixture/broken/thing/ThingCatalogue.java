package io.milepost.platform.testkit.archfixture.broken.thing;

/** Marks its package as that of an aggregate; it alone may know the platform. */
public final class ThingCatalogue {
    private ThingCatalogue() {}
}
