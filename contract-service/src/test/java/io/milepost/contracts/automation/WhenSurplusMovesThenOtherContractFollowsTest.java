package io.milepost.contracts.automation;

import static io.milepost.contracts.automation.WhenSurplusMovesThenOtherContractFollows.MOVED;
import static io.milepost.contracts.automation.WhenSurplusMovesThenOtherContractFollows.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.RestoreSurplus;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.TakeOverSurplus;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.PaymentMoveReturned;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.PaymentMovedOut;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the other contract makes of it twice or too late is shown by {@code SurplusTest}. */
class WhenSurplusMovesThenOtherContractFollowsTest {
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000c2");

    @Test
    @DisplayName("R-140: moved money arrives at the other contract, with the day on which the customer paid it")
    void it_arrives() {
        var event = ProducerSamples.event("contract", MOVED.type(), """
                {"receiptNo": "R-1", "transferNo": "T-1", "amount": {"amount": "5.00", "currency": "USD"},
                 "receivedOn": "2026-03-01", "toContractId": "%s", "reason": "x", "on": "2026-03-02"}
                """.formatted(OTHER));
        assertThat(MOVED.reaction().to(event, event.as(PaymentMovedOut.class)))
                .contains(new Reaction.Command(
                        OTHER,
                        new TakeOverSurplus(
                                "T-1",
                                Money.of("5.00", "USD"),
                                LocalDate.parse("2026-03-01"),
                                ProducerSamples.SUBJECT)));
    }

    @Test
    @DisplayName("Decision 44: a reversed transfer goes back to the contract from which it came")
    void it_goes_back() {
        var event = ProducerSamples.event("contract", RETURNED.type(), """
                {"transferNo": "T-1", "amount": {"amount": "5.00", "currency": "USD"}, "fromContractId": "%s", "on": "2026-03-02"}
                """.formatted(OTHER));
        assertThat(RETURNED.reaction().to(event, event.as(PaymentMoveReturned.class)))
                .contains(new Reaction.Command(OTHER, new RestoreSurplus("T-1")));
    }

    @Test
    @DisplayName("money that has left and does not arrive is parked, so that somebody sees it")
    void no_refusal_settles_it() {
        assertThat(MOVED.settledBy()).isEmpty();
        assertThat(RETURNED.settledBy()).isEmpty();
    }
}
