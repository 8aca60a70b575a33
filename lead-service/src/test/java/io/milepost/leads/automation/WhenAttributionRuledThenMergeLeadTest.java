package io.milepost.leads.automation;

import static io.milepost.leads.automation.WhenAttributionRuledThenMergeLead.AUTOMATION;
import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.inbound.lead.LeadAttributionRuled;
import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.Lead;
import io.milepost.leads.lead.LeadCommand;
import io.milepost.leads.lead.LeadCommand.MergeLead;
import io.milepost.leads.lead.LeadEvent;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenAttributionRuledThenMergeLeadTest {
    private static final UUID CLAIMANT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final UUID HOLDER = ProducerSamples.SUBJECT;
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

    @Test
    @DisplayName("R-028: who claimed in vain is merged into the lead that has the customer")
    void merges_the_claimant() {
        var merge = reaction(HOLDER).orElseThrow();
        assertThat(merge.target()).isEqualTo(CLAIMANT);
        assertThat(merge.command()).isEqualTo(new MergeLead(HOLDER, "first"));
        assertThat(reaction(HOLDER)).as("twice is the same").contains(merge);
    }

    @Test
    @DisplayName("R-028: a ruling for the claimant was decided with it, and asks for nothing more")
    void does_nothing_where_the_claimant_won() {
        assertThat(reaction(CLAIMANT)).isEmpty();
    }

    @Test
    void ends_the_story_where_the_claimant_is_at_its_end_and_not_where_something_is_in_the_way() {
        assertThat(AUTOMATION.settledBy())
                .contains(UNKNOWN_TARGET)
                .doesNotContain(LEAD_NOT_REGISTERED, LEAD_REGISTERED);
        var merge = new MergeLead(HOLDER, "first");
        CAPTURED.when(merge).thenRefused(LEAD_NOT_DUPLICATE);
        CAPTURED.given(new LeadDiscarded("x")).when(merge).thenRefused(LEAD_DISCARDED);
        var duplicate = CAPTURED.given(new DuplicateLeadDetected(HOLDER));
        duplicate.when(merge).thenRefused(OTHER_LEAD_UNFIT);
        duplicate.given(new LeadMerged(CLAIMANT, "y", "boss")).when(merge).thenRefused(LEAD_MERGED);
        duplicate.given(new LeadMerged(HOLDER, "first", "boss")).when(merge).thenNothing();
        assertThat(AUTOMATION.settledBy())
                .contains(
                        LEAD_NOT_DUPLICATE,
                        LEAD_DISCARDED,
                        LEAD_MERGED,
                        LEAD_DISQUALIFIED,
                        LEAD_ALREADY_CONVERTED,
                        OTHER_LEAD_UNFIT);
    }

    @Test
    void reads_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("lead", "lead", AUTOMATION.type())) {
            assertThat(AUTOMATION.reaction().to(sample, sample.as(LeadAttributionRuled.class)))
                    .isNotNull();
        }
    }

    private static Optional<Reaction.Command> reaction(UUID attributedTo) {
        var json = """
                {"claimant": "%s", "attributedTo": "%s", "reason": "first", "ruledBy": "boss", "more": 1}
                """.formatted(CLAIMANT, attributedTo);
        var event = ProducerSamples.event("lead", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(LeadAttributionRuled.class));
    }
}
