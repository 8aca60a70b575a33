package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.ESCALATION;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.OVERDUE;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.REMINDER;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.CollectionTerms;
import io.milepost.contracts.kernel.CollectionTerms.Approver;
import io.milepost.contracts.kernel.CollectionTerms.WriteOffLimit;
import io.milepost.contracts.kernel.StandardCollection;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentSchedule.SignedContract;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How the money of a contract is collected is what its sales process says. */
class CollectionOfProcessTest {
    private static final LocalDate DAY = LocalDate.parse("2026-04-20");
    private static final Instalment BY_DAY = new Instalment(1, "all", VALUE, Trigger.DATE, DAY, null, null);
    private static final Instalment ADVANCE = new Instalment(1, "all", VALUE, Trigger.SIGNATURE, null, null, null);
    private static final CollectionTerms PATIENT = new CollectionTerms(
            3, 40, List.of(new WriteOffLimit(Approver.FINANCE, new BigDecimal("400"), null)), null, null);
    private static final CollectionTerms HOLDING = new CollectionTerms(7, 14, null, true, null);
    private static final CollectionTerms UNMOVED = new CollectionTerms(7, 14, null, null, true);
    private static final InstalmentOverdue LATE = new InstalmentOverdue(1, VALUE, DAY, "kim");
    private static final CollectionPaused PAUSED = new CollectionPaused(VALUE, DAY, "kim");

    @Test
    @DisplayName("R-141, R-188: a schedule takes over what its contract's sales process says of the money")
    void a_schedule_takes_it_over_from_its_contract() {
        var contract = new SignedContract(OPPORTUNITY, ACCOUNT, VALUE, TODAY, null, PATIENT);
        var planned = Scenario.of(PaymentScheduleCatalogue.PAYMENT_SCHEDULE)
                .reading(contract)
                .when(plan(VALUE, null, byDate("all", "100", DAY)))
                .then(new PaymentScheduleSet(
                        CONTRACT, OPPORTUNITY, ACCOUNT, "kim", VALUE, List.of(BY_DAY), TODAY, PATIENT));
        assertThat(PaymentScheduleView.of(planned.state()).collection()).isEqualTo(PATIENT);
        var standard = nothing().given(set(VALUE, BY_DAY)).state();
        assertThat(PaymentScheduleView.of(standard).collection()).isEqualTo(StandardCollection.TERMS);
        assertThat(Json.events().valueToTree(set(VALUE, BY_DAY)).has("collection"))
                .isFalse();
    }

    @Test
    @DisplayName(
            "R-141, R-188: the owner is reminded, and the manager told, so many days before and after as the process"
                    + " says")
    void its_days_are_those_of_the_process() {
        var planned = collecting(PATIENT, BY_DAY);
        assertThat(REMINDER.dates().apply(planned.state()))
                .containsExactly(DueDate.startOf(DAY.minusDays(3), new SendReminder(1))
                        .part("1")
                        .ownedBy("kim"));
        var last = DAY.plusDays(40);
        var late = planned.given(due(1, "1000.00", DAY), LATE);
        assertThat(ESCALATION.dates().apply(late.state()))
                .containsExactly(
                        DueDate.endOf(last, new EscalateCollection(1)).part("1").ownedBy("kim"));
        late.when(new EscalateCollection(1)).on(last).thenNothing();
        late.when(new EscalateCollection(1)).on(last.plusDays(1)).then(new CollectionEscalated(1, VALUE, DAY, "kim"));
    }

    @Test
    @DisplayName("R-140, R-188: who may give up how much of a contract is what its process says, or the standard")
    void authority_is_that_of_the_process() {
        var due = due(1, "1000.00", DAY);
        writesOff(PATIENT, "400.00", true, due);
        writesOff(PATIENT, "400.01", false, due);
        writesOff(UNMOVED, "1000.00", true, due);
        writesOff(null, "1000.00", true, due);
    }

    @Test
    @DisplayName(
            "R-141: in a currency for which nobody has a limit only whoever has none gives up money, or the sponsor")
    void another_currency_takes_the_highest_authority() {
        var euro = Currency.getInstance("EUR");
        var finance = new WriteOffLimit(Approver.FINANCE, new BigDecimal("400"), euro);
        var manager = new WriteOffLimit(Approver.SALES_MANAGER, null, null);
        var both = new CollectionTerms(3, 40, List.of(finance, manager), null, null);
        assertThat(both.approversOf(Money.of("400.00", "EUR"))).containsExactly("FINANCE", "SALES_MANAGER");
        assertThat(both.approversOf(Money.of("400.01", "EUR"))).containsExactly("SALES_MANAGER");
        assertThat(both.approversOf(Money.of("0.01", "USD"))).containsExactly("SALES_MANAGER");
        var alone = new CollectionTerms(3, 40, List.of(finance), null, null);
        assertThat(alone.approversOf(Money.of("0.01", "USD"))).containsExactly("SPONSOR");
        assertThat(alone.approversOf(Money.of("400.01", "EUR"))).isEmpty();
        assertThat(PATIENT.approversOf(Money.of("400.00", "GBP")))
                .as("a limit from before it had a currency")
                .containsExactly("FINANCE");
        assertThat(StandardCollection.TERMS.approversOf(Money.of("1", "JPY"))).containsExactly("SPONSOR");
        writesOff(alone, "1.00", false, due(1, "1000.00", DAY));
    }

