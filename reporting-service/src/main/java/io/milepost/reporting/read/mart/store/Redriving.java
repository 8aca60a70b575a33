package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.HighWater;
import io.milepost.platform.inbox.History;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Goes on with subjects that were set aside: their events are read from the topic again, and what the feed has passed over is folded and
 * counted as it does it, in a transaction a partition that the feed waits for. What still fails is set aside anew, with the reason of now.
 */
public final class Redriving {
    private final Mart mart;
    private final Tables tables;

    public Redriving(Mart mart, Tables tables) {
        this.mart = mart;
        this.tables = tables;
    }

    /** The events of some subjects, by partition, each once. */
    private static final class Gathering implements BatchHandler {
        private final Set<UUID> subjects;
        private final Map<Integer, Map<UUID, Inbound>> events = new TreeMap<>();

        Gathering(Set<UUID> subjects) {
            this.subjects = subjects;
        }

        @Override
        public void handle(int partition, List<Inbound> batch) {
            for (var event : batch) {
                if (subjects.contains(event.subject())) {
                    events.computeIfAbsent(partition, _ -> new LinkedHashMap<>())
                            .putIfAbsent(event.eventId(), event);
                }
            }
        }

        @Override
        public void pass(Unread record) {
            // No subject's.
        }

        List<Inbound> of(int partition) {
            return new ArrayList<>(events.getOrDefault(partition, Map.of()).values());
        }
    }

    /**
     * Tries them again.
     *
     * @param feed of their source
     * @return how many subjects go on, each in each of its datasets
     */
    public int redrive(Feed feed, Collection<Aside> asides, History history) {
        var gathering = new Gathering(asides.stream().map(Aside::subject).collect(Collectors.toSet()));
        var ends = history.read(feed.source(), Map.of(), gathering);
        int healed = 0;
        for (int partition : new TreeSet<>(gathering.events.keySet())) {
            healed += mart.change(connection -> {
                var reached = feed.take(connection, partition);
                // While the feed waits here, nothing is passed over that this does not read.
                history.read(
                        feed.source(),
                        ends.containsKey(partition) ? Map.of(partition, ends.get(partition)) : Map.of(),
                        gathering);
                return redrive(connection, feed, asides, partition, reached, gathering.of(partition));
            });
        }
        return healed;
    }

    private int redrive(
            Connection connection,
            Feed feed,
            Collection<Aside> asides,
            int partition,
            HighWater reached,
            List<Inbound> events)
            throws SQLException {
        var known = new Upto(Map.of(partition, reached)).of(partition, events);
        var here = known.stream().map(Inbound::subject).collect(Collectors.toSet());
        int healed = 0;
        for (var book : feed.books()) {
            var wanted = asides.stream()
                    .filter(aside -> book.names().contains(aside.dataset()) && here.contains(aside.subject()))
                    .map(Aside::subject)
                    .toList();
            if (!wanted.isEmpty()) {
                // Datasets over one fold share a view, so that all of them go on with a subject together.
                var taken = select(connection, book, wanted, "delete from %s %s returning subject");
                book.write(
                        connection,
                        known.stream()
                                .filter(event -> taken.contains(event.subject()))
                                .toList());
                var left = select(connection, book, taken, "select subject from %s %s");
                healed += (int) wanted.stream()
                        .filter(subject -> taken.contains(subject) && !left.contains(subject))
                        .count();
            }
        }
        return healed;
    }

    private Set<UUID> select(Connection connection, Feed.Book book, Collection<UUID> subjects, String sql)
            throws SQLException {
        try (var statement = connection.prepareStatement(
                sql.formatted(tables.asides(), "where dataset = any(?) and subject = any(?)"))) {
            statement.setArray(1, connection.createArrayOf("text", book.names().toArray()));
            statement.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
            var rows = statement.executeQuery();
            var found = new TreeSet<UUID>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
        }
    }
}
