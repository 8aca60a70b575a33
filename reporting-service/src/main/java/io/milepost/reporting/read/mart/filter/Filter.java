package io.milepost.reporting.read.mart.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows are meant. */
public sealed interface Filter {

    /** A text may be this long, and brackets and words this deep and many: what asks for more is no report. */
    int LONGEST = 2_000;

    int DEEPEST = 8;
    int MOST_TERMS = 50;

    /** All of them hold. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one holds. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** It does not hold. */
    record Not(Filter part) implements Filter {}

    /** A column held against a value. */
    record Compare(String column, Operator operator, Literal value) implements Filter {}

    /** A column is one of several values. */
    record In(String column, List<Literal> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }
    }

    /** A column has no value. */
    record IsNull(String column) implements Filter {}

    /** A value as it was written. */
    record Literal(Form form, String text) {}

    /** What a value was written as. */
    enum Form {
        TEXT,
        NUMBER,
        DAY,
        FLAG
    }

    /** How a column is held against a value. */
    enum Operator {
        eq("="),
        ne("<>"),
        gt(">"),
        ge(">="),
        lt("<"),
        le("<="),
        contains("contains"),
        startswith("startswith");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }

        /** Whether it is about a part of a text. */
        public boolean isOfText() {
            return this == contains || this == startswith;
        }
    }

    /** Both hold; null asks for nothing. */
    static Filter both(@Nullable Filter one, Filter other) {
        return one == null ? other : new And(List.of(one, other));
    }

    static Filter parse(String text) {
        return new FilterParser(text).filter();
    }

    /** The columns that it asks for, in the order in which they are named. */
    default Set<String> columns() {
        var names = new LinkedHashSet<String>();
        collect(names);
        return names;
    }

    private void collect(Set<String> names) {
        switch (this) {
            case And and -> and.parts().forEach(part -> part.collect(names));
            case Or or -> or.parts().forEach(part -> part.collect(names));
            case Not not -> not.part().collect(names);
            case Compare compare -> names.add(compare.column());
            case In in -> names.add(in.column());
            case IsNull none -> names.add(none.column());
        }
    }
}
