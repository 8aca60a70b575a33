package io.milepost.platform.testkit.archfixture.broken.thing;

final class MutableThing {
    private int count;

    int next() {
        return ++count;
    }
}
