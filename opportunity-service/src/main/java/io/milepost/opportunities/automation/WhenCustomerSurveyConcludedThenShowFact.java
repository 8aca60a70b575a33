package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.opportunities.inbound.lead.CustomerSurveyConcluded;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.Opportunity.ShowFact;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A survey that was carried out for a deal lets it be proposed to. Who plans a survey may name a deal that is not there: such a
 * survey shows nothing to anybody. What was carried out for a lead before it became a deal comes with its conversion.
 */
public final class WhenCustomerSurveyConcludedThenShowFact {

    public static final Automation<CustomerSurveyConcluded> AUTOMATION = new Automation<>(
            "when-customer-survey-concluded-then-show-fact",
            "lead",
            "customer-survey.concluded.v1",
            CustomerSurveyConcluded.class,
            WhenCustomerSurveyConcludedThenShowFact::react,
            Set.of(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON, UNKNOWN_TARGET));

    private WhenCustomerSurveyConcludedThenShowFact() {}

    private static Optional<Reaction.Command> react(Inbound cause, CustomerSurveyConcluded survey) {
        return Optional.ofNullable(survey.opportunityId())
                .map(deal -> new Reaction.Command(
                        deal,
                        new ShowFact(ShownBy.CUSTOMER_SURVEY, "customer-survey " + cause.subject(), survey.on())));
    }
}
