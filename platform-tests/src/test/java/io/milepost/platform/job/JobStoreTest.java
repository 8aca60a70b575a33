package io.milepost.platform.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.job.Job.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration KEEP = Duration.ofDays(7);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    @Test
    @DisplayName(
            "one whose instance is gone says so after a while; of two that take it up one does, and the dead one notes"
                    + " nothing more")
    void is_taken_up_once() {
        try (var databases = new Databases()) {
            isTakenUpOnce(new JobStore(databases.fresh()));
        }
    }

    private static void isTakenUpOnce(JobStore store) {
        var dead = new Job(
                UUID.randomUUID(),
                "ann",
                "hash",
                UUID.randomUUID(),
                Status.RUNNING,
                3,
                Job.Tally.NOTHING,
                NOW,
                NOW,
                null,
                NOW.plus(KEEP));
        assertThat(store.begin(dead)).isTrue();
        assertThat(store.begin(dead)).isFalse();
        assertThat(dead.at(NOW.plusSeconds(60), SILENCE).status()).isEqualTo(Status.RUNNING);
        assertThat(dead.at(NOW.plusSeconds(61), SILENCE).status()).isEqualTo(Status.INTERRUPTED);

        var heir = new Job(
                dead.id(),
                "ann",
                "hash",
                UUID.randomUUID(),
                Status.RUNNING,
                3,
                Job.Tally.NOTHING,
                NOW,
                NOW,
                null,
                dead.expiresAt());
        assertThat(store.beginAgain(heir, dead.run())).isTrue();
        assertThat(store.beginAgain(heir, dead.run()))
                .as("of two that take it up one does")
                .isFalse();
        assertThat(store.proceed(dead, new Job.Tally(3, 0, 0), 0, List.of("{}"), NOW))
                .as("who was thought dead notes nothing more")
                .isFalse();
        assertThat(store.proceed(heir, new Job.Tally(1, 0, 0), 0, List.of("{}"), NOW))
                .isTrue();
    }
}
