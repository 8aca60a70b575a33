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

    /** The days since something, of rows that stand at the end of a day; null is not counted. */
    record Age<R>(String name, Label label, Function<R, @Nullable LocalDate> since, List<Statistic> statistics)
            implements Measure<R> {
        public Age {
            statistics = List.copyOf(statistics);
        }

        @Override
        public String dayColumn() {
            return name + "_since";
        }
    }

    /** What is told of many days. */
    enum Statistic {
        MEDIAN("median|中位数"),
        P90("90th percentile|90 分位");

        private final Label label;

        Statistic(String label) {
            this.label = Label.of(label);
        }

        public Label label() {
            return label;
        }

        public String suffix() {
            return "_" + name().toLowerCase(Locale.ROOT);
        }
    }
}
