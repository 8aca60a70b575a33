package io.milepost.reporting.read.mart.closures;

import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Laws;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosuresLawsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName("every report on closures and their items equals a count by hand and adds up")
    void laws_hold(long seed) {
        var random = new Random(seed);
        var histories = new Histories("delivery", random);
        var stories = new ClosureStories(histories, random);
        for (int closure = 0; closure < 40; closure++) {
            stories.tell(new UUID(seed, closure));
        }
        var log = histories.log();
        try (var database = Postgres.database()) {
            var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2027, 1, 1));
            fed.take(log, random);
            var laws = new Laws(fed, log, random, LocalDate.of(2025, 11, 20), 150);
            for (String report : List.of("closures", "closings", "closing-items")) {
                laws.hold(report, 12);
            }
        }
    }
}
