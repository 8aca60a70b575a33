package io.milepost.platform.value;

import java.time.LocalDate;

/**
 * How far a state has come with days that recur.
 *
 * @param last the last one that it is done with, or a day before the first one
 */
public record Series(Recurrence every, LocalDate last) {

    /** The day that it waits for. */
    public LocalDate next() {
        return every.after(last);
    }

    /** After it is done with this day, and with all before it. */
    public Series through(LocalDate day) {
        return day.isAfter(last) ? new Series(every, day) : this;
    }
}
