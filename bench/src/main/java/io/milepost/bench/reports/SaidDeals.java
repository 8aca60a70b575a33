package io.milepost.bench.reports;

import io.milepost.platform.inbox.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Deals of 500 sellers in five years and three currencies, as their events come off the topic: four events each, most of them back-dated. */
final class SaidDeals {
    static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    static final int DAYS = 5 * 365;
    private static final int SELLERS = 500;
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "CNY");
    private static final List<String> REGIONS = List.of("North", "East", "South", "West", "Central");

    private final Random random = new Random(1);
    private long position;

    /** Where the sellers belong. */
    List<Inbound> places() {
        var places = new ArrayList<Inbound>();
        for (int seller = 0; seller < SELLERS; seller++) {
            places.add(said(
                    "lead",
                    "team-member.registered.v1",
                    new UUID(9, seller),
                    FIRST,
                    "\"code\":\"seller-%d\",\"team\":\"team %d\",\"region\":\"%s\",\"from\":\"%s\""
                            .formatted(seller, seller % 40, REGIONS.get(seller % REGIONS.size()), FIRST)));
        }
        return places;
    }

    /** What becomes of a deal, from its identification to its end or to where it stands. */
    List<Inbound> deal(long number) {
        var id = new UUID(1, number);
        var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        var day = FIRST.plusDays(random.nextInt(DAYS - 200));
        var events = new ArrayList<Inbound>();
        events.add(said(
                "opportunity",
                "opportunity.identified.v1",
                id,
                day,
                "\"owner\":\"seller-%d\",\"name\":\"Deal %d\",\"product\":\"P%d\",\"expectedValue\":%s"
                        .formatted(random.nextInt(SELLERS), number, random.nextInt(10), money(currency))));
        day = day.plusDays(random.nextInt(30));
        events.add(said("opportunity", "opportunity.qualified.v1", id, day, ""));
        day = day.plusDays(random.nextInt(60));
        events.add(
                said("opportunity", "opportunity.value-updated.v1", id, day, "\"expectedValue\":" + money(currency)));
        day = day.plusDays(random.nextInt(100));
        switch (random.nextInt(3)) {
            case 0 ->
                events.add(said(
                        "opportunity",
                        "opportunity.won.v1",
                        id,
                        day,
                        "\"contractId\":\"%s\",\"value\":%s,\"closedOn\":\"%s\",\"skippedGates\":[]"
                                .formatted(id, money(currency), day)));
            case 1 ->
                events.add(said(
                        "opportunity",
                        "opportunity.lost.v1",
                        id,
                        day,
                        "\"reason\":\"price\",\"cause\":\"PRICE\",\"closedOn\":\"%s\"".formatted(day)));
            default ->
                events.add(said(
                        "opportunity",
                        "opportunity.owner-changed.v1",
                        id,
                        day,
                        "\"owner\":\"seller-%d\"".formatted(random.nextInt(SELLERS))));
        }
        return events;
    }

    private String money(String currency) {
        return "{\"amount\":\"%d.%02d\",\"currency\":\"%s\"}"
                .formatted(random.nextInt(1_000_000), random.nextInt(100), currency);
    }

    private Inbound said(String source, String type, UUID subject, LocalDate day, String fields) {
        var when = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Inbound(
                source,
                type,
                subject,
                new UUID(2, ++position),
                position,
                "bench",
                when,
                when,
                "bench",
                "bench",
                subject.toString(),
                ("{" + fields + "}").getBytes(StandardCharsets.UTF_8));
    }
}
