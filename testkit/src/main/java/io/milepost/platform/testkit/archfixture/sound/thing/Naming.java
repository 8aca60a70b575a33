package io.milepost.platform.testkit.archfixture.sound.thing;

import io.milepost.platform.testkit.archfixture.sound.thing.ThingCommand.MakeThing;

final class Naming {
    private static final int SHORTEST = 2;

    private Naming() {}

    static boolean named(MakeThing make) {
        return make.name().length() >= SHORTEST;
    }
}
