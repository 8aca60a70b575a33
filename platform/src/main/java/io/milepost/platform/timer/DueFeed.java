package io.milepost.platform.timer;

import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Takes commits of the log over into the due dates, but of entities that cannot be read. Taking them over again changes nothing but what was settled since, which is settled again. */
final class DueFeed {
    private final DueRules rules;
    private final Entities entities;
    private final DueStore store;
    private final DueAsides asides;

    DueFeed(DueRules rules, Entities entities, DueStore store, DueAsides asides) {
        this.rules = rules;
        this.entities = entities;
        this.store = store;
        this.asides = asides;
    }

    /**
     * An entity that events of the batch are of.
     *
     * @param first position of the first of them
     * @param history all its events up to the end of the batch
     */
    private record Touched(Subject subject, long first, CompletableFuture<List<StoredEvent>> history) {}

    void apply(List<StoredCommit> commits) {
        var reached = commits.getLast().last();
        var bySubject = commits.stream()
                .flatMap(commit -> commit.events().stream())
                .filter(this::isOfSomebodyConcerned)
                .collect(Collectors.groupingBy(
                        event -> Subject.of(event).orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        var touched = bySubject.entrySet().stream()
                .map(entry -> new Touched(
                        entry.getKey(),
                        entry.getValue().getFirst().position(),
                        history(entry.getKey(), entry.getValue(), reached)))
                .toList();
        var arisen = new ArrayList<Waiting>();
        var gone = new HashSet<String>();
        touched.forEach(entity -> compare(entity, arisen, gone));
        store.apply(arisen, gone, reached);
    }

    private boolean isOfSomebodyConcerned(StoredEvent event) {
        if (!rules.concern(event.metadata().getOrDefault(Metadata.AGGREGATE, ""))) {
            return false;
        }
        if (Subject.of(event).isEmpty()) {
            asides.addStray(event);
            return false;
        }
        return true;
    }

    /** All events of the entity up to here; those of the batch are all when the first of them created it. */
    private CompletableFuture<List<StoredEvent>> history(Subject subject, List<StoredEvent> batch, long reached) {
        if (rules.beginsWith(subject.aggregate(), batch.getFirst().metadata().getOrDefault(Metadata.COMMAND, ""))) {
            return CompletableFuture.completedFuture(batch);
        }
        return entities.history(rules.catalogue(subject.aggregate()), subject.id())
                .thenApply(events -> events.stream()
                        .filter(event -> event.position() <= reached)
                        .toList());
    }

    private void compare(Touched entity, List<Waiting> arisen, Set<String> gone) {
        var subject = entity.subject();
        var history = entity.history().join();
        var prefix = history.stream()
                .filter(event -> event.position() < entity.first())
                .toList();
        try {
            var before = rules.after(subject.aggregate(), subject.id(), prefix);
            var after = rules.after(subject.aggregate(), subject.id(), history);
            after.values().stream()
                    .filter(waiting -> !waiting.equals(before.get(waiting.id())))
                    .forEach(arisen::add);
            before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(gone::add);
        } catch (EventUnreadableException fault) {
            asides.add(subject.aggregate(), fault);
        }
    }
}
