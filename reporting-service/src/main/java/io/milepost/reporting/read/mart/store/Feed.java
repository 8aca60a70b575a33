package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.HighWater;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Positions;
import io.milepost.platform.inbox.Unread;
import io.milepost.reporting.read.Reached;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Feeds all that is declared over one source. What a poll brings of a partition is one transaction, which begins by taking the
 * partition's position: another instance that has the same events waits, and then finds that they are known.
 */
public final class Feed implements BatchHandler, Positions {
    /** In place of a dataset, for a record of which nobody can tell what it is about. */
    public static final String RECORD = "(record)";

    private final Mart mart;
    private final Tables tables;
    private final String source;
    private final List<Book> books = new ArrayList<>();

    /** Keeps the tables of what is declared over one fold. */
    public interface Book {
        /** Of the datasets, reference or what a keeper keeps, which are set aside together. */
        List<String> names();

        Work begin();

        default void write(Connection connection, List<Inbound> events) throws SQLException {
            var work = begin();
            work.load(connection, events);
            work.fold(events);
            work.write(connection);
        }
    }

    /** What comes of some events: either of new ones for the tables, or of all from the first on to be held against them. */
    public interface Work {
        /** Before a fold of new events. */
        void load(Connection connection, List<Inbound> events) throws SQLException;

        /** Before a fold from the first event on: what is gone on without is passed over as it was. */
        void loadAsides(Connection connection) throws SQLException;

        void fold(List<Inbound> events);

        void write(Connection connection) throws SQLException;

        void compare(Connection connection, Differences found) throws SQLException;
    }

    /** Of datasets alone. */
    public Feed(Mart mart, Tables tables, Declarations declarations, String source) {
        this(mart, tables, declarations, List.of(), source);
    }

    public Feed(Mart mart, Tables tables, Declarations declarations, List<Keeper> keepers, String source) {
        this.mart = mart;
        this.tables = tables;
        this.source = source;
        for (var reference : declarations.references()) {
            if (reference.fold().source().equals(source)) {
                books.add(lookups(reference));
            }
        }
        for (var datasets : declarations.folded()) {
            if (datasets.getFirst().dataset().fold().source().equals(source)) {
                books.add(rows(declarations, datasets.getFirst().dataset().fold(), datasets));
            }
        }
        keepers.stream()
                .filter(keeper -> keeper.sources().contains(source))
                .forEach(keeper -> books.add(keeper.book(tables, source)));
    }

    private <V> Book lookups(Reference<V> reference) {
        return new Lookups<>(reference, tables);
    }

    private <V> Book rows(Declarations declarations, Fold<V> fold, List<Measures<?>> datasets) {
        var parts = new ArrayList<Rows.Part<V, ?>>();
        for (var measures : datasets) {
            parts.add(part(declarations, measures));
        }
        return new Rows<>(fold, parts, tables);
    }

    private <V, R> Rows.Part<V, R> part(Declarations declarations, Measures<R> measures) {
        @SuppressWarnings("unchecked") // those over the same fold are over its views
        var dataset = (Dataset<V, R>) measures.dataset();
        return new Rows.Part<>(dataset, measures, declarations.rollups(measures));
    }

    public String source() {
        return source;
    }

    @Override
    public void handle(int partition, List<Inbound> batch) {
        if (batch.isEmpty()) {
            return;
        }
        mart.write(connection -> {
            var reached = take(connection, partition);
            // Positions of two epochs do not compare: then each subject's own position says what is new.
            var fresh = batch.stream()
                    .filter(event -> !event.epoch().equals(reached.epoch()) || event.position() > reached.position())
                    .toList();
            if (!fresh.isEmpty()) {
                for (var book : books) {
                    book.write(connection, fresh);
                }
                reach(connection, partition, fresh);
            }
        });
    }

    @Override
    public void pass(Unread record) {
        mart.write(connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into %s (dataset, subject, source, type, position, cause, since) values (?, ?, ?, ?, ?, ?, ?::timestamptz) on conflict do nothing"
                            .formatted(tables.asides()))) {
                insert.setString(1, RECORD);
                insert.setObject(2, record.id());
                insert.setString(3, record.source());
                insert.setString(4, record.topicPartition());
                insert.setLong(5, record.offset());
                insert.setString(6, "UNREADABLE_ENVELOPE");
                insert.setString(7, record.sentAt().toString());
                insert.execute();
            }
        });
    }

    List<Book> books() {
        return books;
    }

    HighWater take(Connection connection, int partition) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into %s (source, partition) values (?, ?) on conflict do nothing"
                        .formatted(tables.positions()))) {
            insert.setString(1, source);
            insert.setInt(2, partition);
            insert.execute();
        }
        return read(connection, partition, "for update");
    }

    private HighWater read(Connection connection, int partition, String lock) throws SQLException {
        try (var select = connection.prepareStatement(
                "select position, epoch, next_offset from %s where source = ? and partition = ? %s"
                        .formatted(tables.positions(), lock))) {
            select.setString(1, source);
            select.setInt(2, partition);
            var row = select.executeQuery();
            return row.next() ? new HighWater(row.getLong(1), row.getString(2), row.getLong(3)) : HighWater.NONE;
        }
    }

    private void reach(Connection connection, int partition, List<Inbound> fresh) throws SQLException {
        try (var update = connection.prepareStatement("""
                update %s set position = ?, epoch = ?, recorded_at = ?::timestamptz, events = events + ?, \
                blocked_for = null, blocked_at = null where source = ? and partition = ?\
                """.formatted(tables.positions()))) {
            var last = fresh.getLast();
            update.setLong(1, last.position());
            update.setString(2, last.epoch());
            update.setString(3, last.recordedAt().toString());
            update.setInt(4, fresh.size());
            update.setString(5, source);
            update.setInt(6, partition);
            update.execute();
        }
    }

    @Override
    public HighWater load(String group, String of, int partition) {
        return mart.read(connection -> read(connection, partition, ""));
    }

    /** The offset follows the effects in a transaction of its own: behind them, records come again and are known. */
    @Override
    public void save(String group, String of, int partition, HighWater before, HighWater reached) {
        mart.write(connection -> {
            try (var update = connection.prepareStatement(
                    "update %s set next_offset = ? where source = ? and partition = ? and epoch = ? and next_offset < ?"
                            .formatted(tables.positions()))) {
                update.setLong(1, reached.next());
                update.setString(2, source);
                update.setInt(3, partition);
                update.setString(4, reached.epoch());
                update.setLong(5, reached.next());
                update.execute();
            }
        });
    }

    /** By partition, what is in the tables. */
    public Map<Integer, Reached> progress() {
        return mart.read(connection -> {
            try (var select = connection.prepareStatement(
                    "select partition, position, recorded_at from %s where source = ? and recorded_at is not null"
                            .formatted(tables.positions()))) {
                select.setString(1, source);
                var rows = select.executeQuery();
                var reached = new TreeMap<Integer, Reached>();
                while (rows.next()) {
                    reached.put(
                            rows.getInt(1),
                            new Reached(rows.getLong(2), rows.getTimestamp(3).toInstant()));
                }
                return reached;
            }
        });
    }
}
