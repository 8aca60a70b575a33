package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.store.Lines.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a reference: its views, and from when until when each of its values holds. */
final class Lookups<V> implements Feed.Book {
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    /** What is believed from an event on. */
    private record Change(Instant at, long position, List<Reference.Span> spans) {
        Change(Inbound event, List<Reference.Span> spans) {
            this(event.recordedAt(), event.position(), spans);
        }
    }

    private final Reference<V> reference;
    private final Tables tables;

    Lookups(Reference<V> reference, Tables tables) {
        this.reference = reference;
        this.tables = tables;
    }

    @Override
    public List<String> names() {
        return List.of(reference.name());
    }

    @Override
    public Feed.Work begin() {
        return new Work();
    }

    private final class Work implements Feed.Work {
        private final Views<V, List<Reference.Span>> views =
                new Views<>(reference.name(), tables, reference.fold(), Lookups.this::spans);
        private final Map<UUID, List<Change>> changes = new TreeMap<>();

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
            views.fold(events, (event, before, after, _) -> {
                if (!after.equals(before)) {
                    changes.computeIfAbsent(event.subject(), _ -> new ArrayList<>())
                            .add(new Change(event, after));
                }
            });
        }

        @Override
        public void write(Connection connection) throws SQLException {
            views.write(connection);
            end(connection, changes);
            lines(changes).insertInto(connection, tables.reference(reference));
        }

        @Override
        public void compare(Connection connection, Differences found) throws SQLException {
            views.compare(connection, found);
            var lines = lines(changes);
            found.compare(
                    connection,
                    reference.name(),
                    "reference",
                    lines,
                    "select %s from %s".formatted(lines.names(), tables.reference(reference)),
                    List.of("id", "code", "valid_from", "event_position"));
        }
    }

    /** What was believed until then is believed no more, and stays readable. */
    private void end(Connection connection, Map<UUID, List<Change>> changes) throws SQLException {
        var ended = new Lines(
                List.of(new Column("id", "uuid"), new Column("at", "timestamptz"), new Column("position", "bigint")));
        changes.forEach((id, of) ->
                ended.add(List.of(id, of.getFirst().at(), of.getFirst().position())));
        ended.execute(connection, """
            update %s r set known_to = u.at, until_position = u.position from %s where r.id = u.id and r.until_position is null\
            """.formatted(tables.reference(reference), ended.table()));
    }

    private List<Reference.Span> spans(V view) {
        var spans = reference.of(view);
        spans.forEach(span -> Days.bounded(span.from()));
        return spans;
    }

    private Lines lines(Map<UUID, List<Change>> changes) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("id", "uuid"));
        columns.add(new Column("code", "text"));
        columns.add(new Column("valid_from", "date"));
        columns.add(new Column("valid_to", "date"));
        columns.add(new Column("known_from", "timestamptz"));
        columns.add(new Column("known_to", "timestamptz"));
        columns.add(new Column("event_position", "bigint"));
        columns.add(new Column("until_position", "bigint"));
        reference.attributes().forEach(attribute -> columns.add(new Column(attribute.name(), "text")));
        var lines = new Lines(columns);
        changes.forEach((id, of) -> {
            for (int at = 0; at < of.size(); at++) {
                add(lines, id, of.get(at), at + 1 < of.size() ? of.get(at + 1) : null);
            }
        });
        return lines;
    }

    /** The next day on which something else is said of the same, be it nothing. */
    private static LocalDate until(Reference.Span span, List<Reference.Span> later) {
        return later.stream()
                .filter(next -> next.key().equals(span.key()))
                .map(Reference.Span::from)
                .findFirst()
                .orElse(OPEN);
    }

    private static void add(Lines lines, UUID id, Change change, @Nullable Change next) {
        var spans = change.spans();
        for (int at = 0; at < spans.size(); at++) {
            var span = spans.get(at);
            if (span.isEnd()) {
                continue;
            }
            var line = new ArrayList<@Nullable Object>();
            line.add(id);
            line.add(span.key());
            line.add(span.from());
            line.add(until(span, spans.subList(at + 1, spans.size())));
            line.add(change.at());
            line.add(next == null ? Spans.FOREVER : next.at());
            line.add(change.position());
            line.add(next == null ? null : next.position());
            line.addAll(span.values());
            lines.add(line);
        }
    }
}
