package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.store.Tables;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What if: the pipeline weighted as if every open deal ran by another sales process, stage by stage as far as it has succeeded.
 *
 * @param version null for the last one that was published
 */
public record Probabilities(String process, @Nullable Integer version) {
    public static final String DATASET = "stage_probability";
    public static final String PROCESS = "process";
    public static final String VERSION = "version";
    public static final String STAGE = "rated_stage";
    public static final String PERCENT = "percent";

    /** The figure that they change, what it is of, and by what it depends on them. */
    public static final String WEIGHTED = "weighted";

    public static final String VALUE = "open_value";
    public static final String SUCCEEDED = "succeeded_stage";

    static final String PARAMETER = "probabilities";
    private static final Pattern LIKE = Pattern.compile("of:(?<process>[^@]{1,100})(@(?<version>[1-9]\\d{0,5}))?");

    /** Reads it strictly; null is what each deal's own process says. */
    static @Nullable Probabilities of(Report report, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (report.parts().stream().noneMatch(part -> part.names().contains(WEIGHTED))) {
            throw new QueryException(PARAMETER, "left out: no figure of this report is weighted");
        }
        var found = LIKE.matcher(text);
        if (!found.matches()) {
            throw new QueryException(
                    PARAMETER, "of:standard or of:standard@2, the name of a sales process and its version");
        }
        String version = found.group("version");
        return new Probabilities(found.group("process"), version == null ? null : Integer.valueOf(version));
    }

    /**
     * What was found for them.
     *
     * @param version that they are of
     * @param percent by stage
     */
    record Read(Probabilities asked, long version, Map<Long, BigDecimal> percent) {

        String said() {
            return "of:%s@%d".formatted(asked.process(), version);
        }

        /** Puts in place of what is weighted what it would be; deals of which it was never known stay unknown. */
        void weigh(
                Connection connection,
                Query part,
                Declarations declarations,
                Tables tables,
                @Nullable Rates rates,
                Map<Found.Key, Map<String, BigDecimal>> sums)
                throws SQLException {
            if (!part.report().names().contains(WEIGHTED)) {
                return;
            }
            String column = Tables.share(WEIGHTED);
            sums.values().forEach(figures -> figures.computeIfPresent(column, (_, _) -> BigDecimal.ZERO));
            var open = part.byStage();
            Found.sums(connection, open, declarations, tables, rates).forEach((key, figures) -> {
                var values = new ArrayList<@Nullable Object>(key.values());
                Object stage = values.remove(values.size() - 2);
                var row = sums.get(new Found.Key(key.part(), Collections.unmodifiableList(values)));
                var value = figures.getOrDefault(Tables.share(VALUE), BigDecimal.ZERO);
                if (row != null && value.signum() != 0 && stage instanceof Number number && number.longValue() > 0) {
                    row.merge(column, value.multiply(of(number.longValue())).movePointLeft(2), BigDecimal::add);
                }
            });
        }

        private BigDecimal of(long stage) {
            var known = percent.get(stage);
            if (known == null) {
                throw QueryException.missing(
                        PARAMETER, "of a process that has stage %d, in which deals stand".formatted(stage));
            }
            return known;
        }
    }

    /** As they are believed in the snapshot of the connection. */
    Read read(Connection connection, Query query, Declarations declarations, Tables tables) throws SQLException {
        var dataset = declarations
                .dataset(DATASET)
                .orElseThrow(() -> new QueryException(PARAMETER, "left out: there are no sales processes"))
                .dataset();
        var sql = new Sql()
                .add("select %s, %s, %s from %s c where c.valid_to = %s and "
                        .formatted(VERSION, STAGE, PERCENT, tables.history(dataset), Tables.OPEN))
                .add(Moment.believedOfOthers(
                        "c",
                        query.knownAt(),
                        tables.history(query.report().measures().dataset())))
                .add(" and c.%s = ".formatted(PROCESS))
                .value("text", process)
                .add(" order by 1");
        var versions = new HashMap<Long, Map<Long, BigDecimal>>();
        long last = 0;
        try (var statement = sql.prepare(connection);
                var found = statement.executeQuery()) {
            while (found.next()) {
                last = found.getLong(1);
                versions.computeIfAbsent(last, _ -> new HashMap<>())
                        .put(found.getLong(2), BigDecimal.valueOf(found.getLong(3)));
            }
        }
        long wanted = version == null ? last : version;
        var percent = versions.get(wanted);
        if (percent == null) {
            throw new QueryException(PARAMETER, "of a sales process and a version of it that was published");
        }
        return new Read(this, wanted, percent);
    }
}
