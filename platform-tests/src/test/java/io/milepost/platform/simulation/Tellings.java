package io.milepost.platform.simulation;

import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.testkit.LogAudit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the clients of a story asked, were told and have read. */
final class Tellings {

    private final io.milepost.platform.eventlog.Tellings requests = new io.milepost.platform.eventlog.Tellings();
    private final Map<Long, UUID> read = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int ended;

    void asked(Append append, long at) {
        requests.asked(append, at);
    }

    void answered(Append append, Append.Result result, long at) {
        requests.answered(append, result, at);
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
        return requests.unanswered();
    }

    /** What is wrong with a log, a sentence each. */
    List<String> violations(List<StoredCommit> log) {
        var all = requests.all();
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
