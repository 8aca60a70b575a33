package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.ESCALATION;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.ESCALATION_NOTICE;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.OVERDUE_NOTICE;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.REMINDER;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.REMINDER_NOTICE;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-141: money is asked for in time, and who is told of what is overdue goes up step by step")
class ChasingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-04-20");
    private static final Instalment BY_DAY = new Instalment(1, "all", VALUE, Trigger.DATE, DAY, null, null);
    private static final CollectionReminderSent REMINDED = new CollectionReminderSent(1, VALUE, DAY, "kim");
    private static final InstalmentOverdue LATE = new InstalmentOverdue(1, VALUE, DAY, "kim");
    private static final CollectionEscalated ESCALATED = new CollectionEscalated(1, VALUE, DAY, "kim");

    private static Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> planned() {
        return nothing().given(set(VALUE, BY_DAY));
    }

    private static Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> late() {
        return planned().given(due(1, "1000.00", DAY), LATE);
    }

    @Test
    @DisplayName("the owner is reminded a week before an instalment is to be paid, once")
    void reminded_before_the_day() {
        assertThat(REMINDER.dates().apply(planned().state()))
                .containsExactly(DueDate.startOf(DAY.minusDays(7), new SendReminder(1))
                        .part("1")
                        .ownedBy("kim"));
        var reminded = planned()
                .when(new SendReminder(1))
                .on(DAY.minusDays(7))
                .then(REMINDED)
                .when(new SendReminder(1))
                .thenNothing();
        assertThat(REMINDER.dates().apply(reminded.state())).isEmpty();
        assertThat(REMINDER_NOTICE.to()).containsExactly(Addressee.OWNER);
    }

    @Test
    void nobody_is_reminded_of_what_is_due_at_once_paid_or_overdue() {
        assertThat(REMINDER.dates().apply(aSchedule().state())).as("an advance").isEmpty();
        assertThat(REMINDER.dates().apply(late().state())).isEmpty();
        var paid = planned().given(due(1, "1000.00", DAY), received("R-1", "1000.00"), matched("R-1", 1, "1000.00"));
        assertThat(REMINDER.dates().apply(paid.state())).isEmpty();
        paid.when(new SendReminder(1)).thenNothing();
        var invoiced = aSchedule().given(new InvoiceIssued(1, "I-1", usd("300.00"), TODAY, TODAY.plusDays(30)));
        assertThat(REMINDER.dates().apply(invoiced.state())).hasSize(1);
    }

    @Test
    @DisplayName("the owner hears at once that it is overdue, the manager two weeks later if it still is")
    void escalated_to_the_manager() {
        assertThat(OVERDUE_NOTICE.to()).containsExactly(Addressee.OWNER);
        assertThat(ESCALATION_NOTICE.to()).containsExactly(Addressee.MANAGER);
        var last = DAY.plusDays(14);
        assertThat(ESCALATION.dates().apply(late().state()))
                .containsExactly(
                        DueDate.endOf(last, new EscalateCollection(1)).part("1").ownedBy("kim"));
        late().when(new EscalateCollection(1)).on(last).thenNothing();
        var escalated =
                late().when(new EscalateCollection(1)).on(last.plusDays(1)).then(ESCALATED);
        assertThat(ESCALATION.dates().apply(escalated.state())).isEmpty();
        escalated.when(new EscalateCollection(1)).on(last.plusDays(2)).thenNothing();
        var paid = late().given(received("R-1", "1000.00"), matched("R-1", 1, "1000.00"));
        assertThat(ESCALATION.dates().apply(paid.state())).isEmpty();
        paid.when(new EscalateCollection(1)).on(last.plusDays(1)).thenNothing();
    }

    @Test
    @DisplayName("what is paid and open again is escalated again")
    void a_reversal_begins_anew() {
        var again = late().given(ESCALATED)
                .given(received("R-1", "1000.00"), matched("R-1", 1, "1000.00"))
                .given(new PaymentReversed("R-1", VALUE, "bounced", TODAY), LATE);
        assertThat(ESCALATION.dates().apply(again.state())).hasSize(1);
    }

    @Test
    @DisplayName(
            "R-141, R-189, decision 23: whoever answers for the contract chases its money, until the manager had to be"
                    + " told")
    void is_chased_by_the_owner() {
        var call = followUp("they pay on Friday", DAY.plusDays(5));
        late().when(call).byMember("lee").on(DAY.plusDays(1)).thenNotYourDuty();
        assertThat(late().when(call)
                        .byMember("KIM")
                        .on(DAY.plusDays(1))
                        .decision()
                        .events())
                .hasSize(1);
        var escalated = late().given(new CollectionEscalated(1, usd("1000.00"), DAY, "kim"));
        assertThat(escalated
                        .when(call)
                        .byMember("lee")
                        .on(DAY.plusDays(1))
                        .decision()
                        .events())
                .hasSize(1);
    }

    @Test
    @DisplayName("what the customer says is written down, and holds up no escalation")
    void followed_up() {
        var promised = late().when(followUp("they pay on Friday", DAY.plusDays(5)))
                .by("kim")
                .on(DAY.plusDays(1))
                .then(new CollectionFollowedUp(1, "they pay on Friday", DAY.plusDays(5), "kim", DAY.plusDays(1)))
                .when(followUp("they pay on Friday", DAY.plusDays(5)))
                .by("kim")
                .on(DAY.plusDays(1))
                .thenNothing();
        assertThat(ESCALATION.dates().apply(promised.state())).hasSize(1);
        assertThat(PaymentScheduleView.of(promised.state())
                        .instalments()
                        .getFirst()
                        .promisedOn())
                .isEqualTo(DAY.plusDays(5));
    }

    @Test
    void a_follow_up_is_of_money_that_is_due_and_of_a_day_to_come() {
        late().when(followUp(" ", null)).thenRefused(TEXT_MISSING, "/note");
        late().when(followUp("x", YESTERDAY)).thenRefused(PROMISED_BEFORE_TODAY, "/promisedOn");
        late().when(followUp("x", TODAY.plusYears(99))).thenRefused(DAY_IMPLAUSIBLE, "/promisedOn");
        late().when(new RecordFollowUp(9, "x", null)).thenRefused(INSTALMENT_UNKNOWN, "/number");
        planned().when(followUp("x", null)).thenRefused(INSTALMENT_NOT_DUE);
        late().given(received("R-1", "1000.00"), matched("R-1", 1, "1000.00"))
                .when(followUp("x", null))
                .thenRefused(INSTALMENT_ALREADY_PAID);
        late().given(new InstalmentWrittenOff(1, VALUE, "x", "x", TODAY))
                .when(followUp("x", null))
                .thenRefused(INSTALMENT_WRITTEN_OFF);
    }

    private static RecordFollowUp followUp(String note, @Nullable LocalDate promisedOn) {
        return new RecordFollowUp(1, note, promisedOn);
    }
}
