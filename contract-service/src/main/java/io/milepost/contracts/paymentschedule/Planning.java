package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.kernel.PaymentPlan;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentSchedule.SignedContract;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Splits the value into instalments; those by signature and those by a day that has come are due at once. */
final class Planning {

    private Planning() {}

    static Decision<PaymentScheduleEvent> plan(PlanPayments command, Occasion occasion) {
        var plan = new PaymentPlan(command.value(), terms(command));
        var checks = check().owner("/owner", command.owner())
                .that(!command.value().isNegative(), "/value", VALUE_NEGATIVE)
                .notAfter("/signedOn", command.signedOn(), occasion.today());
        return plan.check(checks, PAYMENTS_FAULTY).then(() -> {
            var contract = occasion.read(SignedContract.class).orElse(null);
            if (contract == null || contract.signedOn() == null) {
                return refused(CONTRACT_NOT_SIGNED);
            }
            var signedOn = contract.signedOn();
            return check().that(
                            command.opportunityId().equals(contract.opportunityId()),
                            "/opportunityId",
                            CONTRACT_DIFFERS)
                    .that(
                            occasion.isOneCustomer(command.accountId(), contract.accountId()),
                            "/accountId",
                            CONTRACT_DIFFERS)
                    .that(
                            command.value().equals(contract.value()),
                            "/value",
                            CONTRACT_DIFFERS,
                            "the contract was signed over " + contract.value())
                    .that(
                            command.signedOn() == null || command.signedOn().equals(signedOn),
                            "/signedOn",
                            CONTRACT_DIFFERS,
                            "the contract was signed on " + signedOn)
                    .then(() ->
                            accepted(events(command, instalments(plan, contract.paymentMethod()), contract, occasion)));
        });
    }

    private static List<PaymentTerm> terms(PlanPayments command) {
        if (!command.payments().isEmpty() || !command.value().isPositive()) {
            return command.payments();
        }
        return List.of(new PaymentTerm("contract value", command.value(), null, Trigger.SIGNATURE, null, null, null));
    }

    private static List<Instalment> instalments(PaymentPlan plan, @Nullable String method) {
        var amounts = plan.amounts();
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> Instalment.of(i + 1, plan.terms().get(i), amounts.get(i), method))
                .toList();
    }

    private static List<PaymentScheduleEvent> events(
            PlanPayments command, List<Instalment> instalments, SignedContract contract, Occasion occasion) {
        var signedOn = Objects.requireNonNull(contract.signedOn());
        var events = new ArrayList<PaymentScheduleEvent>();
        events.add(new PaymentScheduleSet(
                occasion.id(),
                command.opportunityId(),
                contract.accountId(),
                command.owner(),
                command.value(),
                instalments,
                signedOn,
                contract.collection()));
        for (var instalment : instalments) {
            var fired = firedOn(instalment, signedOn);
            if (fired != null && !fired.isAfter(occasion.today())) {
                events.add(InstalmentBecameDue.of(instalment, fired, command.owner()));
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
