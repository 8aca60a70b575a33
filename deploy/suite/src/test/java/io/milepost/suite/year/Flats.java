package io.milepost.suite.year;

import io.milepost.suite.year.Fact.Sum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Units for sale and the deposits for them, from what is said of them. */
final class Flats {
    private Flats() {}

    private record Unit(
            String programme,
            @Nullable String phase,
            String state,
            String reason,
            @Nullable Sum price) {
        private Unit is(String other, String why) {
            return new Unit(programme, phase, other, why, price);
        }
    }

    static List<Line> units(List<Fact> facts) {
        var units = new Chronicle<Unit>();
        for (var fact : facts) {
            if (fact.name().equals("sellable-unit.added")) {
                units.becomes(
                        fact.subject(),
                        fact.day(),
                        new Unit(fact.said("programme"), null, "UNRELEASED", "NOT_RELEASED", fact.money("listPrice")));
                continue;
            }
            var unit = units.state(fact.subject());
            var after = unit == null ? null : after(unit, fact);
            if (after != null) {
                units.becomes(fact.subject(), fact.day(), after);
            }
        }
        return units.lines(unit -> List.of(row(unit)));
    }

    private static @Nullable Unit after(Unit unit, Fact fact) {
        return switch (fact.name()) {
            case "sellable-unit.released-for-sale" ->
                new Unit(
                        unit.programme,
                        fact.text("phase"),
                        "AVAILABLE",
                        unit.state.equals("UNRELEASED") ? "NO_CUSTOMER" : unit.reason,
                        fact.money("listPrice"));
            case "sellable-unit.price-sheet-issued" ->
                unit.is(unit.state, unit.reason.equals("NO_CUSTOMER") ? "NO_DEPOSIT" : unit.reason);
            case "sellable-unit.held" -> unit.is("HELD", "TO_BE_TOPPED_UP");
            case "sellable-unit.deposit-taken" -> unit.is("DEPOSIT_TAKEN", "TO_BE_SUBSCRIBED");
            case "sellable-unit.subscribed" -> unit.is("SUBSCRIBED", "TO_BE_SIGNED");
            case "sellable-unit.sold" -> unit.is("SOLD", "");
            case "sellable-unit.released" -> unit.is("AVAILABLE", fact.said("reason"));
            case "sellable-unit.withdrawn" -> unit.is("WITHDRAWN", "WITHDRAWN");
            default -> null;
        };
    }

    private static Row row(Unit unit) {
        boolean unsold = !unit.state.equals("SOLD") && !unit.state.equals("WITHDRAWN");
        return new Row()
                .of(unit.price)
                .told("programme", unit.programme)
                .told("phase", unit.phase)
                .told("state", unit.state)
                .told("reason", unit.reason)
                .counts("units", true)
                .counts("available", unit.state.equals("AVAILABLE"))
                .counts("held", unit.state.equals("HELD"))
                .counts("taken", unit.state.equals("DEPOSIT_TAKEN") || unit.state.equals("SUBSCRIBED"))
                .counts("sold", unit.state.equals("SOLD"))
                .counts("unsold", unsold)
                .adds("unsold_price", unit.price == null ? null : unit.price.amount(), unsold, null);
    }

    /** A deposit, and the letter of its id. */
    private record Sale(
            String owner,
            String programme,
            @Nullable String phase,
            String state,
            Sum paid,
            @Nullable BigDecimal open,
            @Nullable LocalDate topUpBy,
            @Nullable BigDecimal due,
            @Nullable BigDecimal forfeited,
            @Nullable LocalDate contractOn,
            @Nullable LocalDate signedOn) {

        private Sale is(String other, @Nullable BigDecimal owed) {
            return new Sale(owner, programme, phase, other, paid, null, null, owed, forfeited, contractOn, signedOn);
        }
    }

    static List<Line> deposits(List<Fact> facts) {
        var sales = new Chronicle<Sale>();
        for (var fact : facts) {
            switch (fact.name()) {
                case "deposit.paid" -> sales.becomes(fact.subject(), fact.day(), begun(fact, "PAID"));
                case "deposit.partly-paid" -> sales.becomes(fact.subject(), fact.day(), begun(fact, "PARTIAL"));
                case "deposit.rejected" -> sales.becomes(fact.subject(), fact.day(), rejected(fact));
                default -> {
                    var sale = sales.state(fact.subject());
                    if (sale != null && fact.name().matches("(deposit|subscription)\\..*")) {
                        var known = sales.dayOf(fact.subject());
                        var after = after(sale, fact, fact.day().isAfter(known) ? fact.day() : known);
                        if (after != null) {
                            sales.becomes(fact.subject(), fact.day(), after);
                        }
                    }
                }
            }
        }
        return sales.lines(sale -> List.of(row(sale)));
    }

