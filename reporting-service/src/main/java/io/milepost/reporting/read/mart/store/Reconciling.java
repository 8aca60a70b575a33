package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.HighWater;
import io.milepost.platform.inbox.History;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the tables of a generation against a fold of the topics, up to the position at which each partition stands in one snapshot. The
 * feed goes on meanwhile. All that is folded is in memory.
 */
public final class Reconciling {
    private static final Duration LONGEST = Duration.ofSeconds(55);

    private final Mart mart;
    private final Tables tables;

    public Reconciling(Mart mart, Tables tables) {
        this.mart = mart;
        this.tables = tables;
    }

    /**
     * Everything that differs.
     *
     * @param feeds of all sources of the generation
     */
    public Differences of(Collection<Feed> feeds, History history) {
        return mart.read(LONGEST, connection -> {
            var reached = reached(connection);
            var found = new Differences();
            for (var feed : feeds) {
                compare(connection, feed, reached.getOrDefault(feed.source(), Map.of()), history, found);
            }
            return found;
        });
    }

    private static void compare(
            Connection connection, Feed feed, Map<Integer, HighWater> reached, History history, Differences found)
            throws SQLException {
        var works = feed.books().stream().map(Feed.Book::begin).toList();
        for (var work : works) {
            work.loadAsides(connection);
        }
        var upto = new Upto(reached);
        history.read(feed.source(), new BatchHandler() {
            @Override
            public void handle(int partition, List<Inbound> batch) {
                var events = upto.of(partition, batch);
                works.forEach(work -> work.fold(events));
            }

            @Override
            public void pass(Unread record) {
                // It is in no table but the list of its like.
            }
        });
        for (var work : works) {
            work.compare(connection, found);
        }
    }

    private Map<String, Map<Integer, HighWater>> reached(Connection connection) throws SQLException {
        var reached = new TreeMap<String, Map<Integer, HighWater>>();
        try (var select = connection.prepareStatement(
                "select source, partition, position, epoch, next_offset from " + tables.positions())) {
            var rows = select.executeQuery();
            while (rows.next()) {
                reached.computeIfAbsent(rows.getString(1), _ -> new TreeMap<>())
                        .put(rows.getInt(2), new HighWater(rows.getLong(3), rows.getString(4), rows.getLong(5)));
            }
        }
        return reached;
    }
}
