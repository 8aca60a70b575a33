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
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be paid of one contract, and what came in.
 *
 * @param received what came in less what was reversed, matched or not
 * @param matches what receipts paid of which instalment
 */
record Receivables(
        String owner,
        Money received,
        List<Part> parts,
        List<Match> matches,
        LocalDate day,
        @Nullable UUID deal,
        @Nullable UUID account) {
    Receivables {
        parts = List.copyOf(parts);
        matches = List.copyOf(matches);
    }

    /** An instalment that fell due; the day is that of its invoice once there is one. */
    record Part(int number, Money amount, LocalDate dueOn, boolean invoiced) {}

    /** What a receipt paid of an instalment. */
    record Match(String receiptNo, int number, Money amount) {}

    /**
     * An instalment as it counts.
     *
     * @param number null for what came in beyond all that ever fell due
     * @param covered what of the money that came in pays for it, if it pays in the order of the due days
     * @param open what is not matched of it
     */
    record Instalment(
            String owner,
            @Nullable Integer number,
            @Nullable LocalDate dueOn,
            Money amount,
            Money covered,
            Money open,
            @Nullable UUID deal,
            @Nullable UUID account) {

        @Nullable
        String dealId() {
            return deal == null ? null : deal.toString();
        }

        @Nullable
        String accountId() {
            return account == null ? null : account.toString();
        }

        /** Of what is late its due day. */
        @Nullable
        LocalDate lateSince() {
            return late() ? dueOn : null;
        }

        /** Nothing says when it will be paid. */
        @Nullable
        LocalDate never() {
            return null;
        }

        @Nullable
        LocalDate over30From() {
            return after(31);
        }

        @Nullable
        LocalDate over60From() {
            return after(61);
        }

        @Nullable
        LocalDate over90From() {
            return after(91);
        }

        private @Nullable LocalDate after(int days) {
            return dueOn == null ? null : dueOn.plusDays(days);
        }

        boolean due() {
            return dueOn != null;
        }

        boolean late() {
            return dueOn != null && open.isPositive();
        }

        /** The day after the one by which it was to be paid. */
        @Nullable
        LocalDate lateFrom() {
            return dueOn == null ? null : dueOn.plusDays(1);
        }
    }

    /** Money pays for what falls due first: so what was collected is never more than what was due, on any day. */
    Map<String, Instalment> instalments() {
        var nothing = Money.zero(received.currency());
        var rows = new LinkedHashMap<String, Instalment>();
        var rest = received;
        var inOrder = parts.stream()
                .sorted(Comparator.comparing(Part::dueOn).thenComparingInt(Part::number))
                .toList();
        for (var part : inOrder) {
            var covered = rest.isNegative() ? nothing : rest.compareTo(part.amount) < 0 ? rest : part.amount;
            rest = rest.minus(covered);
            rows.put(
                    String.valueOf(part.number),
                    new Instalment(
                            owner,
                            part.number,
                            part.dueOn,
                            part.amount,
                            covered,
                            part.amount.minus(paid(part)),
                            deal,
                            account));
        }
        rows.put("", new Instalment(owner, null, null, nothing, rest, nothing, deal, account));
        return rows;
    }

    private Money paid(Part part) {
        return matches.stream()
                .filter(match -> match.number == part.number)
                .map(Match::amount)
                .reduce(Money.zero(received.currency()), Money::plus);
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    private Receivables with(Money came, List<Part> due, List<Match> matched, LocalDate on) {
        return new Receivables(owner, came, due, matched, notBefore(on), deal, account);
    }

    private Receivables due(Part part, LocalDate on) {
        var others = parts.stream().filter(one -> one.number != part.number);
        return with(received, Stream.concat(others, Stream.of(part)).toList(), matches, on);
    }

    /** Only what fell due is known here; what falls due later says its amount then. */
    private Receivables rebaselined(List<PaymentFacts.Change> changes, LocalDate on) {
        var changed = parts.stream()
                .map(part -> changes.stream()
                        .filter(change -> change.number() == part.number)
                        .findFirst()
                        .map(change -> new Part(
                                part.number,
                                change.amount(),
                                change.dueOn() == null ? part.dueOn : change.dueOn(),
                                part.invoiced))
                        .orElse(part))
                .toList();
        return with(received, changed, matches, on);
    }

    private Receivables matched(PaymentFacts.Matched match, boolean released, LocalDate on) {
        var more = new ArrayList<>(matches);
        more.add(new Match(
                match.receiptNo(), match.number(), released ? match.amount().negated() : match.amount()));
        return with(received, parts, more, on);
    }

    /** An instalment that is billed before it fell due is known by what is billed. */
    private Receivables invoiced(InvoiceIssued invoice, LocalDate on) {
        var amount = parts.stream()
                .filter(one -> one.number == invoice.number())
                .map(Part::amount)
                .findFirst()
                .orElse(invoice.amount());
        return due(new Part(invoice.number(), amount, invoice.dueOn(), true), on);
    }

    /** Payment schedule events to receivables. */
    record Folding(ZoneId zone) implements Fold<Receivables> {
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
            return Set.of(SET, BECAME_DUE, PaymentFacts.INVOICED, RECEIVED, MATCHED, REVERSED, REBASELINED, RELEASED);
        }

        @Override
        public String rules() {
            return "2";
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
                    boolean billed = before.parts.stream().anyMatch(one -> one.number == due.number() && one.invoiced);
                    yield billed
                            ? before.with(before.received, before.parts, before.matches, day)
                            : before.due(new Part(due.number(), due.amount(), due.dueOn(), false), day);
                }
                case PaymentFacts.INVOICED -> before.invoiced(event.as(InvoiceIssued.class), day);
                case RECEIVED -> {
                    var came = event.as(PaymentFacts.Received.class);
                    yield before.with(
                            before.received.plus(came.amount()), before.parts, before.matches, came.receivedOn());
                }
                case MATCHED -> before.matched(event.as(PaymentFacts.Matched.class), false, day);
                case RELEASED -> before.matched(event.as(PaymentFacts.Matched.class), true, day);
                case REBASELINED ->
                    before.rebaselined(event.as(PaymentFacts.Rebaselined.class).changed(), day);
                case REVERSED -> {
                    var reversed = event.as(PaymentFacts.Reversed.class);
                    var kept = before.matches.stream()
                            .filter(match -> !match.receiptNo.equals(reversed.receiptNo()))
                            .toList();
                    yield before.with(before.received.minus(reversed.amount()), before.parts, kept, reversed.on());
                }
                default -> throw new IllegalArgumentException("not of a payment schedule: " + event.type());
            };
        }
    }
}
