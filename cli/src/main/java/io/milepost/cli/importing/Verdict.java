package io.milepost.cli.importing;

/** What became of a row. */
public enum Verdict {
    /** Something of it was new to the suite. */
    APPLIED,
    /** All of it had been there before; nothing was done. */
    REPLAYED,
    /** It had been imported with another content; the suite keeps the first. */
    CHANGED,
    /** A service says no to it. */
    REFUSED,
    /** It cannot be read or contradicts itself; nothing was sent. */
    BAD
}
