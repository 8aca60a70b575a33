package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;

import io.milepost.opportunities.opportunity.Opportunity.LapseTerms;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationSuperseded;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * What the customer had accepted is agreed no more once another quotation has replaced it (R-100, ADR 0130). Most of those that are
 * replaced were never accepted, and nothing follows. A deal that has ended in the meantime stays as it ended.
 */
public final class WhenQuotationSupersededThenLapseTerms {

    public static final Automation<QuotationSuperseded> AUTOMATION = new Automation<>(
            "when-quotation-superseded-then-lapse-terms",
            "opportunity",
            "quotation.superseded.v1",
            QuotationSuperseded.class,
            (cause, superseded) ->
                    Optional.of(new Reaction.Command(superseded.opportunityId(), new LapseTerms(cause.subject()))),
            Set.of(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON));

    private WhenQuotationSupersededThenLapseTerms() {}
}
