package io.milepost.suite;

import io.milepost.suite.Client.Reply;
import io.milepost.suite.check.Told;
import io.milepost.suite.check.Told.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Sends one writer's requests, each under its key until the outcome is known, and remembers every outcome. An answer that
 * leaves it open (a lost connection, 5xx, 429, for a whole batch or for one item) is asked for again.
 */
public final class Desk {

    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(250);

    /** Refused by state or rule, or there is no such entity; anything else between 300 and 499 is a fault of this test. */
    private static final Set<Integer> DECISIONS = Set.of(404, 409, 422);

    private static final int ONE_OF = 5;

    private final Client client;
    private final List<Told> told = new ArrayList<>();
    private final List<Acknowledged> samples = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();

    Desk(Client client) {
        this.client = client;
    }

    /** One command of a batch; an item has its key in itself. */
    public record Item(String command, UUID id, UUID idempotencyKey, Map<String, Object> body) {}

    /** A request that was acknowledged, to be asked again later. */
    private record Acknowledged(
            Part part, String role, String path, UUID key, Map<String, Object> body, Verdict verdict) {}

    long answered() {
        return answered.get();
    }

    long unknown() {
        return unknown.get();
    }

    /** Complete when the writer has ended. */
    List<Told> told() {
        return told;
    }

    /** A single request; {@code entity} is what it is for. */
    Verdict ask(Part part, String role, String path, UUID entity, UUID key, Map<String, Object> body) {
        while (true) {
            switch (client.command(part, role, path, key, body)) {
                case Reply.Answered(int status, JsonNode answer, var _) -> {
                    var verdict = note(part, role, key, entity, verdict(status, answer, answer));
                    if (verdict instanceof Verdict.Acknowledged && answered() % ONE_OF == 0) {
                        samples.add(new Acknowledged(part, role, path, key, body, verdict));
                    }
                    return verdict;
                }
                case Reply.Unknown _ -> askAgain();
            }
        }
    }

    /** Asks a sample of what was acknowledged again, which has to be answered the same, from the log; says where it was not. */
    List<String> repeated() {
        var faults = new ArrayList<String>();
        for (var sample : samples) {
            var reply = client.command(sample.part(), sample.role(), sample.path(), sample.key(), sample.body());
            if (!(reply instanceof Reply.Answered(int status, JsonNode answer, boolean replayed)
                    && replayed
                    && verdict(status, answer, answer).equals(sample.verdict()))) {
                faults.add("%s, asked again, was answered %s".formatted(sample, reply));
            }
        }
        return faults;
    }

    /** Items of a batch, with verdicts in their order. */
    List<Verdict> askAll(Part part, String role, List<Item> items) {
        var verdicts = new Verdict[items.size()];
        var open = IntStream.range(0, items.size()).boxed().toList();
        while (!open.isEmpty()) {
            var sent = open.stream().map(items::get).toList();
            switch (client.command(part, role, "/v1/batch", UUID.randomUUID(), Map.of("items", sent))) {
                case Reply.Answered(int status, JsonNode answer, var _) -> {
                    if (status != 207) {
                        throw new AssertionError("a batch was answered %d %s".formatted(status, answer));
                    }
                    var still = new ArrayList<Integer>();
                    var waiting = new HashSet<UUID>();
                    for (int i = 0; i < sent.size(); i++) {
                        var said = answer.path("items").path(i);
                        if (said.path("status").asInt() >= 500
                                || said.path("status").asInt() == 429) {
                            still.add(open.get(i));
                            waiting.add(sent.get(i).id());
                        } else {
                            var item = sent.get(i);
                            if (waiting.contains(item.id())) {
                                throw new AssertionError("%s was decided before an earlier item of its entity: %s"
                                        .formatted(item, answer));
                            }
                            verdicts[open.get(i)] = note(
                                    part,
                                    role,
                                    item.idempotencyKey(),
                                    item.id(),
                                    verdict(said.path("status").asInt(), said, said.path("problem")));
                        }
                    }
                    open = List.copyOf(still);
                    if (!open.isEmpty()) {
                        askAgain();
                    }
                }
                case Reply.Unknown _ -> askAgain();
            }
        }
        return List.of(verdicts);
    }

    private Verdict note(Part part, String role, UUID key, UUID entity, Verdict verdict) {
        told.add(new Told(part.shortName(), Client.clientOf(role) + ":" + key, entity.toString(), verdict));
        answered.incrementAndGet();
        return verdict;
    }

    private static Verdict verdict(int status, JsonNode answer, JsonNode problem) {
        if (status >= 300) {
            var code = problem.path("code").asString("");
            if (!DECISIONS.contains(status)) {
                throw new AssertionError("not a decision: %d %s".formatted(status, problem));
            }
            return new Verdict.Refused(code);
        }
        var positions = answer.path("events")
                .valueStream()
                .map(event -> event.required("position").asLong())
                .toList();
        return positions.isEmpty() ? new Verdict.Unchanged() : new Verdict.Acknowledged(positions);
    }

    private void askAgain() {
        unknown.incrementAndGet();
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("abandoned");
        }
        LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
    }
}
