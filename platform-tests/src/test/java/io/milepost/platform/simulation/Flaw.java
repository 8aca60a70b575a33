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
    THE_LAST_WRITER_WINS,
    /** A decision looks at another entity by itself, and no condition says that it stays as it is. */
    READS_ARE_NO_CONDITION,
    /** A decision looks by itself for who holds what it claims. */
    CLAIMS_ARE_NO_CONDITION,
    /** The broker takes records of a producer after another one of its id was opened. */
    A_ZOMBIE_IS_NOT_FENCED,
    /** The relay's checkpoint is written whether the transaction is committed or not. */
    THE_CHECKPOINT_IS_NOT_IN_THE_TRANSACTION,
    /** The relay reads its checkpoint before it has shut out the relay before it. */
    THE_CHECKPOINT_IS_READ_TOO_EARLY,
    /** The position is saved before the effect is there. */
    AN_EFFECT_IS_NOT_AWAITED,
    /** The same cause makes another request each time that it is delivered. */
    A_REPEATED_REQUEST_HAS_A_NEW_ID,
    /** All that follows from one cause has one request id, whomever it is for. */
    A_REQUEST_ID_FORGETS_ITS_TARGET,
    /** A command does not say which event it follows. */
    WHAT_WAS_HEARD_IS_NOT_SAID,
    /** The projection does not look whether it has seen a position. */
    REPEATS_ARE_COUNTED,
    /** An instance that has lost its partition sets its position back. */
    POSITIONS_MOVE_BACK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
