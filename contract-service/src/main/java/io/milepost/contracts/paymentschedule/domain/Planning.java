package io.milepost.contracts.paymentschedule.domain;

import static io.milepost.contracts.paymentschedule.domain.PaymentSchedule.refused;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.AMOUNT_TOO_LARGE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.DAY_IN_FUTURE;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.OWNER_MISSING;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.PAYMENTS_FAULTY;
import static io.milepost.contracts.paymentschedule.domain.PaymentScheduleRefusal.VALUE_NEGATIVE;
import static io.milepost.platform.decision.Decision.accepted;

import io.milepost.contracts.kernel.PaymentPlan;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleCommand.PlanPayments;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.InstalmentBecameDue;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentScheduleFullyCollected;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentScheduleSet;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Splits the value into instalments; those by signature and by a day that has come are due at once. */
final class Planning {

    private Planning() {}

    static Decision<PaymentScheduleEvent> plan(PlanPayments command, Occasion occasion) {
        var signedOn = Objects.requireNonNullElse(command.signedOn(), occasion.today());
        if (command.owner().isBlank()) {
            return refused(OWNER_MISSING).at("/owner");
        }
        if (command.value().isNegative()) {
            return refused(VALUE_NEGATIVE).at("/value");
        }
        if (signedOn.isAfter(occasion.today())) {
            return refused(DAY_IN_FUTURE).at("/signedOn");
        }
        var plan = new PaymentPlan(command.value(), terms(command));
        var fault = plan.fault();
        return fault.isPresent()
                ? Decision.<PaymentScheduleEvent>refused(
                                fault.get().tooLarge() ? AMOUNT_TOO_LARGE : PAYMENTS_FAULTY,
                                fault.get().detail())
                        .at(fault.get().pointer())
                : accepted(events(command, instalments(plan), signedOn, occasion));
    }

    private static List<PaymentTerm> terms(PlanPayments command) {
        if (!command.payments().isEmpty() || !command.value().isPositive()) {
            return command.payments();
        }
        return List.of(new PaymentTerm("contract value", command.value(), null, Trigger.SIGNATURE, null, null, null));
    }

    private static List<Instalment> instalments(PaymentPlan plan) {
        var amounts = plan.amounts();
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> Instalment.of(i + 1, plan.terms().get(i), amounts.get(i)))
                .toList();
    }

    private static List<PaymentScheduleEvent> events(
            PlanPayments command, List<Instalment> instalments, LocalDate signedOn, Occasion occasion) {
        var events = new ArrayList<PaymentScheduleEvent>();
        events.add(new PaymentScheduleSet(
                occasion.id(),
                command.opportunityId(),
                command.accountId(),
                command.owner(),
                command.value(),
                instalments,
                signedOn));
        for (var instalment : instalments) {
            var fired = firedOn(instalment, signedOn);
            if (fired != null && !fired.isAfter(occasion.today())) {
                events.add(new InstalmentBecameDue(
                        instalment.number(), instalment.amount(), instalment.payableFrom(fired), command.owner()));
            }
        }
        if (!command.value().isPositive()) {
            events.add(new PaymentScheduleFullyCollected(occasion.id(), command.value(), signedOn));
        }
        return events;
    }

    private static @Nullable LocalDate firedOn(Instalment instalment, LocalDate signedOn) {
        return switch (instalment.trigger()) {
            case SIGNATURE -> signedOn;
            case DATE -> instalment.dueOn();
            case MILESTONE, ACCEPTANCE -> null;
        };
    }
}