    @Test
    @DisplayName("Domain 3.5: while the settlement is disputed nobody is reminded, and no manager told")
    void a_dispute_pauses_collection() {
        var planned = collecting(null, BY_DAY);
        var paused = planned.when(new PauseCollection(DAY))
                .then(PAUSED)
                .when(new PauseCollection(DAY.plusDays(1)))
                .thenNothing();
        assertThat(REMINDER.dates().apply(paused.state())).isEmpty();
        assertThat(REMINDER.dates().apply(planned.state())).as("control").isNotEmpty();
        paused.when(new SendReminder(1)).on(DAY.minusDays(7)).thenNothing();
        assertThat(PaymentScheduleView.of(paused.state()).pausedOn()).isEqualTo(DAY);

        var due = paused.given(due(1, "1000.00", DAY));
        assertThat(OVERDUE.dates().apply(due.state())).as("a fact all the same").hasSize(1);
        var late = due.when(new MarkOverdue(1)).on(DAY.plusDays(1)).then(LATE);
        assertThat(ESCALATION.dates().apply(late.state())).isEmpty();
        late.when(new EscalateCollection(1)).on(DAY.plusDays(99)).thenNothing();
        assertThat(late.when(new RecordReceipt("R-1", VALUE, DAY, 1))
                        .on(DAY.plusDays(2))
                        .decision()
                        .events())
                .isNotEmpty();
    }

    @Test
    @DisplayName("Domain 3.5: once the customer agrees it goes on, and the owner has as long as ever to get the money")
    void an_agreement_ends_the_pause() {
        var agreed = DAY.plusDays(30);
        var resumed = collecting(null, BY_DAY)
                .given(due(1, "1000.00", DAY), LATE, PAUSED)
                .when(new ResumeCollection(agreed))
                .then(new CollectionResumed(VALUE, agreed, "kim"))
                .when(new ResumeCollection(agreed))
                .thenNothing();
        assertThat(PaymentScheduleView.of(resumed.state()).pausedOn()).isNull();
        assertThat(ESCALATION.dates().apply(resumed.state()))
                .containsExactly(DueDate.endOf(agreed.plusDays(14), new EscalateCollection(1))
                        .part("1")
                        .ownedBy("kim"));
        resumed.when(new EscalateCollection(1)).on(agreed.plusDays(14)).thenNothing();
        resumed.when(new EscalateCollection(1))
                .on(agreed.plusDays(15))
                .then(new CollectionEscalated(1, VALUE, DAY, "kim"));
        resumed.when(new PauseCollection(agreed.plusDays(1)))
                .then(new CollectionPaused(VALUE, agreed.plusDays(1), "kim"));
        collecting(null, BY_DAY).when(new ResumeCollection(DAY)).thenNothing();
    }

    @Test
    @DisplayName("Domain 3.5, R-188: where the process says so, collecting goes on whatever is disputed")
    void a_process_can_go_on_collecting() {
        var disputed = collecting(UNMOVED, BY_DAY)
                .given(due(1, "1000.00", DAY), LATE)
                .when(new PauseCollection(DAY))
                .thenNothing();
        assertThat(ESCALATION.dates().apply(disputed.state())).hasSize(1);
    }

    @Test
    @DisplayName("G15, R-134: a missed advance holds the contract where its process says so, until it is paid")
    void a_missed_advance_holds_where_the_process_says_so() {
        var missed = new AdvancePaymentMissed(1, VALUE, YESTERDAY, "kim", true);
        var held = collecting(HOLDING, ADVANCE)
                .given(due(1, "1000.00", YESTERDAY))
                .when(new MarkOverdue(1))
                .then(new InstalmentOverdue(1, VALUE, YESTERDAY, "kim"), missed);
        assertThat(held.state().isHeld()).isTrue();
        assertThat(PaymentScheduleView.of(held.state()).held()).isTrue();
        var paid = held.given(received("R-1", "1000.00"), matched("R-1", 1, "1000.00"));
        assertThat(paid.state().isHeld()).isFalse();
        assertThat(held.given(received("R-1", "999.99"), matched("R-1", 1, "999.99"))
                        .state()
                        .isHeld())
                .isTrue();

        var told = collecting(null, ADVANCE)
                .given(due(1, "1000.00", YESTERDAY))
                .when(new MarkOverdue(1))
                .then(
                        new InstalmentOverdue(1, VALUE, YESTERDAY, "kim"),
                        new AdvancePaymentMissed(1, VALUE, YESTERDAY, "kim", null));
        assertThat(told.state().isHeld()).isFalse();
        var later = collecting(HOLDING, BY_DAY).given(due(1, "1000.00", DAY), LATE);
        assertThat(later.state().isHeld()).as("no advance").isFalse();
    }