    private static Sum paid(Fact fact) {
        return Objects.requireNonNull(fact.money("/payment/amount"));
    }

    private static Sale begun(Fact fact, String state) {
        var open = fact.money("open");
        return new Sale(
                fact.said("consultant"),
                fact.said("/sale/programme"),
                fact.text("/sale/phase"),
                state,
                paid(fact),
                open == null ? null : open.amount(),
                fact.dayOf("topUpBy"),
                null,
                null,
                null,
                null);
    }

    private static Sale rejected(Fact fact) {
        return new Sale(
                fact.said("consultant"),
                fact.said("programme"),
                null,
                "REFUND_DUE",
                paid(fact),
                null,
                null,
                paid(fact).amount(),
                null,
                null,
                null);
    }

    private static @Nullable Sale after(Sale sale, Fact fact, LocalDate on) {
        return switch (fact.name()) {
            case "deposit.topped-up" -> {
                var open = Objects.requireNonNull(fact.money("open")).amount();
                boolean all = open.signum() <= 0;
                yield new Sale(
                        sale.owner,
                        sale.programme,
                        sale.phase,
                        all ? "PAID" : "PARTIAL",
                        sale.paid.plus(paid(fact).amount()),
                        all ? null : open,
                        all ? null : sale.topUpBy,
                        sale.due,
                        sale.forfeited,
                        sale.contractOn,
                        sale.signedOn);
            }
            case "deposit.refund-became-due" -> sale.is("REFUND_DUE", sale.paid.amount());
            case "deposit.forfeited" -> {
                var due = Objects.requireNonNull(fact.money("due")).amount();
                boolean all = due.signum() <= 0;
                var after = sale.is(all ? "FORFEITED" : "REFUND_DUE", all ? null : due);
                yield new Sale(
                        after.owner,
                        after.programme,
                        after.phase,
                        after.state,
                        after.paid,
                        null,
                        null,
                        after.due,
                        Objects.requireNonNull(fact.money("amount")).amount(),
                        after.contractOn,
                        after.signedOn);
            }
            case "deposit.refunded" -> sale.is("REFUNDED", null);
            case "deposit.converted" -> sale.is("CONVERTED", null);
            case "subscription.completed", "subscription.signing-rescheduled" ->
                agreed(sale, fact.dayOf("contractOn"), sale.signedOn);
            case "subscription.signed" ->
                agreed(sale, sale.contractOn, fact.dayOf("on") == null ? on : fact.dayOf("on"));
            default -> null;
        };
    }

    private static Sale agreed(Sale sale, @Nullable LocalDate contractOn, @Nullable LocalDate signedOn) {
        return new Sale(
                sale.owner,
                sale.programme,
                sale.phase,
                sale.state,
                sale.paid,
                sale.open,
                sale.topUpBy,
                sale.due,
                sale.forfeited,
                contractOn,
                signedOn);
    }

    private static Row row(Sale sale) {
        boolean partial = sale.state.equals("PARTIAL");
        boolean paid = sale.state.equals("PAID");
        boolean signed = sale.signedOn != null;
        return new Row()
                .of(sale.paid)
                .told("owner", sale.owner)
                .told("programme", sale.programme)
                .told("phase", sale.phase)
                .told("state", sale.state)
                .told("subscribed", signed)
                .counts("to_top_up", partial)
                .adds("open", sale.open, partial, null)
                .adds("top_up_late", BigDecimal.ONE, partial, sale.topUpBy == null ? null : sale.topUpBy.plusDays(1))
                .counts("to_subscribe", paid && !signed)
                .counts("to_sign", paid && signed)
                .adds(
                        "sign_late",
                        BigDecimal.ONE,
                        paid && signed && sale.contractOn != null,
                        sale.contractOn == null ? null : sale.contractOn.plusDays(1))
                .adds("kept", sale.paid.amount(), partial || paid, null)
                .adds("refund_due", sale.due, sale.state.equals("REFUND_DUE"), null)
                .adds("forfeited", sale.forfeited, sale.forfeited != null, null)
                .adds("converted", sale.paid.amount(), sale.state.equals("CONVERTED"), null)
                .happens("subscriptions", signed, sale.signedOn)
                .happens("contracts_of_subscriptions", sale.state.equals("CONVERTED"), sale.signedOn);
    }
}
