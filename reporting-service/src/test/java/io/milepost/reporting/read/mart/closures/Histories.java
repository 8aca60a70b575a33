package io.milepost.reporting.read.mart.closures;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What was said of many subjects of one source: kept to be counted by
 * hand. A fact counts from the day that is stated for it, or from what was known of its subject before when that is later.
 */
final class Histories {
    private final String source;
    private final Random random;
    private final Map<UUID, List<Fact>> bySubject = new LinkedHashMap<>();

    /**
     * One event.
     *
     * @param on the day on which it was said
     * @param from the day from which it counts
     */
    record Fact(String type, LocalDate on, LocalDate from, String fields, JsonNode data) {}

    Histories(String source, Random random) {
        this.source = source;
        this.random = random;
    }

    /** Says what counts from the day on which it is said. */
    void say(UUID subject, String type, LocalDate on, String fields) {
        say(subject, type, on, on, fields);
    }

    /** Says what is stated to have been so from another day. */
    void say(UUID subject, String type, LocalDate on, LocalDate stated, String fields) {
        var facts = bySubject.computeIfAbsent(subject, id -> new ArrayList<>());
        boolean late = !facts.isEmpty() && stated.isBefore(facts.getLast().from());
        var data = Json.mapper().readTree("{" + fields + "}");
        facts.add(new Fact(type, on, late ? facts.getLast().from() : stated, fields, data));
    }

    /** Says what the report passes over: it counts from no day of its own. */
    void mention(UUID subject, String type, LocalDate on) {
        say(subject, type, on, LocalDate.MIN, "\"text\":\"of no interest\"");
    }

    /** Of each subject of which something was known at the end of the day, all that was. */
    List<List<Fact>> by(LocalDate day) {
        return bySubject.values().stream()
                .map(facts ->
                        facts.stream().filter(fact -> !fact.from().isAfter(day)).toList())
                .filter(facts -> !facts.isEmpty())
                .toList();
    }

    /** One log of all that was said, in which only the order of each subject's events is kept. */
    List<Inbound> log() {
        List<UUID> order = new ArrayList<>();
        bySubject.forEach((subject, facts) -> facts.forEach(fact -> order.add(subject)));
        Collections.shuffle(order, random);
        Map<UUID, Integer> told = new HashMap<>();
        List<Inbound> log = new ArrayList<>();
        for (UUID subject : order) {
            int next = told.merge(subject, 1, Integer::sum) - 1;
            Fact fact = bySubject.getOrDefault(subject, List.of()).get(next);
            log.add(Said.on(fact.on(), fact.type(), subject, log.size() + 1L, source, fact.fields()));
        }
        return log;
    }
}
