package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenHandoverAcceptedThenOpenAcceptance.AUTOMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.acceptance.Acceptance;
import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.acceptance.AcceptanceCatalogue;
import io.milepost.delivery.inbound.delivery.HandoverAccepted;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenHandoverAcceptedThenOpenAcceptanceTest {
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final Scenario<Acceptance, Acceptance.Command, Acceptance.Event> NOTHING =
            Scenario.of(AcceptanceCatalogue.ACCEPTANCE);

    @Test
    @DisplayName("R-157: what was handed over can be accepted, under the contract's id")
    void opens_the_acceptance_of_the_contract() {
        assertThat(reaction()).isEqualTo(new Reaction.Command(CONTRACT, new OpenAcceptance(OPPORTUNITY, null, null)));
        NOTHING.when((OpenAcceptance) reaction().command())
                .to(CONTRACT)
                .then(new AcceptanceOpened(CONTRACT, OPPORTUNITY, null, null));
    }

    @Test
    void the_same_handover_twice_is_one_acceptance() {
        NOTHING.given(new AcceptanceOpened(CONTRACT, OPPORTUNITY, null, null))
                .when((OpenAcceptance) reaction().command())
                .thenTaken();
    }

    @Test
    void no_refusal_ends_the_story() {
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    void accepts_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("delivery", "handover", AUTOMATION.type())) {
            var open = AUTOMATION
                    .reaction()
                    .to(sample, sample.as(HandoverAccepted.class))
                    .orElseThrow();
            assertThat(NOTHING.when((OpenAcceptance) open.command()).decision()).isInstanceOf(Decision.Accepted.class);
        }
    }

    private static Reaction.Command reaction() {
        var json = """
                {"contractId": "%s", "opportunityId": "%s", "acceptedOn": "2026-03-01", "ofLater": true}
                """.formatted(CONTRACT, OPPORTUNITY);
        var event = ProducerSamples.event("delivery", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(HandoverAccepted.class)).orElseThrow();
    }
}
