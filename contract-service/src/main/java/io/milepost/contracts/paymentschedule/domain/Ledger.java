package io.milepost.contracts.paymentschedule.domain;

import io.milepost.contracts.paymentschedule.domain.PaymentSchedule.Planned;
import io.milepost.contracts.paymentschedule.domain.PaymentScheduleEvent.PaymentMatched;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Looks things up in a planned schedule and changes them. */
record Ledger(Planned state) {

    String owner() {
        return state.plan().owner();
    }

    Stream<Receivable> receivables() {
        return state.receivables().stream();
    }

    Optional<Receivable> receivable(int number) {
        return receivables().filter(part -> part.number() == number).findFirst();
    }

    Optional<Receipt> receipt(String receiptNo) {
        return receipts()
                .filter(receipt -> receipt.receiptNo().equals(receiptNo))
                .findFirst();
    }

    /** The receipt of this number, in whatever spelling. */
    Optional<Receipt> find(String receiptNo) {
        return receipt(receiptNo)
                .or(() -> receipts()
                        .filter(receipt -> Codes.same(receipt.receiptNo(), receiptNo))
                        .findFirst());
    }

    Stream<Receipt> receipts() {
        return state.receipts().stream();
    }

    /** Whether this day is known to be before the contract's signature. */
    boolean isBeforeSignature(LocalDate day) {
        var signedOn = state.plan().signedOn();
        return signedOn != null && day.isBefore(signedOn);
    }

    boolean isCollected() {
        return receivables().allMatch(Receivable::isPaid);
    }

    Money sum(Function<Receivable, Money> part) {
        return receivables().map(part).reduce(Money.zero(state.plan().value().currency()), Money::plus);
    }

    Planned with(int number, UnaryOperator<Receivable> change) {
        var parts = receivables()
                .map(part -> part.number() == number ? change.apply(part) : part)
                .toList();
        return new Planned(state.plan(), parts, state.receipts());
    }

    Planned with(Receipt receipt) {
        var receipts = new ArrayList<>(state.receipts());
        receipts.add(receipt);
        return new Planned(state.plan(), state.receivables(), receipts);
    }

    Planned matched(PaymentMatched matched) {
        var paid = with(matched.number(), part -> part.plus(matched.amount()));
        return new Ledger(paid)
                .changed(matched.receiptNo(), receipt -> receipt.matched(matched.number(), matched.amount()));
    }

    Planned reversed(String receiptNo, String reason) {
        var open = this;
        for (var share : receipt(receiptNo).map(Receipt::shares).orElse(List.of())) {
            open = new Ledger(
                    open.with(share.number(), part -> part.plus(share.amount().negated())));
        }
        return open.changed(receiptNo, receipt -> receipt.undone(reason));
    }

    private Planned changed(String receiptNo, UnaryOperator<Receipt> change) {
        var receipts = state.receipts().stream()
                .map(receipt -> receipt.receiptNo().equals(receiptNo) ? change.apply(receipt) : receipt)
                .toList();
        return new Planned(state.plan(), state.receivables(), receipts);
    }
}
