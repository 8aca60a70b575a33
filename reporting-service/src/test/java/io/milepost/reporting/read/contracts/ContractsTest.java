package io.milepost.reporting.read.contracts;

import static org.assertj.core.api.Assertions.assertThat;

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

class ContractsTest {
    private static final LocalDate DRAFTED = LocalDate.of(2017, 2, 27);
    private static final LocalDate SIGNED = LocalDate.of(2017, 3, 1);
    private static final LocalDate EFFECTIVE = LocalDate.of(2017, 4, 1);

    private final UUID contract = UUID.randomUUID();
    private long position;

    @Test
    void a_contract_is_counted_as_drafted_signed_and_effective_from_the_days_that_the_business_says() {
        var cells = new InMemoryCells<Agreement>(new Random(0));
        new Projector<>(new ContractsProjection(ZoneOffset.UTC), cells)
                .handle(
                        0,
                        List.of(
                                event("contract.drafted.v1", DRAFTED, "\"owner\":\"smith\"," + value("100.00")),
                                event("contract.revised.v1", DRAFTED, value("120.05")),
                                event("contract.party-signed.v1", DRAFTED, "\"party\":\"SELLER\""),
                                event(
                                        "contract.signed.v1",
                                        DRAFTED.plusDays(9),
                                        "\"owner\":\"smith\",\"signedOn\":\"" + SIGNED + "\"," + value("120.10")),
                                event(
                                        "contract.became-effective.v1",
                                        DRAFTED.plusDays(9),
                                        "\"effectiveOn\":\"" + EFFECTIVE + "\"")));

        assertThat(totals(cells, DRAFTED))
                .isEqualTo(
                        "{\"drafted\":1,\"signed\":0,\"effective\":0,\"signedValue\":{\"amount\":\"0.00\",\"currency\":\"EUR\"}}");
        assertThat(totals(cells, SIGNED))
                .isEqualTo(
                        "{\"drafted\":0,\"signed\":1,\"effective\":0,\"signedValue\":{\"amount\":\"120.10\",\"currency\":\"EUR\"}}");
        assertThat(totals(cells, EFFECTIVE))
                .isEqualTo(
                        "{\"drafted\":0,\"signed\":1,\"effective\":1,\"signedValue\":{\"amount\":\"120.10\",\"currency\":\"EUR\"}}");
    }

    private static String totals(InMemoryCells<Agreement> cells, LocalDate day) {
        var json = Json.mapper().createObjectNode();
        Line.sum(Line.of(cells.upTo(day)), json, "EUR");
        return json.toString();
    }

    private static String value(String amount) {
        return "\"value\":{\"amount\":\"%s\",\"currency\":\"EUR\"}".formatted(amount);
    }

    private Inbound event(String type, LocalDate on, String fields) {
        var when = on.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        return new Inbound(
                "contract",
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
                ("{" + fields + "}").getBytes(StandardCharsets.UTF_8));
    }
}
