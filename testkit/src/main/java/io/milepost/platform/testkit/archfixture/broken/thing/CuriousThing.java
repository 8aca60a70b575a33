package io.milepost.platform.testkit.archfixture.broken.thing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

final class CuriousThing {
    private CuriousThing() {}

    static Instant askedNow() {
        return Instant.now();
    }

    static LocalDate askedToday() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static UUID drewId() {
        return UUID.randomUUID();
    }

    static int drewNumber() {
        return new Random().nextInt();
    }

    static Supplier<Instant> askedLater() {
        return Instant::now;
    }

    static Instant wasTold(Clock clock) {
        return Instant.now(clock);
    }
}
