package io.milepost.contracts.dealcopy;

import io.milepost.contracts.dealcopy.DealCopy.*;
import io.milepost.contracts.kernel.DealEnd;
import io.milepost.contracts.kernel.RiskLevel;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The copy's commands and events. Nobody has a role to send them: opportunity-service decides what becomes of a deal. */
public final class DealCopyCatalogue {

    public static final Catalogue<DealCopy, Command, Event> DEAL_COPY = Catalogue.of(
                    "deal-copy", "deal-copies", DealCopy.DECIDER)
            .notes(NoteRisk.class, DealCopy::note)
            .notes(NoteEnd.class, DealCopy::note)
            .event(RiskNoted.class, "deal-copy.risk-noted", 1)
            .event(EndNoted.class, "deal-copy.end-noted", 1)
            .open()
            .view(View.class, View::of);

    private DealCopyCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status KNOWN, the only one
     * @param risk the level of the largest that is open; absent where none is
     * @param end how it ended without a contract; absent where it did not
     */
    public record View(
            String status,
            @Nullable RiskLevel risk,
            List<OpenRisk> risks,
            @Nullable DealEnd end) {
        static View of(DealCopy deal) {
            return new View("KNOWN", deal.largestRisk().orElse(null), deal.risks(), deal.end());
        }
    }
}
