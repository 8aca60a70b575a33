package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.suite.fuzz.Answer;
import io.milepost.suite.fuzz.Api;
import io.milepost.suite.fuzz.Findings;
import io.milepost.suite.fuzz.Request;
import io.milepost.suite.fuzz.Requests;
import io.milepost.suite.fuzz.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every operation of the OpenAPI documents is asked for rightly and in every way in which that can go wrong. After the other classes,
 * for it leaves much behind.
 */
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FuzzIT {

    /** As many as fit into the budget when 0; {@code -Dfuzz.requests=25000} for the long form. */
    private static final long REQUESTS = Long.getLong("fuzz.requests", 2_000);

    private static final Duration BUDGET = Duration.ofSeconds(45);

    /** Other requests with another {@code -Dfuzz.seed}. */
    private static final long SEED = Long.getLong("fuzz.seed", 20261128);

    private static final int CALLERS = 6;

    private static RunningSuite suite;
    private static Client client;
    private static Requests requests;
    private static Map<Part, Long> logsBefore;

    private static final Findings FINDINGS = new Findings();
    private static final Set<String> ASKED = new ConcurrentSkipListSet<>();
    private static final Map<Integer, AtomicLong> STATUSES = new ConcurrentSkipListMap<>();
    private static final Map<String, Part> ACCEPTED = new ConcurrentHashMap<>();

    @BeforeAll
    static void everything_has_been_asked_for() throws Exception {
        suite = RunningSuite.shared();
        client = new Client(suite);
        logsBefore = LogFiles.sizes(suite);
        var contracts = Path.of(System.getProperty("milepost.root", "../..")).resolve("contracts");
        requests = new Requests(
                SEED,
                Part.SERVICES.stream().map(part -> Api.read(contracts, part)).toList(),
                client::tokenOf);
        long began = System.nanoTime();
        callers(began);
        System.out.printf(
                "fuzz: seed %d, %d requests in %d s, answers by status %s, %d entities%n",
                SEED,
                STATUSES.values().stream().mapToLong(AtomicLong::get).sum(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                STATUSES,
                ACCEPTED.size());
    }

    @AfterAll
    static void close() {
        client.close();
    }

    /** Each takes a round at a time, so that a round's requests come in their order. */
    private static void callers(long began) throws Exception {
        var round = new AtomicLong();
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("caller-", 0).factory())) {
            var callers = new ArrayList<Future<?>>();
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.add(threads.submit(() -> {
                    call(round, began);
                    return null;
                }));
            }
            for (var caller : callers) {
                caller.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError("a caller failed", failed.getCause());
        }
    }

    private static void call(AtomicLong round, long began) throws IOException {
        var wires = new EnumMap<Part, Wire>(Part.class);
        Part.SERVICES.forEach(part -> wires.put(part, new Wire(suite.uri(part))));
        try {
            while (true) {
                long first = round.getAndIncrement() * requests.roundSize();
                for (long number = first; number < first + requests.roundSize(); number++) {
                    if (isEnough(number, began)) {
                        return;
                    }
                    ask(requests.get(number), wires);
                }
            }
        } finally {
            for (var wire : wires.values()) {
                wire.close();
            }
        }
    }

    /** The first round is always whole. */
    private static boolean isEnough(long number, long began) {
        return REQUESTS > 0
                ? number >= REQUESTS
                : number >= requests.roundSize() && System.nanoTime() - began > BUDGET.toNanos();
    }

    private static void ask(Request request, Map<Part, Wire> wires) {
        ASKED.add(request.operation().toString());
        try {
            var answer = wires.get(request.operation().part()).send(request);
            STATUSES.computeIfAbsent(answer.status(), _ -> new AtomicLong()).incrementAndGet();
            answer.fault(request).ifPresent(fault -> FINDINGS.note(fault, request, answer));
            remember(request, answer);
        } catch (IOException none) {
            STATUSES.computeIfAbsent(0, _ -> new AtomicLong()).incrementAndGet();
            FINDINGS.note("no answer", request, none);
        }
    }

    private static void remember(Request request, Answer answer) {
        var stored = answer.json().path("events");
        if (answer.status() < 300 && request.operation().isCommand() && !stored.isEmpty()) {
            ACCEPTED.put(
                    request.operation().entity(answer.json().path("id").asString("")),
                    request.operation().part());
        }
    }

    @Test
    @Order(1)
    void every_answer_is_documented_and_none_is_a_fault_of_the_services() {
        assertThat(FINDINGS.kinds()).as("seed %d", SEED).isEmpty();
    }

    @Test
    @Order(1)
    void every_operation_was_asked_for_and_every_kind_of_answer_came() {
        assertThat(requests.operations())
                .allSatisfy(operation -> assertThat(ASKED).contains(operation.toString()));
        assertThat(STATUSES.keySet()).contains(200, 201, 400, 401, 403, 404, 409);
    }

    @Test
    @Order(2)
    void what_was_accepted_can_be_read() {
        assertThat(ACCEPTED).isNotEmpty();
        var faults = ACCEPTED.entrySet().parallelStream()
                .flatMap(entity -> Stream.of(entity.getKey(), entity.getKey() + "/history")
                        .map(path -> unread(entity.getValue(), path))
                        .flatMap(Optional::stream))
                .toList();
        assertThat(faults).isEmpty();
    }

    private static Optional<String> unread(Part part, String path) {
        var plural = path.substring("/v1/".length()).split("/", -1)[0];
        return switch (client.tryRead(part, Aftermath.readerOf(plural), path)) {
            case Client.Reply.Answered(int status, var _, var _) when status == 200 -> Optional.empty();
            case Client.Reply other -> Optional.of("%s%s was answered %s".formatted(part, path, other));
        };
    }

    @Test
    @Order(2)
    void no_line_of_a_log_is_longer_than_4096_characters() {
        assertThat(LogFiles.longLines(suite, logsBefore)).isEmpty();
    }

    @Test
    @Order(3)
    @DisplayName("lists, due dates and reports stand at the heads of the logs, and every part says that it is ready")
    void nothing_stands_still() {
        try (var logs = new StoredLogs(suite.database())) {
            new Aftermath(suite, client, logs).check(plurals());
        }
    }

    private static Map<Part, Set<String>> plurals() {
        var plurals = new EnumMap<Part, Set<String>>(Part.class);
        requests.operations().stream()
                .filter(operation -> operation.path().endsWith("/{id}/history"))
                .forEach(operation -> plurals.computeIfAbsent(operation.part(), _ -> new HashSet<>())
                        .add(operation.plural()));
        return plurals;
    }
}
