package io.milepost.reporting.read.mart.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Unread;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.sales.Sales;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AsidesTest {
    private static final Instant SENT = Instant.parse("2025-12-31T23:00:00Z");

    @Test
    @DisplayName("a record of which nobody can tell what it is about is listed until somebody acknowledges it")
    void acknowledges() {
        var sales = new Sales(ZoneOffset.UTC);
        try (var database = Postgres.database()) {
            acknowledges(new Fed(
                    database, new Declarations(List.of(sales.measures()), sales.reports()), LocalDate.of(2026, 1, 1)));
        }
    }

    private static void acknowledges(Fed fed) {
        var asides = new Asides(fed.mart, fed.schema.tables());
        var record = new Unread("lead", "lead.events.v1", 3, 17, SENT);
        fed.feed("lead").pass(record);
        assertThat(asides.count()).isEqualTo(1);
        assertThat(asides.find(null, null, 10)).singleElement().satisfies(one -> {
            assertThat(one.isRecord()).isTrue();
            assertThat(one.type()).isEqualTo("lead.events.v1-3");
            assertThat(one.position()).isEqualTo(17);
            assertThat(one.since()).isEqualTo(SENT);
            assertThat(one.acknowledgedAt()).isNull();
        });

        assertThat(asides.acknowledge(UUID.randomUUID(), Instant.EPOCH)).isFalse();
        assertThat(asides.acknowledge(record.id(), Instant.parse("2026-01-01T00:00:00Z")))
                .isTrue();
        assertThat(asides.acknowledge(record.id(), Instant.parse("2027-01-01T00:00:00Z")))
                .isTrue();
        fed.feed("lead").pass(record);

        assertThat(asides.count()).isZero();
        assertThat(asides.find(Feed.RECORD, null, 10).getFirst().acknowledgedAt())
                .isEqualTo("2026-01-01T00:00:00Z");
    }
}
