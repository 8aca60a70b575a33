package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Laws;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Measures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesLawsTest {
    static final LocalDate FIRST = LocalDate.of(2016, 11, 20);
    private static final int DAYS = 120;
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("every report on opportunities equals a count by hand, adds up, and is the same however it was fed")
    void laws_hold(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Inbound>();
        places(FIRST, events, random);
        for (int deal = 0; deal < 60; deal++) {
            story(FIRST, new UUID(seed, deal), events, random);
        }
        for (int deal = 60; deal < 75; deal++) {
            described(new UUID(seed, deal), events, random);
        }
        var declarations = declared();
        try (var one = Postgres.database();
                var other = Postgres.database()) {
            var fed = new Fed(one, declarations, LocalDate.of(2026, 1, 1));
            fed.take(events, random);
            var laws = new Laws(fed, events, random, FIRST, DAYS);
            for (var report : declarations.reports()) {
                laws.hold(report.name(), 12);
            }

            var again = new Fed(other, declarations, LocalDate.of(2026, 1, 1));
            again.take(events, new Random(seed + 1));
            assertThat(again.contents()).isEqualTo(fed.contents());
            assertThat(fed.select("select count(*) from $.aside")).containsExactly("0");
        }
    }

    /** All that is declared over opportunities. */
    static Declarations declared() {
        var sales = new Sales(ZoneOffset.UTC);
        var stages = new Stages(ZoneOffset.UTC, sales.places());
        var movement = new Movement(ZoneOffset.UTC, sales.places());
        var diagnoses = new Diagnoses(ZoneOffset.UTC, sales.places());
        var measures = new ArrayList<Measures<?>>(List.of(sales.measures(), movement.measures(), diagnoses.measures()));
        measures.addAll(stages.measures());
        var reports = new ArrayList<>(sales.reports());
        reports.addAll(stages.reports());
        reports.addAll(movement.reports());
        reports.addAll(diagnoses.reports());
        return new Declarations(measures, reports);
    }

    /** Members who move, of whom one has no place for some time and one never has. */
    static void places(LocalDate first, List<Inbound> events, Random random) {
        for (int owner = 0; owner < 4; owner++) {
            UUID member = new UUID(9, owner);
            LocalDate from = first.plusDays(owner == 0 ? 30 : -100);
            int moves = 1 + random.nextInt(4);
            for (int move = 0; move < moves; move++) {
                events.add(Said.on(
                        first.plusDays(move),
                        move == 0 ? "team-member.registered.v1" : "team-member.moved.v1",
                        member,
                        events.size() + 1L,
                        "lead",
                        "\"code\":\"owner-%d\",\"team\":\"team %d\",\"region\":\"%s\",\"from\":\"%s\""
                                .formatted(owner, random.nextInt(3), random.nextBoolean() ? "East" : "West", from)));
                from = from.plusDays(random.nextInt(60) - 15);
            }
        }
    }

    static void story(LocalDate first, UUID id, List<Inbound> events, Random random) {
        LocalDate day = first.plusDays(random.nextInt(DAYS / 2));
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        String owner = "owner-" + random.nextInt(5);
        events.add(
                random.nextInt(5) == 0
                        ? Deals.identifiedWithoutValue(id, owner, day)
                        : Deals.identified(id, owner, amount(currency, random), currency, day));
        if (random.nextInt(10) == 0) {
            events.add(Deals.rejected(id, day.plusDays(random.nextInt(10))));
            return;
        }
        if (random.nextInt(4) > 0) {
            day = day.plusDays(random.nextInt(10));
            events.add(Deals.qualified(id, day));
        }
        var walk = new RandomWalk(id, day, random, events);
        int steps = random.nextInt(15);
        for (int step = 0; step < steps; step++) {
            walk.step();
        }
        day = walk.known();
        if (random.nextBoolean()) {
            day = day.plusDays(random.nextInt(10));
            currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            events.add(Deals.valued(id, amount(currency, random), currency, day));
        }
        if (random.nextInt(3) == 0) {
            events.add(Deals.handedOver(id, "owner-" + random.nextInt(5), day.plusDays(random.nextInt(20) - 5L)));
        }
        LocalDate closed = day.plusDays(random.nextInt(40) - 8);
        switch (random.nextInt(4)) {
            case 0 -> events.add(Deals.won(id, amount(currency, random), currency, closed.plusDays(3), closed));
            case 1 -> events.add(Deals.lost(id, closed, closed));
            case 2 -> {
                events.add(Deals.withdrawn(id, closed, closed));
                if (random.nextBoolean()) {
                    LocalDate again = closed.plusDays(random.nextInt(30));
                    events.add(Deals.reopened(id, again));
                    walk.heard(again);
                    walk.step();
                    if (random.nextBoolean()) {
                        events.add(Deals.lost(id, walk.known().plusDays(5), walk.known()));
                    }
                }
            }
            default -> {}
        }
    }

    /** Deals of which is said what they are called, whose they are, and when they are expected to close. */
    private static void described(UUID id, List<Inbound> events, Random random) {
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS / 2));
        UUID account = new UUID(8, random.nextInt(3));
        events.add(Said.on(
                day.plusDays(5),
                random.nextBoolean() ? "account.opened.v1" : "account.profile-updated.v1",
                account,
                events.size() + 1L,
                "lead",
                "\"profile\":{\"name\":\"Company %d\"}".formatted(random.nextInt(5))));
        events.add(Deals.described(
                id,
                "owner-" + random.nextInt(5),
                "Deal " + random.nextInt(9),
                account,
                random.nextInt(900) + ".50",
                day.plusDays(random.nextInt(40)),
                day));
        switch (random.nextInt(4)) {
            case 0 -> events.add(Deals.won(id, "10.00", "USD", day.plusDays(30), day.plusDays(20)));
            case 1 -> events.add(Deals.lost(id, day.plusDays(10), day.plusDays(10)));
            default -> {}
        }
    }

    private static String amount(String currency, Random random) {
        long minor = random.nextInt(5) == 0 ? 999_999_999_999_999L : random.nextInt(1_000_000);
        int decimals = java.util.Currency.getInstance(currency).getDefaultFractionDigits();
        return java.math.BigDecimal.valueOf(minor, decimals).toPlainString();
    }
}
