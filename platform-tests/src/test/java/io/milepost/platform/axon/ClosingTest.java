package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.accept;
import static io.milepost.platform.axon.ParcelService.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.command.EntityCache;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.eventlog.StoredCommit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log closes while commands are on their way; none waits for ever. */
@Timeout(120)
class ClosingTest {

    private static final int COMMANDS = 400;

    @TempDir
    private Path folder;

    @Test
    void what_is_queued_is_stored_or_refused_and_the_log_holds_what_was_answered() {
        try (var databases = new Databases()) {
            var events = databases.fresh();
            var keys = databases.fresh();
            var answers = new HashMap<String, CompletableFuture<Outcome>>();
            try (var parcels = new ParcelService(events, keys, folder, cache())) {
                for (int i = 0; i < COMMANDS; i++) {
                    answers.put("r" + i, parcels.commands.dispatch(request(UUID.randomUUID(), "r" + i, accept(), "r")));
                }
                CompletableFuture.anyOf(answers.values().toArray(CompletableFuture[]::new))
                        .join();
                parcels.log.close();
                for (int i = 0; i < 5; i++) {
                    answers.put(
                            "late" + i,
                            parcels.commands.dispatch(request(UUID.randomUUID(), "late" + i, accept(), "r")));
                }
                CompletableFuture.allOf(answers.values().toArray(CompletableFuture[]::new))
                        .handle((_, _) -> true)
                        .join();
            }
            try (var after = new ParcelService(events, keys, folder, cache())) {
                var stored = after.log.read(0, 10_000).join().stream()
                        .map(StoredCommit::requestId)
                        .collect(Collectors.toSet());
                assertThat(after.log.verify(0).fault()).isNull();
                assertThat(answers)
                        .allSatisfy((requestId, answer) ->
                                assertThat(stored.contains(requestId)).isEqualTo(committed(answer)));
                assertThat(answers.get("late0")).isCompletedExceptionally();
                assertThat(stored).isNotEmpty();
            }
        }
    }

    @Test
    void a_command_after_the_close_is_refused_and_no_fault_of_ours() {
        try (var databases = new Databases();
                var parcels = new ParcelService(databases, folder)) {
            parcels.commands.close();

            assertThatThrownBy(() -> parcels.dispatch("r1", accept()))
                    .hasCauseInstanceOf(EventLogUnavailableException.class);
            assertThat(parcels.log.head()).isZero();
        }
    }

    private static boolean committed(CompletableFuture<Outcome> answer) {
        try {
            return answer.join() instanceof Committed;
        } catch (CompletionException refused) {
            assertThat(refused).hasRootCauseInstanceOf(EventLogUnavailableException.class);
            return false;
        }
    }

    private static EntityCache cache() {
        return new EntityCache(100, new SimpleMeterRegistry());
    }
}
