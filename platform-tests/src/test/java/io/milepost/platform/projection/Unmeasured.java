package io.milepost.platform.projection;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.observe.Visibility;
import java.time.Clock;

/** For lists of which a test does not look at how soon they show what is committed. */
final class Unmeasured {
    private Unmeasured() {}

    static Visibility visibility() {
        return new Visibility("lists", "parcel", new SimpleMeterRegistry(), Clock.systemUTC());
    }
}
