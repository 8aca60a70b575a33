package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.NOW;
import static io.milepost.platform.axon.ParcelService.accept;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.command.Request.Timing;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.StoredEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTimeTest {

    private static Databases databases;

    @TempDir
    private Path folder;

    private ParcelService parcels;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void open() {
        parcels = new ParcelService(databases, folder);
    }

    @AfterEach
    void close() {
        parcels.close();
    }

    @Test
    void a_stated_time_is_held_against_the_clock_and_the_last_one() {
        assertThat(parcels.at("r1", accept(), NOW.minus(Duration.ofDays(9)), Timing.PRESENT))
                .isInstanceOf(Outcome.TimeNotAllowed.class);
        assertThat(parcels.at("r2", accept(), NOW.plusSeconds(60), Timing.BACKDATED))
                .isInstanceOf(Outcome.TimeNotAllowed.class);
        assertThat(parcels.at("r3", accept(), NOW.minus(Duration.ofDays(9)), Timing.BACKDATED))
                .isInstanceOf(Committed.class);
        assertThat(parcels.at("r4", new Parcel.MoveParcel("Riga"), NOW.minus(Duration.ofDays(10)), Timing.BACKDATED))
                .isEqualTo(new Outcome.TooEarly(parcels.id));
        assertThat(parcels.at("r5", new Parcel.MoveParcel("Riga"), NOW.minus(Duration.ofDays(10)), Timing.FOLLOWING))
                .isInstanceOf(Committed.class);
        assertThat(parcels.at("r6", new Parcel.MoveParcel("Oslo"), NOW.minus(Duration.ofDays(5)), Timing.FOLLOWING))
                .isInstanceOf(Committed.class);

        assertThat(parcels.history())
                .extracting(StoredEvent::effectiveAt)
                .containsExactly(
                        NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(5)));
    }

    @Test
    void the_past_is_a_prefix_by_what_was_true_and_by_what_was_known() {
        parcels.at("r1", accept(), NOW.minus(Duration.ofDays(9)), Timing.BACKDATED);
        parcels.clock.now = NOW.plusSeconds(100);
        parcels.at("r2", new Parcel.MoveParcel("Riga"), NOW.minus(Duration.ofDays(3)), Timing.BACKDATED);

        assertThat(parcels.load(new AsOf.Effective(NOW.minus(Duration.ofDays(4))))
                        .position())
                .isEqualTo(1);
        assertThat(parcels.load(new AsOf.Effective(NOW.minus(Duration.ofDays(3))))
                        .position())
                .isEqualTo(2);
        assertThat(parcels.load(new AsOf.Effective(NOW.minus(Duration.ofDays(10))))
                        .exists())
                .isFalse();
        assertThat(parcels.load(new AsOf.Recorded(NOW.plusSeconds(99))).position())
                .isEqualTo(1);
        assertThat(parcels.load(new AsOf.Recorded(NOW.plusSeconds(100))).position())
                .isEqualTo(2);
    }
}
