package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.store.Lines.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history of a dataset's rows as a batch goes on with it. A span is never overwritten: what was believed of it gets an end of its
 * own, and what is believed from then on is another row.
 */
final class Spans {
    private static final List<Column> KEY = List.of(
            new Column("id", "uuid"),
            new Column("part", "text"),
            new Column("valid_from", "date"),
            new Column("valid_to", "date"),
            new Column("known_from", "timestamptz"),
            new Column("known_to", "timestamptz"),
            new Column("event_position", "bigint"),
            new Column("until_position", "bigint"));
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);
    static final String FOREVER = "infinity";

    private final Measures<?> measures;
    private final String table;
    private final Map<Key, List<Change>> changes = new LinkedHashMap<>();

    private record Key(UUID id, String part) {}

    /**
     * From this day on.
     *
     * @param before whether there was anything to end
     * @param row null from the day on which it is no more
     */
    private record Change(
            LocalDate day,
            Instant at,
            long position,
            boolean before,
            @Nullable Row row) {}

    Spans(Measures<?> measures, String table) {
        this.measures = measures;
        this.table = table;
    }

    void change(Inbound event, String part, LocalDate day, boolean before, @Nullable Row row) {
        changes.computeIfAbsent(new Key(event.subject(), part), _ -> new ArrayList<>())
                .add(new Change(day, event.recordedAt(), event.position(), before, row));
    }

    void write(Connection connection) throws SQLException {
        var ended = new Lines(List.of(
                new Column("id", "uuid"),
                new Column("part", "text"),
                new Column("day", "date"),
                new Column("at", "timestamptz"),
                new Column("position", "bigint")));
        changes.forEach((key, of) -> {
            var first = of.getFirst();
            if (first.before()) {
                ended.add(List.of(key.id(), key.part(), first.day(), first.at(), first.position()));
            }
        });
        end(connection, ended);
        begun().insertInto(connection, table);
    }

    /** Holds what was said from the first event on against the table: all that is believed, and all that ever was. */
    void compare(Connection connection, Differences found) throws SQLException {
        var begun = begun();
        found.compare(
                connection,
                measures.dataset().name(),
                "history",
                begun,
                "select %s from %s".formatted(begun.names(), table),
                List.of("id", "part", "event_position", "valid_from", "valid_to"));
    }

    private Lines begun() {
        var begun = new Lines(
                Stream.concat(KEY.stream(), Tables.columns(measures).stream()).toList());
        changes.forEach((key, of) -> {
            for (int at = 0; at < of.size(); at++) {
                var change = of.get(at);
                if (change.row() != null) {
                    begin(begun, key, change, change.row(), at + 1 < of.size() ? of.get(at + 1) : null);
                }
            }
        });
        return begun;
    }

    private void begin(Lines begun, Key key, Change change, Row row, @Nullable Change next) {
        if (next == null) {
            begun.add(line(key, change.day(), OPEN, change, null, row));
            return;
        }
        begun.add(line(key, change.day(), OPEN, change, next, row));
        if (change.day().isBefore(next.day())) {
            begun.add(line(key, change.day(), next.day(), next, null, row));
        }
    }

    private List<@Nullable Object> line(
            Key key, LocalDate from, LocalDate to, Change said, @Nullable Change until, Row row) {
        var line = new ArrayList<@Nullable Object>();
        line.add(key.id());
        line.add(key.part());
        line.add(from);
        line.add(to);
        line.add(said.at());
        line.add(until == null ? FOREVER : until.at());
        line.add(said.position());
        line.add(until == null ? null : until.position());
        line.addAll(row.dimensions());
        line.add(row.currency());
        line.addAll(row.amounts());
        int at = 0;
        for (var sum : measures.summed()) {
            var share = row.shares().get(at++);
            line.add(share == null ? null : share.amount());
            if (Tables.hasDay(sum)) {
                line.add(share == null ? null : share.day());
            }
            if (sum.value().known() != null) {
                line.add(share == null ? null : share.known());
            }
        }
        line.addAll(row.dates());
        return line;
    }

    /** The span that was open is known until now; from now on it is known to have ended, unless it ended where it began. */
    private void end(Connection connection, Lines ended) throws SQLException {
        String columns = Tables.columns(measures).stream()
                .map(column -> ", h." + column.name())
                .reduce("", String::concat);
        String names = columns.replace(", h.", ", ");
        ended.execute(connection, """
            with closed as (
              update %1$s h set known_to = u.at, until_position = u.position from %2$s
              where h.id = u.id and h.part = u.part and h.valid_to = %3$s and h.until_position is null
              returning h.id, h.part, h.valid_from, u.day, u.at, u.position%4$s)
            insert into %1$s (id, part, valid_from, valid_to, known_from, known_to, event_position%5$s)
            select id, part, valid_from, day, at, 'infinity', position%5$s from closed where valid_from < day
            """.formatted(table, ended.table(), Tables.OPEN, columns, names));
    }
}
