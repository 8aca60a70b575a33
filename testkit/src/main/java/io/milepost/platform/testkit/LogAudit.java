package io.milepost.platform.testkit;

import static java.util.stream.Collectors.groupingBy;

import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.StoredLog;
import io.milepost.platform.testkit.Told.Answer.Acknowledged;
import io.milepost.platform.testkit.Told.Answer.Conflicting;
import io.milepost.platform.testkit.Told.Answer.Refused;
import io.milepost.platform.testkit.Told.Answer.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Holds a log, as it is stored, against what its clients were told: nothing acknowledged is lost, nothing refused is there,
 * nothing is there twice, positions are dense (I1), the order is the one in which answers came, every condition held at its
 * place (I6), and the chain of hashes is whole (I13). Reads nothing itself; see {@link StoredLog#read}.
 */
public final class LogAudit {

    private final List<StoredCommit> log;
    private final Collection<Told> told;
    private final Map<String, List<StoredCommit>> byRequest;
    private final Map<String, List<StoredEvent>> byTag = new HashMap<>();
    private final TreeMap<Long, StoredEvent> events = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    private LogAudit(List<StoredCommit> log, Collection<Told> told) {
        this.log = log;
        this.told = told;
        byRequest = log.stream().collect(groupingBy(StoredCommit::requestId));
        for (var commit : log) {
            for (var event : commit.events()) {
                events.put(event.position(), event);
                event.tags()
                        .forEach(tag -> byTag.computeIfAbsent(tag, _ -> new ArrayList<>())
                                .add(event));
            }
        }
    }

    /** What is wrong, a sentence each; empty when all is well. */
    public static List<String> violations(List<StoredCommit> log, Collection<Told> told) {
        var audit = new LogAudit(log, told);
        audit.positions();
        audit.chain();
        audit.identities();
        told.forEach(audit::answer);
        audit.order();
        return List.copyOf(audit.violations);
    }

    /** Requests in the log that are none of the told: of a run in which nobody else writes there is none. */
    public static Set<String> strangers(List<StoredCommit> log, Collection<Told> told) {
        var known = told.stream().map(Told::requestId).collect(Collectors.toSet());
        return log.stream()
                .map(StoredCommit::requestId)
                .filter(request -> !known.contains(request))
                .collect(Collectors.toSet());
    }

    private void positions() {
        long head = 0;
        var recorded = Instant.MIN;
        for (var commit : log) {
            if (commit.first() != head + 1
                    || commit.last() - commit.first() + 1 != commit.events().size()) {
                say("I1: after position %d comes a commit from %d to %d of %d events"
                        .formatted(
                                head,
                                commit.first(),
                                commit.last(),
                                commit.events().size()));
            }
            for (var event : commit.events()) {
                if (event.recordedAt().isBefore(recorded)) {
                    say("the event at %d is recorded before the one in front of it".formatted(event.position()));
                }
                recorded = event.recordedAt();
            }
            head = commit.last();
        }
    }

    private void chain() {
        byte[] previous = StoredLog.beginning();
        for (var commit : log) {
            if (!Arrays.equals(commit.hash(), StoredLog.hash(previous, commit))) {
                say("I13: the commit at %d does not continue the chain".formatted(commit.first()));
            }
            previous = commit.hash();
        }
    }

    private void identities() {
        byRequest.forEach((request, commits) -> {
            if (commits.size() > 1) {
                say("I14: request %s is stored at %s"
                        .formatted(
                                request,
                                commits.stream().map(StoredCommit::first).toList()));
            }
        });
        var ids = new HashSet<UUID>();
        events.values().stream()
                .filter(event -> !ids.add(event.id()))
                .forEach(event -> say("the id of the event at %d was there before".formatted(event.position())));
    }

    private void answer(Told one) {
        var stored = Optional.ofNullable(byRequest.get(one.requestId())).map(List::getFirst);
        switch (one.answer()) {
            case Acknowledged(long position) -> {
                if (stored.isEmpty()) {
                    say("I3: request %s was acknowledged at %d and is not there".formatted(one.requestId(), position));
                } else if (position < stored.get().first()
                        || position > stored.get().last()) {
                    say("I3: request %s was acknowledged at %d and is at %d"
                            .formatted(one.requestId(), position, stored.get().first()));
                }
            }
            case Conflicting(long position) -> {
                stored.ifPresent(commit ->
                        say("request %s was refused and is at %d".formatted(one.requestId(), commit.first())));
                var cause = events.get(position);
                if (cause == null || !matches(one.condition(), cause)) {
                    say("request %s was refused for the event at %d, which is no reason"
                            .formatted(one.requestId(), position));
                }
            }
            case Refused() ->
                stored.ifPresent(commit ->
                        say("request %s was refused and is at %d".formatted(one.requestId(), commit.first())));
            case Unknown() -> {
                // Once or not at all: identities() sees the rest.
            }
        }
        stored.flatMap(commit -> broken(one.condition(), commit.first()))
                .ifPresent(event -> say("I6: request %s is stored though the event at %d matches its condition"
                        .formatted(one.requestId(), event.position())));
    }

    private Optional<StoredEvent> broken(AppendCondition condition, long place) {
        return condition.criteria().stream()
                .flatMap(criterion -> criterion.tags().stream()
                        .map(tag -> byTag.getOrDefault(tag, List.of()))
                        .min(Comparator.comparingInt(List::size))
                        .orElseGet(() -> List.copyOf(events.values()))
                        .stream())
                .filter(event -> event.position() < place && matches(condition, event))
                .findFirst();
    }

    private static boolean matches(AppendCondition condition, StoredEvent event) {
        return event.position() > condition.marker()
                && condition.criteria().stream().anyMatch(criterion -> criterion.matches(event));
    }

    /** Who was answered before another one asked stands before it. */
    private void order() {
        var stored = told.stream()
                .filter(one -> one.answer() instanceof Acknowledged && byRequest.containsKey(one.requestId()))
                .sorted(Comparator.comparingLong(
                        one -> byRequest.get(one.requestId()).getFirst().first()))
                .toList();
        Told latest = null;
        for (var one : stored) {
            if (latest != null && one.answered() < latest.asked()) {
                say("request %s was acknowledged before %s was sent and stands behind it"
                        .formatted(one.requestId(), latest.requestId()));
            }
            if (latest == null || one.asked() > latest.asked()) {
                latest = one;
            }
        }
    }

    private void say(String violation) {
        violations.add(violation);
    }
}
