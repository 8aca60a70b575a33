package io.milepost.reporting.read.mart.sales;

import io.milepost.platform.inbox.Inbound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events of opportunities as they come off the topic. */
public final class Deals {
    private static long position = 0;

    private Deals() {}

    /** Somebody else's from then on. */
    public static Inbound handedOver(UUID deal, String owner, LocalDate on) {
        return event("opportunity.owner-changed.v1", deal, on, "{\"owner\":\"%s\"}".formatted(owner));
    }

    public static Inbound identified(UUID deal, String owner, String value, String currency, LocalDate on) {
        return event(
                "opportunity.identified.v1",
                deal,
                on,
                "{\"owner\":\"%s\",\"expectedValue\":%s,\"product\":\"P\"}".formatted(owner, money(value, currency)));
    }

    /** Under a sales process of so many stages. */
    public static Inbound identifiedWithStages(
            UUID deal, String owner, String value, String currency, int stages, LocalDate on) {
        var numbers = IntStream.rangeClosed(1, stages)
                .mapToObj("{\"number\":%d,\"name\":\"a stage\"}"::formatted)
                .collect(Collectors.joining(","));
        return event(
                "opportunity.identified.v1",
                deal,
                on,
                "{\"owner\":\"%s\",\"expectedValue\":%s,\"stages\":[%s]}"
                        .formatted(owner, money(value, currency), numbers));
    }

    /** With what it is called, whose it is and when it is expected to close. */
    public static Inbound described(
            UUID deal, String owner, String name, UUID account, String value, LocalDate expectedCloseOn, LocalDate on) {
        return event(
                "opportunity.identified.v1",
                deal,
                on,
                "{\"owner\":\"%s\",\"name\":\"%s\",\"product\":\"P\",\"accountId\":\"%s\",\"expectedValue\":%s,\"expectedCloseOn\":\"%s\"}"
                        .formatted(owner, name, account, money(value, "USD"), expectedCloseOn));
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
        return event(
                "opportunity.lost.v1",
                deal,
                on,
                "{\"reason\":\"price\",\"cause\":\"PRICE\",\"closedOn\":\"%s\"}".formatted(closedOn));
    }

    public static Inbound withdrawn(UUID deal, LocalDate on, LocalDate closedOn) {
        return event(
                "opportunity.withdrawn.v1", deal, on, "{\"reason\":\"ours\",\"closedOn\":\"%s\"}".formatted(closedOn));
    }

    /** In the stage in which it stood. */
    public static Inbound reopened(UUID deal, LocalDate on) {
        return event(
                "opportunity.reopened.v1",
                deal,
                on,
                "{\"reason\":\"back again\",\"on\":\"%s\",\"undone\":\"LOST\",\"stage\":1,\"probability\":0}"
                        .formatted(on));
    }

    public static Inbound authorized(UUID deal, LocalDate on) {
        return event("opportunity.authorized.v1", deal, on, "{\"level\":\"DIVISION\"}");
    }

    public static Inbound stageEntered(UUID deal, int stage, LocalDate stated, LocalDate on) {
        return event("opportunity.stage-entered.v1", deal, on, "{\"stage\":%d,\"on\":\"%s\"}".formatted(stage, stated));
    }

    public static Inbound stageSucceeded(UUID deal, int stage, LocalDate on) {
        return event("opportunity.stage-succeeded.v1", deal, on, "{\"stage\":%d}".formatted(stage));
    }

    public static Inbound likely(UUID deal, int previous, int probability, LocalDate on) {
        return event(
                "opportunity.win-probability-changed.v1",
                deal,
                on,
                "{\"previous\":%d,\"probability\":%d}".formatted(previous, probability));
    }

    public static Inbound stageAdvanced(UUID deal, int to, LocalDate on) {
        return event("opportunity.stage-advanced.v1", deal, on, "{\"from\":%d,\"to\":%d}".formatted(to - 1, to));
    }

    public static Inbound advanceRejected(UUID deal, int stage, List<String> missing, LocalDate on) {
        return event(
                "opportunity.stage-advance-rejected.v1",
                deal,
                on,
                "{\"stage\":%d,\"missing\":[\"%s\"]}".formatted(stage, String.join("\",\"", missing)));
    }

    public static Inbound stageRegressed(UUID deal, int from, int to, LocalDate on) {
        return event(
                "opportunity.stage-regressed.v1",
                deal,
                on,
                "{\"from\":%d,\"to\":%d,\"reason\":\"a new director\"}".formatted(from, to));
    }

    /** Of a type that nobody has heard of. */
    public static Inbound unheardOf(UUID deal, LocalDate on) {
        return event("opportunity.sung-about.v1", deal, on, "{\"stage\":\"of the opera\"}");
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
