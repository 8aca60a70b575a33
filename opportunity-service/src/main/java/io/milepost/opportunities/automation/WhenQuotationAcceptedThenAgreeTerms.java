package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;

import io.milepost.opportunities.opportunity.Opportunity.AgreeTerms;
import io.milepost.opportunities.quotation.QuotationEvent.QuotationAccepted;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * An accepted quotation is agreed terms of its opportunity, in whatever stage that stands. One that has ended in the meantime
 * stays ended. A quotation of an unknown opportunity is parked for somebody to look at.
 */
public final class WhenQuotationAcceptedThenAgreeTerms {

    public static final Automation<QuotationAccepted> AUTOMATION = new Automation<>(
            "when-quotation-accepted-then-agree-terms",
            "opportunity",
            "quotation.accepted.v1",
            QuotationAccepted.class,
            WhenQuotationAcceptedThenAgreeTerms::react,
            Set.of(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON));

    private WhenQuotationAcceptedThenAgreeTerms() {}

    private static Optional<Reaction.Command> react(Inbound cause, QuotationAccepted accepted) {
        var agree = new AgreeTerms(cause.subject(), accepted.acceptedOn());
        return Optional.of(new Reaction.Command(accepted.opportunityId(), agree));
    }
}
