package io.milepost.reporting.read.funnel;

import io.milepost.platform.inbox.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Events of opportunities as they come off the topic. */
public final class Deals {
    private static long position = 0;

    private Deals() {}

    public static Inbound identified(UUID deal, String owner, String value, String currency, LocalDate on) {
        return event(
                "opportunity.identified.v1",
                deal,
                on,
                "{\"owner\":\"%s\",\"expectedValue\":%s,\"product\":\"P\"}".formatted(owner, money(value, currency)));
    }

    public static Inbound identifiedWithoutValue(UUID deal, String owner, LocalDate on) {
        return event("opportunity.identified.v1", deal, on, "{\"owner\":\"%s\"}".formatted(owner));
    }

    public static Inbound qualified(UUID deal, LocalDate on) {
        return event("opportunity.qualified.v1", deal, on, "{}");
    }

    public static Inbound rejected(UUID deal, LocalDate on) {
        return event("opportunity.rejected.v1", deal, on, "{\"reason\":\"no need\"}");
    }

    public static Inbound valued(UUID deal, String value, String currency, LocalDate on) {
        return event(
                "opportunity.value-updated.v1", deal, on, "{\"expectedValue\":%s}".formatted(money(value, currency)));
    }

    public static Inbound won(UUID deal, String value, String currency, LocalDate on, LocalDate closedOn) {
        return event(
                "opportunity.won.v1",
                deal,
                on,
                "{\"contractId\":\"%s\",\"value\":%s,\"closedOn\":\"%s\",\"skippedGates\":[]}"
                        .formatted(deal, money(value, currency), closedOn));
    }

    public static Inbound lost(UUID deal, LocalDate on, LocalDate closedOn) {
        return event("opportunity.lost.v1", deal, on, "{\"reason\":\"price\",\"closedOn\":\"%s\"}".formatted(closedOn));
    }

    public static Inbound withdrawn(UUID deal, LocalDate on, LocalDate closedOn) {
        return event(
                "opportunity.withdrawn.v1", deal, on, "{\"reason\":\"ours\",\"closedOn\":\"%s\"}".formatted(closedOn));
    }

    private static String money(String value, String currency) {
        return "{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(value, currency);
    }

    private static Inbound event(String type, UUID deal, LocalDate on, String data) {
        position++;
        Instant when = on.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Inbound(
                "opportunity",
                type,
                deal,
                new UUID(1, position),
                position,
                "epoch",
                when,
                when,
                "tester",
                "c",
                deal.toString(),
                data.getBytes(StandardCharsets.UTF_8));
    }
}
