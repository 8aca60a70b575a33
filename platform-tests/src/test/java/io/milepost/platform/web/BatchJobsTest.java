package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.job.Job;
import io.milepost.platform.job.Job.Status;
import io.milepost.platform.job.JobProperties;
import io.milepost.platform.job.JobStore;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.node.ObjectNode;

class BatchJobsTest {
    private static final CommandRoute OFFER =
            CommandRoute.of(List.of(ParcelMessages.CATALOGUE)).getFirst();
    private static final JobProperties LIMITS =
            new JobProperties(1_000, DataSize.ofMegabytes(1), 2, 1, 2, Duration.ofDays(7), Duration.ofSeconds(60));
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Caller ANN = caller("ann", null);
    private static final UUID KEY = UUID.randomUUID();

    private static Databases databases;

    private final Blocking blocking = new Blocking(new VitalThreads(), 1, Duration.ZERO);
    private final ConcurrentLinkedQueue<String> tried = new ConcurrentLinkedQueue<>();
    private JobStore store;

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
        store = new JobStore(databases.fresh());
    }

    @AfterEach
    void close() {
        blocking.close();
    }

    @Test
    @DisplayName("api.md 15: a job goes through all items, notes each in its order and tells it after")
    void goes_through_all_items() {
        var jobs = jobs(NOW, BatchJobsTest::done);

        var started = jobs.start(ANN, KEY, body("a"), asked(250));

        assertThat(started.again()).isFalse();
        var job = ended(started.job());
        assertThat(job.status()).isEqualTo(Status.DONE);
        assertThat(job.tally()).isEqualTo(new Job.Tally(250, 0, 0));
        assertThat(job.finishedAt()).isEqualTo(NOW);
        assertThat(store.results(job)).hasSize(250);
        assertThat(store.results(job).get(249)).contains("\"index\":249").contains("\"status\":200");
    }

    @Test
    @DisplayName("the same batch with the same key is the same job, and another batch with that key is refused")
    void is_there_once() {
        var jobs = jobs(NOW, BatchJobsTest::done);
        var first = jobs.start(ANN, KEY, body("a"), asked(3));
        ended(first.job());

        var again = jobs.start(ANN, KEY, body("a"), asked(3));

        assertThat(again.again()).isTrue();
        assertThat(again.job().run()).isEqualTo(first.job().run());
        assertThat(tried).hasSize(3);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> jobs.start(ANN, KEY, body("b"), asked(3)))
                .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo("IDEMPOTENCY_KEY_REUSED"));
        for (var other : List.of(caller("bob", null), caller("ann", "KAP"))) {
            assertThat(ended(jobs.start(other, KEY, body("b"), asked(1)).job()).id())
                    .as("a key belongs to its caller")
                    .isNotEqualTo(first.job().id());
        }
    }

    @Test
    @DisplayName(
            "what has no outcome stays open with what follows of its entity, and the same batch again does the rest")
    void what_is_open_is_done_by_the_same_again() {
        var away = new boolean[] {true};
        var jobs = jobs(NOW, sent -> {
            if (away[0] && sent.requestId().equals("r5")) {
                throw new EventLogUnavailableException("away for a moment");
            }
            return done(sent);
        });
        var one = UUID.randomUUID();
        var readings = IntStream.range(0, 150)
                .mapToObj(i -> asked(i == 5 || i == 120 ? one : UUID.randomUUID(), "r" + i))
                .toList();

        var job = ended(jobs.start(ANN, KEY, body("a"), readings).job());

        assertThat(job.tally()).isEqualTo(new Job.Tally(148, 0, 2));
        assertThat(tried).doesNotContain("r120").contains("r121");
        assertThat(job.mayGoOn()).isTrue();
        away[0] = false;
        var again = jobs.start(ANN, KEY, body("a"), readings);
        assertThat(again.again()).isFalse();
        assertThat(ended(again.job()).tally()).isEqualTo(new Job.Tally(150, 0, 0));
        assertThat(store.results(again.job())).hasSize(150);
    }

    @Test
    @DisplayName("what is refused is told by its code and place, and nothing of what was sent is kept")
    void keeps_no_words() {
        var jobs = jobs(NOW, sent -> {
            throw new ProblemException(
                    Problem.at("/items/0/body/name", ProblemCode.TOO_LONG, "Ann Canary is too long."));
        });

        var job = ended(jobs.start(ANN, KEY, body("Ann Canary"), asked(1)).job());

        assertThat(job.tally()).isEqualTo(new Job.Tally(0, 1, 0));
        assertThat(store.results(job))
                .singleElement()
                .asString()
                .contains("TOO_LONG", "/items/0/body/name")
                .doesNotContain("Canary");
        assertThat(store.find(job.id()).orElseThrow().toString()).doesNotContain("Canary");
    }

    @Test
    @DisplayName("a job that is cancelled does no more, and goes on when it is sent again")
    void is_cancelled() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var jobs = jobs(NOW, sent -> {
            begun.countDown();
            waitFor(goOn);
            return done(sent);
        });
        var job = jobs.start(ANN, KEY, body("a"), asked(500)).job();
        begun.await();
        store.end(job, Status.CANCELLED, NOW);
        goOn.countDown();

        await().until(jobs::isIdle);
        assertThat(store.find(job.id()).orElseThrow().status()).isEqualTo(Status.CANCELLED);
        assertThat(tried.size()).isLessThanOrEqualTo(101);
        var again = jobs.start(ANN, KEY, body("a"), asked(500));
        assertThat(again.again()).isFalse();
        assertThat(ended(again.job()).tally().accepted()).isEqualTo(500);
    }

    @Test
    @DisplayName("a job whose service stops is interrupted at once and told so")
    void stops_with_its_service() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var jobs = jobs(NOW, sent -> {
            begun.countDown();
            waitFor(goOn);
            return done(sent);
        });
        var job = jobs.start(ANN, KEY, body("a"), asked(300)).job();
        begun.await();

        jobs.close();
        goOn.countDown();

        assertThat(ended(job).status()).isEqualTo(Status.INTERRUPTED);
        assertThatExceptionOfType(ProblemException.class)
                .as("who ends begins nothing more")
                .isThrownBy(() -> jobs.start(ANN, UUID.randomUUID(), body("a"), asked(3)));
        assertThat(ended(job).tally().accepted()).isEqualTo(100);
    }

    @Test
    @DisplayName("one sender has one job at a time, an instance a few, and what is over bound comes later")
    void has_bounds() throws Exception {
        var begun = new CountDownLatch(2);
        var goOn = new CountDownLatch(1);
        var jobs = jobs(NOW, sent -> {
            begun.countDown();
            waitFor(goOn);
            return done(sent);
        });
        var ann = jobs.start(ANN, KEY, body("a"), asked(1)).job();
        var bob = jobs.start(caller("bob", null), KEY, body("a"), asked(1)).job();
        begun.await();

        for (var sender : List.of(ANN, caller("cem", null))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> jobs.start(sender, UUID.randomUUID(), body("a"), asked(1)))
                    .satisfies(
                            refused -> assertThat(refused.problem().retryable()).isTrue());
        }
        goOn.countDown();
        List.of(ann, bob).forEach(this::ended);
        ended(jobs.start(caller("cem", null), KEY, body("a"), asked(1)).job());
    }

    @Test
    @DisplayName("of one sender a few are kept, and none for longer than is said")
    void are_forgotten() {
        var jobs = jobs(NOW, BatchJobsTest::done);
        var first =
                ended(jobs.start(ANN, UUID.randomUUID(), body("a"), asked(1)).job());
        var later = jobs(NOW.plusSeconds(1), BatchJobsTest::done);
        var second =
                ended(later.start(ANN, UUID.randomUUID(), body("b"), asked(1)).job());
        var last = jobs(NOW.plusSeconds(2), BatchJobsTest::done);
        var third =
                ended(last.start(ANN, UUID.randomUUID(), body("c"), asked(1)).job());

        assertThat(store.of("ann")).extracting(Job::id).containsExactly(third.id(), second.id());
        assertThat(store.results(first)).isEmpty();
        assertThat(store.results(second)).hasSize(1);
        store.forget(third.expiresAt().plusMillis(1));
        assertThat(store.of("ann")).isEmpty();
        assertThat(store.results(third)).isEmpty();
    }

    private Job ended(Job job) {
        await().until(() -> store.find(job.id()).orElseThrow().status() != Status.RUNNING);
        return store.find(job.id()).orElseThrow();
    }

    private BatchJobs jobs(Instant now, Function<CommandRequest, CommandAnswer> desk) {
        var work = new BatchWork(
                sent -> {
                    tried.add(sent.requestId());
                    return desk.apply(sent);
                },
                blocking,
                4);
        return new BatchJobs(
                store, work, blocking, Clock.fixed(now, ZoneOffset.UTC), LIMITS, new SimpleMeterRegistry());
    }

    private static Caller caller(String subject, @Nullable String member) {
        return new Caller(subject, "app_user", Set.of(Role.SALES_REP), null, member, Sight.ALL);
    }

    private static ObjectNode body(String said) {
        return Json.mapper().createObjectNode().put("said", said);
    }

    private static List<BatchWork.Reading> asked(int items) {
        return IntStream.range(0, items)
                .mapToObj(i -> asked(UUID.randomUUID(), "r" + i))
                .toList();
    }

    private static BatchWork.Reading asked(UUID id, String request) {
        return new BatchWork.Reading.Asked(new CommandRequest(
                OFFER, id, Json.mapper().createObjectNode(), "", ANN, request, null, null, false, Map.of()));
    }

    private static CommandAnswer done(CommandRequest sent) {
        return new CommandAnswer.Done(sent.route(), 200, sent.id(), 1, List.of(), false);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
