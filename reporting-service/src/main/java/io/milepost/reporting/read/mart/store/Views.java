package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.platform.setaside.Attempt;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.store.Lines.Column;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folded subjects of a batch. One whose event cannot be read, folded or counted is set aside alone, with the position and the
 * reason: from that event on nothing of it counts any more, since a fold over a gap would be wrong.
 *
 * @param <V> the view
 * @param <M> what a view is made into
 */
final class Views<V, M> {
    private static final int FETCHED = 1_000;

    private final String name;
    private final Tables tables;
    private final Fold<V> fold;
    private final Function<V, M> making;
    private final Map<UUID, Known<V, M>> known = new HashMap<>();
    private final Map<UUID, Long> asides = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private final Map<UUID, Aside> left = new LinkedHashMap<>();

    /** A subject up to a position. */
    private record Known<V, M>(long position, V view, M made) {}

    private record Aside(String source, String type, long position, String cause) {}

    /** What an event changes; before is null where nothing was known. */
    interface Change<V, M> {
        void from(Inbound event, @Nullable M before, M after, V view);
    }

    Views(String name, Tables tables, Fold<V> fold, Function<V, M> making) {
        this.name = name;
        this.tables = tables;
        this.fold = fold;
        this.making = making;
    }

    /** Reads what is known of the subjects of these events. */
    void load(Connection connection, List<Inbound> events) throws SQLException {
        var subjects = ours(events).map(Inbound::subject).collect(Collectors.toSet());
        if (!subjects.isEmpty()) {
            load(connection, subjects);
        }
    }

    private Stream<Inbound> ours(List<Inbound> events) {
        return events.stream().filter(event -> fold.types().contains(event.type()));
    }

    /** Folds those events that are of its types and not known yet; nothing is written. */
    void fold(List<Inbound> events, Change<V, M> change) {
        for (var event : ours(events).toList()) {
            var before = known.get(event.subject());
            Long aside = asides.get(event.subject());
            if ((before != null && event.position() <= before.position())
                    || (aside != null && event.position() >= aside)) {
                continue;
            }
            switch (Attempt.of(() -> step(before, event))) {
                case Attempt.Done<Known<V, M>>(Known<V, M> after) -> {
                    known.put(event.subject(), after);
                    changed.add(event.subject());
                    change.from(event, before == null ? null : before.made(), after.made(), after.view());
                }
                case Attempt.Failed<Known<V, M>>(RuntimeException fault) -> leave(event, fault);
            }
        }
    }

    private Known<V, M> step(@Nullable Known<V, M> before, Inbound event) {
        V after = fold.apply(before == null ? null : before.view(), event);
        Days.bounded(fold.day(after));
        return new Known<>(event.position(), after, making.apply(after));
    }

    private void leave(Inbound event, RuntimeException fault) {
        // The message of any other fault may quote the event's data.
        String cause = fault instanceof Inbound.Unreadable
                ? String.valueOf(fault.getMessage())
                : fault.getClass().getSimpleName();
        asides.put(event.subject(), event.position());
        left.put(event.subject(), new Aside(event.source(), event.type(), event.position(), cause));
    }

    /** Reads what is gone on without, and nothing else: for a fold from the first event on. */
    void loadAsides(Connection connection) throws SQLException {
        asides(connection, "select subject, position from %s where dataset = ?", null);
    }

    private void asides(Connection connection, String sql, @Nullable Array subjects) throws SQLException {
        try (var select = connection.prepareStatement(sql.formatted(tables.asides()))) {
            select.setString(1, name);
            if (subjects != null) {
                select.setArray(2, subjects);
            }
            var rows = select.executeQuery();
            while (rows.next()) {
                asides.put(rows.getObject(1, UUID.class), rows.getLong(2));
            }
        }
    }

    private void load(Connection connection, Collection<UUID> subjects) throws SQLException {
        var ids = connection.createArrayOf("uuid", subjects.toArray());
        asides(connection, "select subject, position from %s where dataset = ? and subject = any(?)", ids);
        try (var select = connection.prepareStatement(
                "select subject, position, view from %s where subject = any(?)".formatted(tables.view(name)))) {
            select.setArray(1, ids);
            var rows = select.executeQuery();
            while (rows.next()) {
                V view = Json.lenient().readValue(rows.getBytes(3), fold.view());
                known.put(rows.getObject(1, UUID.class), new Known<>(rows.getLong(2), view, making.apply(view)));
            }
        }
    }

    void write(Connection connection) throws SQLException {
        var asideLines = new Lines(List.of(
                new Column("dataset", "text"),
                new Column("subject", "uuid"),
                new Column("source", "text"),
                new Column("type", "text"),
                new Column("position", "bigint"),
                new Column("cause", "text")));
        left.forEach((subject, aside) ->
                asideLines.add(List.of(name, subject, aside.source(), aside.type(), aside.position(), aside.cause())));
        asideLines.insertInto(connection, tables.asides());
        var lines = new Lines(
                List.of(new Column("subject", "uuid"), new Column("position", "bigint"), new Column("view", "bytea")));
        changed.stream().sorted().forEach(subject -> {
            var now = Objects.requireNonNull(known.get(subject));
            lines.add(List.of(subject, now.position(), Json.mapper().writeValueAsBytes(now.view())));
        });
        lines.execute(connection, """
            insert into %s (subject, position, view) select subject, position, view from %s
            on conflict (subject) do update set position = excluded.position, view = excluded.view\
            """.formatted(tables.view(name), lines.table()));
    }

    /** Holds what was folded from the first event on against the table. What cannot be read by now and is not set aside differs too. */
    void compare(Connection connection, Differences found) throws SQLException {
        left.forEach((subject, aside) -> found.add(name, "aside", subject.toString(), null, aside.cause()));
        var missing = new HashSet<>(known.keySet());
        try (var select =
                connection.prepareStatement("select subject, position, view from %s".formatted(tables.view(name)))) {
            select.setFetchSize(FETCHED);
            var rows = select.executeQuery();
            while (rows.next()) {
                UUID subject = rows.getObject(1, UUID.class);
                long position = rows.getLong(2);
                byte[] view = rows.getBytes(3);
                missing.remove(subject);
                var expected = known.get(subject);
                // A view may hold personal data, sealed or not: it is told by its position alone.
                if (expected == null) {
                    found.add(name, "view", subject.toString(), "at " + position, null);
                } else if (expected.position() != position) {
                    found.add(name, "view", subject.toString(), "at " + position, "at " + expected.position());
                } else if (!(Attempt.of(() -> Json.lenient().readValue(view, fold.view()))
                                instanceof Attempt.Done<V>(V stored)
                        && stored.equals(again(expected.view())))) {
                    found.add(name, "view", subject.toString(), "other at " + position, "at " + position);
                }
            }
        }
        missing.forEach(subject -> found.add(
                name,
                "view",
                subject.toString(),
                null,
                "at " + Objects.requireNonNull(known.get(subject)).position()));
    }

    /** As a table gives it back: a number is compared by what it says and not by the digits that carried it. */
    private V again(V view) {
        return Json.lenient().readValue(Json.mapper().writeValueAsBytes(view), fold.view());
    }
}
