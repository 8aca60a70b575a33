package io.milepost.contracts.dealrisk;

import io.milepost.contracts.dealrisk.DealRisk.*;
import io.milepost.contracts.kernel.RiskLevel;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The copy's one command and event. Nobody has a role to send it: opportunity-service decides what is a risk. */
public final class DealRiskCatalogue {

    public static final Catalogue<DealRisk, Command, Event> DEAL_RISK = Catalogue.of(
                    "deal-risk", "deal-risks", DealRisk.DECIDER)
            .notes(NoteRisk.class, DealRisk::note)
            .event(DealRiskNoted.class, "deal-risk.noted", 1)
            .open()
            .view(View.class, View::of);

    private DealRiskCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status KNOWN, the only one
     * @param level of the largest risk; absent where none is open
     */
    public record View(String status, @Nullable RiskLevel level, List<OpenRisk> open) {
        static View of(DealRisk deal) {
            return new View("KNOWN", deal.largest().orElse(null), deal.open());
        }
    }
}
