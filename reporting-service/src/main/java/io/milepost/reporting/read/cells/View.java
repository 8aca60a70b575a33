package io.milepost.reporting.read.cells;

import java.time.LocalDate;

/** What a projection knows of one subject. An immutable record of plain values; it is stored as it is. */
public interface View {

    /** The day on which the latest change of this view is booked; it never goes back. */
    LocalDate day();

    /**
     * The day on which a next change is booked. A closing day that the business states may lie before what is already
     * known; then it is booked with that, because a past day's numbers are a prefix of the subject's story and never negative.
     */
    default LocalDate notBefore(LocalDate stated) {
        return stated.isBefore(day()) ? day() : stated;
    }
}
