package io.milepost.leads.automation;

import static io.milepost.leads.automation.WhenNeedFoundThenCaptureLead.CASE;
import static io.milepost.leads.automation.WhenNeedFoundThenCaptureLead.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.inbound.delivery.NeedFound;
import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.Lead;
import io.milepost.leads.lead.LeadCatalogue;
import io.milepost.leads.lead.LeadCommand;
import io.milepost.leads.lead.LeadCommand.CaptureLead;
import io.milepost.leads.lead.LeadEvent;
import io.milepost.leads.lead.LeadEvent.LeadCaptured;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenNeedFoundThenCaptureLeadTest {
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final Scenario<Lead, LeadCommand, LeadEvent> NOTHING = Scenario.of(LeadCatalogue.LEAD);

    @Test
    @DisplayName("R-042: a need that after-sales finds becomes a lead of the account, which says where it was found")
    void becomes_a_lead() {
        for (var rule : List.of(CASE, VISIT)) {
            var finding = (rule.equals(CASE) ? "service-case " : "care-visit ") + ProducerSamples.SUBJECT;
            NOTHING.when((CaptureLead) reaction(rule).command()).then(captured(finding));
        }
    }

    @Test
    void one_finding_is_one_lead_however_often_it_is_told() {
        assertThat(reaction(CASE)).isEqualTo(reaction(CASE));
        assertThat(reaction(CASE).target()).isEqualTo(event(CASE).eventId());
        NOTHING.given(captured("service-case 1"))
                .when((CaptureLead) reaction(CASE).command())
                .thenTaken();
        assertThat(CASE.settledBy()).isEmpty();
        assertThat(VISIT.settledBy()).isEmpty();
    }

    @Test
    void accepts_every_sample_of_the_producer() {
        accepts("service-case", CASE);
        accepts("care-visit", VISIT);
    }

    private static void accepts(String aggregate, Automation<NeedFound> rule) {
        var samples = ProducerSamples.of("delivery", aggregate, rule.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            var capture = rule.reaction().to(sample, sample.as(NeedFound.class)).orElseThrow();
            assertThat(NOTHING.when((CaptureLead) capture.command()).decision()).isInstanceOf(Decision.Accepted.class);
        }
    }

    private static LeadCaptured captured(String finding) {
        return new LeadCaptured(
                Channel.AFTER_SALES,
                null,
                null,
                null,
                ACCOUNT,
                null,
                null,
                null,
                "sealed.v1.x.y",
                List.of(),
                null,
                null,
                finding,
                null,
                null);
    }

    private static Reaction.Command reaction(Automation<NeedFound> rule) {
        var event = event(rule);
        return rule.reaction().to(event, event.as(NeedFound.class)).orElseThrow();
    }

    private static Inbound event(Automation<NeedFound> rule) {
        return ProducerSamples.event("delivery", rule.type(), """
                {"accountId": "%s", "need": "sealed.v1.x.y", "foundBy": "kim", "more": "of later"}
                """.formatted(ACCOUNT));
    }
}
