package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.automation.WhenSettlementCompletedThenClaimFinalPayment.AUTOMATION;
import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.SETTLED_OTHERWISE;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static io.milepost.platform.decision.Usual.DAY_IN_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.inbound.delivery.SettlementCompleted;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-162: what is settled with the customer is claimed, to the cent and once only")
class FinalPaymentTest {
    private static final ClaimFinalPayment CLAIM = new ClaimFinalPayment(VALUE, TODAY);
    private static final Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> ADVANCE_PAID =
            aSchedule().given(received("R-1", "300.00"), matched("R-1", 1, "300.00"));

    @Test
    @DisplayName("R-162: all that waited for the delivery is due, and comes to what has not been paid")
    void what_waited_for_the_delivery_is_due() {
        assertThat(PaymentScheduleView.of(ADVANCE_PAID.state()).finalPayment()).isNull();
        var claimed = ADVANCE_PAID
                .when(CLAIM)
                .then(claimed("700.00"), due(2, "500.00", TODAY), due(3, "200.00", TODAY.plusDays(10)))
                .when(CLAIM)
                .thenNothing();
        assertThat(PaymentScheduleView.of(claimed.state()).finalPayment()).isEqualTo(usd("700.00"));
        assertThat(claimed.state().sum(Receivable::open)).isEqualTo(usd("700.00"));
        ADVANCE_PAID
                .given(due(3, "200.00", YESTERDAY), received("R-2", "200.01"), matched("R-2", 3, "200.00"))
                .when(CLAIM)
                .then(claimed("499.99"), due(2, "500.00", TODAY));
        aDueSchedule().given(received("R-1", "1000.50")).when(CLAIM).then(claimed("-0.50"));
    }

    @Test
    @DisplayName("R-135, R-162: what is due on a day of its own keeps that day")
    void what_has_a_day_keeps_it() {
        var later = new Instalment(1, "retention", VALUE, Trigger.DATE, TOMORROW, null, null);
        nothing().given(set(VALUE, later)).when(CLAIM).then(claimed("1000.00"));
        var accepted = new Instalment(1, "rest", VALUE, Trigger.ACCEPTANCE, null, null, null);
        nothing().given(set(VALUE, accepted)).when(CLAIM).then(claimed("1000.00"), due(1, "1000.00", TODAY));
    }

    @Test
    @DisplayName(
            "R-162: another amount than is to be paid is not claimed before a credit note or an amendment says why")
    void another_amount_is_not_claimed() {
        for (var amount : new String[] {"999.99", "1000.01", "0.00"}) {
            ADVANCE_PAID.when(new ClaimFinalPayment(usd(amount), TODAY)).thenRefused(SETTLED_OTHERWISE, "/settled");
        }
        ADVANCE_PAID
                .when(new ClaimFinalPayment(Money.of("1000.00", "EUR"), TODAY))
                .thenRefused(SETTLED_OTHERWISE, "/settled");
        ADVANCE_PAID.when(new ClaimFinalPayment(VALUE, TOMORROW)).thenRefused(DAY_IN_FUTURE, "/on");
        var less = new ClaimFinalPayment(usd("999.99"), TODAY);
        aSchedule()
                .given(new InvoiceIssued(1, "I-1", usd("300.00"), YESTERDAY, YESTERDAY))
                .given(new CreditNoteIssued(1, "C-1", "I-1", usd("0.01"), "a scratch", TODAY))
                .given(received("R-1", "299.99"), matched("R-1", 1, "299.99"))
                .when(less)
                .then(
                        new FinalPaymentClaimed(CONTRACT, usd("999.99"), usd("700.00"), TODAY),
                        due(2, "500.00", TODAY),
                        due(3, "200.00", TODAY.plusDays(10)))
                .when(CLAIM)
                .thenRefused(SETTLED_OTHERWISE, "/settled");
    }

    @Test
    @DisplayName("R-162: what delivery settles reaches the payments of its contract, and no refusal lets it pass")
    void the_settlement_reaches_the_payments() {
        var event = ProducerSamples.event("delivery", AUTOMATION.type(), """
            {"contractId": "%s", "amount": {"amount": "1000.00", "currency": "USD"}, "on": "%s",
             "finalPayment": {"amount": "700.00", "currency": "USD"}}\
            """.formatted(CONTRACT, TODAY));
        var reaction = AUTOMATION
                .reaction()
                .to(event, event.as(SettlementCompleted.class))
                .orElseThrow();
        assertThat(reaction.target()).isEqualTo(CONTRACT);
        assertThat(reaction.command()).isEqualTo(CLAIM);
        assertThat(AUTOMATION.settledBy()).isEmpty();
        nothing().when(CLAIM).thenUnknown();
        for (var sample : ProducerSamples.of("delivery", "settlement", AUTOMATION.type())) {
            assertThat(sample.as(SettlementCompleted.class).amount()).isNotNull();
        }
    }

    private static FinalPaymentClaimed claimed(String open) {
        return new FinalPaymentClaimed(CONTRACT, VALUE, usd(open), TODAY);
    }
}
