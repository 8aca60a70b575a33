package io.milepost.platform.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.job.Job;
import io.milepost.platform.job.Job.Status;
import io.milepost.platform.job.Job.Tally;
import io.milepost.platform.job.JobProperties;
import io.milepost.platform.job.JobStore;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.BatchWork.Reading;
import io.milepost.platform.web.BatchWork.Result;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Batches that are worked on after they were answered (ADR 0137). What was sent is held in memory alone, so a job ends with its
 * instance; sent again under the same key it is done from the first item on, and what had been done before is told again.
 */
final class BatchJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchJobs.class);

    /** After so many items it is noted how far a job is, and whether somebody has cancelled it. */
    private static final int AT_ONCE = 100;

    private final JobStore store;
    private final BatchWork work;
    private final Blocking blocking;
    private final Clock clock;
    private final JobProperties limits;
    private final Semaphore running;
    private final Map<Status, Counter> ended = new EnumMap<>(Status.class);
    private volatile boolean stopping;

    BatchJobs(
            JobStore store,
            BatchWork work,
            Blocking blocking,
            Clock clock,
            JobProperties limits,
            MeterRegistry meters) {
        this.store = store;
        this.work = work;
        this.blocking = blocking;
        this.clock = clock;
        this.limits = limits;
        this.running = new Semaphore(limits.running());
        Gauge.builder("milepost.jobs.running", running, turns -> limits.running() - turns.availablePermits())
                .description("Batches that this instance works on after it has answered them")
                .register(meters);
        for (var status : EnumSet.complementOf(EnumSet.of(Status.RUNNING))) {
            ended.put(
                    status,
                    Counter.builder("milepost.jobs.ended")
                            .tag("status", status.name().toLowerCase(Locale.ROOT))
                            .description(
                                    "Such batches that came to their end here, were cancelled, or were cut off by a fault or a stop")
                            .register(meters));
        }
    }

    JobProperties limits() {
        return limits;
    }

    /** @param again whether it was there already, so that nothing was begun */
    record Started(Job job, boolean again) {}

    /** Begins to work on the items, or tells of the job that does or did. */
    Started start(Caller caller, UUID key, ObjectNode body, List<Reading> readings) {
        var now = clock.instant();
        store.forget(now);
        var owner = ownerOf(caller);
        var id = UUID.nameUUIDFromBytes("job/%s/%s".formatted(owner, key).getBytes(StandardCharsets.UTF_8));
        var hash = HexFormat.of().formatHex(RequestHash.of("Batch", null, caller.member(), body));
        var before = store.find(id).map(job -> job.at(now, limits.silence()));
        if (before.isPresent() && !before.get().hash().equals(hash)) {
            throw new ProblemException(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED, "This key already stands for another batch; use a new one.");
        }
        if (before.isPresent() && !before.get().mayGoOn()) {
            return new Started(before.get(), true);
        }
        var job = new Job(
                id,
                owner,
                hash,
                UUID.randomUUID(),
                Status.RUNNING,
                readings.size(),
                Tally.NOTHING,
                now,
                now,
                null,
                now.plus(limits.keep()));
        takeTurn(owner);
        boolean begun = false;
        try {
            begun = before.isPresent() ? store.beginAgain(job, before.get().run()) : store.begin(job);
            if (!begun) {
                return new Started(store.find(id).orElse(job), true);
            }
            store.forgetAllBut(owner, limits.kept());
            var _ = blocking.fork(() -> {
                work(job, readings);
                return job;
            });
            return new Started(job, false);
        } finally {
            if (!begun) {
                running.release();
            }
        }
    }

    /** Whether nothing is worked on. */
    boolean isIdle() {
        return running.availablePermits() == limits.running();
    }

    private void takeTurn(String owner) {
        long own = store.of(owner).stream()
                .map(job -> job.at(clock.instant(), limits.silence()))
                .filter(job -> job.status() == Status.RUNNING)
                .count();
        if (stopping || own >= limits.each() || !running.tryAcquire()) {
            throw new ProblemException(
                    ProblemCode.TOO_BUSY, "Other batches are worked on; send the same request again later.");
        }
    }

    /** Of whoever sent it, by the token and by whom it acts for. */
    static String ownerOf(Caller caller) {
        return caller.member() == null ? caller.subject() : caller.subject() + "/" + caller.member();
    }

    private void work(Job job, List<Reading> readings) {
        var status = Status.INTERRUPTED;
        try {
            status = proceed(job, readings);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.warn("Job {} is interrupted", job.id(), fault);
        } finally {
            Objects.requireNonNull(ended.get(status)).increment();
            // Before it is told that it is over: whoever hears that may send the next one.
            running.release();
        }
        try {
            store.end(job, status, clock.instant());
        } catch (RuntimeException fault) {
            LOG.warn("How job {} ended is not noted; it will count as interrupted", job.id(), fault);
        }
    }

    private Status proceed(Job job, List<Reading> readings) throws InterruptedException {
        var tally = Tally.NOTHING;
        var open = new HashMap<UUID, Problem>();
        for (int first = 0; first < readings.size(); first += AT_ONCE) {
            if (stopping) {
                return Status.INTERRUPTED;
            }
            var part = readings.subList(first, Math.min(first + AT_ONCE, readings.size())).stream()
                    .map(reading -> unlessOpen(reading, open))
                    .toList();
            var results = work.inOrderPerEntity(part);
            var lines = new ArrayList<String>();
            for (int i = 0; i < results.size(); i++) {
                lines.add(line(first + i, results.get(i)).toString());
                tally = tally.plus(tallied(results.get(i), open));
            }
            if (!store.proceed(job, tally, first, lines, clock.instant())) {
                return Status.CANCELLED;
            }
        }
        return Status.DONE;
    }

    /** After one that has no outcome yet no later one of its entity is tried, as within one part. */
    private static Reading unlessOpen(Reading reading, Map<UUID, Problem> open) {
        var problem = reading instanceof Reading.Asked(var sent) && sent.id() != null ? open.get(sent.id()) : null;
        return problem == null ? reading : new Reading.Unreadable(problem);
    }

    private static Tally tallied(Result result, Map<UUID, Problem> open) {
        return switch (result.answer()) {
            case CommandAnswer.Done _ -> new Tally(1, 0, 0);
            case CommandAnswer.Failed(var problem, var _)
            when problem.retryable() -> {
                if (result.id() != null) {
                    open.put(result.id(), problem);
                }
                yield new Tally(0, 0, 1);
            }
            case CommandAnswer.Failed _ -> new Tally(0, 1, 0);
        };
    }

    /** Codes and places, and none of the words that were sent: what is kept says nothing of persons. */
    private static ObjectNode line(int index, Result result) {
        var line = Json.mapper().createObjectNode().put("index", index);
        return switch (result.answer()) {
            case CommandAnswer.Done done -> {
                line.put("status", done.status())
                        .put("id", done.id().toString())
                        .put("position", done.position());
                yield done.replayed() ? line.put("replayed", true) : line;
            }
            case CommandAnswer.Failed(var problem, var replayed) -> {
                line.put("status", problem.status());
                if (result.id() != null) {
                    line.put("id", result.id().toString());
                }
                if (replayed) {
                    line.put("replayed", true);
                }
                var told = line.putObject("problem")
                        .put("code", problem.code())
                        .put("title", problem.title())
                        .put("retryable", problem.retryable());
                var errors = told.putArray("errors");
                problem.errors()
                        .forEach(error -> errors.addObject()
                                .put("pointer", error.pointer())
                                .put("code", error.code()));
                yield line;
            }
        };
    }

    /** What is being worked on comes to an end after its present items. */
    @Override
    public void close() {
        stopping = true;
    }
}
