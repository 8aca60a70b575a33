package io.milepost.reporting.read.mart.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The schemas that earlier declarations have left: nobody feeds or reads them, and only an operator drops them. */
public final class OldSchemas {
    private static final String NAMES = "^%s[0-9a-f]{8}(_[0-9]+)?$".formatted(Schema.PREFIX);

    private final Mart mart;
    private final Schema schema;

    /** @param schema of the declarations of now, whose generations are not among them */
    public OldSchemas(Mart mart, Schema schema) {
        this.mart = mart;
        this.schema = schema;
    }

    /**
     * One of them.
     *
     * @param bytes that it takes on disk
     * @param sources that it was fed from
     */
    public record Old(String name, long bytes, List<String> sources) {
        public Old {
            sources = List.copyOf(sources);
        }
    }

    public List<Old> all() {
        return mart.read(this::all);
    }

    public Optional<Old> named(String name) {
        return all().stream().filter(old -> old.name().equals(name)).findFirst();
    }

    /** Drops one of {@link #all} with everything in it, and the views that somebody has built on it; nothing where it is not there. */
    public void drop(Old old) {
        mart.write(connection -> {
            Schema.lock(connection);
            if (all(connection).stream().anyMatch(one -> one.name().equals(old.name()))) {
                drop(connection, old.name());
            }
        });
    }

    /** Waits a little for its readers, and fails where they go on: then nothing is dropped. */
    static void drop(Connection connection, String schema) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '5s'");
            statement.execute("drop schema if exists %s cascade".formatted(schema));
        }
    }

    private List<Old> all(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        var sizes = new ArrayList<Long>();
        try (var select = connection.prepareStatement("""
                select nspname, (select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint from pg_class c
                  where c.relnamespace = n.oid and c.relkind = 'r')
                from pg_namespace n where nspname ~ ? and substr(nspname, 1, length(?)) <> ? order by nspname
                """)) {
            select.setString(1, NAMES);
            select.setString(2, schema.name());
            select.setString(3, schema.name());
            var rows = select.executeQuery();
            while (rows.next()) {
                names.add(rows.getString(1));
                sizes.add(rows.getLong(2));
            }
        }
        var found = new ArrayList<Old>();
        for (int at = 0; at < names.size(); at++) {
            found.add(new Old(names.get(at), sizes.get(at), sources(connection, new Tables(names.get(at)))));
        }
        return found;
    }

    private static List<String> sources(Connection connection, Tables tables) throws SQLException {
        var sources = new TreeSet<String>();
        try (var statement = connection.createStatement()) {
            var there = statement.executeQuery("select to_regclass('%s') is not null".formatted(tables.positions()));
            if (there.next() && there.getBoolean(1)) {
                var rows = statement.executeQuery("select distinct source from " + tables.positions());
                while (rows.next()) {
                    sources.add(rows.getString(1));
                }
            }
        }
        return List.copyOf(sources);
    }
}
