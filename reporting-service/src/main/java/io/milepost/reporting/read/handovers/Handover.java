package io.milepost.reporting.read.handovers;

import io.milepost.reporting.read.cells.View;
import java.time.LocalDate;

/**
 * What the report knows of one handover.
 *
 * @param returned whether it ever was, also when it was accepted later
 */
record Handover(String owner, boolean accepted, boolean returned, LocalDate day) implements View {

    Handover accepted(LocalDate on) {
        return new Handover(owner, true, returned, notBefore(on));
    }

    Handover returned(LocalDate on) {
        return new Handover(owner, accepted, true, notBefore(on));
    }
}
