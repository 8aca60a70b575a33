package io.milepost.platform.testkit.archfixture.broken.thing;

interface OpenThing {
    String name();
}
