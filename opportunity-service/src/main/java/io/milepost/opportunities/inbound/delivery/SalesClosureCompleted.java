package io.milepost.opportunities.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;

/** {@code sales-closure.project-closed}: of which opportunity, how its deal ended, on which day all was done. */
public record SalesClosureCompleted(UUID opportunityId, Outcome outcome, LocalDate closedOn) {

    /** How the deal ended. */
    public enum Outcome {
        WON,
        LOST,
        WITHDRAWN,
        ATI_REJECTED,
        TERMINATED
    }
}
