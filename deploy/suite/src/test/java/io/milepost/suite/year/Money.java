package io.milepost.suite.year;

import io.milepost.suite.year.Fact.Sum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What is to be paid of contracts, from what is said of their payment schedules. */
final class Money {
    private static final String PREFIX = "payment-schedule.";

    private Money() {}

    /** An instalment that fell due or was billed. */
    private record Part(
            int number,
            BigDecimal amount,
            LocalDate dueOn,
            boolean billed,
            BigDecimal credited,
            BigDecimal writtenOff) {
        private BigDecimal owed() {
            return amount.subtract(credited.min(amount));
        }

        private BigDecimal expected() {
            return owed().subtract(writtenOff.min(owed()));
        }

        private Part of(BigDecimal other, LocalDate due, boolean invoiced) {
            return new Part(number, other, due, invoiced, credited, writtenOff);
        }

        private Part less(BigDecimal noted, BigDecimal off) {
            return new Part(number, amount, dueOn, billed, credited.add(noted), writtenOff.add(off));
        }
    }

    private record Match(String receipt, int number, BigDecimal amount) {}

    /** How one contract is paid. */
    private record Account(
            String owner, String currency, BigDecimal received, Map<Integer, Part> parts, List<Match> matches) {
        private Account with(BigDecimal more) {
            return new Account(owner, currency, received.add(more), parts, matches);
        }

        private Account with(Part part) {
            var all = new TreeMap<>(parts);
            all.put(part.number(), part);
            return new Account(owner, currency, received, all, matches);
        }

        private Account with(List<Match> other) {
            return new Account(owner, currency, received, parts, other);
        }

        private Account matched(Fact fact, boolean back) {
            var more = new ArrayList<>(matches);
            var amount = amount(fact);
            more.add(new Match(fact.said("receiptNo"), fact.number("number"), back ? amount.negate() : amount));
            return with(more);
        }
    }

    private static BigDecimal amount(Fact fact) {
        return Objects.requireNonNull(fact.money("amount")).amount();
    }

    static List<Line> instalments(List<Fact> facts) {
        var accounts = new Chronicle<Account>();
        for (var fact : facts) {
            if (!fact.name().startsWith(PREFIX)) {
                continue;
            }
            var what = fact.name().substring(PREFIX.length());
            var account = accounts.state(fact.subject());
            if (what.equals("set")) {
                accounts.becomes(
                        fact.subject(),
                        fact.day(),
                        account != null
                                ? account
                                : new Account(
                                        fact.said("owner"),
                                        fact.said("/value/currency"),
                                        BigDecimal.ZERO,
                                        Map.of(),
                                        List.of()));
            } else if (account != null) {
                owed(accounts, account, fact, what);
            }
        }
        return accounts.lines(Money::instalments);
    }

