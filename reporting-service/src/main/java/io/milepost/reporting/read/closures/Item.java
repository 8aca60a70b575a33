package io.milepost.reporting.read.closures;

/** An item on a closure's checklist. */
record Item(String name, State state) {

    /** How an item stands; the constant's name is the measure's in answers. */
    enum State {
        open,
        done,
        waived
    }
}
