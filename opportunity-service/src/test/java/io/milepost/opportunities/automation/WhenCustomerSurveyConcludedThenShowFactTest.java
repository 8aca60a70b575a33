package io.milepost.opportunities.automation;

import static io.milepost.opportunities.automation.WhenCustomerSurveyConcludedThenShowFact.AUTOMATION;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.inbound.lead.CustomerSurveyConcluded;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.Opportunity.Command;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a survey of lead-service lets a deal do. */
class WhenCustomerSurveyConcludedThenShowFactTest {
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final OpportunityFactShown SHOWN =
            new OpportunityFactShown(ShownBy.CUSTOMER_SURVEY, "customer-survey " + ProducerSamples.SUBJECT, DAY);
    private static final Scenario<Opportunity, Command, OpportunityEvent> NOTHING = Scenario.of(OPPORTUNITY);
    private static final Scenario<Opportunity, Command, OpportunityEvent> OPEN =
            NOTHING.given(new OpportunityIdentified(
                    null, null, "kim", null, null, null, null, null, "standard", 2, null, null, null, null, null));

    @Test
    @DisplayName("R-037: a survey that was carried out for a deal shows it there, once")
    void shows_it_to_the_deal() {
        var show = to("{\"opportunityId\": \"%s\", \"on\": \"%s\"}".formatted(DEAL, DAY))
                .orElseThrow();
        assertThat(show.target()).isEqualTo(DEAL);
        OPEN.when(show.command()).then(SHOWN).when(show.command()).thenNothing();
        NOTHING.when(show.command()).thenUnknown();
        OPEN.given(new OpportunityRejected("no budget", null, null))
                .when(show.command())
                .thenRefused(OPPORTUNITY_CLOSED);
        assertThat(AUTOMATION.settledBy())
                .containsExactlyInAnyOrder(OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON, UNKNOWN_TARGET);
    }

    @Test
    @DisplayName("R-037: a survey for no deal asks for nothing, and every sample of lead-service is read")
    void asks_for_nothing_without_a_deal() {
        assertThat(to("{\"on\": \"%s\"}".formatted(DAY))).isEmpty();
        assertThat(ProducerSamples.of("lead", "customer-survey", AUTOMATION.type()))
                .isNotEmpty()
                .allSatisfy(sample -> AUTOMATION.reaction().to(sample, sample.as(CustomerSurveyConcluded.class)));
    }

    private static Optional<Reaction.Command> to(String json) {
        var event = ProducerSamples.event("lead", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(CustomerSurveyConcluded.class));
    }
}
