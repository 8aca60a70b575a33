package io.milepost.suite.year;

import java.util.List;

/** What a figure of a report is made of. */
sealed interface Figure {
    /** What stands at the end of a day. */
    record Stock(boolean money) implements Figure {}

    /** What happened on days. */
    record Flow(boolean money) implements Figure {}

    /** What stood at the end of the day before, of this name. */
    record Opening(String of, boolean money) implements Figure {}

    /** How many did it in the period, each counted once. */
    record Distinct() implements Figure {}

    /** Something of the days that this name tells. */
    record Days(String of, How how, Statistic statistic) implements Figure {}

    record Rate(String part, List<String> whole) implements Figure {}

    record Net(List<String> plus, List<String> minus) implements Figure {}

    /** Of the figures of a row, whatever they are made of. */
    record Total(List<String> parts) implements Figure {}

    /** The same, as a part of others. */
    record Share(List<String> part, List<String> whole) implements Figure {}

    /** Which days. */
    enum How {
        /** Of what stands, up to the day asked about. */
        AGE,
        /** Of what ended in the period. */
        SPAN,
        /** Of what is later than it was to be. */
        SLIP
    }

    enum Statistic {
        MEDIAN,
        P90,
        MAX
    }

    /** Whether it is in the currency of its row. */
    default boolean isMoney() {
        return switch (this) {
            case Stock(var money) -> money;
            case Flow(var money) -> money;
            case Opening(var _, var money) -> money;
            case Net _ -> true;
            case Distinct _, Days _, Rate _, Total _, Share _ -> false;
        };
    }

    /** Whether it is a sum over rows, which stands in SQL under its name. */
    default boolean isSum() {
        return this instanceof Stock || this instanceof Flow;
    }
}
