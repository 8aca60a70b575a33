package io.milepost.reporting.read.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Coin;
import io.milepost.reporting.read.Histories;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.Sellers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Any past day, asked of the cells, equals counting the contracts by hand from what was known of them by then. */
class PastDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 20);
    private static final int DAYS = 130;

    private final Random random = new Random();
    private final Histories histories = new Histories("contract", random);
    private final Set<String> states = new HashSet<>();

    /** A contract by hand, as of some day. */
    private record Hand(String owner, String state, Coin coin, BigDecimal value, String month) {

        static Hand of(List<Histories.Fact> facts) {
            Hand hand = new Hand("", "", Coin.USD, BigDecimal.ZERO, "(unsigned)");
            for (var fact : facts) {
                JsonNode data = fact.data();
                hand = switch (fact.type()) {
                    case "contract.drafted.v1" -> hand.saying(data, "drafted", hand.month());
                    case "contract.revised.v1" -> hand.saying(data, hand.state(), hand.month());
                    case "contract.signed.v1" ->
                        hand.saying(
                                data, "signed", data.get("signedOn").asString().substring(0, 7));
                    case "contract.became-effective.v1" ->
                        new Hand(hand.owner(), "effective", hand.coin(), hand.value(), hand.month());
                    default -> hand;
                };
            }
            return hand;
        }

        private Hand saying(JsonNode data, String now, String signed) {
            return new Hand(
                    data.has("owner") ? data.get("owner").asString() : owner,
                    now,
                    Coin.valueOf(data.at("/value/currency").asString()),
                    new BigDecimal(data.at("/value/amount").asString()),
                    signed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("contracts: 100 random days equal a brute-force fold (goals 1.1)")
    void every_day_equals_a_count_by_hand(long seed) {
        random.setSeed(seed);
        for (int contract = 0; contract < 60; contract++) {
            story(new UUID(seed, contract));
        }
        var cells = histories.into(new ContractsProjection(ZoneOffset.UTC));

        for (int asked = 0; asked < 100; asked++) {
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS) - 5L);
            List<Hand> all = histories.by(day).stream().map(Hand::of).toList();
            all.forEach(hand -> states.add(hand.state()));
            var lines = Line.of(cells.upTo(day));
            for (Coin coin : Coin.values()) {
                assertDay(
                        lines.stream()
                                .filter(line -> line.currency().equals(coin.name()))
                                .toList(),
                        day,
                        coin,
                        all.stream().filter(hand -> hand.coin() == coin).toList());
            }
        }
        assertThat(states).as("control").containsExactlyInAnyOrder("drafted", "signed", "effective");
    }

    private static void assertDay(List<Line> lines, LocalDate day, Coin coin, List<Hand> byHand) {
        var totals = Json.mapper().createObjectNode();
        Line.sum(lines, totals, coin.name());
        assertThat(totals.toString()).as("%s on %s", coin, day).isEqualTo("{%s}".formatted(measures(byHand, coin)));
        for (var grouping : ContractsGrouping.values()) {
            var groups = Json.mapper().createObjectNode();
            Reports.groups(
                    groups,
                    lines,
                    line -> grouping.key(line, Sellers.on(day)),
                    (members, json) -> Line.sum(members, json, coin.name()));
            assertThat(groups.toString())
                    .as("%s by %s on %s", coin, grouping, day)
                    .isEqualTo(Sellers.groups(byHand, key(grouping, day), contracts -> measures(contracts, coin)));
        }
    }

    private static Function<Hand, String> key(ContractsGrouping grouping, LocalDate day) {
        return switch (grouping) {
            case owner -> Hand::owner;
            case team -> hand -> Sellers.team(hand.owner(), day);
            case region -> hand -> Sellers.region(hand.owner(), day);
            case month -> Hand::month;
        };
    }

    private static String measures(List<Hand> contracts, Coin coin) {
        var signed = contracts.stream()
                .filter(hand -> !hand.state().equals("drafted"))
                .toList();
        var value = signed.stream().map(Hand::value).reduce(coin.amount(0), BigDecimal::add);
        return "\"drafted\":%d,\"signed\":%d,\"effective\":%d,\"signedValue\":%s"
                .formatted(
                        contracts.size() - signed.size(),
                        signed.size(),
                        signed.stream()
                                .filter(hand -> hand.state().equals("effective"))
                                .count(),
                        coin.json(value));
    }

    /** Some way through a contract's life; what is said of a signature or of taking effect may have been so for days. */
    private void story(UUID contract) {
        LocalDate day = FIRST.plusDays(random.nextInt(60));
        var coin = Coin.any(random);
        histories.say(contract, "contract.drafted.v1", day, owner() + "," + value(coin));
        for (int revision = random.nextInt(4); revision > 0; revision--) {
            day = day.plusDays(random.nextInt(6));
            histories.say(contract, "contract.revised.v1", day, value(coin));
            histories.mention(contract, "contract.approved.v1", day.plusDays(random.nextInt(3)));
        }
        if (random.nextInt(4) == 0) {
            return;
        }
        day = day.plusDays(random.nextInt(20));
        LocalDate signed = day.minusDays(random.nextInt(15));
        String fields = "%s,\"signedOn\":\"%s\",%s".formatted(owner(), signed, value(coin));
        histories.say(contract, "contract.signed.v1", day, signed, fields);
        if (random.nextInt(3) > 0) {
            day = day.plusDays(random.nextInt(20));
            LocalDate effective = day.minusDays(random.nextInt(10));
            effective = effective.isBefore(signed) ? signed : effective;
            histories.say(
                    contract,
                    "contract.became-effective.v1",
                    day,
                    effective,
                    "\"effectiveOn\":\"%s\"".formatted(effective));
        }
    }

    private String owner() {
        return "\"owner\":\"%s\"".formatted(Sellers.any(random));
    }

    private String value(Coin coin) {
        return "\"value\":" + coin.json(Coin.some(random));
    }
}
