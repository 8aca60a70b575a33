package io.milepost.platform.simulation;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.SimulatedLog;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An instance of the service that owns the log: it opens the log, lives until it dies, and is started again. */
final class Writer {

    static final String EVENTS = "event_log";

    /** Without a registry in it, it measures nothing. */
    static final MeterRegistry METERS = new CompositeMeterRegistry();

    private final Schedule schedule;
    private final Weather weather;
    private final MemoryStore store;
    private final String name;
    private final boolean awaiting;
    private final Consumer<Life> onceUp;
    private final long skewMillis;
    private final int recentCommits;
    private @Nullable Life life;

    /** One life of it, from when its log is open. */
    record Life(Instance instance, EventLog log, Clock clock) {}

    /**
     * Begins to live.
     *
     * @param awaiting whether its log answers appends before it gives their futures
     * @param onceUp what else begins to run with each life
     */
    Writer(
            Schedule schedule,
            Weather weather,
            MemoryStore store,
            String name,
            boolean awaiting,
            Consumer<Life> onceUp) {
        this.schedule = schedule;
        this.weather = weather;
        this.store = store;
        this.name = name;
        this.awaiting = awaiting;
        this.onceUp = onceUp;
        var random = schedule.random();
        skewMillis = random.nextInt(-1_000, 1_000);
        recentCommits = random.nextInt(1, 5);
        schedule.actor(name, this::live).start();
    }

    /** The life that it lives just now. */
    Optional<Life> life() {
        return Optional.ofNullable(life).filter(one -> !one.instance().isDead());
    }

    /** Whether nothing is on its way into the log. */
    boolean isIdle() {
        return life().filter(one -> one.instance().isIdle()).isPresent();
    }

    /** Waits for it to be up, a while. */
    Optional<Life> awaitUp() {
        schedule.await(() -> life().isPresent(), TimeUnit.SECONDS.toNanos(1));
        return life();
    }

    private EventLog opened(Instance instance, MongoCollection<Document> events, Clock clock) {
        return awaiting
                ? SimulatedLog.awaiting(instance, events, recentCommits, clock, METERS)
                : SimulatedLog.open(instance, events, recentCommits, clock, METERS);
    }

    private void live() {
        for (int lives = 1; ; lives++) {
            var instance = new Instance(schedule, weather, name + "." + lives);
            try {
                MongoCollection<Document> events = MemoryCollection.of(store, EVENTS, instance);
                var clock = schedule.clock(skewMillis);
                var begun = new Life(instance, opened(instance, events, clock), clock);
                life = begun;
                onceUp.accept(begun);
                schedule.tell(() -> instance.name() + " is up at " + begun.log().head());
                schedule.await(instance::isDead, Long.MAX_VALUE);
            } catch (MemoryStore.Silent unreachable) {
                instance.die();
            } catch (Schedule.Died died) {
                if (!instance.isDead()) {
                    throw died;
                }
            }
            schedule.tell(() -> instance.name() + " is dead");
            schedule.pause(3_000);
        }
    }
}
