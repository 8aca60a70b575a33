package io.milepost.contracts.kernel;

/** What makes an instalment fall due. */
public enum Trigger {
    /** A day of the calendar. */
    DATE,
    /** The contract's signature: an advance payment. */
    SIGNATURE,
    /** A milestone of the delivery, by its code. */
    MILESTONE,
    /** The comprehensive acceptance or, where an item is named, that of the item. */
    ACCEPTANCE
}
