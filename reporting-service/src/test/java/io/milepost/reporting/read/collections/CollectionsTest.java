package io.milepost.reporting.read.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CollectionsTest {
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2017, 4, 1);

    private final UUID contract = UUID.randomUUID();
    private long position;

    @Test
    void money_is_due_on_its_day_received_on_its_day_and_late_until_it_is_matched() {
        var cells = after(
                event("set", MARCH, "\"owner\":\"smith\",\"value\":" + usd("300.00")),
                event("instalment-became-due", MARCH, due(1, "100.00", APRIL)),
                event("payment-received", MARCH.plusDays(9), received("R1", "40.00", MARCH.plusDays(8))),
                event("payment-matched", MARCH.plusDays(9), matched("R1", "40.00")),
                event("instalment-overdue", APRIL.plusDays(1), due(1, "60.00", APRIL)),
                event("payment-received", APRIL.plusDays(5), received("R2", "60.00", APRIL.plusDays(5))),
                event("payment-matched", APRIL.plusDays(6), matched("R2", "60.00")),
                event(
                        "payment-reversed",
                        APRIL.plusDays(9),
                        "\"receiptNo\":\"R2\",\"reason\":\"bounced\",\"on\":\"%s\",\"amount\":%s"
                                .formatted(APRIL.plusDays(9), usd("60.00"))));
        assertThat(totals(cells, MARCH)).isEqualTo("0.00 0.00 0.00 null");
        assertThat(totals(cells, MARCH.plusDays(8))).isEqualTo("0.00 40.00 0.00 null");
        assertThat(totals(cells, APRIL)).isEqualTo("100.00 40.00 0.00 0.4000");
        assertThat(totals(cells, APRIL.plusDays(1))).isEqualTo("100.00 40.00 60.00 0.4000");
        assertThat(totals(cells, APRIL.plusDays(5))).isEqualTo("100.00 100.00 60.00 1.0000");
        assertThat(totals(cells, APRIL.plusDays(6))).isEqualTo("100.00 100.00 0.00 1.0000");
        assertThat(totals(cells, APRIL.plusDays(9))).isEqualTo("100.00 40.00 60.00 0.4000");
    }

    @Test
    void an_event_of_what_was_never_set_is_a_fault_and_not_passed_over() {
        var first = event("payment-received", MARCH, received("R1", "1.00", MARCH));
        assertThatThrownBy(() -> new CollectionsProjection(ZoneOffset.UTC).apply(null, first))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never set");
        assertThat(after(first).setAside()).isEqualTo(1);
    }

    private static InMemoryCells<Schedule> after(Inbound... events) {
        var cells = new InMemoryCells<Schedule>(new Random(0));
        new Projector<>(new CollectionsProjection(ZoneOffset.UTC), cells).handle(0, List.of(events));
        return cells;
    }

    private static String totals(InMemoryCells<Schedule> cells, LocalDate day) {
        var json = Json.mapper().createObjectNode();
        Part.sum(Part.of(cells.upTo(day), day), json, "USD");
        return "%s %s %s %s"
                .formatted(
                        json.at("/due/amount").asString(),
                        json.at("/received/amount").asString(),
                        json.at("/overdue/amount").asString(),
                        json.get("rate"));
    }

    private static String usd(String amount) {
        return "{\"amount\":\"%s\",\"currency\":\"USD\"}".formatted(amount);
    }

    private static String due(int number, String amount, LocalDate on) {
        return "\"number\":%d,\"amount\":%s,\"dueOn\":\"%s\",\"owner\":\"smith\"".formatted(number, usd(amount), on);
    }

    private static String received(String receipt, String amount, LocalDate on) {
        return "\"receiptNo\":\"%s\",\"amount\":%s,\"receivedOn\":\"%s\"".formatted(receipt, usd(amount), on);
    }

    private static String matched(String receipt, String amount) {
        return "\"receiptNo\":\"%s\",\"number\":1,\"amount\":%s".formatted(receipt, usd(amount));
    }

    private Inbound event(String type, LocalDate on, String fields) {
        var when = on.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Inbound(
                "contract",
                "payment-schedule." + type + ".v1",
                contract,
                UUID.randomUUID(),
                ++position,
                "e",
                when,
                when,
                "t",
                "c",
                "k",
                ("{" + fields + "}").getBytes(StandardCharsets.UTF_8));
    }
}