    private static void owed(Chronicle<Account> accounts, Account account, Fact fact, String what) {
        var thing = fact.subject();
        switch (what) {
            case "instalment-became-due" -> {
                var part = account.parts().get(fact.number("number"));
                accounts.becomes(thing, fact.day(), part != null && part.billed() ? account : account.with(due(fact)));
            }
            case "invoice-issued" -> {
                var part = account.parts().get(fact.number("number"));
                var billed = due(fact);
                accounts.becomes(
                        thing,
                        fact.day(),
                        account.with(
                                part == null
                                        ? billed.of(billed.amount(), billed.dueOn(), true)
                                        : part.of(part.amount(), billed.dueOn(), true)));
            }
            case "payment-received" -> accounts.becomes(thing, fact.stated("receivedOn"), account.with(amount(fact)));
            case "payment-moved-in" -> accounts.becomes(thing, fact.day(), account.with(amount(fact)));
            case "payment-restored" -> accounts.becomes(thing, fact.stated("on"), account.with(amount(fact)));
            case "payment-moved-out", "payment-refunded" ->
                accounts.becomes(
                        thing, fact.stated("on"), account.with(amount(fact).negate()));
            case "payment-reversed" -> {
                var kept = account.matches().stream()
                        .filter(match -> !match.receipt().equals(fact.text("receiptNo")))
                        .toList();
                accounts.becomes(
                        thing,
                        fact.stated("on"),
                        account.with(kept).with(amount(fact).negate()));
            }
            case "payment-matched" -> accounts.becomes(thing, fact.day(), account.matched(fact, false));
            case "payment-released" -> accounts.becomes(thing, fact.day(), account.matched(fact, true));
            case "credit-note-issued" ->
                accounts.becomes(thing, fact.day(), givenUp(account, fact, amount(fact), BigDecimal.ZERO));
            case "instalment-written-off" ->
                accounts.becomes(thing, fact.day(), givenUp(account, fact, BigDecimal.ZERO, amount(fact)));
            case "instalment-write-off-withdrawn" ->
                accounts.becomes(
                        thing,
                        fact.day(),
                        givenUp(account, fact, BigDecimal.ZERO, amount(fact).negate()));
            case "rebaselined" -> accounts.becomes(thing, fact.day(), rebaselined(account, fact));
            default -> {}
        }
    }

    private static Part due(Fact fact) {
        return new Part(
                fact.number("number"),
                amount(fact),
                Objects.requireNonNull(fact.dayOf("dueOn")),
                false,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private static Account givenUp(Account account, Fact fact, BigDecimal credited, BigDecimal off) {
        var part = account.parts().get(fact.number("number"));
        return part == null ? account : account.with(part.less(credited, off));
    }

    private static Account rebaselined(Account account, Fact fact) {
        var after = account;
        for (var change : fact.data().path("changed")) {
            var part = account.parts().get(change.path("number").asInt());
            var amount = Sum.of(change.path("amount"));
            if (part != null && amount != null) {
                var dueOn = change.path("dueOn").asString("");
                after = after.with(part.of(
                        amount.amount(), dueOn.isEmpty() ? part.dueOn() : LocalDate.parse(dueOn), part.billed()));
            }
        }
        return after;
    }

    /** Money pays for what falls due first, whatever it is matched to. */
    private static List<Row> instalments(Account account) {
        var rows = new ArrayList<Row>();
        var rest = account.received();
        var inOrder = account.parts().values().stream()
                .sorted(Comparator.comparing(Part::dueOn).thenComparingInt(Part::number))
                .toList();
        for (var part : inOrder) {
            var covered = rest.max(BigDecimal.ZERO).min(part.owed());
            rest = rest.subtract(covered);
            var paid = account.matches().stream()
                    .filter(match -> match.number() == part.number())
                    .map(Match::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var open = part.expected().subtract(paid);
            boolean late = open.signum() > 0;
            var due = part.dueOn();
            rows.add(new Row()
                    .of(new Sum(part.owed(), account.currency()))
                    .told("owner", account.owner())
                    .told("number", part.number())
                    .told("due_on", due)
                    .toldPeriods(due)
                    .told("unpaid", late)
                    .adds("due", part.owed(), true, due)
                    .addsOn("fell_due", part.owed(), true, due)
                    .adds("received", covered, true, null)
                    .adds("collected", covered, true, due)
                    .lasts("days_overdue", late ? due : null, null)
                    .adds("overdue", open, late, due.plusDays(1))
                    .adds("open_due", open, true, due)
                    .adds("overdue_over_30", open, late, due.plusDays(31))
                    .adds("overdue_over_60", open, late, due.plusDays(61))
                    .adds("overdue_over_90", open, late, due.plusDays(91)));
        }
        rows.add(new Row()
                .of(new Sum(BigDecimal.ZERO, account.currency()))
                .told("owner", account.owner())
                .told("unpaid", false)
                .adds("received", rest, true, null));
        return rows;
    }
}
