package io.milepost.reporting.read.handovers;

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

class HandoversTest {
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);

    private final UUID contract = UUID.randomUUID();
    private long position;

    @Test
    void a_handover_is_open_until_it_is_accepted_and_stays_counted_as_returned() {
        var cells = new InMemoryCells<Handover>(new Random(0));
        new Projector<>(new HandoversProjection(ZoneOffset.UTC), cells)
                .handle(
                        0,
                        List.of(
                                event("handover.initiated.v1", MARCH, "{\"owner\":\"smith\"}"),
                                event("handover.held.v1", MARCH.plusDays(1), "{}"),
                                event("handover.returned.v1", MARCH.plusDays(2), "{\"defects\":[\"plan\"]}"),
                                event("handover.returned.v1", MARCH.plusDays(3), "{\"defects\":[\"plan\"]}"),
                                event("handover.accepted.v1", MARCH.plusDays(9), "{\"acceptedOn\":\"2017-03-08\"}")));
        assertThat(totals(cells, MARCH.minusDays(1)))
                .isEqualTo("{\"initiated\":0,\"accepted\":0,\"returned\":0,\"open\":0}");
        assertThat(totals(cells, MARCH)).isEqualTo("{\"initiated\":1,\"accepted\":0,\"returned\":0,\"open\":1}");
        assertThat(totals(cells, MARCH.plusDays(6)))
                .isEqualTo("{\"initiated\":1,\"accepted\":0,\"returned\":1,\"open\":1}");
        assertThat(totals(cells, MARCH.plusDays(7)))
                .isEqualTo("{\"initiated\":1,\"accepted\":1,\"returned\":1,\"open\":0}");
    }

    @Test
    void an_event_of_what_was_never_initiated_is_a_fault_and_not_passed_over() {
        assertThatThrownBy(() ->
                        new HandoversProjection(ZoneOffset.UTC).apply(null, event("handover.returned.v1", MARCH, "{}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never initiated");
    }

    private static String totals(InMemoryCells<Handover> cells, LocalDate day) {
        var json = Json.mapper().createObjectNode();
        Tally.sum(Tally.of(cells.upTo(day), null), json);
        return json.toString();
    }

    private Inbound event(String type, LocalDate on, String data) {
        var when = on.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Inbound(
                "delivery",
                type,
                contract,
                UUID.randomUUID(),
                ++position,
                "e",
                when,
                when,
                "t",
                "c",
                "k",
                data.getBytes(StandardCharsets.UTF_8));
    }
}
