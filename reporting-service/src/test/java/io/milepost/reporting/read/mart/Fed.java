package io.milepost.reporting.read.mart;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.query.Answer;
import io.milepost.reporting.read.mart.query.Answering;
import io.milepost.reporting.read.mart.query.Asking;
import io.milepost.reporting.read.mart.query.RowsQuery;
import io.milepost.reporting.read.mart.query.RowsReading;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Keeper;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Schema;
import io.milepost.reporting.read.mart.store.SqlViews;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A mart of some declarations, fed as Kafka may feed it: batches of any size, partitions in any order, and some of it again. */
public final class Fed {
    public static final int PARTITIONS = 3;
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    public final Declarations declarations;
    public final Schema schema;
    public final Mart mart;
    private final DataSource source;
    private final LocalDate today;

    public Fed(DataSource source, Declarations declarations, LocalDate today) {
        this(source, declarations, List.of(), today);
    }

    /** With tables that keepers have beside those of datasets. */
    public Fed(DataSource source, Declarations declarations, List<Keeper> keepers, LocalDate today) {
        this.source = source;
        this.declarations = declarations;
        this.today = today;
        this.mart = new Mart(source, Duration.ofSeconds(20));
        this.schema = new Schema(declarations, keepers);
        schema.create(mart, views());
    }

    public SqlViews views() {
        return new SqlViews(declarations, schema.tables(), ZoneOffset.UTC);
    }

    public Feed feed(String of) {
        return new Feed(mart, schema.tables(), declarations, schema.keepers(), of);
    }

    /** In one log order; of a source's partitions now and then some batches come twice, with other borders. */
    public void take(List<Inbound> log, Random random) {
        log.stream()
                .collect(Collectors.groupingBy(Inbound::source, TreeMap::new, Collectors.toList()))
                .forEach((of, events) -> {
                    var feed = feed(of);
                    Map<Integer, List<Inbound>> partitions =
                            events.stream().collect(Collectors.groupingBy(Fed::partition));
                    var offsets = new HashMap<Integer, Integer>();
                    partitions.keySet().forEach(partition -> offsets.put(partition, 0));
                    while (!offsets.isEmpty()) {
                        var open = List.copyOf(offsets.keySet());
                        int partition = open.get(random.nextInt(open.size()));
                        var records = partitions.get(partition);
                        int offset = offsets.get(partition);
                        int from = random.nextInt(4) == 0 ? Math.max(0, offset - random.nextInt(60)) : offset;
                        int to = Math.min(records.size(), from + 1 + random.nextInt(90));
                        feed.handle(partition, records.subList(from, to));
                        offsets.put(partition, Math.max(offset, to));
                        if (to == records.size()) {
                            offsets.remove(partition);
                        }
                    }
                });
    }

    public static int partition(Inbound event) {
        return Math.floorMod(event.subject().hashCode(), PARTITIONS);
    }

    /** A statement in which {@code $} stands for the schema, by some hand. */
    public void change(String sql) {
        mart.write(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(sql.replace("$", schema.tables().schema()));
            }
        });
    }

    /**
     * What a report answers.
     *
     * @param parameters name and value in turn
     */
    public Answer ask(String report, String... parameters) {
        var asked = new HashMap<String, String>();
        for (int at = 0; at < parameters.length; at += 2) {
            asked.put(parameters[at], parameters[at + 1]);
        }
        return new Answering(mart, declarations, schema.tables())
                .answer(new Asking(declarations, today, NOW).of(report, asked));
    }

    /**
     * Rows of a dataset, as many as a page may have.
     *
     * @param parameters name and value in turn
     */
    public RowsReading.Page rows(String dataset, String... parameters) {
        var asked = new HashMap<>(Map.of("limit", "10000"));
        for (int at = 0; at < parameters.length; at += 2) {
            asked.put(parameters[at], parameters[at + 1]);
        }
        return new RowsReading(mart, schema.tables()).page(RowsQuery.of(declarations, dataset, asked, today, NOW));
    }

    /** The first column of all rows of a statement in which {@code $} stands for the schema. */
    public List<String> select(String sql) {
        try (var connection = source.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(sql.replace("$", schema.tables().schema()))) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a member of {@code mart_reader} gets: sums, told apart by keys. */
    public Map<String, Map<String, BigDecimal>> sums(String from, List<String> keys, Map<String, String> sums) {
        String told = keys.isEmpty() ? "" : " group by " + String.join(", ", keys);
        var columns = new ArrayList<>(keys);
        columns.addAll(sums.values());
        var found = new TreeMap<String, Map<String, BigDecimal>>();
        mart.read(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set local role mart_reader");
                var rows = statement.executeQuery(
                        "select %s from mart.%s%s".formatted(String.join(", ", columns), from, told));
                while (rows.next()) {
                    var key = new ArrayList<String>();
                    for (int at = 1; at <= keys.size(); at++) {
                        key.add(String.valueOf(rows.getObject(at)));
                    }
                    var figures = new TreeMap<String, BigDecimal>();
                    int at = keys.size();
                    for (String name : sums.keySet()) {
                        var figure = rows.getBigDecimal(++at);
                        if (figure != null && figure.signum() != 0) {
                            figures.put(name, figure);
                        }
                    }
                    if (!figures.isEmpty()) {
                        found.put(key.toString(), figures);
                    }
                }
            }
            return found;
        });
        return found;
    }

    /** All that is in all tables, but for numbers that only count and offsets. */
    public Map<String, String> contents() {
        var contents = new TreeMap<String, String>();
        for (String table : select("select table_name from information_schema.tables where table_schema = '$'")) {
            if (table.endsWith("_cell")) {
                continue;
            }
            // Sums that came to nothing are as good as not there; whether they are depends on where batches ended.
            boolean sums = table.endsWith("_stock") || table.endsWith("_flow");
            String rows = sums
                    ? """
                    select c.hash || (select jsonb_object_agg(x.key, trim_scale(x.value::numeric)) from jsonb_each_text(to_jsonb(s) - 'cell') x)::text as r
                    from $.%s s join $.%s c on c.id = s.cell where exists (
                      select from jsonb_each_text(to_jsonb(s) - 'slot' - 'cell') x where x.value::numeric <> 0)
                    """.formatted(table, table.replaceAll("_(stock|flow)$", "_cell"))
                    : "select (to_jsonb(s) - 'next_offset')::text as r from $.%s s".formatted(table);
            contents.put(
                    table,
                    select("select count(*) || ' ' || coalesce(md5(string_agg(r, ';' order by r)), '') from (%s) x"
                                    .formatted(rows))
                            .getFirst());
        }
        return contents;
    }
}
