package io.milepost.reporting.read.mart.contracts;

import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.contract.PaymentFacts;
import io.milepost.reporting.inbound.contract.PaymentFacts.InvoiceIssued;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * An instalment that fell due; the day is that of its invoice once there is one.
     *
     * @param givenUp what is not asked for any more; null where there is none
     */
    record Part(
            int number,
            Money amount,
            LocalDate dueOn,
            boolean invoiced,
            @Nullable GivenUp givenUp) {

        /** What a credit note takes off is not owed. */
        Money owed() {
            return givenUp == null ? amount : amount.minus(smaller(givenUp.credited, amount));
        }

        /** What is written off is owed, and expected no more. */
        Money expected() {
            return givenUp == null ? amount : owed().minus(smaller(givenUp.writtenOff, owed()));
        }

        private static Money smaller(Money one, Money other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }

    record GivenUp(Money credited, Money writtenOff) {}

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
            var covered = rest.isNegative() ? nothing : rest.compareTo(part.owed()) < 0 ? rest : part.owed();
            rest = rest.minus(covered);
            rows.put(
                    String.valueOf(part.number),
                    new Instalment(
                            owner,
                            part.number,
                            part.dueOn,
                            part.owed(),
                            covered,
                            part.expected().minus(paid(part)),
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

    Receivables with(Money came, List<Part> due, List<Match> matched, LocalDate on) {
        return new Receivables(owner, came, due, matched, notBefore(on), deal, account);
    }

    Receivables due(Part part, LocalDate on) {
        var others = parts.stream().filter(one -> one.number != part.number);
        return with(received, Stream.concat(others, Stream.of(part)).toList(), matches, on);
    }

    /** Only what fell due is known here; what falls due later says its amount then. */
    Receivables rebaselined(List<PaymentFacts.Change> changes, LocalDate on) {
        var changed = parts.stream()
                .map(part -> changes.stream()
                        .filter(change -> change.number() == part.number)
                        .findFirst()
                        .map(change -> new Part(
                                part.number,
                                change.amount(),
                                change.dueOn() == null ? part.dueOn : change.dueOn(),
                                part.invoiced,
                                part.givenUp))
                        .orElse(part))
                .toList();
        return with(received, changed, matches, on);
    }

    Receivables matched(PaymentFacts.Matched match, boolean released, LocalDate on) {
        var more = new ArrayList<>(matches);
        more.add(new Match(
                match.receiptNo(), match.number(), released ? match.amount().negated() : match.amount()));
        return with(received, parts, more, on);
    }

    private Optional<Part> part(int number) {
        return parts.stream().filter(one -> one.number == number).findFirst();
    }

    Receivables givingUp(int number, Money credited, Money writtenOff, LocalDate on) {
        var part = part(number).orElse(null);
        if (part == null) {
            return this;
        }
        var nothing = Money.zero(received.currency());
        var before = part.givenUp == null ? new GivenUp(nothing, nothing) : part.givenUp;
        var inAll = new GivenUp(before.credited.plus(credited), before.writtenOff.plus(writtenOff));
        return due(new Part(number, part.amount, part.dueOn, part.invoiced, inAll), on);
    }

    Receivables received(Money more, LocalDate on) {
        return with(received.plus(more), parts, matches, on);
    }

    /** An instalment that is billed before it fell due is known by what is billed. */
    Receivables invoiced(InvoiceIssued invoice, LocalDate on) {
        var before = part(invoice.number());
        return due(
                new Part(
                        invoice.number(),
                        before.map(Part::amount).orElse(invoice.amount()),
                        invoice.dueOn(),
                        true,
                        before.map(Part::givenUp).orElse(null)),
                on);
    }
}
