package io.milepost.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A server whose reads lag behind what it acknowledged, as a majority read may just after a change of primary. */
class StaleReadTest {

    @Test
    @DisplayName("I11: a sourcing read misses nothing up to its marker even when the server's read lags")
    void sourcing_misses_nothing_up_to_its_marker() {
        try (var databases = new Databases()) {
            var database = databases.fresh();
            var events = LogStore.events(database);
            var lagging = new AtomicBoolean();
            var empty = database.getCollection("nothing_yet");
            try (var log = EventLog.open(
                    lagging(events, empty, lagging),
                    LogStore.epoch(database),
                    Clock.systemUTC(),
                    new SimpleMeterRegistry())) {
                log.append(Appends.free("r1", "unit=7")).join();
                log.append(Appends.free("r2", "unit=8")).join();
                log.append(Appends.free("r3", "unit=7")).join();

                lagging.set(true);
                var sourced = log.source(List.of(Criterion.tagged("unit=7")), 0).join();

                assertThat(sourced.marker()).isEqualTo(3);
                assertThat(sourced.events()).extracting(StoredEvent::position).containsExactly(1L, 3L);
                assertThat(new LogReader(empty).matching(Criterion.tagged("unit=7"), 0))
                        .as("what the server alone would have given")
                        .isEmpty();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static MongoCollection<Document> lagging(
            MongoCollection<Document> now, MongoCollection<Document> before, AtomicBoolean lagging) {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                StaleReadTest.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("withReadConcern")) {
                        return lagging(now, before, lagging);
                    }
                    boolean read = method.getName().equals("find");
                    try {
                        return method.invoke(read && lagging.get() ? before : now, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
