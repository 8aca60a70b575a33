package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER_COMING;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER_DUE;
import static io.milepost.delivery.handover.HandoverRefusal.*;
import static io.milepost.delivery.handover.Handovers.*;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.automation.WhenContractVoidedThenCallOffDelivery;
import io.milepost.delivery.closure.Closure.CallOffDeliveryClosure;
import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.handover.HandoverCatalogue.View;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Decision 44: a contract that was signed by mistake is not handed over")
class CalledOffTest {
    /** What is reached here and not in {@link HandoverTest}. */
    static final HandoverRefusal OF_CALLED_OFF = HANDOVER_CALLED_OFF;

    private static final CallOffHandover CALL_OFF = new CallOffHandover(TODAY);
    private static final HandoverCalledOff CALLED_OFF = new HandoverCalledOff(CONTRACT, TODAY);

    @Test
    @DisplayName("In any stage before it is accepted, once; nobody is reminded of it and nobody waits for it")
    void nobody_waits_for_it() {
        for (var handover : List.of(anInitiated(), aComplete(), aReady(), aScheduled(), aHeld(), aReturned())) {
            assertThat(HANDOVER_DUE.dates().apply(handover.state())).isNotEmpty();
            assertThat(HANDOVER_COMING.dates().apply(handover.state())).isNotEmpty();
            var over = handover.when(CALL_OFF)
                    .unbound()
                    .then(CALLED_OFF)
                    .when(CALL_OFF)
                    .unbound()
                    .thenNothing();
            assertThat(View.of(over.state()).status()).isEqualTo("CALLED_OFF");
            assertThat(HANDOVER_DUE.dates().apply(over.state())).isEmpty();
            assertThat(HANDOVER_COMING.dates().apply(over.state())).isEmpty();
            over.when(new MarkOverdue()).unbound().on(DUE.plusDays(1)).thenNothing();
            over.when(new AnnounceDueDate()).unbound().on(DUE).thenNothing();
        }
    }

    @Test
    @DisplayName("Nothing more becomes of it")
    void nothing_more_becomes_of_it() {
        var over = aHeld().given(CALLED_OFF);
        for (var command : List.of(
                new IssueEntrustment("zoe", null),
                add(ItemKind.PROMISE),
                new DeclarePackageReady(),
                new ScheduleMeeting(TODAY, HandoverMode.MEETING, null),
                new HoldHandover(null, "minutes", WHO),
                new AcceptHandover(null),
                new ReturnHandover(List.of("drawings")))) {
            over.when(command).thenRefused(HANDOVER_CALLED_OFF);
        }
        assertThat(aHeld().when(new AcceptHandover(null)).decision().events()).isNotEmpty();
    }

    @Test
    @DisplayName("What delivery has taken over cannot be called off, so that somebody has to look")
    void what_is_accepted_goes_on() {
        anAccepted().when(CALL_OFF).unbound().thenRefused(HANDOVER_ALREADY_ACCEPTED);
        assertThat(WhenContractVoidedThenCallOffDelivery.HANDOVER.settledBy()).containsExactly(UNKNOWN_TARGET);
        assertThat(WhenContractVoidedThenCallOffDelivery.CLOSURE.settledBy()).containsExactly(UNKNOWN_TARGET);
    }

    @Test
    void reads_every_sample_of_the_producer() {
        var handover = WhenContractVoidedThenCallOffDelivery.HANDOVER;
        var closure = WhenContractVoidedThenCallOffDelivery.CLOSURE;
        var samples = ProducerSamples.of("contract", "contract", handover.type());
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            var voided = sample.as(handover.data());
            assertThat(handover.reaction().to(sample, voided))
                    .contains(new Reaction.Command(sample.subject(), new CallOffHandover(voided.on())));
            assertThat(closure.reaction().to(sample, voided))
                    .contains(new Reaction.Command(sample.subject(), new CallOffDeliveryClosure(voided.on())));
        }
    }
}
