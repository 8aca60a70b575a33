package io.milepost.platform.simulation;

import java.util.Locale;

/** Planted mistakes, of which the simulation must find each: one that has never failed proves nothing. */
enum Flaw {
    /** The log takes an insert without an answer for done. */
    SILENCE_IS_TAKEN_FOR_SUCCESS,
    /** The log is told that its insert is done before it is. */
    ACKNOWLEDGED_BEFORE_IT_IS_DONE,
    /** The log takes an insert without an answer for refused and places it anew, and nothing in the store says that it is there. */
    SILENCE_IS_TAKEN_FOR_A_TAKEN_PLACE,
    /** The log believes the insert count, which is wrong, and not the index of the error. */
    THE_INSERT_COUNT_IS_BELIEVED,
    /** Conditions are held against the recent commits alone. */
    CONDITIONS_FORGET_WHAT_IS_OLDER,
    /** A bulk goes on after a refusal. */
    BULKS_ARE_NOT_ORDERED,
    /** A second commit at a position takes the first one's place. */
    THE_LAST_WRITER_WINS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
