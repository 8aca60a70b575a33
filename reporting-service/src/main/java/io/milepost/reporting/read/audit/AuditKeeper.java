package io.milepost.reporting.read.audit;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Keeper;
import io.milepost.reporting.read.mart.store.Lines;
import io.milepost.reporting.read.mart.store.Lines.Column;
import io.milepost.reporting.read.mart.store.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a line of each event of each service under its position, as it came: nothing is folded and nothing looked up, so any order and any
 * repetition gives the same, and nothing can be set aside.
 */
public final class AuditKeeper implements Keeper {
    static final List<String> SERVICES = List.of("lead", "opportunity", "contract", "delivery");

    private static final String TEXT = "text";
    private static final List<Column> COLUMNS = List.of(
            new Column("service", TEXT),
            new Column("position", "bigint"),
            new Column("event", "uuid"),
            new Column("at", "bigint"),
            new Column("kind", TEXT),
            new Column("type", TEXT),
            new Column("entity", "uuid"),
            new Column("actor", TEXT),
            new Column("member", TEXT),
            new Column("who", TEXT),
            new Column("client", TEXT),
            new Column("command", TEXT),
            new Column("about", TEXT),
            new Column("detail", TEXT));

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<String> sources() {
        return SERVICES;
    }

    @Override
    public List<String> statements(Tables tables) {
        var table = table(tables);
        return List.of(
                """
                create table if not exists %s (service text not null, position bigint not null, event uuid not null, \
                at bigint not null, kind text not null, type text not null, entity uuid, actor text, member text, who text, \
                client text, command text, about uuid[] not null, detail text, primary key (service, position))\
                """.formatted(table),
                "create index if not exists audit_entry_at on %s (at)".formatted(table),
                "create index if not exists audit_entry_who on %s (who, at) where who is not null".formatted(table),
                "create index if not exists audit_entry_about on %s using gin (about)".formatted(table));
    }

    static String table(Tables tables) {
        return tables.schema() + ".audit_entry";
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
                return new Work(of(source), source, table(tables));
            }
        };
    }

    private static final class Work implements Feed.Work {
        private final String name;
        private final String source;
        private final String table;
        private final TreeMap<Long, Entry> read = new TreeMap<>();

        Work(String name, String source, String table) {
            this.name = name;
            this.source = source;
            this.table = table;
        }

        @Override
        public void load(Connection connection, List<Inbound> events) {
            // What is said does not depend on what was said before.
        }

        @Override
        public void loadAsides(Connection connection) {
            // Nothing is ever set aside.
        }

        @Override
        public void fold(List<Inbound> events) {
            events.forEach(event -> read.put(event.position(), Entry.of(event)));
        }

        @Override
        public void write(Connection connection) throws SQLException {
            var lines = lines();
            var others = COLUMNS.stream().map(Column::name).skip(2).toList();
            // A restored log gives a position anew: then what it says now is the line.
            lines.execute(connection, """
                insert into %1$s as e (%2$s) select %3$s from %4$s \
                on conflict (service, position) do update set %5$s where e.event <> excluded.event\
                """.formatted(
                            table,
                            lines.names(),
                            lines.names().replace("about", "about::uuid[]"),
                            lines.table(),
                            String.join(
                                    ", ",
                                    others.stream()
                                            .map(column -> column + " = excluded." + column)
                                            .toList())));
        }

        @Override
        public void compare(Connection connection, Differences found) throws SQLException {
            var lines = lines();
            found.compare(
                    connection,
                    name,
                    "entry",
                    lines,
                    "select %s from %s where service = '%s'"
                            .formatted(lines.names().replace("about", "about::text as about"), table, source),
                    List.of("service", "position"));
        }

        private Lines lines() {
            var lines = new Lines(COLUMNS);
            read.values()
                    .forEach(entry -> lines.add(Arrays.<@Nullable Object>asList(
                            entry.service(),
                            entry.position(),
                            entry.event(),
                            entry.at(),
                            entry.kind().name(),
                            entry.type(),
                            entry.entity(),
                            entry.actor(),
                            entry.member(),
                            entry.who(),
                            entry.client(),
                            entry.command(),
                            entry.aboutText(),
                            entry.detail())));
            return lines;
        }
    }
}