    @Test
    @DisplayName(
            "G15, R-134: whatever ends the hold, it is told once: a payment, a write-off, or an amendment; a part of"
                    + " it does not")
    void the_end_of_a_hold_is_told() {
        var held = collecting(HOLDING, ADVANCE)
                .given(
                        due(1, "1000.00", YESTERDAY),
                        new InstalmentOverdue(1, VALUE, YESTERDAY, "kim"),
                        new AdvancePaymentMissed(1, VALUE, YESTERDAY, "kim", true));
        var lifted = new AdvanceHoldLifted(1, "kim", TODAY);
        var part = held.when(new RecordReceipt("R-1", usd("400.00"), TODAY, 1));
        assertThat(part.decision().events()).isNotEmpty().doesNotContain(lifted);
        var paid =
                held.when(new RecordReceipt("R-1", VALUE, TODAY, 1)).decision().events();
        assertThat(paid).containsOnlyOnce(lifted).endsWith(lifted);
        var writtenOff = held.when(new WriteOffInstalment(1, VALUE, "insolvent"))
                .inRole(Role.FINANCE)
                .decision()
                .events();
        assertThat(writtenOff).containsOnlyOnce(lifted);
        var after = held.given(paid.toArray(PaymentScheduleEvent[]::new));
        assertThat(after.state().isHeld()).isFalse();
        assertThat(after.when(new ReverseReceipt("R-1", "bounced")).decision().events())
                .as("held again")
                .contains(new AdvancePaymentMissed(1, VALUE, YESTERDAY, "kim", true))
                .doesNotContain(lifted);

        var free = collecting(null, ADVANCE)
                .given(due(1, "1000.00", YESTERDAY), new InstalmentOverdue(1, VALUE, YESTERDAY, "kim"))
                .when(new RecordReceipt("R-1", VALUE, TODAY, 1))
                .decision()
                .events();
        assertThat(free).as("nothing was held").isNotEmpty().doesNotContain(lifted);
    }

    @Test
    @DisplayName(
            "G15, R-134, R-138: an amendment that leaves nothing of a missed advance to be paid ends the hold, one that leaves a part does not")
    void an_amendment_ends_a_hold() {
        var held = collecting(HOLDING, ADVANCE)
                .given(
                        due(1, "1000.00", YESTERDAY),
                        new InstalmentOverdue(1, VALUE, YESTERDAY, "kim"),
                        new AdvancePaymentMissed(1, VALUE, YESTERDAY, "kim", true),
                        received("R-1", "400.00"),
                        matched("R-1", 1, "400.00"));
        var lifted = new AdvanceHoldLifted(1, "kim", TODAY);
        var less = held.when(amend("-599.99")).decision().events();
        assertThat(less).hasOnlyElementsOfType(PaymentScheduleRebaselined.class);
        assertThat(held.given(less.toArray(PaymentScheduleEvent[]::new)).state().isHeld())
                .as("one cent of it is missed")
                .isTrue();
        var nothing = held.when(amend("-600.00")).decision().events();
        assertThat(nothing).containsOnlyOnce(lifted).endsWith(lifted);
        assertThat(held.given(nothing.toArray(PaymentScheduleEvent[]::new))
                        .state()
                        .isHeld())
                .isFalse();
        assertThat(collecting(null, ADVANCE)
                        .given(due(1, "1000.00", YESTERDAY), new InstalmentOverdue(1, VALUE, YESTERDAY, "kim"))
                        .when(amend("-1000.00"))
                        .decision()
                        .events())
                .as("nothing was held")
                .isNotEmpty()
                .doesNotContain(lifted);
    }

    private static RebaselinePayments amend(String change) {
        return new RebaselinePayments(OPPORTUNITY, 1, usd(change), TODAY, null, null, null, null);
    }

    private static void writesOff(
            @Nullable CollectionTerms terms, String amount, boolean allowed, InstalmentBecameDue due) {
        var asked = collecting(terms, BY_DAY)
                .given(due)
                .when(new WriteOffInstalment(1, usd(amount), "insolvent"))
                .inRole(Role.FINANCE);
        if (allowed) {
            assertThat(asked.decision().events()).isNotEmpty();
        } else {
            asked.thenRefused(BEYOND_AUTHORITY);
        }
    }

    private static Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> collecting(
            @Nullable CollectionTerms terms, Instalment instalment) {
        return nothing()
                .given(new PaymentScheduleSet(
                        CONTRACT, OPPORTUNITY, new UUID(1, 1), "kim", VALUE, List.of(instalment), YESTERDAY, terms));
    }
}
