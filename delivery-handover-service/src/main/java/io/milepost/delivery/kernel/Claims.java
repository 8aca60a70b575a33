package io.milepost.delivery.kernel;

/** Keys of tags by which one aggregate asks whether another still holds something. */
public final class Claims {
    /** Held for a contract by each resource that its delivery has in use. */
    public static final String ALLOCATED = "allocatedTo";

    /** Held for a deal by each register book that was issued for it and is not back. */
    public static final String BOOK_OUT = "bookOutFor";

    /** Held for a contract or an opportunity by each record of its papers that were not disposed of. */
    public static final String FILED = "filedFor";

    private Claims() {}
}
