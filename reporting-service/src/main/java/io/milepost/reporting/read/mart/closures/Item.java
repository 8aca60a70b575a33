package io.milepost.reporting.read.mart.closures;

/**
 * An item that a closure was told of.
 *
 * @param listed whether it is on the closure's checklist; what is not may be done, and counts nowhere
 */
record Item(String name, State state, boolean listed) {

    /** How an item stands; the constant's name is the measure's in answers. */
    enum State {
        open,
        done,
        waived
    }
}
