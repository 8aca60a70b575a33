package io.milepost.opportunities.automation;

import static io.milepost.opportunities.automation.WhenLeadConvertedThenIdentifyOpportunity.AUTOMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.inbound.lead.LeadConverted;
import io.milepost.opportunities.kernel.Source;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.opportunity.OpportunityEvent;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityFactShown;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityIdentified;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenLeadConvertedThenIdentifyOpportunityTest {
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID LEAD = ProducerSamples.SUBJECT;
    private static final Scenario<Opportunity, Opportunity.Command, OpportunityEvent> NOTHING =
            Scenario.of(OpportunityCatalogue.OPPORTUNITY);
    private static final String FULL = """
        {"opportunityId": "%s", "accountId": "%s", "owner": "kim", "companyName": "Acme", "need": "sealed.v1.x.y",
         "channel": "A_CHANNEL_OF_LATER", "campaign": "spring fair", "finding": "note 7", "product": "GTX Pro", "expectedValue": {"amount": "12.50", "currency": "USD"}}
        """.formatted(OPPORTUNITY, ACCOUNT);
    private static final String LEAST = "{\"opportunityId\": \"%s\", \"owner\": \"kim\"}".formatted(OPPORTUNITY);

    @Test
    @DisplayName(
            "R-041: identified under the pre-allocated id with account, owner, need, source, campaign, product and value")
    void identifies_under_the_pre_allocated_id() {
        var identify = reaction(FULL);
        assertThat(identify.target()).isEqualTo(OPPORTUNITY);
        NOTHING.when((IdentifyOpportunity) identify.command())
                .then(new OpportunityIdentified(
                        "Acme",
                        ACCOUNT,
                        "kim",
                        "GTX Pro",
                        "sealed.v1.x.y",
                        Money.of("12.50", "USD"),
                        null,
                        LEAD,
                        "standard",
                        2,
                        TODAY,
                        null,
                        null,
                        new Source("A_CHANNEL_OF_LATER", "spring fair", "note 7"),
                        null));
    }

    @Test
    @DisplayName("R-037: a survey of the lead comes with its conversion, and shows that the customer was surveyed")
    void brings_the_survey_along() {
        var survey = UUID.fromString("01900000-0000-7000-8000-0000000000f7");
        var identify = reaction(
                "{\"opportunityId\": \"%s\", \"owner\": \"kim\", \"surveyId\": \"%s\"}".formatted(OPPORTUNITY, survey));
        NOTHING.when((IdentifyOpportunity) identify.command())
                .unbound()
                .then(
                        new OpportunityIdentified(
                                null,
                                null,
                                "kim",
                                null,
                                null,
                                null,
                                null,
                                LEAD,
                                "standard",
                                2,
                                TODAY,
                                null,
                                null,
                                null,
                                null),
                        new OpportunityFactShown(ShownBy.CUSTOMER_SURVEY, "customer-survey " + survey, TODAY));
    }

    @Test
    @DisplayName("R-041: the least that a lead hands over is enough")
    void identifies_from_the_least() {
        NOTHING.when((IdentifyOpportunity) reaction(LEAST).command())
                .then(new OpportunityIdentified(
                        null, null, "kim", null, null, null, null, LEAD, "standard", 2, TODAY, null, null, null, null));
    }

    @Test
    void the_same_lead_twice_is_one_opportunity() {
        assertThat(reaction(FULL)).isEqualTo(reaction(FULL));
        NOTHING.given(new OpportunityIdentified(
                        null, null, "kim", null, null, null, null, LEAD, "standard", 2, TODAY, null, null, null, null))
                .when((IdentifyOpportunity) reaction(FULL).command())
                .thenTaken();
    }

    @Test
    @DisplayName("Domain 3.5: nothing settles it but the opportunity; whatever is in the way is parked")
    void no_refusal_ends_the_story() {
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    void accepts_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("lead", "lead", AUTOMATION.type())) {
            var identify = AUTOMATION
                    .reaction()
                    .to(sample, sample.as(LeadConverted.class))
                    .orElseThrow();
            assertThat(NOTHING.when((IdentifyOpportunity) identify.command())
                            .unbound()
                            .decision())
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    private static Reaction.Command reaction(String json) {
        var event = ProducerSamples.event("lead", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(LeadConverted.class)).orElseThrow();
    }
}
