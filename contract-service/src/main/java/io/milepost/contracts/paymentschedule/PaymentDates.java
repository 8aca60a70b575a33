package io.milepost.contracts.paymentschedule;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.domain.PaymentSchedule;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.FireTrigger;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.MarkOverdue;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleView;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleView.InstalmentView;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** The days that payments wait for: an agreed day begins, a day to pay by has ended. */
public final class PaymentDates {
    private static final Set<String> WAITING_FOR_MONEY = Set.of("DUE", "INVOICED", "PARTLY_PAID");

    public static final Due<PaymentSchedule> AGREED_DAY = new Due<>(
            "instalment-day",
            PaymentScheduleMessages.PAYMENT_SCHEDULE,
            FireTrigger.class,
            schedule -> dates(
                    schedule,
                    instalment -> instalment.trigger() == Trigger.DATE
                            && instalment.status().equals("PLANNED"),
                    (instalment, day) -> DueDate.startOf(day, new FireTrigger(Trigger.DATE, null, day))));

    public static final Due<PaymentSchedule> OVERDUE = new Due<>(
            "instalment-overdue",
            PaymentScheduleMessages.PAYMENT_SCHEDULE,
            MarkOverdue.class,
            schedule -> dates(
                    schedule,
                    instalment -> WAITING_FOR_MONEY.contains(instalment.status()),
                    (instalment, day) -> DueDate.endOf(day, new MarkOverdue(instalment.number()))));

    private PaymentDates() {}

    private static List<DueDate> dates(
            PaymentSchedule schedule,
            Predicate<InstalmentView> waiting,
            BiFunction<InstalmentView, LocalDate, DueDate> date) {
        var view = PaymentScheduleView.of(schedule);
        if (view == null) {
            return List.of();
        }
        return view.instalments().stream()
                .filter(waiting)
                .flatMap(instalment -> dateOf(instalment, date).stream())
                .map(due -> due.ownedBy(view.owner()))
                .toList();
    }

    private static List<DueDate> dateOf(
            InstalmentView instalment, BiFunction<InstalmentView, LocalDate, DueDate> date) {
        return instalment.dueOn() == null
                ? List.of()
                : List.of(date.apply(instalment, instalment.dueOn()).part(Integer.toString(instalment.number())));
    }
}
