package io.milepost.platform.simulation;

import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.testkit.LogAudit;
import io.milepost.platform.testkit.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the clients of a story asked, were told and have read. */
final class Tellings {

    private record Asked(Append append, long at) {}

    private final Map<String, Asked> open = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<Long, UUID> read = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int ended;

    void asked(Append append, long at) {
        open.putIfAbsent(append.requestId(), new Asked(append, at));
    }

    void answered(Append append, Append.Result result, long at) {
        var asked = open.remove(append.requestId());
        var answer = switch (result) {
            case Append.Result.Stored(var commit) -> new Told.Answer.Acknowledged(commit.last());
            case Append.Result.Duplicate(var commit) -> new Told.Answer.Acknowledged(commit.last());
            case Append.Result.Conflict(long position) -> new Told.Answer.Conflicting(position);
        };
        told.add(new Told(append.requestId(), append.condition(), answer, asked.at(), at));
    }

    /** Whoever saw an event at a position, everybody sees that one there. */
    void read(StoredEvent event) {
        var before = read.putIfAbsent(event.position(), event.id());
        if (before != null && !before.equals(event.id())) {
            wrong.add("I2: two events were read at position " + event.position());
        }
    }

    void wrong(String what) {
        wrong.add(what);
    }

    void ended() {
        ended++;
    }

    int endedClients() {
        return ended;
    }

    List<Append> unanswered() {
        return open.values().stream().map(Asked::append).toList();
    }

    /** What is wrong with a log, a sentence each. */
    List<String> violations(List<StoredCommit> log) {
        var all = new ArrayList<>(told);
        open.values()
                .forEach(asked -> all.add(new Told(
                        asked.append().requestId(),
                        asked.append().condition(),
                        new Told.Answer.Unknown(),
                        asked.at(),
                        Long.MAX_VALUE)));
        var violations = new ArrayList<>(LogAudit.violations(log, all));
        LogAudit.strangers(log, all).forEach(request -> violations.add("I1: nobody asked for " + request));
        var seen = new HashMap<>(read);
        log.forEach(commit -> commit.events().forEach(event -> seen.remove(event.position(), event.id())));
        seen.forEach(
                (position, event) -> violations.add("I2: what was read at %d is not in the log".formatted(position)));
        violations.addAll(wrong);
        return violations;
    }
}
