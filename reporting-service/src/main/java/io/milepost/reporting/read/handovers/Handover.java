package io.milepost.reporting.read.handovers;

import io.milepost.reporting.read.cells.View;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the report knows of one handover.
 *
 * @param currency of the contract; null when its value was not said
 * @param returned whether it ever was, also when it was accepted later
 */
record Handover(String owner, @Nullable String currency, boolean accepted, boolean returned, LocalDate day)
        implements View {

    Handover accepted(LocalDate on) {
        return new Handover(owner, currency, true, returned, notBefore(on));
    }

    Handover returned(LocalDate on) {
        return new Handover(owner, currency, accepted, true, notBefore(on));
    }
}
