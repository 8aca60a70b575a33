package io.milepost.reporting.read.mart.store;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.platform.setaside.Attempt;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.store.Lines.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
public final class Views<V, M> {
    private static final int FETCHED = 1_000;

    private final String name;
    private final Tables tables;
    private final Fold<V> fold;
    private final Function<V, M> making;
    private final Map<UUID, Known<V, M>> known = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private final Gaps gaps;

    /** A subject up to a position. */
    private record Known<V, M>(long position, V view, M made) {}

    /** What an event changes; before is null where nothing was known. */
    public interface Change<V, M> {
        void from(Inbound event, @Nullable M before, M after, V view);
    }

    public Views(String name, Tables tables, Fold<V> fold, Function<V, M> making) {
        this(List.of(name), tables, fold, making);
    }

    /** @param names of all that is made of them, and is set aside together; they are kept under the first */
    public Views(List<String> names, Tables tables, Fold<V> fold, Function<V, M> making) {
        this.name = names.getFirst();
        this.tables = tables;
        this.fold = fold;
        this.making = making;
        this.gaps = new Gaps(names, tables);
    }

    /** Reads what is known of the subjects of these events. */
    public void load(Connection connection, List<Inbound> events) throws SQLException {
        var subjects = ours(events).map(Inbound::subject).collect(Collectors.toSet());
        if (!subjects.isEmpty()) {
            load(connection, subjects);
        }
    }

    private Stream<Inbound> ours(List<Inbound> events) {
        return events.stream().filter(event -> fold.types().contains(event.type()));
    }

    /** Folds those events that are of its types and not known yet; nothing is written. */
    public void fold(List<Inbound> events, Change<V, M> change) {
        for (var event : ours(events).toList()) {
            var before = known.get(event.subject());
            if ((before != null && event.position() <= before.position()) || gaps.has(event)) {
                continue;
            }
            switch (Attempt.of(() -> step(before, event))) {
                case Attempt.Done<Known<V, M>>(Known<V, M> after) -> {
                    known.put(event.subject(), after);
                    changed.add(event.subject());
                    change.from(event, before == null ? null : before.made(), after.made(), after.view());
                }
                case Attempt.Failed<Known<V, M>>(RuntimeException fault) -> gaps.add(event, fault);
            }
        }
    }

    private Known<V, M> step(@Nullable Known<V, M> before, Inbound event) {
        V after = fold.apply(before == null ? null : before.view(), event);
        Days.bounded(fold.day(after));
        return new Known<>(event.position(), after, making.apply(after));
    }

    /** Reads what is gone on without, and nothing else: for a fold from the first event on. */
    public void loadAsides(Connection connection) throws SQLException {
        gaps.load(connection);
    }

    private void load(Connection connection, Collection<UUID> subjects) throws SQLException {
        var ids = connection.createArrayOf("uuid", subjects.toArray());
        gaps.load(connection, subjects);
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

    public void write(Connection connection) throws SQLException {
        gaps.write(connection);
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
    public void compare(Connection connection, Differences found) throws SQLException {
        gaps.compare(found);
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
