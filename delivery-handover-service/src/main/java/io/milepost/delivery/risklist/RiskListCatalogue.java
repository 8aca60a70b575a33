package io.milepost.delivery.risklist;

import io.milepost.delivery.kernel.AnalysedRisk;
import io.milepost.delivery.risklist.RiskList.*;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;

/** The list's commands and events. Nobody has a role to send them: opportunity-service decides which risks there are. */
public final class RiskListCatalogue {

    public static final Catalogue<RiskList, Command, Event> RISK_LIST = Catalogue.of(
                    "risk-list", "risk-lists", RiskList.DECIDER)
            .notes(NoteRisk.class, RiskList::note)
            .notes(NoteRiskOver.class, RiskList::note)
            .event(RiskNoted.class, "risk-list.risk-noted", 1)
            .event(RiskOverNoted.class, "risk-list.risk-over-noted", 1)
            .open()
            .view(View.class, risks -> new View(risks.open().isEmpty() ? "CLEAR" : "AT_RISK", risks.open()));

    private RiskListCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status AT_RISK while a risk is open, else CLEAR
     */
    public record View(String status, List<AnalysedRisk> open) {}
}
