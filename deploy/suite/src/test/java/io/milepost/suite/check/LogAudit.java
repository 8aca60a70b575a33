package io.milepost.suite.check;

import io.milepost.suite.check.Told.Verdict.Acknowledged;
import io.milepost.suite.check.Told.Verdict.Refused;
import io.milepost.suite.check.Told.Verdict.Unchanged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One log against itself (event-log.md I1, I13, I14) and against what its callers were told (operations.md I1, I2). */
public final class LogAudit {

    private LogAudit() {}

    /** Holes, doubles and changes in the log as it stands. */
    public static List<String> ofLog(List<Commit> commits) {
        var faults = new ArrayList<String>();
        var requests = new HashSet<String>();
        var events = new HashSet<String>();
        byte[] hash = Chain.START;
        long head = 0;
        long time = Long.MIN_VALUE;
        for (var commit : commits) {
            if (commit.first() != head + 1
                    || commit.last() != head + commit.events().size()) {
                faults.add("a hole: positions %d to %d with %d events follow position %d"
                        .formatted(
                                commit.first(), commit.last(), commit.events().size(), head));
            }
            if (!requests.add(commit.requestId())) {
                faults.add("request %s is stored twice, again at %d".formatted(commit.requestId(), commit.first()));
            }
            if (!Arrays.equals(commit.hash(), Chain.next(hash, commit))) {
                faults.add("the chain breaks at %d".formatted(commit.first()));
            }
            for (var event : commit.events()) {
                if (!events.add(event.id())) {
                    faults.add("event %s stands twice, again at %d".formatted(event.id(), event.position()));
                }
                if (event.recordedAt() < time) {
                    faults.add("time goes back at %d".formatted(event.position()));
                }
                time = event.recordedAt();
            }
            hash = commit.hash();
            head = commit.last();
        }
        return faults;
    }

    /** Answers that the log does not bear out; those about other logs are left alone. */
    public static List<String> ofAnswers(String log, List<Commit> commits, List<Told> told) {
        var faults = new ArrayList<String>();
        Map<String, Commit> byRequest =
                commits.stream().collect(Collectors.toMap(Commit::requestId, Function.identity(), (first, _) -> first));
        var reached = new HashMap<String, Long>();
        for (var answer : told) {
            if (!answer.log().equals(log)) {
                continue;
            }
            var stored = byRequest.get(answer.requestId());
            switch (answer.verdict()) {
                case Acknowledged(var positions) -> {
                    if (!positionsOf(stored).equals(positions)) {
                        faults.add("%s was acknowledged at %s and stands at %s"
                                .formatted(answer.requestId(), positions, positionsOf(stored)));
                    }
                    long before = reached.getOrDefault(answer.entity(), 0L);
                    if (positions.getFirst() <= before) {
                        faults.add("%s of %s was acknowledged at %s after %d"
                                .formatted(answer.requestId(), answer.entity(), positions, before));
                    }
                    reached.put(answer.entity(), positions.getLast());
                }
                case Unchanged _ -> {
                    if (stored != null) {
                        faults.add("%s changed nothing and stands at %s"
                                .formatted(answer.requestId(), positionsOf(stored)));
                    }
                }
                case Refused(var code) -> {
                    if (stored != null && !isRecordOf(stored, code)) {
                        faults.add("%s was refused with %s and stands at %s"
                                .formatted(answer.requestId(), code, positionsOf(stored)));
                    }
                }
            }
        }
        return faults;
    }

    /** Some refusals are facts worth keeping: their events say of which code they are the record. */
    private static boolean isRecordOf(Commit commit, String code) {
        return commit.events().stream()
                .allMatch(event -> code.equals(event.metadata().get("refused")));
    }

    private static List<Long> positionsOf(@Nullable Commit commit) {
        return commit == null
                ? List.of()
                : commit.events().stream().map(Event::position).toList();
    }
}
