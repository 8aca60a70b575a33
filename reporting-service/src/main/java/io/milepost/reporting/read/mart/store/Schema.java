package io.milepost.reporting.read.mart.store;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The tables of all declarations, in a schema whose name is made of them: declarations that ask for other tables, or folds with other
 * rules, are another schema, which is filled from the first event on beside the one that was.
 */
public final class Schema {
    /** Of the transaction that makes tables, so that of several instances that start at once one does. */
    private static final long LOCK = 0x6d61_7274L;

    private static final String NAMED = "{schema}";

    /** Since and until when, and since and until which position, a row is what is believed. */
    private static final String KNOWN =
            "known_from timestamptz not null, known_to timestamptz not null, event_position bigint not null, until_position bigint";

    /** With which the name of every schema begins that holds tables of a generation. */
    static final String PREFIX = "mart_";

    private final List<Keeper> keepers;
    private final Set<String> sources;
    private final List<String> statements;
    private final String name;

    /** Of datasets alone. */
    public Schema(Declarations declarations) {
        this(declarations, List.of());
    }

    public Schema(Declarations declarations, List<Keeper> keepers) {
        this.keepers =
                keepers.stream().sorted(Comparator.comparing(Keeper::name)).toList();
        this.sources = new LinkedHashSet<>(declarations.sources());
        this.keepers.forEach(keeper -> sources.addAll(keeper.sources()));
        var template = new Tables(NAMED);
        var made = new ArrayList<String>();
        made.add("create schema if not exists " + NAMED);
        made.add("""
            create table if not exists %s (source text, partition int, epoch text not null default '', \
            position bigint not null default 0, next_offset bigint not null default 0, recorded_at timestamptz, \
            events bigint not null default 0, blocked_for text, blocked_at timestamptz, \
            primary key (source, partition))\
            """.formatted(template.positions()));
        made.add("""
            create table if not exists %s (dataset text, subject uuid, source text not null, type text not null, \
            position bigint not null, cause text not null, \
            since timestamptz not null, acknowledged_at timestamptz, \
            primary key (dataset, subject))\
            """.formatted(template.asides()));
        declarations.references().forEach(reference -> reference(template, reference, made));
        declarations
                .folded()
                .forEach(datasets ->
                        views(template.view(datasets.getFirst().dataset().name()), made));
        declarations.measures().forEach(measures -> dataset(template, declarations, measures, made));
        this.keepers.forEach(keeper -> made.addAll(keeper.statements(template)));
        var rules = new ArrayList<String>();
        declarations
                .measures()
                .forEach(measures -> rules.add(
                        measures.dataset().name() + measures.dataset().fold().rules()));
        this.keepers.forEach(keeper -> rules.add(keeper.name() + keeper.rules()));
        String fingerprint = UUID.nameUUIDFromBytes(
                        (String.join(";", made) + String.join(";", rules)).getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        this.name = PREFIX + fingerprint;
        this.statements = List.copyOf(made);
    }

    /** What tells these declarations from others, and the schemas of their generations. */
    public String name() {
        return name;
    }

    public List<Keeper> keepers() {
        return keepers;
    }

    /** Short names of the services that some dataset, reference or keeper reads. */
    public Set<String> sources() {
        return Collections.unmodifiableSet(sources);
    }

    /** Of the first generation. */
    public Tables tables() {
        return tables(1);
    }

    /** Of a generation. */
    public Tables tables(int generation) {
        return new Tables(generation == 1 ? name : name + "_" + generation);
    }

    /** Makes what is not there yet, and lets the views be over these tables. */
    public void create(Mart mart, SqlViews views) {
        mart.write(connection -> {
            lock(connection);
            create(connection, 1);
            SqlSchema.publish(views, connection);
        });
    }

    /** Of all that make, switch and drop tables one does, until its transaction ends. */
    static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(%d)".formatted(LOCK));
        }
    }

    void create(Connection connection, int generation) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql.replace(NAMED, tables(generation).schema()));
            }
        }
    }

    /** Makes a table of views, which a keeper may want too. */
    public static String views(String table) {
        return "create table if not exists %s (subject uuid primary key, position bigint not null, view bytea not null)"
                .formatted(table);
    }

    private static void views(String table, List<String> made) {
        made.add(views(table));
    }

    private static void reference(Tables tables, Reference<?> reference, List<String> made) {
        views(tables.view(reference.name()), made);
        String attributes = reference.attributes().stream()
                .map(attribute -> attribute.name() + " text not null, ")
                .collect(Collectors.joining());
        made.add(
                "create table if not exists %s (id uuid not null, code text not null, %svalid_from date not null, valid_to date not null, %s)"
                        .formatted(tables.reference(reference), attributes, KNOWN));
        made.add("create index if not exists %s_id on %s (id) where until_position is null"
                .formatted(reference.name(), tables.reference(reference)));
    }

    private static <R> void dataset(Tables tables, Declarations all, Measures<R> measures, List<String> made) {
        var dataset = measures.dataset();
        String history = tables.history(dataset);
        made.add("""
            create table if not exists %s (id uuid not null, part text not null, valid_from date not null, \
            valid_to date not null, %s, %s)\
            """.formatted(
                        history,
                        KNOWN,
                        Tables.columns(measures).stream()
                                .map(column -> column.name() + " " + column.type())
                                .collect(Collectors.joining(", "))));
        // What is known now and holds until further notice, once for each row: the next change ends it.
        made.add(
                "create unique index if not exists %s_open on %s (id, part) where valid_to = %s and until_position is null"
                        .formatted(dataset.name(), history, Tables.OPEN));
        made.add("create index if not exists %s_valid on %s (valid_to, valid_from) where until_position is null"
                .formatted(dataset.name(), history));
        // Pages of rows, in the order of their ids, also of what was known once.
        made.add("create index if not exists %s_page on %s (id, part)".formatted(dataset.name(), history));
        for (var rollup : all.rollups(measures)) {
            String dimensions = rollup.dimensions().stream()
                    .map(dimension -> "%s %s, "
                            .formatted(dimension.name(), dimension.kind().sql()))
                    .collect(Collectors.joining());
            made.add(
                    "create table if not exists %s (id int generated always as identity primary key, hash uuid not null unique, %scurrency text)"
                            .formatted(tables.cells(dataset, rollup), dimensions));
            sums(tables.stocks(dataset, rollup), rollup.stocks(), made);
            sums(tables.flows(dataset, rollup), rollup.flows(), made);
        }
    }

    private static <R> void sums(String table, List<Measure.Summed<R>> sums, List<String> made) {
        if (!sums.isEmpty()) {
            String columns = sums.stream()
                    .flatMap(sum -> Tables.summed(sum).stream())
                    .map(column -> ", %s %s not null".formatted(column.name(), column.type()))
                    .collect(Collectors.joining());
            made.add(
                    "create table if not exists %s (slot int, cell int%s, primary key (slot, cell)) with (fillfactor = 80)"
                            .formatted(table, columns));
        }
    }
}
