package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.AMOUNT_TOO_LARGE;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.contracts.kernel.PaymentMove;
import io.milepost.contracts.kernel.PaymentPlan;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentSchedule.SignedContract;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The payments follow an amendment of the contract. What it adds is paid by instalments of its own; what it takes away is taken
 * from what nobody has paid, from the last instalment on, and only then from what is paid, which becomes a surplus, or was given up. Each instalment keeps
 * its number.
 */
final class Rebaselining {

    private Rebaselining() {}

    static Decision<PaymentScheduleEvent> rebaseline(
            PaymentSchedule schedule, RebaselinePayments command, Occasion occasion) {
        if (schedule.amendments().contains(command.amendment())) {
            return unchanged();
        }
        var value = schedule.value();
        var change = command.change();
        return check().that(change.currency().equals(value.currency()), "/change/currency", CURRENCIES_MIXED)
                .then(() -> {
                    var after = value.plus(change);
                    if (after.isNegative()) {
                        return refusedAt("/change", VALUE_NEGATIVE);
                    }
                    if (after.isTooLarge()) {
                        return refusedAt("/change", AMOUNT_TOO_LARGE);
                    }
                    var added = added(schedule, command, method(command, occasion));
                    if (added == null) {
                        return refusedAt("/payments", PAYMENTS_FAULTY);
                    }
                    return accepted(events(schedule, command, added, occasion.today()));
                });
    }

    /** How the contract is paid with this amendment. */
    private static @Nullable String method(RebaselinePayments command, Occasion occasion) {
        return command.method() != null
                ? command.method()
                : occasion.read(SignedContract.class)
                        .map(SignedContract::paymentMethod)
                        .orElse(null);
    }

    /** The instalments of what an amendment adds, whose signature is no advance but the day from which it counts; null where they do not make it up. */
    private static @Nullable List<Instalment> added(
            PaymentSchedule schedule, RebaselinePayments command, @Nullable String method) {
        var change = command.change();
        if (!change.isPositive()) {
            return List.of();
        }
        var label = "amendment " + command.amendment();
        var terms = command.payments() == null || command.payments().isEmpty()
                ? List.of(new PaymentTerm(label, change, null, Trigger.DATE, command.effectiveOn(), null, null))
                : command.payments();
        var plan = new PaymentPlan(change, terms);
        if (plan.fault().isPresent()) {
            return null;
        }
        var amounts = plan.amounts();
        var next = schedule.ledger().receivables().stream()
                        .mapToInt(Receivable::number)
                        .max()
                        .orElse(0)
                + 1;
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> Instalment.of(next + i, plan.terms().get(i), amounts.get(i), method))
                .map(part -> part.trigger() == Trigger.SIGNATURE ? part.onDay(command.effectiveOn()) : part)
                .toList();
    }

    private static List<PaymentScheduleEvent> events(
            PaymentSchedule schedule, RebaselinePayments command, List<Instalment> added, LocalDate today) {
        var amounts = reduced(schedule, command.change());
        var changed = new ArrayList<InstalmentChange>();
        for (var part : schedule.ledger().receivables()) {
            var move = move(command, part);
            var amount = Objects.requireNonNullElse(
                    amounts.get(part.number()), part.instalment().amount());
            var otherwise = isPaidOtherwise(command, part);
            if (move.isPresent()
                    || otherwise
                    || !amount.equals(part.instalment().amount())) {
                changed.add(new InstalmentChange(
                        part.number(),
                        part.instalment().amount(),
                        amount,
                        move.map(_ -> part.instalment().dueOn()).orElse(null),
                        move.map(PaymentMove::dueOn).orElse(null),
                        otherwise ? part.instalment().method() : null,
                        otherwise ? command.method() : null));
            }
        }
        var events = new ArrayList<PaymentScheduleEvent>();
        events.add(new PaymentScheduleRebaselined(
                schedule.plan().contractId(),
                command.changeOrderId(),
                command.amendment(),
                schedule.value(),
                schedule.value().plus(command.change()),
                command.effectiveOn(),
                changed,
                added));
        events.addAll(released(schedule.after(events)));
        var after = schedule.after(events);
        var due = after.ledger().receivables().stream()
                .filter(part -> part.firedOn() == null
                        && !part.isSettled()
                        && part.instalment().trigger() == Trigger.DATE)
                .flatMap(part -> Stream.ofNullable(part.instalment().dueOn())
                        .filter(day -> !day.isAfter(today))
                        .map(day -> InstalmentBecameDue.of(
                                part.instalment(), day, schedule.plan().owner())))
                .toList();
        events.addAll(due);
        var was = schedule.ledger().isCollected();
        var is = after.ledger().isCollected();
        if (was && !is) {
            events.add(new PaymentScheduleCollectionReopened(
                    schedule.plan().contractId(), after.sum(Receivable::open), today));
        }
        if (!was && is) {
            events.add(new PaymentScheduleFullyCollected(schedule.plan().contractId(), after.toCollect(), today));
        }
        return events;
    }

    /** What is still to be paid as the contract said is paid as it says now; what has a way of its own keeps it. */
    private static boolean isPaidOtherwise(RebaselinePayments command, Receivable part) {
        var method = part.instalment().method();
        return command.method() != null
                && !part.isSettled()
                && !command.method().equals(method)
                && (method == null || method.equals(command.previousMethod()));
    }

    private static Optional<PaymentMove> move(RebaselinePayments command, Receivable part) {
        return Objects.requireNonNullElse(command.moves(), List.<PaymentMove>of()).stream()
                .filter(move -> move.instalment() == part.number())
                .filter(_ -> part.isMovable())
                .findFirst();
    }

    /** What of the instalments is left, by number, where an amendment takes something away. */
    private static Map<Integer, Money> reduced(PaymentSchedule schedule, Money change) {
        var amounts = new LinkedHashMap<Integer, Money>();
        var left = change.isNegative() ? change.negated() : Money.zero(change.currency());
        var parts = schedule.ledger().receivables().reversed();
        left = cut(left, parts, amounts, Receivable::open);
        left = cut(left, parts, amounts, Receivable::paid);
        cut(left, parts, amounts, part -> part.instalment().amount());
        return amounts;
    }

    /** Takes as much as is left to be taken from what each instalment has of this; what remains then. */
    private static Money cut(
            Money left, List<Receivable> parts, Map<Integer, Money> amounts, Function<Receivable, Money> of) {
        for (var part : parts) {
            var rest = Objects.requireNonNullElse(
                    amounts.get(part.number()), part.instalment().amount());
            var cut = smaller(left, smaller(rest, of.apply(part)));
            if (cut.isPositive()) {
                amounts.put(part.number(), rest.minus(cut));
                left = left.minus(cut);
            }
        }
        return left;
    }

    /** What has paid more of an instalment than is to be paid of it is free again, the last money first. */
    static List<PaymentScheduleEvent> released(PaymentSchedule schedule) {
        var events = new ArrayList<PaymentScheduleEvent>();
        for (var part : schedule.ledger().receivables().reversed()) {
            var over = part.open().negated();
            for (var receipt : schedule.ledger().receipts().reversed()) {
                var free = smaller(over, receipt.paidOf(part.number(), over.currency()));
                if (free.isPositive()) {
                    events.add(new PaymentReleased(receipt.receiptNo(), part.number(), free));
                    over = over.minus(free);
                }
            }
        }
        return events;
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
