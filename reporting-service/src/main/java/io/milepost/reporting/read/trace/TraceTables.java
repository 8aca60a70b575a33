package io.milepost.reporting.read.trace;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.Lines;
import io.milepost.reporting.read.mart.store.Lines.Column;
import io.milepost.reporting.read.mart.store.Tables;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** The two tables of the trace in one generation, as one service fills them: links between ids, and steps. */
record TraceTables(Tables of, String service) {
    private static final List<String> LINK = List.of("id", "service", "role", "other");
    private static final List<String> STEP = List.of("id", "service", "position");

    private record Tie(UUID id, String role, UUID other) {
        static final Comparator<Tie> ORDER =
                Comparator.comparing(Tie::id).thenComparing(Tie::role).thenComparing(Tie::other);
    }

    private record Place(UUID id, long position) {
        static final Comparator<Place> ORDER = Comparator.comparing(Place::id).thenComparingLong(Place::position);
    }

    static List<String> statements(Tables tables) {
        return List.of("""
                create table if not exists %s (id uuid not null, service text not null, role text not null, other uuid not null, \
                primary key (id, service, role, other))\
                """.formatted(links(tables)), """
                create table if not exists %s (id uuid not null, service text not null, position bigint not null, step bytea not null, \
                primary key (id, service, position))\
                """.formatted(steps(tables)));
    }

    static String links(Tables tables) {
        return tables.schema() + ".trace_link";
    }

    static String steps(Tables tables) {
        return tables.schema() + ".trace_step";
    }

    /** In one order by everybody, so that two partitions that name one id wait for each other and never in a circle. */
    void write(Connection connection, List<Mention> mentions) throws SQLException {
        var links = new Lines(List.of(
                new Column("id", "uuid"),
                new Column("service", "text"),
                new Column("role", "text"),
                new Column("other", "uuid")));
        ties(mentions).forEach(tie -> links.add(List.of(tie.id(), service, tie.role(), tie.other())));
        links.add(connection, links(of));
        var steps = new Lines(List.of(
                new Column("id", "uuid"),
                new Column("service", "text"),
                new Column("position", "bigint"),
                new Column("step", "bytea")));
        steps(mentions)
                .forEach((place, step) -> steps.add(List.of(
                        place.id(), service, place.position(), Json.mapper().writeValueAsBytes(step))));
        // A restored log gives a position anew: then what it says now is the step.
        steps.execute(connection, """
            insert into %1$s as s (%2$s) select %2$s from %3$s
            on conflict (id, service, position) do update set step = excluded.step where s.step <> excluded.step\
            """.formatted(steps(of), steps.names(), steps.table()));
    }

    void compare(Connection connection, String name, List<Mention> mentions, Differences found) throws SQLException {
        var links = new Lines(List.of(
                new Column("id", "uuid"),
                new Column("service", "text"),
                new Column("role", "text"),
                new Column("other", "uuid")));
        ties(mentions).forEach(tie -> links.add(List.of(tie.id(), service, tie.role(), tie.other())));
        found.compare(connection, name, "link", links, select(links.names(), links(of)), LINK);
        // A step may say more than who looks for differences is to read: it is told by its digest.
        var steps = new Lines(List.of(
                new Column("id", "uuid"),
                new Column("service", "text"),
                new Column("position", "bigint"),
                new Column("md5", "text")));
        steps(mentions)
                .forEach((place, step) -> steps.add(List.of(
                        place.id(), service, place.position(), md5(Json.mapper().writeValueAsBytes(step)))));
        found.compare(
                connection, name, "step", steps, select("id, service, position, md5(step) as md5", steps(of)), STEP);
    }

    private String select(String columns, String table) {
        return "select %s from %s where service = '%s'".formatted(columns, table, service);
    }

    private static SortedSet<Tie> ties(List<Mention> mentions) {
        var ties = new TreeSet<>(Tie.ORDER);
        for (var mention : mentions) {
            var own = mention.own();
            ties.add(new Tie(own.id(), own.role(), own.id()));
            mention.ties().forEach(tie -> {
                ties.add(new Tie(own.id(), tie.role(), tie.id()));
                ties.add(new Tie(tie.id(), own.role(), own.id()));
            });
        }
        return ties;
    }

    private static SortedMap<Place, Step> steps(List<Mention> mentions) {
        var steps = new TreeMap<Place, Step>(Place.ORDER);
        mentions.forEach(mention ->
                steps.put(new Place(mention.step().id(), mention.step().position()), mention.step()));
        return steps;
    }

    private static String md5(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of some subjects, at which positions there are steps. */
    void positions(Connection connection, Collection<UUID> subjects, Map<UUID, Set<Long>> found) throws SQLException {
        try (var select = connection.prepareStatement(select("id, position", steps(of)) + " and id = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
            var rows = select.executeQuery();
            while (rows.next()) {
                found.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new HashSet<>())
                        .add(rows.getLong(2));
            }
        }
    }

    /** All that any service has said of some ids. */
    static List<Node> read(Connection connection, Tables tables, Collection<UUID> ids) throws SQLException {
        var wanted = connection.createArrayOf("uuid", ids.toArray());
        var nodes = new LinkedHashMap<String, Node>();
        try (var select = connection.prepareStatement(
                "select id, service, role, other from %s where id = any(?)".formatted(links(tables)))) {
            select.setArray(1, wanted);
            var rows = select.executeQuery();
            while (rows.next()) {
                node(nodes, rows.getObject(1, UUID.class), rows.getString(2))
                        .links()
                        .add(new Link(rows.getString(3), rows.getObject(4, UUID.class)));
            }
        }
        try (var select = connection.prepareStatement(
                "select id, service, position, step from %s where id = any(?)".formatted(steps(tables)))) {
            select.setArray(1, wanted);
            var rows = select.executeQuery();
            while (rows.next()) {
                node(nodes, rows.getObject(1, UUID.class), rows.getString(2))
                        .steps()
                        .put(rows.getLong(3), Json.lenient().readValue(rows.getBytes(4), Step.class));
            }
        }
        return new ArrayList<>(nodes.values());
    }

    private static Node node(Map<String, Node> nodes, UUID id, String service) {
        return nodes.computeIfAbsent(service + "/" + id, _ -> Node.of(service, id));
    }

    /** How many of these ids some service has said something of that cannot be read. */
    static long setAside(Connection connection, Tables tables, List<String> names, Collection<UUID> ids)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "select count(distinct subject) from %s where dataset = any(?) and subject = any(?)"
                        .formatted(tables.asides()))) {
            select.setArray(1, connection.createArrayOf("text", names.toArray()));
            select.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            var rows = select.executeQuery();
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
