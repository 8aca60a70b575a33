package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenHandoverAcceptedThenCreateDeliveryProject.AUTOMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.deliveryproject.DeliveryEvent;
import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue;
import io.milepost.delivery.inbound.delivery.HandoverAccepted;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenHandoverAcceptedThenCreateDeliveryProjectTest {
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    private static final DeliveryProjectCreated CREATED = new DeliveryProjectCreated(CONTRACT, OPPORTUNITY, null);
    private static final Scenario<DeliveryProject, DeliveryProject.Command, DeliveryEvent> NOTHING =
            Scenario.of(DeliveryProjectCatalogue.DELIVERY_PROJECT);

    @Test
    @DisplayName("Decision 30: the accepted handover creates the delivery project under the contract's id")
    void creates_the_delivery_project() {
        assertThat(reaction().target()).isEqualTo(CONTRACT);
        NOTHING.when(create()).to(CONTRACT).then(CREATED);
    }

    @Test
    @DisplayName("Told twice, it is the same command; one that comes late finds the project and is parked")
    void a_handover_begins_one_delivery() {
        assertThat(reaction()).isEqualTo(reaction());
        NOTHING.given(CREATED, new DeliveryTeamStaffed("max", List.of()))
                .when(create())
                .thenTaken();
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    void accepts_every_sample_of_the_handover() {
        for (var sample : ProducerSamples.of("delivery", "handover", AUTOMATION.type())) {
            var create = AUTOMATION
                    .reaction()
                    .to(sample, sample.as(HandoverAccepted.class))
                    .orElseThrow();
            assertThat(NOTHING.when((CreateDeliveryProject) create.command()).decision())
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    private static CreateDeliveryProject create() {
        return (CreateDeliveryProject) reaction().command();
    }

    private static Reaction.Command reaction() {
        var json = """
                {"contractId": "%s", "opportunityId": "%s", "acceptedOn": "2026-03-01"}
                """.formatted(CONTRACT, OPPORTUNITY);
        var event = ProducerSamples.event("delivery", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(HandoverAccepted.class)).orElseThrow();
    }
}
