package io.milepost.reporting.read.handovers;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Coin;
import io.milepost.reporting.read.Histories;
import io.milepost.reporting.read.Reports;
import io.milepost.reporting.read.Sellers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any past day, asked of the cells, equals counting the handovers by hand from what was known of them by then. */
class PastDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 20);
    private static final int DAYS = 130;

    private final Random random = new Random();
    private final Histories histories = new Histories("delivery", random);
    private final Set<String> lives = new HashSet<>();

    /** A handover by hand, as of some day. */
    private record Hand(String owner, @Nullable String currency, boolean returned, boolean accepted) {

        static Hand of(List<Histories.Fact> facts) {
            var initiated = facts.getFirst().data();
            return new Hand(
                    initiated.get("owner").asString(),
                    initiated.has("value") ? initiated.at("/value/currency").asString() : null,
                    facts.stream().anyMatch(fact -> fact.type().equals("handover.returned.v1")),
                    facts.stream().anyMatch(fact -> fact.type().equals("handover.accepted.v1")));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("handovers: 100 random days equal a brute-force fold (goals 1.1)")
    void every_day_equals_a_count_by_hand(long seed) {
        random.setSeed(seed);
        for (int handover = 0; handover < 60; handover++) {
            story(new UUID(seed, handover));
        }
        var cells = histories.into(new HandoversProjection(ZoneOffset.UTC));

        for (int asked = 0; asked < 100; asked++) {
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS) - 5L);
            List<Hand> all = histories.by(day).stream().map(Hand::of).toList();
            all.forEach(hand -> lives.add(hand.returned() + " " + hand.accepted()));
            var sums = cells.upTo(day);
            assertDay(sums, day, null, all);
            Arrays.stream(Coin.values()).map(Coin::name).forEach(currency -> {
                var valued = all.stream()
                        .filter(hand -> currency.equals(hand.currency()))
                        .toList();
                assertDay(sums, day, currency, valued);
            });
        }
        assertThat(lives).as("control: returned or not, accepted or not").hasSize(4);
    }

    private static void assertDay(
            Map<String, Map<String, Long>> sums, LocalDate day, @Nullable String currency, List<Hand> byHand) {
        var tallies = Tally.of(sums, currency);
        var totals = Json.mapper().createObjectNode();
        Tally.sum(tallies, totals);
        assertThat(totals.toString()).as("%s on %s", currency, day).isEqualTo("{%s}".formatted(measures(byHand)));
        for (var grouping : HandoversGrouping.values()) {
            var groups = Json.mapper().createObjectNode();
            Reports.groups(groups, tallies, tally -> grouping.key(tally.owner(), Sellers.on(day)), Tally::sum);
            assertThat(groups.toString())
                    .as("%s by %s on %s", currency, grouping, day)
                    .isEqualTo(Sellers.groups(byHand, key(grouping, day), PastDaysTest::measures));
        }
    }

    private static Function<Hand, String> key(HandoversGrouping grouping, LocalDate day) {
        return switch (grouping) {
            case owner -> Hand::owner;
            case team -> hand -> Sellers.team(hand.owner(), day);
            case region -> hand -> Sellers.region(hand.owner(), day);
        };
    }

    private static String measures(List<Hand> handovers) {
        return "\"initiated\":%d,\"accepted\":%d,\"returned\":%d,\"open\":%d"
                .formatted(
                        handovers.size(),
                        handovers.stream().filter(Hand::accepted).count(),
                        handovers.stream().filter(Hand::returned).count(),
                        handovers.stream().filter(hand -> !hand.accepted()).count());
    }

    /** Some way through a handover, which may come back more than once and may be said to be accepted days afterwards. */
    private void story(UUID handover) {
        LocalDate day = FIRST.plusDays(random.nextInt(70));
        String value =
                random.nextInt(4) == 0 ? "" : ",\"value\":" + Coin.any(random).json(Coin.some(random));
        histories.say(
                handover, "handover.initiated.v1", day, "\"owner\":\"%s\"%s".formatted(Sellers.any(random), value));
        for (int time = random.nextInt(3); time > 0; time--) {
            day = day.plusDays(random.nextInt(8));
            histories.mention(handover, "handover.held.v1", day);
            histories.say(handover, "handover.returned.v1", day, "\"defects\":[\"no plan\"]");
        }
        if (random.nextInt(3) > 0) {
            day = day.plusDays(random.nextInt(12));
            LocalDate accepted = day.minusDays(random.nextInt(8));
            histories.say(
                    handover,
                    "handover.accepted.v1",
                    day,
                    accepted,
                    "\"contractId\":\"%s\",\"acceptedOn\":\"%s\"".formatted(handover, accepted));
            histories.mention(handover, "handover.archived.v1", day);
        }
    }
}
