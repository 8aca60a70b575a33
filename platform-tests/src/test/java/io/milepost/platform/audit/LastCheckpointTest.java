package io.milepost.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.milepost.platform.eventlog.Databases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The age of the last checkpoint")
class LastCheckpointTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final double DAY = Duration.ofDays(1).toSeconds();

    private static Databases databases;

    private MongoCollection<Document> notes;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void fresh() {
        notes = databases.fresh().getCollection("audit_notes");
    }

    private LastCheckpoint at(int day) {
        return new LastCheckpoint(notes, Clock.fixed(NOW.plus(Duration.ofDays(day)), ZoneOffset.UTC));
    }

    private double seen(int day) {
        var instance = at(day);
        instance.look();
        return instance.seconds();
    }

    @Test
    @DisplayName("is known to every instance, also to one that started later")
    void is_known_to_every_instance() {
        assertThat(seen(0)).isZero();
        at(3).note(NOW.plus(Duration.ofDays(3)));

        assertThat(seen(5)).isEqualTo(2 * DAY);
    }

    @Test
    @DisplayName("counts from the first look at a log of which nobody has taken one")
    void counts_from_the_first_look() {
        assertThat(seen(0)).isZero();

        assertThat(seen(8)).isEqualTo(8 * DAY);
    }

    @Test
    @DisplayName("is that of the latest one, whichever was noted last")
    void is_that_of_the_latest() {
        at(4).note(NOW.plus(Duration.ofDays(4)));
        at(4).note(NOW.plus(Duration.ofDays(2)));

        assertThat(seen(5)).isEqualTo(DAY);
    }
}
