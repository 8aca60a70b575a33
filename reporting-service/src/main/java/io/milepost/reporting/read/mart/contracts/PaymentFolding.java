package io.milepost.reporting.read.mart.contracts;

import static io.milepost.reporting.inbound.contract.PaymentFacts.BECAME_DUE;
import static io.milepost.reporting.inbound.contract.PaymentFacts.MATCHED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.REBASELINED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.RECEIVED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.RELEASED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.REVERSED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.SET;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.contract.PaymentFacts;
import io.milepost.reporting.inbound.contract.PaymentFacts.InvoiceIssued;
import io.milepost.reporting.read.mart.contracts.Receivables.Part;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payment schedule events to receivables. */
record PaymentFolding(ZoneId zone) implements Fold<Receivables> {
    @Override
    public String source() {
        return PaymentFacts.SOURCE;
    }

    @Override
    public Class<Receivables> view() {
        return Receivables.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                SET,
                BECAME_DUE,
                PaymentFacts.INVOICED,
                RECEIVED,
                MATCHED,
                REVERSED,
                REBASELINED,
                RELEASED,
                PaymentFacts.REFUNDED,
                PaymentFacts.MOVED_OUT,
                PaymentFacts.MOVED_IN,
                PaymentFacts.RESTORED,
                PaymentFacts.CREDITED,
                PaymentFacts.WRITTEN_OFF,
                PaymentFacts.EXPECTED_AGAIN,
                PaymentFacts.VOIDED);
    }

    @Override
    public String rules() {
        return "4";
    }

    @Override
    public LocalDate day(Receivables view) {
        return view.day();
    }

    @Override
    public Receivables apply(@Nullable Receivables before, Inbound event) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        if (event.type().equals(SET)) {
            var planned = event.as(PaymentFacts.Planned.class);
            return before != null
                    ? before
                    : new Receivables(
                            planned.owner(),
                            Money.zero(planned.value().currency()),
                            List.of(),
                            List.of(),
                            day,
                            planned.opportunityId(),
                            planned.accountId());
        }
        if (before == null) {
            throw new IllegalStateException("its schedule was never set");
        }
        return switch (event.type()) {
            case BECAME_DUE -> {
                var due = event.as(PaymentFacts.FellDue.class);
                boolean billed =
                        before.parts().stream().anyMatch(one -> one.number() == due.number() && one.invoiced());
                yield billed
                        ? before.with(before.received(), before.parts(), before.matches(), day)
                        : before.due(new Part(due.number(), due.amount(), due.dueOn(), false, null), day);
            }
            case PaymentFacts.INVOICED -> before.invoiced(event.as(InvoiceIssued.class), day);
            case RECEIVED -> {
                var came = event.as(PaymentFacts.Received.class);
                yield before.received(came.amount(), came.receivedOn());
            }
            // From the transfer on, so that on no day it counts for both contracts.
            case PaymentFacts.MOVED_IN ->
                before.received(event.as(PaymentFacts.MovedIn.class).amount(), day);
            case PaymentFacts.RESTORED -> {
                var back = event.as(PaymentFacts.Moved.class);
                yield before.received(back.amount(), back.on());
            }
            case PaymentFacts.MOVED_OUT -> {
                var moved = event.as(PaymentFacts.Moved.class);
                yield before.received(moved.amount().negated(), moved.on());
            }
            case PaymentFacts.REFUNDED -> {
                var refund = event.as(PaymentFacts.Refunded.class);
                yield before.received(refund.amount().negated(), refund.on());
            }
            case PaymentFacts.CREDITED -> {
                var note = event.as(PaymentFacts.GivenUp.class);
                yield before.givingUp(
                        note.number(), note.amount(), Money.zero(note.amount().currency()), day);
            }
            case PaymentFacts.WRITTEN_OFF -> {
                var off = event.as(PaymentFacts.GivenUp.class);
                yield before.givingUp(off.number(), Money.zero(off.amount().currency()), off.amount(), day);
            }
            case PaymentFacts.EXPECTED_AGAIN -> {
                var again = event.as(PaymentFacts.GivenUp.class);
                yield before.givingUp(
                        again.number(),
                        Money.zero(again.amount().currency()),
                        again.amount().negated(),
                        day);
            }
            case MATCHED -> before.matched(event.as(PaymentFacts.Matched.class), false, day);
            case RELEASED -> before.matched(event.as(PaymentFacts.Matched.class), true, day);
            case PaymentFacts.VOIDED ->
                before.with(
                        before.received(),
                        List.of(),
                        List.of(),
                        event.as(PaymentFacts.Voided.class).on());
            case REBASELINED ->
                before.rebaselined(event.as(PaymentFacts.Rebaselined.class).changed(), day);
            case REVERSED -> {
                var reversed = event.as(PaymentFacts.Reversed.class);
                var kept = before.matches().stream()
                        .filter(match -> !match.receiptNo().equals(reversed.receiptNo()))
                        .toList();
                yield before.with(before.received().minus(reversed.amount()), before.parts(), kept, reversed.on());
            }
            default -> throw new IllegalArgumentException("not of a payment schedule: " + event.type());
        };
    }
}
