package io.milepost.platform.command;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Ids of events, and of entities whose caller named none: UUID version 7, milliseconds first, the rest random. */
public final class TimeOrderedIds {

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        long time = clock.millis() << 16;
        long version = 0x7000L | random.nextInt(0x1000);
        long variant = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(time | version, variant);
    }
}
