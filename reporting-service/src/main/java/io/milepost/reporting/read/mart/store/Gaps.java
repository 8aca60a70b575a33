package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.store.Lines.Column;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which subjects some datasets of one view go on without, from which event on, and which of them a batch has added. */
public final class Gaps {
    private final List<String> datasets;
    private final Tables tables;
    private final Map<UUID, Long> known = new HashMap<>();
    private final Map<UUID, Gap> added = new LinkedHashMap<>();

    private record Gap(String source, String type, long position, String cause, Instant since) {}

    public Gaps(List<String> datasets, Tables tables) {
        this.datasets = datasets;
        this.tables = tables;
    }

    /** Reads all of them, for a fold from the first event on. */
    public void load(Connection connection) throws SQLException {
        load(connection, "select subject, position from %s where dataset = any(?)", null);
    }

    /** Reads those of some subjects. */
    public void load(Connection connection, Collection<UUID> subjects) throws SQLException {
        load(
                connection,
                "select subject, position from %s where dataset = any(?) and subject = any(?)",
                connection.createArrayOf("uuid", subjects.toArray()));
    }

    private void load(Connection connection, String sql, @Nullable Array subjects) throws SQLException {
        try (var select = connection.prepareStatement(sql.formatted(tables.asides()))) {
            select.setArray(1, connection.createArrayOf("text", datasets.toArray()));
            if (subjects != null) {
                select.setArray(2, subjects);
            }
            var rows = select.executeQuery();
            while (rows.next()) {
                known.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
        }
    }

    /** Whether the subject is gone on without from this event on, or from an earlier one. */
    public boolean has(Inbound event) {
        Long from = known.get(event.subject());
        return from != null && event.position() >= from;
    }

    public Set<UUID> subjects() {
        return Set.copyOf(known.keySet());
    }

    /** Goes on without the subject from this event on, with what failed and without any of the event's data. */
    public void add(Inbound event, RuntimeException fault) {
        // The message of any other fault may quote the event's data.
        String cause = fault instanceof Inbound.Unreadable
                ? String.valueOf(fault.getMessage())
                : fault.getClass().getSimpleName();
        known.put(event.subject(), event.position());
        added.put(
                event.subject(),
                new Gap(event.source(), storable(event.type()), event.position(), storable(cause), event.recordedAt()));
    }

    /** As PostgreSQL can have it. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** Writes what was added, unless the subject is set aside already. */
    public void write(Connection connection) throws SQLException {
        var lines = new Lines(List.of(
                new Column("dataset", "text"),
                new Column("subject", "uuid"),
                new Column("source", "text"),
                new Column("type", "text"),
                new Column("position", "bigint"),
                new Column("cause", "text"),
                new Column("since", "timestamptz")));
        added.forEach((subject, gap) -> datasets.forEach(dataset -> lines.add(List.of(
                dataset,
                subject,
                gap.source(),
                gap.type(),
                gap.position(),
                gap.cause(),
                gap.since().toString()))));
        lines.add(connection, tables.asides());
    }

    /** What cannot be read by now and is not set aside differs. */
    public void compare(Differences found) {
        added.forEach((subject, gap) ->
                datasets.forEach(dataset -> found.add(dataset, "aside", subject.toString(), null, gap.cause())));
    }
}
