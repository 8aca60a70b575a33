package io.milepost.reporting.read.closures;

/** What the groups of the closures report are made of. The constant's name is the parameter's value. */
enum ClosuresGrouping {
    owner,
    month,
    kind,
    item;

    /** The month of what is not closed. */
    static final String OPEN = "(open)";

    /** The group of an entry; by item only those have one that count items. */
    String key(Entry entry) {
        return switch (this) {
            case owner -> entry.owner();
            case month -> entry.closeMonth().equals(Entry.NONE) ? OPEN : entry.closeMonth();
            case kind -> entry.kind();
            case item -> entry.item() == null ? "" : entry.item().name();
        };
    }
}
