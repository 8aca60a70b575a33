package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.testkit.LogAudit;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two writers in processes of their own on one log, killed in turns. More kills with {@code -Dkills=20}. */
class WriterKillIT {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int COMMITS_BETWEEN = 150;

    @Test
    @DisplayName("I1, I3, I6, I13, I14 hold when writers are killed at any time and others take over")
    void killed_writers_leave_no_gap_and_lose_nothing_that_was_acknowledged() {
        try (var databases = new Databases()) {
            var database = databases.fresh();
            var tellings = new Tellings();
            var name = database.getName();
            var staying = WriterProcess.start(databases.uri(), name, "w0", tellings);
            try {
                for (int kill = 1; kill <= KILLS; kill++) {
                    var other = WriterProcess.start(databases.uri(), name, "w" + kill, tellings);
                    try {
                        grown(tellings, "w" + kill);
                    } finally {
                        staying.close();
                        staying = other;
                    }
                }
            } finally {
                staying.close();
            }
            try (var log = Engine.SOUND.open(database)) {
                assertThat(tellings.unanswered().size()).isLessThan(COMMITS_BETWEEN);
                tellings.unanswered()
                        .forEach(append -> assertThat(LogClient.ask(log, append, tellings, 1))
                                .isTrue());
                assertThat(log.verify(0).fault()).isNull();
            }
            var log = StoredLog.read(database);
            assertThat(LogAudit.violations(log, tellings.all())).isEmpty();
            assertThat(LogAudit.strangers(log, tellings.all())).isEmpty();
            assertThat(log.stream().map(StoredCommit::writer).distinct()).hasSizeGreaterThan(KILLS);
        }
    }

    private static void grown(Tellings tellings, String writer) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> tellings.all().stream()
                                .filter(told -> told.requestId().startsWith(writer + "-"))
                                .count()
                        >= COMMITS_BETWEEN);
    }
}
