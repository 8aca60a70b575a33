package io.milepost.reporting.read.collections;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Coin;
import io.milepost.reporting.read.Histories;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.Sellers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Any past day, asked of the cells, equals going through the books of each contract by hand, as they were by then. */
class PastDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 20);
    private static final int DAYS = 150;

    private final Random random = new Random();
    private final Histories histories = new Histories("contract", random);
    private BigDecimal everLate = BigDecimal.ZERO;
    private BigDecimal everReceived = BigDecimal.ZERO;

    /** The books of one contract by hand, as of some day. */
    private record Hand(String owner, Coin coin, BigDecimal due, BigDecimal received, BigDecimal overdue) {

        private record Match(String receipt, int number, BigDecimal amount) {}

        static Hand of(List<Histories.Fact> facts, LocalDate day) {
            var plan = facts.getFirst().data();
            Map<Integer, BigDecimal> instalments = new HashMap<>();
            Map<String, BigDecimal> receipts = new HashMap<>();
            List<Match> matches = new ArrayList<>();
            List<Integer> late = new ArrayList<>();
            var due = BigDecimal.ZERO;
            for (var fact : facts) {
                JsonNode data = fact.data();
                switch (fact.type()) {
                    case "payment-schedule.instalment-became-due.v1" -> {
                        instalments.put(data.get("number").asInt(), amount(data));
                        boolean toCome =
                                LocalDate.parse(data.get("dueOn").asString()).isAfter(day);
                        due = toCome ? due : due.add(amount(data));
                    }
                    case "payment-schedule.payment-received.v1" ->
                        receipts.put(data.get("receiptNo").asString(), amount(data));
                    case "payment-schedule.payment-matched.v1" ->
                        matches.add(new Match(
                                data.get("receiptNo").asString(),
                                data.get("number").asInt(),
                                amount(data)));
                    case "payment-schedule.payment-reversed.v1" -> {
                        String receipt = data.get("receiptNo").asString();
                        receipts.remove(receipt);
                        matches.removeIf(match -> match.receipt().equals(receipt));
                    }
                    case "payment-schedule.instalment-overdue.v1" ->
                        late.add(data.get("number").asInt());
                    default -> {}
                }
            }
            // What is late is the whole instalment without what pays it now, whatever was said to be open of it.
            var lateSum = late.stream().map(instalments::get).reduce(BigDecimal.ZERO, BigDecimal::add);
            var paid = matches.stream()
                    .filter(match -> late.contains(match.number()))
                    .map(Match::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Hand(
                    plan.get("owner").asString(),
                    Coin.valueOf(plan.at("/value/currency").asString()),
                    due,
                    receipts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                    lateSum.subtract(paid));
        }

        private static BigDecimal amount(JsonNode data) {
            return new BigDecimal(data.at("/amount/amount").asString());
        }

        boolean isNothing() {
            return due.signum() == 0 && received.signum() == 0 && overdue.signum() == 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("collections: 100 random days equal a brute-force fold (goals 1.1)")
    void every_day_equals_a_count_by_hand(long seed) {
        random.setSeed(seed);
        for (int contract = 0; contract < 40; contract++) {
            new Story(new UUID(seed, contract)).tell();
        }
        var cells = histories.into(new CollectionsProjection(ZoneOffset.UTC));

        for (int asked = 0; asked < 100; asked++) {
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS) - 5L);
            List<Hand> all = histories.by(day).stream()
                    .map(facts -> Hand.of(facts, day))
                    .filter(hand -> !hand.isNothing())
                    .toList();
            var parts = Part.of(cells.upTo(day), day);
            for (Coin coin : Coin.values()) {
                assertDay(
                        parts.stream()
                                .filter(part -> part.currency().equals(coin.name()))
                                .toList(),
                        day,
                        coin,
                        all.stream().filter(hand -> hand.coin() == coin).toList());
            }
            everLate = all.stream().map(Hand::overdue).reduce(everLate, BigDecimal::add);
            everReceived = all.stream().map(Hand::received).reduce(everReceived, BigDecimal::add);
        }
        assertThat(everLate).as("control").isPositive();
        assertThat(everReceived).as("control").isPositive();
    }

    private static void assertDay(List<Part> parts, LocalDate day, Coin coin, List<Hand> byHand) {
        var totals = Json.mapper().createObjectNode();
        Part.sum(parts, totals, coin.name());
        assertThat(totals.toString()).as("%s on %s", coin, day).isEqualTo("{%s}".formatted(measures(byHand, coin)));
        for (var grouping : CollectionsGrouping.values()) {
            var groups = Json.mapper().createObjectNode();
            Reports.groups(
                    groups,
                    parts,
                    part -> grouping.key(part.owner(), Sellers.on(day)),
                    (members, json) -> Part.sum(members, json, coin.name()));
            assertThat(groups.toString())
                    .as("%s by %s on %s", coin, grouping, day)
                    .isEqualTo(Sellers.groups(byHand, key(grouping, day), contracts -> measures(contracts, coin)));
        }
    }

    private static Function<Hand, String> key(CollectionsGrouping grouping, LocalDate day) {
        return switch (grouping) {
            case owner -> Hand::owner;
            case team -> hand -> Sellers.team(hand.owner(), day);
            case region -> hand -> Sellers.region(hand.owner(), day);
        };
    }

    private static String measures(List<Hand> contracts, Coin coin) {
        var due = sum(contracts, Hand::due, coin);
        var received = sum(contracts, Hand::received, coin);
        return "\"due\":%s,\"received\":%s,\"overdue\":%s,\"rate\":%s"
                .formatted(
                        coin.json(due),
                        coin.json(received),
                        coin.json(sum(contracts, Hand::overdue, coin)),
                        due.signum() == 0
                                ? "null"
                                : received.divide(due, 4, RoundingMode.HALF_UP).toPlainString());
    }

    private static BigDecimal sum(List<Hand> contracts, Function<Hand, BigDecimal> of, Coin coin) {
        return contracts.stream().map(of).reduce(coin.amount(0), BigDecimal::add);
    }

    /** The payments of one contract as a clerk books them: late, in parts, matched later, sent back, and due in days to come. */
    private final class Story {
        private final UUID contract;
        private final Coin coin = Coin.any(random);
        private final long[] amounts = new long[1 + random.nextInt(4)];
        private final long[] open;
        private final LocalDate[] dueOn;
        private final boolean[] late;
        private final Map<String, Long> receipts = new HashMap<>();
        private final Map<String, Long> unmatched = new HashMap<>();
        private final Map<String, long[]> shares = new HashMap<>();
        private LocalDate day = FIRST.plusDays(random.nextInt(60));

        Story(UUID contract) {
            this.contract = contract;
            for (int one = 0; one < amounts.length; one++) {
                amounts[one] = Coin.some(random);
            }
            open = amounts.clone();
            dueOn = new LocalDate[amounts.length];
            late = new boolean[amounts.length];
        }

        void tell() {
            long value = 0;
            for (long amount : amounts) {
                value += amount;
            }
            say("set", day, "\"owner\":\"%s\",\"value\":%s".formatted(Sellers.any(random), coin.json(value)));
            for (int thing = 4 + random.nextInt(30); thing > 0; thing--) {
                day = day.plusDays(random.nextInt(5));
                int number = random.nextInt(amounts.length);
                switch (random.nextInt(7)) {
                    case 0, 1 -> fallDue(number);
                    case 2 -> receive();
                    case 3, 4 -> match(number);
                    case 5 -> reverse();
                    default -> beLate(number);
                }
            }
        }

        private void fallDue(int number) {
            if (dueOn[number] == null) {
                dueOn[number] = day.plusDays(random.nextInt(30) - 3L);
                say(
                        "instalment-became-due",
                        day,
                        "\"number\":%d,\"amount\":%s,\"dueOn\":\"%s\""
                                .formatted(number + 1, coin.json(amounts[number]), dueOn[number]));
            }
        }

        private void receive() {
            String receipt = "R" + (receipts.size() + 1);
            long amount = Coin.some(random);
            receipts.put(receipt, amount);
            unmatched.put(receipt, amount);
            shares.put(receipt, new long[amounts.length]);
            LocalDate received = day.minusDays(random.nextInt(6));
            say(
                    "payment-received",
                    received,
                    "\"receiptNo\":\"%s\",\"amount\":%s,\"receivedOn\":\"%s\""
                            .formatted(receipt, coin.json(amount), received));
        }

        private void match(int number) {
            String receipt = "R" + (1 + random.nextInt(receipts.size() + 1));
            long part = Math.min(unmatched.getOrDefault(receipt, 0L), open[number]);
            if (dueOn[number] != null && part > 0) {
                unmatched.merge(receipt, -part, Long::sum);
                shares.getOrDefault(receipt, new long[0])[number] += part;
                open[number] -= part;
                say(
                        "payment-matched",
                        day,
                        "\"receiptNo\":\"%s\",\"number\":%d,\"amount\":%s"
                                .formatted(receipt, number + 1, coin.json(part)));
            }
        }

        private void reverse() {
            String receipt = "R" + (1 + random.nextInt(receipts.size() + 1));
            long[] paid = shares.remove(receipt);
            if (paid != null) {
                for (int number = 0; number < paid.length; number++) {
                    open[number] += paid[number];
                }
                unmatched.remove(receipt);
                LocalDate on = day.minusDays(random.nextInt(3));
                say(
                        "payment-reversed",
                        on,
                        "\"receiptNo\":\"%s\",\"amount\":%s,\"reason\":\"bounced\",\"on\":\"%s\""
                                .formatted(receipt, coin.json(receipts.getOrDefault(receipt, 0L)), on));
            }
        }

        private void beLate(int number) {
            if (dueOn[number] != null && dueOn[number].isBefore(day) && open[number] > 0 && !late[number]) {
                late[number] = true;
                say(
                        "instalment-overdue",
                        day,
                        "\"number\":%d,\"amount\":%s,\"dueOn\":\"%s\""
                                .formatted(number + 1, coin.json(open[number]), dueOn[number]));
            } else {
                histories.mention(contract, "payment-schedule.invoice-issued.v1", day);
            }
        }

        private void say(String what, LocalDate stated, String fields) {
            histories.say(contract, "payment-schedule." + what + ".v1", day, stated, fields);
        }
    }
}
