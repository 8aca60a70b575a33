package io.milepost.suite.alerts;

import java.util.Set;

/**
 * Something that goes wrong, the alerts that have to tell it, and how it is mended.
 *
 * @param what for the table
 * @param alerts each of which fires while it lasts, and none of which is left when it is over
 * @param begin brings it about
 * @param goesOn what is done again and again until the alerts have fired, such as requests that meet it
 * @param end mends it
 */
record Fault(String what, Set<String> alerts, Step begin, Step goesOn, Step end) {
    private static final Step NOTHING = () -> {};

    static Fault of(String what, String... alerts) {
        return new Fault(what, Set.of(alerts), NOTHING, NOTHING, NOTHING);
    }

    Fault begins(Step step) {
        return new Fault(what, alerts, step, goesOn, end);
    }

    Fault goesOn(Step step) {
        return new Fault(what, alerts, begin, step, end);
    }

    Fault ends(Step step) {
        return new Fault(what, alerts, begin, goesOn, step);
    }

    /** Of a fault. */
    @FunctionalInterface
    interface Step {
        void take() throws Exception;
    }
}
