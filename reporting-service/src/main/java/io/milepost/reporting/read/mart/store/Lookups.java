package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.store.Lines.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes a reference: its views, and from when until when each of its values holds. */
final class Lookups<V> implements Feed.Book {
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final Reference<V> reference;
    private final Tables tables;

    Lookups(Reference<V> reference, Tables tables) {
        this.reference = reference;
        this.tables = tables;
    }

    @Override
    public String name() {
        return reference.name();
    }

    @Override
    public Feed.Work begin() {
        return new Work();
    }

    private final class Work implements Feed.Work {
        private final Views<V, List<Reference.Span>> views =
                new Views<>(reference.name(), tables, reference.fold(), Lookups.this::spans);
        private final Map<UUID, List<Reference.Span>> changed = new TreeMap<>();

        @Override
        public void load(Connection connection, List<Inbound> events) throws SQLException {
            views.load(connection, events);
        }

        @Override
        public void loadAsides(Connection connection) throws SQLException {
            views.loadAsides(connection);
        }

        @Override
        public void fold(List<Inbound> events) {
            views.fold(events, (event, _, after, _) -> changed.put(event.subject(), after));
        }

        @Override
        public void write(Connection connection) throws SQLException {
            views.write(connection);
            if (changed.isEmpty()) {
                return;
            }
            try (var delete = connection.prepareStatement(
                    "delete from %s where id = any(?)".formatted(tables.reference(reference)))) {
                delete.setArray(
                        1, connection.createArrayOf("uuid", changed.keySet().toArray()));
                delete.execute();
            }
            lines(changed).insertInto(connection, tables.reference(reference));
        }

        @Override
        public void compare(Connection connection, Differences found) throws SQLException {
            views.compare(connection, found);
            var lines = lines(changed);
            found.compare(
                    connection,
                    reference.name(),
                    "reference",
                    lines,
                    "select %s from %s".formatted(lines.names(), tables.reference(reference)),
                    List.of("id", "code", "valid_from"));
        }
    }

    private List<Reference.Span> spans(V view) {
        var spans = reference.of(view);
        spans.forEach(span -> Days.bounded(span.from()));
        return spans;
    }

    private Lines lines(Map<UUID, List<Reference.Span>> changed) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("id", "uuid"));
        columns.add(new Column("code", "text"));
        columns.add(new Column("valid_from", "date"));
        columns.add(new Column("valid_to", "date"));
        reference.attributes().forEach(attribute -> columns.add(new Column(attribute.name(), "text")));
        var lines = new Lines(columns);
        changed.forEach((id, spans) -> {
            for (int at = 0; at < spans.size(); at++) {
                var span = spans.get(at);
                var line = new ArrayList<Object>();
                line.add(id);
                line.add(span.key());
                line.add(span.from());
                line.add(at + 1 < spans.size() ? spans.get(at + 1).from() : OPEN);
                line.addAll(span.values());
                lines.add(line);
            }
        });
        return lines;
    }
}
