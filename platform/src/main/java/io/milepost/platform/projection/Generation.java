package io.milepost.platform.projection;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** All lists of a service as built by one pass over its log. A rebuild makes the next one beside it. */
final class Generation {
    private final int number;
    private final Map<String, EntityList<?, ?, ?>> lists;
    private final ListPositions positions;
    private volatile long position;

    /** @param lists by the aggregates' names */
    Generation(int number, long position, Map<String, EntityList<?, ?, ?>> lists, ListPositions positions) {
        this.number = number;
        this.position = position;
        this.lists = Map.copyOf(lists);
        this.positions = positions;
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
        var byAggregate = commits.stream()
                .flatMap(commit -> commit.events().stream())
                .collect(Collectors.groupingBy(event -> event.require(Metadata.AGGREGATE)));
        byAggregate.forEach(this::apply);
        var reached = commits.getLast().last();
        positions.save(number, reached);
        position = reached;
    }

    private void apply(String aggregate, List<StoredEvent> events) {
        var list = lists.get(aggregate);
        if (list == null) {
            throw new IllegalStateException(
                    "the log holds events of %s, which no catalogue declares".formatted(aggregate));
        }
        list.apply(events);
    }
}
