package io.milepost.suite.year;

import io.milepost.suite.year.Fact.Sum;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came in for contracts and went out, from what is said of their payment schedules. */
final class Cash {
    private static final String PREFIX = "payment-schedule.";

    private Cash() {}

    /** One thing that came in or went out. */
    private record Receipt(
            String kind,
            String owner,
            Sum amount,
            LocalDate on,
            @Nullable LocalDate reversedOn) {}

    private record Box(String owner, Map<String, Receipt> receipts) {
        private Box with(String key, Receipt receipt) {
            var all = new LinkedHashMap<>(receipts);
            all.put(key, receipt);
            return new Box(owner, all);
        }
    }

    static List<Line> receipts(List<Fact> facts) {
        var boxes = new Chronicle<Box>();
        for (var fact : facts) {
            if (!fact.name().startsWith(PREFIX)) {
                continue;
            }
            var box = boxes.state(fact.subject());
            var what = fact.name().substring(PREFIX.length());
            if (what.equals("set")) {
                boxes.becomes(fact.subject(), fact.day(), box != null ? box : new Box(fact.said("owner"), Map.of()));
            } else if (box != null) {
                cash(boxes, box, fact, what);
            }
        }
        return boxes.lines(
                box -> box.receipts().values().stream().map(Cash::row).toList());
    }

    private static void cash(Chronicle<Box> boxes, Box box, Fact fact, String what) {
        var thing = fact.subject();
        var money = fact.money("amount");
        if (money == null) {
            return;
        }
        var back = new Sum(money.amount().negate(), money.currency());
        var whose = fact.text("owner") == null ? box.owner() : fact.said("owner");
        var key = what + " " + fact.text("transferNo") + fact.text("voucherNo") + fact.text("receiptNo");
        switch (what) {
            case "payment-received" -> {
                var on = fact.stated("receivedOn");
                boxes.becomes(
                        thing,
                        on,
                        box.with("receipt " + fact.text("receiptNo"), new Receipt("RECEIPT", whose, money, on, null)));
            }
            case "advance-payment-received" -> {
                var on = fact.stated("on");
                boxes.becomes(
                        thing,
                        on,
                        box.with(
                                "advance " + fact.number("number"),
                                new Receipt("ADVANCE", box.owner(), money, on, null)));
            }
            case "payment-refunded" -> {
                var on = fact.stated("on");
                boxes.becomes(thing, on, box.with(key, new Receipt("REFUND", box.owner(), back, on, null)));
            }
            case "payment-moved-out" -> {
                var on = fact.stated("on");
                boxes.becomes(thing, on, box.with(key, new Receipt("MOVED", box.owner(), back, on, null)));
            }
            case "payment-restored" -> {
                var on = fact.stated("on");
                boxes.becomes(thing, on, box.with(key, new Receipt("MOVED", box.owner(), money, on, null)));
            }
            case "payment-moved-in" ->
                boxes.becomes(
                        thing,
                        fact.day(),
                        box.with(
                                "in " + fact.text("transferNo"), new Receipt("MOVED", whose, money, fact.day(), null)));
            case "payment-reversed" -> {
                var on = fact.stated("on");
                var moved = box.receipts().get("in " + fact.text("receiptNo"));
                var known = box.receipts().get("receipt " + fact.text("receiptNo"));
                if (moved != null) {
                    boxes.becomes(thing, on, box.with(key, new Receipt("MOVED", moved.owner(), back, on, null)));
                } else if (known != null) {
                    boxes.becomes(
                            thing,
                            on,
                            box.with(
                                    "receipt " + fact.text("receiptNo"),
                                    new Receipt(known.kind(), known.owner(), known.amount(), known.on(), on)));
                }
            }
            default -> {}
        }
    }

    private static Row row(Receipt receipt) {
        var amount = receipt.amount().amount();
        boolean came = receipt.kind().equals("RECEIPT");
        return new Row()
                .of(receipt.amount())
                .told("owner", receipt.owner())
                .told("kind", receipt.kind())
                .told("received_on", receipt.on())
                .toldPeriods(receipt.on())
                .addsOn("came_in", amount, came, receipt.on())
                .addsOn("reversed", amount, came, receipt.reversedOn())
                .addsOn("advances", amount, receipt.kind().equals("ADVANCE"), receipt.on())
                .addsOn("refunded", amount, receipt.kind().equals("REFUND"), receipt.on())
                .addsOn("moved", amount, receipt.kind().equals("MOVED"), receipt.on())
                .adds(
                        "received_to_date",
                        amount,
                        !receipt.kind().equals("ADVANCE") && receipt.reversedOn() == null,
                        null);
    }
}
