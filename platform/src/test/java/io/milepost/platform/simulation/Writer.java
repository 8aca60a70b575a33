package io.milepost.platform.simulation;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.SimulatedLog;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An instance of the service that owns the log: it opens the log, lives until it dies, and is started again. */
final class Writer {

    static final String EVENTS = "event_log";

    /** Without a registry in it, it measures nothing. */
    private static final MeterRegistry METERS = new CompositeMeterRegistry();

    private final Schedule schedule;
    private final Weather weather;
    private final MemoryStore store;
    private final String name;
    private final long skewMillis;
    private final int recentCommits;
    private @Nullable Life life;

    /** One life of it, from when its log is open. */
    record Life(Process process, EventLog log) {}

    Writer(Schedule schedule, Weather weather, MemoryStore store, String name) {
        this.schedule = schedule;
        this.weather = weather;
        this.store = store;
        this.name = name;
        var random = schedule.random();
        skewMillis = random.nextInt(-5_000, 5_000);
        recentCommits = random.nextInt(1, 5);
        schedule.actor(name, this::live).start();
    }

    /** The life that it lives just now. */
    Optional<Life> life() {
        return Optional.ofNullable(life).filter(one -> !one.process().isDead());
    }

    /** Waits for it to be up, a while. */
    Optional<Life> awaitUp() {
        schedule.await(() -> life().isPresent(), TimeUnit.SECONDS.toNanos(1));
        return life();
    }

    private void live() {
        for (int lives = 1; ; lives++) {
            var process = new Process(schedule, weather, name + "." + lives);
            try {
                MongoCollection<Document> events = MemoryCollection.of(store, EVENTS, process);
                life = new Life(
                        process, SimulatedLog.open(process, events, recentCommits, schedule.clock(skewMillis), METERS));
                schedule.tell(() -> process.name() + " is up at " + life.log().head());
                schedule.await(process::isDead, Long.MAX_VALUE);
            } catch (MemoryStore.Silent unreachable) {
                process.die();
            } catch (Schedule.Died died) {
                if (!process.isDead()) {
                    throw died;
                }
            }
            schedule.tell(() -> process.name() + " is dead");
            schedule.pause(3_000);
        }
    }
}
