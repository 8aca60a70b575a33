package io.milepost.contracts.paymentschedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the money of one contract by its events alone, and knows nothing of how the schedule does: a second opinion to the cent. */
final class Bookkeeper {
    private final Money nothing;
    private final Map<Integer, Account> owed = new LinkedHashMap<>();

    /** What each receipt has paid of which instalment, by the receipt's number. */
    private final Map<String, Map<Integer, Money>> paidBy = new HashMap<>();

    private Money bank;

    /** An instalment: what it comes to, and what of that was paid, credited and written off. */
    private record Account(Money amount, Money paid, Money credited, Money writtenOff) {
        Money open() {
            return amount.minus(paid).minus(credited).minus(writtenOff);
        }

        Account paying(Money more) {
            return new Account(amount, paid.plus(more), credited, writtenOff);
        }

        /** A smaller amount has room for less that is given up: first for what was credited. */
        Account of(Money now) {
            var kept = least(credited, now);
            return new Account(now, paid, kept, least(writtenOff, now.minus(kept)));
        }

        private static Money least(Money one, Money other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    Bookkeeper(PaymentScheduleSet plan) {
        nothing = Money.zero(plan.value().currency());
        bank = nothing;
        plan.instalments().forEach(this::open);
    }

    void enter(PaymentScheduleEvent event) {
        switch (event) {
            case PaymentReceived received -> bank = bank.plus(received.amount());
            case PaymentMovedIn moved -> bank = bank.plus(moved.amount());
            case PaymentRestored restored -> bank = bank.plus(restored.amount());
            case PaymentRefunded refunded -> bank = bank.minus(refunded.amount());
            case PaymentMovedOut moved -> bank = bank.minus(moved.amount());
            case PaymentReversed reversed -> {
                bank = bank.minus(reversed.amount());
                shares(reversed.receiptNo()).forEach((number, share) -> pay(number, share.negated()));
                paidBy.remove(key(reversed.receiptNo()));
            }
            case PaymentMatched matched -> share(matched.receiptNo(), matched.number(), matched.amount());
            case PaymentReleased released ->
                share(released.receiptNo(), released.number(), released.amount().negated());
            case CreditNoteIssued note -> {
                var part = part(note.number());
                owed.put(
                        note.number(),
                        new Account(part.amount, part.paid, part.credited.plus(note.amount()), part.writtenOff));
            }
            case InstalmentWrittenOff given -> {
                var part = part(given.number());
                owed.put(
                        given.number(),
                        new Account(part.amount, part.paid, part.credited, part.writtenOff.plus(given.amount())));
            }
            case InstalmentWriteOffWithdrawn back -> {
                var part = part(back.number());
                owed.put(
                        back.number(),
                        new Account(part.amount, part.paid, part.credited, part.writtenOff.minus(back.amount())));
            }
            case PaymentScheduleRebaselined change -> {
                change.changed()
                        .forEach(
                                one -> owed.put(one.number(), part(one.number()).of(one.amount())));
                change.added().forEach(this::open);
            }
            default -> {}
        }
    }

    /** Both say the same of each instalment and of what is there. */
    void agreesWith(PaymentSchedule schedule) {
        var theirs = new LinkedHashMap<Integer, Account>();
        schedule.ledger()
                .receivables()
                .forEach(part -> theirs.put(
                        part.number(),
                        new Account(
                                part.instalment().amount(),
                                part.paid(),
                                part.givenUp().credited(),
                                part.givenUp().writtenOff())));
        assertThat(theirs).as("instalments").isEqualTo(owed);
        var view = PaymentScheduleView.of(schedule);
        assertThat(view.paid().plus(view.unmatched())).as("what is there").isEqualTo(bank);
        assertThat(schedule.sum(Receivable::open))
                .as("what is open")
                .isEqualTo(owed.values().stream().map(Account::open).reduce(nothing, Money::plus));
    }

    private void open(Instalment instalment) {
        owed.put(instalment.number(), new Account(instalment.amount(), nothing, nothing, nothing));
    }

    private Account part(int number) {
        return owed.getOrDefault(number, new Account(nothing, nothing, nothing, nothing));
    }

    private void pay(int number, Money more) {
        owed.put(number, part(number).paying(more));
    }

    private void share(String receiptNo, int number, Money more) {
        pay(number, more);
        paidBy.computeIfAbsent(key(receiptNo), _ -> new HashMap<>()).merge(number, more, Money::plus);
    }

    private Map<Integer, Money> shares(String receiptNo) {
        return Map.copyOf(paidBy.getOrDefault(key(receiptNo), Map.of()));
    }

    private static String key(String receiptNo) {
        return Codes.canonical(receiptNo);
    }
}
