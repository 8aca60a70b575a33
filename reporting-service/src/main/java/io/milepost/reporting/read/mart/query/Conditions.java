package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Kind;
import io.milepost.reporting.read.mart.filter.Filter;
import io.milepost.reporting.read.mart.filter.Filter.Form;
import io.milepost.reporting.read.mart.filter.Filter.Literal;
import io.milepost.reporting.read.mart.filter.Filter.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** A filter over a dataset's columns, as SQL in which nothing is ever unknown: what has no value equals null and nothing else. */
final class Conditions {
    private final Dataset<?, ?> dataset;
    /** What only rows have, and figures do not: its types in SQL. */
    private final Map<String, String> more;

    /** Of figures and rows alike. */
    Conditions(Dataset<?, ?> dataset) {
        this(dataset, Map.of());
    }

    private Conditions(Dataset<?, ?> dataset, Map<String, String> more) {
        this.dataset = dataset;
        this.more = more;
    }

    /** Of rows alone, which have ids, days and positions besides. */
    static Conditions ofRows(Dataset<?, ?> dataset) {
        return new Conditions(
                dataset,
                Map.of(
                        dataset.id(),
                        Kind.TEXT.sql(),
                        "part",
                        Kind.TEXT.sql(),
                        "valid_from",
                        Kind.DAY.sql(),
                        "event_position",
                        Kind.NUMBER.sql()));
    }

    /** Fails when it asks for what is not there, or holds a column against what it can never be. */
    void check(Filter filter) {
        switch (filter) {
            case Filter.And and -> and.parts().forEach(this::check);
            case Filter.Or or -> or.parts().forEach(this::check);
            case Filter.Not not -> check(not.part());
            case Filter.IsNull none -> type(none.column());
            case Filter.In in -> in.values().forEach(value -> check(in.column(), Operator.eq, value));
            case Filter.Compare compare -> check(compare.column(), compare.operator(), compare.value());
        }
    }

    private void check(String column, Operator operator, Literal value) {
        Form form = form(type(column));
        boolean ordered = operator != Operator.eq && operator != Operator.ne && !operator.isOfText();
        if (value.form() != form || (operator.isOfText() && form != Form.TEXT) || (ordered && form == Form.FLAG)) {
            throw new QueryException(
                    "where",
                    "%s is %s, which %s %s cannot be held against"
                            .formatted(column, said(form), operator, value.text()));
        }
    }

    private static String said(Form form) {
        return switch (form) {
            case TEXT -> "a text like 'East'";
            case NUMBER -> "a number like 12.5";
            case DAY -> "a day like 2017-12-31";
            case FLAG -> "true or false";
        };
    }

    /** Its type in SQL. */
    private String type(String column) {
        Optional<String> type = Optional.ofNullable(more.get(column))
                .or(() -> dataset.dimension(column).map(one -> one.kind().sql()));
        if (type.isPresent()) {
            return type.get();
        }
        if (dataset.storedFor(column).isPresent() || column.equals("currency")) {
            return Kind.TEXT.sql();
        }
        if (dataset.amounts().stream().anyMatch(amount -> amount.column().equals(column))) {
            return "numeric";
        }
        var allowed = new ArrayList<>(new TreeSet<>(more.keySet()));
        allowed.addAll(dataset.groupings());
        allowed.add("currency");
        dataset.amounts().forEach(amount -> allowed.add(amount.column()));
        throw new QueryException(
                "where", "%s is no column; there are %s".formatted(column, String.join(", ", allowed)));
    }

    private static Form form(String type) {
        return switch (type) {
            case "numeric", "bigint" -> Form.NUMBER;
            case "date" -> Form.DAY;
            case "boolean" -> Form.FLAG;
            default -> Form.TEXT;
        };
    }

    /** @param expressions the SQL of a column */
    Sql sql(Filter filter, Function<String, String> expressions) {
        return switch (filter) {
            case Filter.And and -> joined(and.parts(), " and ", expressions);
            case Filter.Or or -> joined(or.parts(), " or ", expressions);
            case Filter.Not not ->
                new Sql().add("not (").add(sql(not.part(), expressions)).add(")");
            case Filter.IsNull none -> new Sql().add(expressions.apply(none.column()) + " is null");
            case Filter.In in ->
                joined(
                        in.values().stream()
                                .<Filter>map(value -> new Filter.Compare(in.column(), Operator.eq, value))
                                .toList(),
                        " or ",
                        expressions);
            case Filter.Compare compare -> compare(compare, expressions.apply(compare.column()));
        };
    }

    private Sql joined(List<Filter> parts, String word, Function<String, String> expressions) {
        var sql = new Sql().add("(");
        for (int at = 0; at < parts.size(); at++) {
            sql.add(at == 0 ? "" : word).add(sql(parts.get(at), expressions));
        }
        return sql.add(")");
    }

    private Sql compare(Filter.Compare compare, String column) {
        // A number may be finer than a column of whole ones.
        String type = form(type(compare.column())) == Form.NUMBER ? "numeric" : type(compare.column());
        String value = compare.value().text();
        return switch (compare.operator()) {
            case eq -> new Sql().add(column + " is not distinct from ").value(type, value);
            case ne -> new Sql().add(column + " is distinct from ").value(type, value);
            case contains ->
                new Sql().add("coalesce(position(").value(type, value).add(" in %s) > 0, false)".formatted(column));
            case startswith ->
                new Sql()
                        .add("coalesce(starts_with(%s, ".formatted(column))
                        .value(type, value)
                        .add("), false)");
            default ->
                new Sql()
                        .add("coalesce(%s %s "
                                .formatted(column, compare.operator().sql()))
                        .value(type, value)
                        .add(", false)");
        };
    }
}
