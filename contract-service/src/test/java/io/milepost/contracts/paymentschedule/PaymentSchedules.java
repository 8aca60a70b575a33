package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentSchedule.SignedContract;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Schedules as tests need them: 1,000.00 USD, 30 percent at signature, 50 by milestone M1, 20 ten days after acceptance. */
final class PaymentSchedules {
    static final UUID CONTRACT = Scenario.ID;
    static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
    static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000a3");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate YESTERDAY = TODAY.minusDays(1);
    static final LocalDate TOMORROW = TODAY.plusDays(1);

    static final Money VALUE = usd("1000.00");
    static final List<PaymentTerm> TERMS = List.of(
            term("advance", "30", Trigger.SIGNATURE, null, null),
            term("shipment", "50", Trigger.MILESTONE, "M1", null),
            term("rest", "20", Trigger.ACCEPTANCE, null, 10));
    static final List<Instalment> INSTALMENTS = List.of(
            new Instalment(1, "advance", usd("300.00"), Trigger.SIGNATURE, null, null, null),
            new Instalment(2, "shipment", usd("500.00"), Trigger.MILESTONE, null, "M1", null),
            new Instalment(3, "rest", usd("200.00"), Trigger.ACCEPTANCE, null, null, 10));

    private PaymentSchedules() {}

    static SignedContract contract(Money value, @Nullable LocalDate signedOn) {
        return new SignedContract(OPPORTUNITY, ACCOUNT, value, signedOn, null, null);
    }

    static PlanPayments plan(Money value, @Nullable LocalDate signedOn, PaymentTerm... payments) {
        return new PlanPayments(OPPORTUNITY, ACCOUNT, "kim", value, signedOn, List.of(payments));
    }

    /** Of a contract that was signed yesterday. */
    static PaymentScheduleSet set(Money value, Instalment... instalments) {
        return set(value, YESTERDAY, instalments);
    }

    static PaymentScheduleSet set(Money value, @Nullable LocalDate signedOn, Instalment... instalments) {
        return new PaymentScheduleSet(
                CONTRACT, OPPORTUNITY, ACCOUNT, "kim", value, List.of(instalments), signedOn, null);
    }

    static InstalmentBecameDue due(int number, String amount, LocalDate day) {
        return new InstalmentBecameDue(number, usd(amount), day, "kim", null);
    }

    static RecordReceipt receipt(String number, String amount, @Nullable Integer instalment) {
        return new RecordReceipt(number, usd(amount), null, instalment);
    }

    static PaymentReceived received(String number, String amount) {
        return new PaymentReceived(number, usd(amount), TODAY, "kim");
    }

    static MatchReceipt match(String receiptNo, int number) {
        return new MatchReceipt(receiptNo, number);
    }

    static PaymentMatched matched(String receiptNo, int number, String amount) {
        return new PaymentMatched(receiptNo, number, usd(amount));
    }

    static Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> nothing() {
        return Scenario.of(PAYMENT_SCHEDULE).reading(contract(VALUE, TODAY));
    }

    /** The advance is due since yesterday, everything else waits. */
    static Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> aSchedule() {
        return nothing().given(set(VALUE, INSTALMENTS.toArray(Instalment[]::new)), due(1, "300.00", YESTERDAY));
    }

    /** Everything is due. */
    static Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> aDueSchedule() {
        return aSchedule().given(due(2, "500.00", TODAY), due(3, "200.00", TODAY.plusDays(10)));
    }

    static PaymentTerm term(
            String label, String percent, Trigger trigger, @Nullable String milestone, @Nullable Integer daysAfter) {
        return new PaymentTerm(label, null, new BigDecimal(percent), trigger, null, milestone, daysAfter);
    }

    static PaymentTerm byDate(String label, String percent, LocalDate day) {
        return new PaymentTerm(label, null, new BigDecimal(percent), Trigger.DATE, day, null, null);
    }

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
