package io.milepost.platform.eventlog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the log tells of its appends. */
final class AppendMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final Timer stored;
    private final Timer duplicate;
    private final Timer conflict;
    private final Timer failed;
    private final Counter lost;
    private final Counter retries;
    private final Counter refusedCommits;
    private final Counter unansweredReads;
    private final DistributionSummary groups;
    private final MeterRegistry meters;
    private List<Gauge> gauges = List.of();

    /** How the log stands, too, for as long as it is open. */
    void watch(EventLog log, Flusher flusher) {
        gauges = List.of(
                Gauge.builder("milepost.eventlog.head", log, EventLog::head)
                        .description("Position of the last event known to be stored")
                        .register(meters),
                Gauge.builder(
                                "milepost.eventlog.stalled.seconds",
                                log,
                                one -> one.stalledFor().toMillis() / 1e3)
                        .description(
                                "For how long it has not been known whether the last group is stored; 0 while it is")
                        .register(meters),
                Gauge.builder("milepost.eventlog.queued", flusher, Flusher::queued)
                        .description("Commits that wait for the group before them to be stored")
                        .baseUnit("commits")
                        .register(meters));
    }

    AppendMeters(MeterRegistry meters) {
        this.meters = meters;
        stored = timer(meters, "stored");
        duplicate = timer(meters, "duplicate");
        conflict = timer(meters, "conflict");
        failed = timer(meters, "failed");
        lost = Counter.builder("milepost.eventlog.contention")
                .description("Groups that met another writer's commit and were placed again")
                .register(meters);
        retries = Counter.builder("milepost.eventlog.retries")
                .description(
                        "Attempts to learn what became of a group whose write was not answered, or to write it again")
                .register(meters);
        refusedCommits = unavailable(meters, "commit");
        unansweredReads = unavailable(meters, "read");
        groups = DistributionSummary.builder("milepost.eventlog.group")
                .description("Commits that were stored together, in one write of the database")
                .baseUnit("commits")
                .register(meters);
    }

    void close() {
        gauges.forEach(meters::remove);
    }

    void grouped(int commits) {
        groups.record(commits);
    }

    void answered(Append.Result result, long sinceNanos) {
        var timer = switch (result) {
            case Append.Result.Stored _ -> stored;
            case Append.Result.Duplicate _ -> duplicate;
            case Append.Result.Conflict _ -> conflict;
        };
        timer.record(System.nanoTime() - sinceNanos, TimeUnit.NANOSECONDS);
    }

    void failed(long sinceNanos) {
        failed.record(System.nanoTime() - sinceNanos, TimeUnit.NANOSECONDS);
    }

    void lostAPlace() {
        lost.increment();
    }

    void retried() {
        retries.increment();
    }

    void refusedCommit() {
        refusedCommits.increment();
    }

    void unansweredRead() {
        unansweredReads.increment();
    }

    private static Counter unavailable(MeterRegistry meters, String call) {
        return Counter.builder("milepost.eventlog.unavailable")
                .tag("call", call)
                .description(
                        "Reads of the log that failed for its database, and commits that were refused before they were queued")
                .register(meters);
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("milepost.eventlog.append")
                .description("From enqueueing a commit to its answer")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }
}
