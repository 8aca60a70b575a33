package io.milepost.suite;

import java.util.Set;

/**
 * Something that goes wrong, the alerts that have to tell it, and how it is mended.
 *
 * @param what for the table
 * @param alerts all of which fire while it lasts, and none of which is left when it is over
 * @param begin brings it about
 * @param end mends it
 */
record Fault(String what, Set<String> alerts, Step begin, Step end) {

    /** Of a fault. */
    @FunctionalInterface
    interface Step {
        void take() throws Exception;
    }
}
