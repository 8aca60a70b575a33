package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.*;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.automation.WhenContractVoidedThenNothingIsOwed;
import io.milepost.contracts.kernel.CollectionTerms;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The money of a contract that was signed by mistake. */
class VoidPaymentsTest {
    private static final VoidPayments VOID = new VoidPayments(TODAY);
    private static final PaymentScheduleVoided VOIDED = new PaymentScheduleVoided(CONTRACT, VALUE, VALUE, TODAY);

    @Test
    @DisplayName("Decision 44: nothing is due, overdue or chased of a void contract, and it is not collected by that")
    void nothing_is_owed() {
        var late = aDueSchedule().given(new InstalmentOverdue(1, usd("300.00"), YESTERDAY, "kim"));
        assertThat(ESCALATION.dates().apply(late.state())).isNotEmpty();
        assertThat(OVERDUE.dates().apply(aDueSchedule().state())).isNotEmpty();
        var given = late.when(VOID).unbound().then(VOIDED).when(VOID).unbound().thenNothing();
        var view = PaymentScheduleView.of(given.state());
        assertThat(view.status()).isEqualTo("VOIDED");
        assertThat(view.value()).isEqualTo(usd("0.00"));
        assertThat(view.originalValue()).isEqualTo(VALUE);
        assertThat(view.due()).isEqualTo(usd("0.00"));
        assertThat(view.overdue()).isEqualTo(usd("0.00"));
        assertThat(view.instalments()).isEmpty();
        assertThat(given.state().addsUp()).isTrue();
        for (var due : List.of(AGREED_DAY, OVERDUE, REMINDER, ESCALATION)) {
            assertThat(due.dates().apply(given.state())).isEmpty();
        }
        given.when(new MarkOverdue(1)).unbound().thenRefused(INSTALMENT_UNKNOWN);
        given.when(new FireTrigger(Trigger.MILESTONE, "M1", TODAY)).unbound().thenNothing();
        given.when(new IssueInvoice(1, "I-1", null, null)).thenRefused(INSTALMENT_UNKNOWN);
    }

    @Test
    @DisplayName("Decision 44: money that came in at the same moment is a surplus, which goes back")
    void money_is_a_surplus() {
        var given = aSchedule()
                .given(received("R-1", "300.00"), matched("R-1", 1, "300.00"))
                .when(VOID)
                .unbound()
                .then(
                        new PaymentReleased("R-1", 1, usd("300.00")),
                        new PaymentScheduleVoided(CONTRACT, VALUE, usd("700.00"), TODAY));
        var view = PaymentScheduleView.of(given.state());
        assertThat(view.surplus()).isEqualTo(usd("300.00"));
        assertThat(view.paid()).isEqualTo(usd("0.00"));
        given.when(new RefundSurplus("R-1", "V-1", usd("300.00"), "signed by mistake"))
                .then(new PaymentRefunded("R-1", "V-1", usd("300.00"), "signed by mistake", TODAY));
        given.when(new ReverseReceipt("R-1", "bounced"))
                .then(new PaymentReversed("R-1", usd("300.00"), "bounced", TODAY));
        given.when(receipt("R-2", "10.00", null)).then(received("R-2", "10.00"));
    }

    @Test
    @DisplayName("Gate G15, decision 44: work waits no more for the advance of a void contract")
    void nothing_is_held() {
        var holding = new PaymentScheduleSet(
                CONTRACT,
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                VALUE,
                INSTALMENTS,
                YESTERDAY,
                new CollectionTerms(7, 10, null, true, null));
        var held = nothing()
                .given(holding, due(1, "300.00", YESTERDAY), new InstalmentOverdue(1, usd("300.00"), YESTERDAY, "kim"));
        assertThat(held.state().isHeld()).isTrue();
        var given = held.when(VOID).unbound().then(VOIDED, new AdvanceHoldLifted(1, "kim", TODAY));
        assertThat(given.state().isHeld()).isFalse();
    }

    @Test
    @DisplayName("Decision 44: what money and which invoices stand in the way of a voiding")
    void what_stands_in_the_way() {
        var invoiced = aSchedule().given(new InvoiceIssued(1, "I-1", usd("300.00"), TODAY, TODAY));
        assertThat(aSchedule().state().isInvoiced()).isFalse();
        assertThat(invoiced.state().isInvoiced()).isTrue();
        assertThat(invoiced.given(credited("299.99")).state().isInvoiced()).isTrue();
        assertThat(invoiced.given(credited("300.00")).state().isInvoiced()).isFalse();

        var paid = aSchedule().given(received("R-1", "300.00"));
        assertThat(aSchedule().state().holdsMoney()).isFalse();
        assertThat(paid.state().holdsMoney()).isTrue();
        assertThat(paid.given(matched("R-1", 1, "300.00")).state().holdsMoney()).isTrue();
        assertThat(paid.given(new PaymentReversed("R-1", usd("300.00"), "bounced", TODAY))
                        .state()
                        .holdsMoney())
                .isFalse();
        assertThat(paid.given(new PaymentRefunded("R-1", "V-1", usd("300.00"), "mistake", TODAY))
                        .state()
                        .holdsMoney())
                .isFalse();
    }

    @Test
    @DisplayName("Decision 44: a change order that is applied in the same moment plans nothing")
    void nothing_is_planned_anew() {
        var rebaseline = new RebaselinePayments(OPPORTUNITY, 1, usd("10.00"), TODAY, null, null, null, null);
        assertThat(aSchedule().when(rebaseline).unbound().decision().events()).isNotEmpty();
        aSchedule().given(VOIDED).when(rebaseline).unbound().thenRefused(CONTRACT_NOT_SIGNED);
    }

    @Test
    @DisplayName("Decision 44: the void contract tells its schedule")
    void the_contract_tells_it() {
        var automation = WhenContractVoidedThenNothingIsOwed.PAYMENTS;
        for (var sample : ProducerSamples.of("contract", "contract", automation.type())) {
            var voided = sample.as(automation.data());
            assertThat(automation.reaction().to(sample, voided))
                    .contains(new Reaction.Command(sample.subject(), new VoidPayments(voided.on())));
        }
        assertThat(ProducerSamples.of("contract", "contract", automation.type()))
                .isNotEmpty();
    }

    private static CreditNoteIssued credited(String amount) {
        return new CreditNoteIssued(1, "CN-1", "I-1", usd(amount), "signed by mistake", TODAY);
    }
}
