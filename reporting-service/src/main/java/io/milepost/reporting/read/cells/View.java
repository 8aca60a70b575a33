package io.milepost.reporting.read.cells;

import java.time.LocalDate;

/** What a projection knows of one subject. An immutable record of plain values; it is stored as it is. */
public interface View {

    /** The day on which the latest change of this view is booked; it never goes back. */
    LocalDate day();
}
