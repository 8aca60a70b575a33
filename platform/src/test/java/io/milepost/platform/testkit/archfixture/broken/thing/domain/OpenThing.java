package io.milepost.platform.testkit.archfixture.broken.thing.domain;

interface OpenThing {
    String name();
}
