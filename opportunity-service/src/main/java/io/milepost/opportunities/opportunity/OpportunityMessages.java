package io.milepost.opportunities.opportunity;

import static io.milepost.platform.catalogue.Role.IMPORTER;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.opportunities.opportunity.domain.Opportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.CloseAsLost;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.QualifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.RejectOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.UpdateValue;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.WinOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.Withdraw;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityQualified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityRejected;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityValueUpdated;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWithdrawn;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWon;
import io.milepost.opportunities.opportunity.domain.OpportunityRefusal;
import io.milepost.opportunities.opportunity.domain.OpportunityView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The opportunity's commands and events, with paths, roles, names and personal fields. Nobody has a role to win one. */
public final class OpportunityMessages {

    public static final Catalogue<Opportunity, OpportunityCommand, OpportunityEvent> OPPORTUNITY = Catalogue.of(
                    "opportunity",
                    "opportunities",
                    new Decider<Opportunity, OpportunityCommand, OpportunityEvent>(
                            new Opportunity.Unknown(), Opportunity::decide, Opportunity::evolve))
            .creates(IdentifyOpportunity.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(QualifyOpportunity.class, SALES_MANAGER, IMPORTER)
            .command(RejectOpportunity.class, SALES_MANAGER, IMPORTER)
            .command(UpdateValue.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(CloseAsLost.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(Withdraw.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(WinOpportunity.class)
            .event(OpportunityIdentified.class, "opportunity.identified", 1)
            .personal(OpportunityIdentified.class, (id, _) -> id, "need")
            .event(OpportunityQualified.class, "opportunity.qualified", 1)
            .event(OpportunityRejected.class, "opportunity.rejected", 1)
            .event(OpportunityValueUpdated.class, "opportunity.value-updated", 1)
            .event(OpportunityLost.class, "opportunity.lost", 1)
            .event(OpportunityWithdrawn.class, "opportunity.withdrawn", 1)
            .event(OpportunityWon.class, "opportunity.won", 1)
            .refusals(OpportunityRefusal.class)
            .view(OpportunityView.class, OpportunityView::of);

    private OpportunityMessages() {}
}
