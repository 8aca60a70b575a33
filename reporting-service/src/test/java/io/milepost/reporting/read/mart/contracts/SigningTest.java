package io.milepost.reporting.read.mart.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SigningTest {
    private static final LocalDate DRAFTED = LocalDate.of(2017, 2, 27);
    private static final LocalDate SIGNED = LocalDate.of(2017, 3, 1);
    private static final LocalDate EFFECTIVE = LocalDate.of(2017, 4, 1);

    private long position;

    @Test
    @DisplayName("a contract is drafted, signed and effective from the days that the business says")
    void a_contract_counts_from_its_days() {
        try (var database = Postgres.database()) {
            var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
            fed.take(
                    List.of(
                            event("drafted", DRAFTED, "\"owner\":\"smith\"," + value("100.00")),
                            event("revised", DRAFTED, value("120.05")),
                            event("party-signed", DRAFTED, "\"party\":\"SELLER\""),
                            event(
                                    "signed",
                                    DRAFTED.plusDays(9),
                                    "\"owner\":\"smith\",\"signedOn\":\"%s\",%s".formatted(SIGNED, value("120.10"))),
                            event(
                                    "became-effective",
                                    DRAFTED.plusDays(9),
                                    "\"effectiveOn\":\"%s\"".formatted(EFFECTIVE))),
                    new Random(1));
            assertThat(told(fed, DRAFTED.minusDays(1))).isEmpty();
            assertThat(told(fed, DRAFTED)).isEqualTo("1 0 0 0.00");
            assertThat(told(fed, SIGNED)).isEqualTo("0 1 0 120.10");
            assertThat(told(fed, EFFECTIVE)).isEqualTo("0 1 1 120.10");
            assertThat(fed.ask("signings", "from", "2017-01-01", "to", "2017-12-31", "by", "month")
                            .rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("month") + " " + row.get("newly_signed_value"))
                            .isEqualTo("2017-03 120.10"));
        }
    }

    private static String told(Fed fed, LocalDate day) {
        return fed.ask("contracts", "by", "", "asOf", day.toString()).rows().stream()
                .map(row -> Stream.of("drafted", "signed", "effective", "signed_value")
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private static String value(String amount) {
        return "\"value\":{\"amount\":\"%s\",\"currency\":\"EUR\"}".formatted(amount);
    }

    private Inbound event(String type, LocalDate on, String fields) {
        return Said.on(on, "contract." + type + ".v1", new UUID(4, 1), ++position, "contract", fields);
    }
}
