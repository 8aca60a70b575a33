package io.milepost.reporting.read.mart.store;

import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Measure;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.declare.Rollup;
import io.milepost.reporting.read.mart.store.Lines.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What tables and columns are called. Names come of declarations, which let nothing through that would need a quote.
 *
 * @param schema of one generation
 */
public record Tables(String schema) {

    /** Until further notice: a day that BI tools can read, where they stumble over infinity. */
    public static final String OPEN = "date '9999-12-31'";

    public String view(String dataset) {
        return schema + "." + dataset + "_view";
    }

    public String history(Dataset<?, ?> dataset) {
        return schema + "." + dataset.name() + "_history";
    }

    public String reference(Reference<?> reference) {
        return schema + "." + reference.name();
    }

    public String cells(Dataset<?, ?> dataset, Rollup<?> rollup) {
        return "%s.%s_%d_cell".formatted(schema, dataset.name(), rollup.number());
    }

    public String stocks(Dataset<?, ?> dataset, Rollup<?> rollup) {
        return "%s.%s_%d_stock".formatted(schema, dataset.name(), rollup.number());
    }

    public String flows(Dataset<?, ?> dataset, Rollup<?> rollup) {
        return "%s.%s_%d_flow".formatted(schema, dataset.name(), rollup.number());
    }

    public String positions() {
        return schema + ".position";
    }

    public String asides() {
        return schema + ".aside";
    }

    /** A row's share in a sum. */
    public static String share(String sum) {
        return "m_" + sum;
    }

    /** The day on which it happened, or from which it stands. */
    public static String shareDay(Measure<?> sum) {
        return "d_" + sum.name();
    }

    public static String shareKnown(Measure<?> sum) {
        return "k_" + sum.name();
    }

    /** The columns in which a sum is kept: itself, and for one that may be unknown how many shares are known, and are there. */
    public static List<String> sums(Measure.Summed<?> sum) {
        return sums(sum, sum.name());
    }

    /** The same under the name of another measure, which is computed of it. */
    public static List<String> sums(Measure.Summed<?> sum, String name) {
        return sum.value().known() == null ? List.of("m_" + name) : List.of("m_" + name, "k_" + name, "n_" + name);
    }

    /** The same with their types: what is counted never outgrows 64 bits, and adds up much faster than what may. */
    static List<Column> summed(Measure.Summed<?> sum) {
        var columns = new ArrayList<Column>();
        for (String name : sums(sum)) {
            boolean counted = !columns.isEmpty() || sum.value().isCount();
            columns.add(new Column(name, counted ? "int8" : "numeric"));
        }
        return columns;
    }

    /** The other day of what lasts. */
    public static String shareUntil(Measure<?> days) {
        return "u_" + days.name();
    }

    /** The SQL of what is looked up for a dimension of the rows by this alias, of whom nobody said it. */
    public static String lookedUp(String alias, String dimension, Reference.Attribute attribute) {
        String otherwise = attribute.otherwise() == null ? "" : "%s.%s, ".formatted(alias, attribute.otherwise());
        return "coalesce(p_%s.%s, %s'(unknown)')".formatted(dimension, attribute.name(), otherwise);
    }

    /** A day that a row has for what is read from rows alone. */
    record Dated<R>(String column, Function<R, @Nullable LocalDate> day) {}

    static <R> List<Dated<R>> dates(Measures<R> measures) {
        var dates = new ArrayList<Dated<R>>();
        for (var measure : measures.ofRows()) {
            if (measure instanceof Measure.Distinct<R> distinct) {
                dates.add(new Dated<>(shareDay(distinct), distinct.on()));
            } else if (measure instanceof Measure.Days<R> days) {
                dates.add(new Dated<>(shareDay(days), days.from()));
                if (days.to() != null) {
                    dates.add(new Dated<>(shareUntil(days), days.to()));
                }
            }
        }
        return dates;
    }

    static boolean hasDay(Measure.Summed<?> sum) {
        return sum.value().on() != null || sum.value().since() != null;
    }

    /** The columns of a history that follow from its declaration. */
    static List<Column> columns(Measures<?> measures) {
        var columns = new ArrayList<Column>();
        measures.dataset()
                .dimensions()
                .forEach(one -> columns.add(new Column(one.name(), one.kind().sql())));
        columns.add(new Column("currency", "text"));
        measures.dataset().amounts().forEach(one -> columns.add(new Column(one.column(), "numeric")));
        for (var sum : measures.summed()) {
            columns.add(new Column(share(sum.name()), "numeric"));
            if (hasDay(sum)) {
                columns.add(new Column(shareDay(sum), "date"));
            }
            if (sum.value().known() != null) {
                columns.add(new Column(shareKnown(sum), "boolean"));
            }
        }
        dates(measures).forEach(one -> columns.add(new Column(one.column(), "date")));
        return columns;
    }
}
