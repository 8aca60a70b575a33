package io.milepost.reporting.read.mart.declare;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A figure, and with it what may be done to it. */
public sealed interface Measure<R> {

    String name();

    Label label();

    /** The column of the day from which it counts, or on which it happened; null without such a day. */
    default @Nullable String dayColumn() {
        return null;
    }

    /** What stands at the end of a day: each row's share is taken back when it ends. Of several days only one can be told. */
    record Stock<R>(String name, Label label, Value<R> value) implements Summed<R> {}

    /** What happened on days: those of a period add up. */
    record Flow<R>(String name, Label label, Value<R> value) implements Summed<R> {}

    /** What is a sum over rows. */
    sealed interface Summed<R> extends Measure<R> {
        Value<R> value();

        default boolean isStock() {
            return this instanceof Stock;
        }

        @Override
        default @Nullable String dayColumn() {
            if (value().on() != null) {
                return name() + "_on";
            }
            return value().since() == null ? null : name() + "_since";
        }
    }

    /** A share of sums, computed of them and never added up. */
    record Ratio<R>(String name, Label label, List<String> part, List<String> whole) implements Measure<R> {
        public Ratio {
            part = List.copyOf(part);
            whole = List.copyOf(whole);
        }
    }

    /** What is left of some sums without others, computed of them; it adds up as they do. */
    record Net<R>(String name, Label label, List<String> plus, List<String> minus) implements Measure<R> {
        public Net {
            plus = List.copyOf(plus);
            minus = List.copyOf(minus);
        }
    }

    /** A stock at the end of the day before the period begins. */
    record Opening<R>(String name, Label label, String of) implements Measure<R> {}

    /**
     * How many subjects did something on a day of a period, each counted once however often it did. Read from the rows.
     *
     * @param of the dimension whose values are counted in place of subjects; null for these
     * @param on the day on which the row says so; null is not counted
     */
    record Distinct<R>(String name, Label label, @Nullable String of, Function<R, @Nullable LocalDate> on)
            implements Measure<R> {
        @Override
        public String dayColumn() {
            return name + "_on";
        }
    }

    /**
     * What is told of the days from one date to another. Read from the rows.
     *
     * @param from null is not counted
     * @param to null as long as it is to come; also null where there is no such date
     */
    record Days<R>(
            String name,
            Label label,
            Of of,
            Function<R, @Nullable LocalDate> from,
            @Nullable Function<R, @Nullable LocalDate> to,
            List<Statistic> statistics)
            implements Measure<R> {

        /** Which rows count, and up to when. */
        public enum Of {
            /** What stands at the end of a day, up to that day. */
            AGE,
            /** What stands at the end of a day, up to what came, or once that is late up to that day. Early days are negative. */
            SLIP,
            /** What ended in a period, up to its end. */
            SPAN
        }

        public Days {
            statistics = List.copyOf(statistics);
        }

        @Override
        public String dayColumn() {
            return name + "_since";
        }

        /** The column of the other date; null without it. */
        public @Nullable String untilColumn() {
            return to == null ? null : name + "_until";
        }
    }

    /** What is told of many days. */
    enum Statistic {
        /** The middle one, or what lies half way between the two in the middle. */
        MEDIAN("median|中位数", 1),
        /** The least that nine in ten do not exceed. */
        P90("90th percentile|90 分位", 1),
        AVERAGE("average|平均", 2),
        MAX("longest|最长", 0);

        private final Label label;
        private final int decimals;

        Statistic(String label, int decimals) {
            this.label = Label.of(label);
            this.decimals = decimals;
        }

        public int decimals() {
            return decimals;
        }

        public Label label() {
            return label;
        }

        public String suffix() {
            return "_" + name().toLowerCase(Locale.ROOT);
        }
    }
}
