package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.suite.check.Commit;
import io.milepost.suite.check.EffectAudit;
import io.milepost.suite.check.LogAudit;
import io.milepost.suite.check.ReportAudit;
import io.milepost.suite.check.Told;
import io.milepost.suite.check.Told.Verdict;
import io.milepost.suite.check.TopicAudit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** kill -9 of any part under load: nothing that was acknowledged is lost, nothing happens twice, and every number adds up. */
class CrashLoopIT {

    /** More of them with {@code -Dkills=100}, which {@code ./milepost test --soak} asks for. */
    private static final int KILLS = Integer.getInteger("kills", 5);

    /** Another story with another {@code -Dkills.seed}. */
    private static final long SEED = Long.getLong("kills.seed", 20261124);

    private static final int WRITERS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    @DisplayName("operations.md E1-E3: kill -9 of services, database and broker under load")
    void kills_lose_nothing_and_double_nothing() {
        var suite = RunningSuite.shared();
        try (var client = new Client(suite)) {
            var told = underLoad(suite, client);
            try (var logs = new StoredLogs(suite.database());
                    var topics = new Topics(suite.bootstrapServers())) {
                awaitQuiet(logs, topics);
                audit(client, logs, topics, told);
            }
        }
    }

    private static List<Told> underLoad(RunningSuite suite, Client client) {
        var random = new Random(SEED);
        var load = Load.start(client, WRITERS, SEED);
        try {
            for (var victims : kills(random)) {
                awaitAnswers(load, random.nextInt(30, 150));
                victims.forEach(suite::kill);
                victims.forEach(suite::start);
                if (victims.contains(Part.LOCAL) && victims.size() > 1) {
                    suite.superviseUntilReady();
                } else {
                    suite.awaitReady();
                }
            }
            awaitAnswers(load, 100);
            load.stop();
            assertThat(load.repeated()).as("asked again under the same key").isEmpty();
        } finally {
            load.abandon();
            System.out.printf(
                    "crash loop: seed %d, %d kills, %d answers, %d attempts without one%n",
                    SEED, KILLS, load.answered(), load.unknown());
        }
        assertThat(load.unknown()).as("attempts that a kill cut off").isPositive();
        return load.told();
    }

    /**
     * Of each five kills one is the local stack's and one the reporting service's, the others are of writing services. Each tenth
     * is of all parts at once, which then start in any order.
     */
    private static List<List<Part>> kills(Random random) {
        var kills = new ArrayList<List<Part>>();
        var writing = new ArrayList<Part>();
        while (kills.size() < KILLS) {
            var five = new ArrayList<>(List.of(Part.LOCAL, Part.REPORTING));
            while (five.size() < 5) {
                if (writing.isEmpty()) {
                    writing.addAll(Part.WRITING);
                    Collections.shuffle(writing, random);
                }
                five.add(writing.removeLast());
            }
            Collections.shuffle(five, random);
            five.forEach(part -> kills.add(List.of(part)));
        }
        for (int tenth = 9; tenth < KILLS; tenth += 10) {
            var all = new ArrayList<>(List.of(Part.values()));
            Collections.shuffle(all, random);
            kills.set(tenth, all);
        }
        return kills.subList(0, KILLS);
    }

    private static void awaitAnswers(Load load, int more) {
        long goal = load.answered() + more;
        await().atMost(PATIENCE).until(() -> load.answered() >= goal);
    }

    /** Everything stored is published, everything published is worked on, and nothing new came of it. */
    private static void awaitQuiet(StoredLogs logs, Topics topics) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var heads = heads(logs);
            topics.readOn();
            for (var part : Part.WRITING) {
                assertThat(topics.published(part))
                        .as("published by %s", part)
                        .hasSizeGreaterThanOrEqualTo(Math.toIntExact(heads.get(part)));
            }
            assertThat(topics.waiting()).as("published and not worked on").isEmpty();
            assertThat(heads(logs)).isEqualTo(heads);
        });
    }

    private static Map<Part, Long> heads(StoredLogs logs) {
        return Part.WRITING.stream().collect(Collectors.toMap(part -> part, logs::head));
    }

    private static void audit(Client client, StoredLogs logs, Topics topics, List<Told> told) {
        var faults = new ArrayList<String>();
        Map<String, List<Commit>> stored = new HashMap<>();
        for (var part : Part.WRITING) {
            var commits = logs.commits(part);
            stored.put(part.shortName(), commits);
            note(faults, part, LogAudit.ofLog(commits));
            note(faults, part, LogAudit.ofAnswers(part.shortName(), commits, told));
            note(faults, part, TopicAudit.faults(commits, topics.published(part)));
            var verified = client.read(part, "OPERATOR", "/v1/log/verify");
            if (!verified.path("intact").asBoolean()) {
                faults.add("%s says of its log: %s".formatted(part, verified));
            }
        }
        faults.addAll(EffectAudit.faults(stored));
        faults.addAll(ReportAudit.faults(stored, reports(client)));
        var projections =
                client.read(Part.REPORTING, "OPERATOR", "/v1/projections").path("items");
        assertThat(projections.isEmpty()).isFalse();
        for (var projection : projections) {
            var name = projection.path("name").asString("");
            var reconciled = client.read(Part.REPORTING, "OPERATOR", "/v1/projections/%s/reconcile".formatted(name));
            if (reconciled.path("count").asLong(-1) != 0) {
                faults.add("%s differs from the topics: %s".formatted(name, reconciled));
            }
        }
        for (var part : Part.SERVICES) {
            client.read(part, "OPERATOR", "/v1/parked")
                    .path("items")
                    .forEach(item -> faults.add("parked in %s: %s".formatted(part, item)));
        }
        assertThat(faults).as("seed %d", SEED).isEmpty();
        assertThat(told)
                .as("the load had all kinds of answers")
                .anyMatch(answer -> answer.verdict() instanceof Verdict.Acknowledged)
                .anyMatch(answer -> answer.verdict() instanceof Verdict.Refused);
        stored.forEach(
                (log, commits) -> assertThat(commits).as("the log of %s", log).isNotEmpty());
    }

    private static Map<String, JsonNode> reports(Client client) {
        return List.of("funnel", "contracts", "handovers").stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> client.read(Part.REPORTING, "ANALYST", "/v1/reports/%s?by=".formatted(name))
                                .path("rows")));
    }

    private static void note(List<String> faults, Part part, List<String> found) {
        found.forEach(fault -> faults.add(part + ": " + fault));
    }
}
