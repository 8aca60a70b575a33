package io.milepost.reporting.read.mart.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class HandoversTest {
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);

    private final UUID contract = new UUID(1, 1);
    private long position;

    @Test
    @DisplayName("a handover waits until it is accepted, and stays counted as one that was returned")
    void waits_until_it_is_accepted() {
        try (var database = Postgres.database()) {
            var fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
            fed.take(
                    List.of(
                            event("handover.initiated.v1", 0, "\"owner\":\"smith\""),
                            event("handover.held.v1", 1, ""),
                            event("handover.returned.v1", 2, "\"defects\":[\"plan\"]"),
                            event("handover.returned.v1", 3, "\"defects\":[\"plan\"]"),
                            event("handover.accepted.v1", 9, "\"acceptedOn\":\"2017-03-08\"")),
                    new Random(1));
            assertThat(told(fed, -1)).isEmpty();
            assertThat(told(fed, 0)).isEqualTo("1 0 0 1");
            assertThat(told(fed, 6)).isEqualTo("1 0 1 1");
            assertThat(told(fed, 7)).isEqualTo("1 1 1 0");
        }
    }

    @Test
    @DisplayName("an event of what was never initiated is a fault and not passed over")
    void what_was_never_initiated() {
        assertThatThrownBy(() -> new Handover.Folding(ZoneOffset.UTC).apply(null, event("handover.returned.v1", 0, "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never initiated");
    }

    private static String told(Fed fed, int day) {
        return fed.ask("handovers", "by", "", "asOf", MARCH.plusDays(day).toString()).rows().stream()
                .map(row -> Stream.of("initiated", "accepted", "returned", "waiting")
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private Inbound event(String type, int day, String fields) {
        return Said.on(MARCH.plusDays(day), type, contract, ++position, "delivery", fields);
    }
}
