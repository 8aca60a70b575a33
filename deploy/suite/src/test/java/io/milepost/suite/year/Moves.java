package io.milepost.suite.year;

import io.milepost.suite.year.Fact.Sum;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What deals do to the open value. */
final class Moves {
    private static final List<String> KINDS = List.of(
            "NEW",
            "INCREASED",
            "DECREASED",
            "WON",
            "LOST",
            "WITHDRAWN",
            "REJECTED",
            "REOPENED",
            "TRANSFERRED",
            "HANDED_OVER");

    private Moves() {}

    /** @param deals that stand open besides */
    record Move(
            String kind,
            Sum value,
            int deals,
            LocalDate on,
            String owner,
            @Nullable String reason) {}

    /** What a fact moves; before the first one there is nothing. */
    static void go(@Nullable Deal before, Deal deal, LocalDate on) {
        var value = deal.value;
        boolean wasOpen = before == null || before.open();
        if (value == null || (!wasOpen && !deal.open())) {
            return;
        }
        var moves = new ArrayList<>(deal.moves);
        if (!wasOpen) {
            moves.add(new Move("REOPENED", value, 1, on, deal.owner, null));
            deal.moves = List.copyOf(moves);
            return;
        }
        var was = before == null ? null : before.value;
        if (before != null && was != null && !before.owner.equals(deal.owner)) {
            moves.add(new Move("HANDED_OVER", back(was), -1, on, before.owner, null));
            moves.add(new Move("HANDED_OVER", was, 1, on, deal.owner, null));
        }
        if (was == null) {
            moves.add(new Move("NEW", value, 1, on, deal.owner, null));
        } else if (!was.currency().equals(value.currency())) {
            moves.add(new Move("TRANSFERRED", back(was), -1, on, deal.owner, null));
            moves.add(new Move("TRANSFERRED", value, 1, on, deal.owner, null));
        } else {
            var more = value.amount().subtract(was.amount());
            if (more.signum() != 0) {
                var kind = more.signum() > 0 ? "INCREASED" : "DECREASED";
                moves.add(new Move(kind, new Sum(more, value.currency()), 0, on, deal.owner, null));
            }
        }
        if (!deal.open()) {
            moves.add(new Move(deal.status, back(value), -1, on, deal.owner, deal.reason));
        }
        deal.moves = List.copyOf(moves);
    }

    private static Sum back(Sum sum) {
        return new Sum(sum.amount().negate(), sum.currency());
    }

    static List<Row> rows(Deal deal) {
        return deal.moves.stream().map(move -> row(deal, move)).toList();
    }

    private static Row row(Deal deal, Move move) {
        var amount = move.value().amount();
        var row = new Row()
                .of(move.value())
                .about(deal.id)
                .told("owner", move.owner())
                .told("product", deal.product)
                .told("kind", move.kind())
                .told("reason", move.reason())
                .adds("closing_value", amount, true, null)
                .adds("closing_deals", BigDecimal.valueOf(move.deals()), true, null)
                .addsOn("net_deals", BigDecimal.valueOf(move.deals()), true, move.on());
        KINDS.forEach(kind -> row.addsOn(
                kind.toLowerCase(java.util.Locale.ROOT) + "_value",
                amount,
                move.kind().equals(kind),
                move.on()));
        return row;
    }
}
