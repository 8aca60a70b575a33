package io.milepost.reporting.read.notices;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Keeper;
import io.milepost.reporting.read.mart.store.Lines;
import io.milepost.reporting.read.mart.store.Lines.Column;
import io.milepost.reporting.read.mart.store.Schema;
import io.milepost.reporting.read.mart.store.Tables;
import io.milepost.reporting.read.mart.store.Views;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the notices of all services, to be found by the circle that they are meant for: they are addressed when they are read. */
public final class NoticeKeeper implements Keeper {
    static final List<String> SERVICES = List.of("lead", "opportunity", "contract", "delivery");

    private final ZoneId zone;

    /** @param zone in which a day is one */
    public NoticeKeeper(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "notice";
    }

    @Override
    public List<String> sources() {
        return SERVICES;
    }

    @Override
    public List<String> statements(Tables tables) {
        var made = new ArrayList<String>();
        for (String source : SERVICES) {
            made.add(Schema.views(tables.view(of(source))));
            made.add("create table if not exists %s (subject uuid primary key, circle text)"
                    .formatted(circles(tables, source)));
            made.add("create index if not exists %s_circle on %s (circle)"
                    .formatted(of(source), circles(tables, source)));
        }
        return made;
    }

    private String circles(Tables tables, String source) {
        return tables.schema() + "." + of(source);
    }

    @Override
    public Feed.Book book(Tables tables, String source) {
        return new Feed.Book() {
            @Override
            public List<String> names() {
                return List.of(of(source));
            }

            @Override
            public Feed.Work begin() {
                return new Work(
                        of(source),
                        circles(tables, source),
                        new Views<>(of(source), tables, new NoticeFold(source, zone), notice -> notice));
            }
        };
    }

    /** As PostgreSQL can have it. */
    private static String storable(String circle) {
        return circle.replace('\0', '\uFFFD');
    }

    private static final class Work implements Feed.Work {
        private final String name;
        private final String table;
        private final Views<Told, Told> views;
        private final Map<UUID, Told> changed = new TreeMap<>();

        Work(String name, String table, Views<Told, Told> views) {
            this.name = name;
            this.table = table;
            this.views = views;
        }

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
            var lines = lines();
            lines.execute(connection, """
                insert into %1$s (%2$s) select %2$s from %3$s
                on conflict (subject) do update set circle = excluded.circle\
                """.formatted(table, lines.names(), lines.table()));
        }

        @Override
        public void compare(Connection connection, Differences found) throws SQLException {
            views.compare(connection, found);
            var lines = lines();
            found.compare(
                    connection,
                    name,
                    "circle",
                    lines,
                    "select %s from %s".formatted(lines.names(), table),
                    List.of("subject"));
        }

        private Lines lines() {
            var lines = new Lines(List.of(new Column("subject", "uuid"), new Column("circle", "text")));
            changed.forEach((subject, notice) -> {
                var line = new ArrayList<@Nullable Object>();
                line.add(subject);
                line.add(notice.circle() == null ? null : storable(notice.circle()));
                lines.add(line);
            });
            return lines;
        }
    }

    /**
     * What is meant for one of these circles.
     *
     * @param setAside how many notices, of anybody, cannot be read
     */
    record Meant(List<One> notices, long setAside) {}

    /** A notice under its id. */
    record One(UUID id, Told told) {}

    Meant meantFor(Connection connection, Tables tables, Collection<String> circles) throws SQLException {
        var found = new ArrayList<One>();
        for (String source : SERVICES) {
            try (var select = connection.prepareStatement(
                    "select v.subject, v.view from %s n join %s v on v.subject = n.subject where n.circle = any(?)"
                            .formatted(circles(tables, source), tables.view(of(source))))) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                circles.stream().map(NoticeKeeper::storable).toArray()));
                var rows = select.executeQuery();
                while (rows.next()) {
                    found.add(new One(
                            rows.getObject(1, UUID.class), Json.lenient().readValue(rows.getBytes(2), Told.class)));
                }
            }
        }
        try (var select = connection.prepareStatement(
                "select count(*) from %s where dataset = any(?)".formatted(tables.asides()))) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text", SERVICES.stream().map(this::of).toArray()));
            var rows = select.executeQuery();
            return new Meant(found, rows.next() ? rows.getLong(1) : 0);
        }
    }
}
