package io.milepost.delivery.automation;

import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.deliveryproject.DeliveryEvent;
import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenDeliveryComesToItsEndThenNoteItTest {
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Scenario<DeliveryProject, DeliveryProject.Command, DeliveryEvent> NOTHING =
            Scenario.of(DELIVERY_PROJECT);
    private static final Scenario<DeliveryProject, DeliveryProject.Command, DeliveryEvent> PROJECT =
            NOTHING.given(new DeliveryProjectCreated(Scenario.ID, CONTRACT, DAY));

    @Test
    @DisplayName(
            "Domain 3.4: the acceptance, the settlement and the close of a contract are noted of its delivery, once")
    void are_noted_once() {
        var accepted = command(WhenDeliveryComesToItsEndThenNoteIt.ACCEPTED, "acceptedOn");
        var settled = command(WhenDeliveryComesToItsEndThenNoteIt.SETTLED, "on");
        var closed = command(WhenDeliveryComesToItsEndThenNoteIt.CLOSED, "closedOn");
        assertThat(accepted).isEqualTo(new NoteAcceptance(DAY));
        assertThat(settled).isEqualTo(new NoteSettlement(DAY));
        assertThat(closed).isEqualTo(new NoteClose(DAY));
        PROJECT.when(accepted)
                .then(new DeliveryAccepted(Scenario.ID, DAY))
                .when(accepted)
                .thenNothing()
                .when(settled)
                .then(new DeliverySettled(Scenario.ID, DAY))
                .when(closed)
                .then(new DeliveryProjectClosed(Scenario.ID, DAY))
                .when(settled)
                .thenNothing();
    }

    @Test
    @DisplayName("A close without a delivery ends the story, an acceptance without one is seen by somebody")
    void there_may_be_no_delivery() {
        NOTHING.when(new NoteClose(DAY)).thenUnknown();
        assertThat(WhenDeliveryComesToItsEndThenNoteIt.CLOSED.settledBy()).containsExactly(UNKNOWN_TARGET);
        assertThat(WhenDeliveryComesToItsEndThenNoteIt.ACCEPTED.settledBy()).isEmpty();
        assertThat(WhenDeliveryComesToItsEndThenNoteIt.SETTLED.settledBy()).isEmpty();
    }

    @Test
    void read_every_sample_of_the_producer() {
        reads(WhenDeliveryComesToItsEndThenNoteIt.ACCEPTED, "acceptance");
        reads(WhenDeliveryComesToItsEndThenNoteIt.SETTLED, "settlement");
        reads(WhenDeliveryComesToItsEndThenNoteIt.CLOSED, "closure");
    }

    private static <T> void reads(Automation<T> automation, String aggregate) {
        for (var sample : ProducerSamples.of("delivery", aggregate, automation.type())) {
            assertThat(automation.reaction().to(sample, sample.as(automation.data())))
                    .isPresent();
        }
    }

    private static <T> Record command(Automation<T> automation, String day) {
        var json = "{\"contractId\": \"%s\", \"%s\": \"%s\"}".formatted(CONTRACT, day, DAY);
        var event = ProducerSamples.event("delivery", automation.type(), json);
        Reaction.Command reaction =
                automation.reaction().to(event, event.as(automation.data())).orElseThrow();
        assertThat(reaction.target()).isEqualTo(CONTRACT);
        return reaction.command();
    }
}
