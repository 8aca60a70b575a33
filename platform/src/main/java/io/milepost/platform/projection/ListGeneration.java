package io.milepost.platform.projection;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.EventUnreadableException;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.setaside.SetAside;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * All lists of a service as built by one pass over its log. A rebuild makes the next one beside it. What cannot be read, folded or
 * shown is set aside with its entity; the pass goes on.
 */
final class ListGeneration {
    private final int number;
    private final Map<String, EntityList<?, ?, ?>> lists;
    private final ListPositions positions;
    private final OwnAsides asides;
    private volatile long position;

    /** @param lists by the aggregates' names */
    ListGeneration(
            int number,
            long position,
            Map<String, EntityList<?, ?, ?>> lists,
            ListPositions positions,
            OwnAsides asides) {
        this.number = number;
        this.position = position;
        this.lists = Map.copyOf(lists);
        this.positions = positions;
        this.asides = asides;
    }

    int number() {
        return number;
    }

    long position() {
        return position;
    }

    MongoCollection<Document> collection(Catalogue<?, ?, ?> catalogue) {
        var list = lists.get(catalogue.aggregate());
        if (list == null) {
            throw new IllegalArgumentException("this service lists no " + catalogue.plural());
        }
        return list.collection();
    }

    /** The lists first, then the position: a crash between them repeats what changes nothing. */
    void apply(List<StoredCommit> commits) {
        var bySubject = commits.stream()
                .flatMap(commit -> commit.events().stream())
                .filter(this::hasItsList)
                .collect(Collectors.groupingBy(
                        event -> Subject.of(event).orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        bySubject.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> lists.get(entry.getKey().aggregate()),
                        Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue)))
                .forEach(EntityList::apply);
        var reached = commits.getLast().last();
        positions.save(number, reached);
        position = reached;
    }

    private boolean hasItsList(StoredEvent event) {
        var subject = Subject.of(event);
        if (subject.isEmpty()) {
            asides.add(event, Subject.MISSING);
            return false;
        }
        if (!lists.containsKey(subject.get().aggregate())) {
            asides.add(event, "UNDECLARED_AGGREGATE");
            return false;
        }
        return true;
    }

    /** Takes up again what was set aside, where that works by now. */
    void tryAgain(SetAside aside) {
        var list = lists.get(aside.aggregate());
        if (list == null) {
            return;
        }
        try {
            if (list.reread(aside.subject())) {
                asides.takenUp(aside.subject());
            }
        } catch (EventUnreadableException still) {
            asides.stays(still);
        }
    }
}
