package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.web.FailingDatabase.Fault;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that is told to stop in the midst of its work. */
class ShutdownTest {

    private static final int CALLERS = 24;

    @ParameterizedTest
    @ValueSource(strings = {"20s", "50ms"})
    @DisplayName(
            "what was answered when the service stopped is what the log holds, also when it was not given the time")
    void every_answer_is_what_the_log_holds(String patience) {
        var answers = new ConcurrentHashMap<String, Integer>();
        var cut = new AtomicInteger();
        try (var database = new FailingDatabase()) {
            var service = ParcelService.on(database.uri(), "--spring.lifecycle.timeout-per-shutdown-phase=" + patience);
            database.fail(Fault.SLOW);
            var stopped = new CountDownLatch(1);
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLERS; i++) {
                    var rep = service.as(Role.SALES_REP);
                    callers.execute(() -> call(rep, answers, cut, stopped));
                }
                await().until(() -> answers.size() > 3 * CALLERS);
                service.close();
                stopped.countDown();
            }
            database.fail(Fault.NONE);

            var stored = stored(database);
            assertThat(Set.copyOf(answers.values())).isSubsetOf(201, 503);
            assertThat(answers)
                    .allSatisfy((key, status) -> assertThat(stored.contains(key))
                            .as("%s was answered %d", key, status)
                            .isEqualTo(status == 201));
            assertThat(answers.values()).as("it was at work").contains(201);
            assertThat(cut).as("and was asked until it was gone").hasPositiveValue();
        }
    }

    /** Posts one parcel after the other until nobody answers any more. */
    private static void call(Client client, Map<String, Integer> answers, AtomicInteger cut, CountDownLatch stopped) {
        while (stopped.getCount() > 0) {
            var key = Client.newKey();
            try {
                answers.put(
                        key,
                        client.post("/v1/parcels", Parcels.posted(), "Idempotency-Key", key)
                                .status());
            } catch (UncheckedIOException noAnswer) {
                cut.incrementAndGet();
                return;
            }
        }
    }

    private static Set<String> stored(FailingDatabase database) {
        try (var client = MongoClients.create(database.uri());
                var log = EventLog.open(client.getDatabase("parcel"), Clock.systemUTC(), new SimpleMeterRegistry())) {
            assertThat(log.verify(0).fault()).isNull();
            return log.read(0, 100_000).join().stream()
                    .map(commit ->
                            commit.requestId().substring(commit.requestId().lastIndexOf(':') + 1))
                    .collect(Collectors.toSet());
        }
    }
}
