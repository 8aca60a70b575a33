package io.milepost.leads.automation;

import static io.milepost.leads.automation.WhenCustomerClaimedThenDisputeAttribution.AUTOMATION;
import static io.milepost.leads.lead.Lead.No.DISPUTE_OPEN;
import static io.milepost.leads.lead.Lead.No.LEAD_ALREADY_CONVERTED;
import static io.milepost.leads.lead.Lead.No.LEAD_DISQUALIFIED;
import static io.milepost.leads.lead.Lead.No.LEAD_MERGED;
import static io.milepost.leads.lead.Lead.No.LEAD_NOT_REGISTERED;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.inbound.lead.CustomerClaimed;
import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.Lead;
import io.milepost.leads.lead.LeadCommand;
import io.milepost.leads.lead.LeadCommand.NoteClaim;
import io.milepost.leads.lead.LeadEvent;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenCustomerClaimedThenDisputeAttributionTest {
    private static final UUID HOLDER = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final UUID CLAIMANT = ProducerSamples.SUBJECT;
    private static final Scenario<Lead, LeadCommand, LeadEvent> CAPTURED = Scenario.of(LEAD)
            .given(new LeadCaptured(
                    Channel.WEB,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "x",
                    List.of("p"),
                    null,
                    null,
                    null,
                    null,
                    null));
    private static final Scenario<Lead, LeadCommand, LeadEvent> REGISTERED =
            CAPTURED.given(new LeadRegistered(Scenario.NOW, "kim", List.of("p"), null, null, null, null, null));

    @Test
    @DisplayName("R-028: the lead that holds the contact is disputed by the claim, once however often it is told")
    void disputes_the_holder() {
        var note = reaction();
        assertThat(note.target()).isEqualTo(HOLDER);
        assertThat(reaction()).isEqualTo(note);
        REGISTERED
                .when((NoteClaim) note.command())
                .then(new LeadAttributionDisputed(CLAIMANT, "mine", "lee"))
                .when((NoteClaim) reaction().command())
                .thenNothing();
    }

    @Test
    void a_holder_that_has_ended_ends_the_story_and_an_open_dispute_does_not() {
        var claim = (NoteClaim) reaction().command();
        assertThat(AUTOMATION.settledBy())
                .containsExactlyInAnyOrder(LEAD_MERGED, LEAD_DISQUALIFIED, LEAD_ALREADY_CONVERTED);
        REGISTERED.given(new LeadDisqualified("x")).when(claim).thenRefused(LEAD_DISQUALIFIED);
        REGISTERED.given(new LeadMerged(CLAIMANT, "x", "boss")).when(claim).thenRefused(LEAD_MERGED);
        REGISTERED
                .given(new LeadAttributionDisputed(HOLDER, "theirs", "bo"))
                .when(claim)
                .thenRefused(DISPUTE_OPEN);
        CAPTURED.when(claim).thenRefused(LEAD_NOT_REGISTERED);
    }

    @Test
    void reads_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("lead", "lead", AUTOMATION.type())) {
            assertThat(AUTOMATION.reaction().to(sample, sample.as(CustomerClaimed.class)))
                    .isPresent();
        }
    }

    private static Reaction.Command reaction() {
        var json = """
                {"holder": "%s", "reason": "mine", "claimedBy": "lee", "more": 1}
                """.formatted(HOLDER);
        var event = ProducerSamples.event("lead", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(CustomerClaimed.class)).orElseThrow();
    }
}
