package io.milepost.reporting.read.mart.odata;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.query.RowsReading;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk through pages while something happens. */
class AskedTest {
    private static final Instant BEFORE = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2025-01-15T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-02-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 15);

    private long position;

    @ParameterizedTest
    @ValueSource(strings = {"", "value_amount desc"})
    @DisplayName("what happens after the first page was asked for is in none of its followers, and they are of its day")
    void one_moment(String order) {
        try (var source = Postgres.database()) {
            var fed = new Fed(source, Declared.in(ZoneOffset.UTC), TODAY);
            var said = new ArrayList<Inbound>();
            for (int deal = 0; deal < 20; deal++) {
                said.add(identified(new UUID(1, deal * 10L), deal + "0.00", BEFORE));
            }
            fed.take(said, new Random(1));
            var reading = new RowsReading(fed.mart, fed.schema.tables());
            var options = new TreeMap<String, String>(order.isEmpty() ? Map.of() : Map.of("$orderby", order));
            var expected = walked(fed, reading, options, NOW, TODAY, () -> {});
            assertThat(expected).hasSize(20);

            var later = walked(fed, reading, options, NOW, TODAY, () -> {
                var more = new ArrayList<Inbound>();
                for (int deal = 0; deal < 20; deal++) {
                    more.add(identified(new UUID(1, deal * 10L + 5), deal + "5.00", AFTER));
                }
                fed.take(more, new Random(2));
            });
            assertThat(later).isEqualTo(expected);
            assertThat(walked(fed, reading, options, AFTER, LocalDate.of(2025, 3, 1), () -> {}))
                    .as("control: asked anew")
                    .hasSize(40);
        }
    }

    private List<String> walked(
            Fed fed,
            RowsReading reading,
            Map<String, String> options,
            Instant now,
            LocalDate today,
            Runnable meanwhile) {
        var found = new ArrayList<String>();
        Map<String, String> asked = options;
        for (int page = 0; asked != null; page++) {
            // Each page is asked for a day later.
            var at = now.plusSeconds(86_400L * page);
            var read = Asked.of(fed.declarations, "opportunity", asked, 7, today.plusDays(page), at);
            var rows = reading.page(read.rows());
            rows.rows().forEach(row -> found.add(row.get("opportunity_id") + "/" + row.get("value_amount")));
            assertThat(read.rows().asOf()).isEqualTo(today);
            String next = read.next(rows, at);
            asked = next == null ? null : parsed(next);
            if (page == 0) {
                meanwhile.run();
            }
        }
        return found;
    }

    private static Map<String, String> parsed(String options) {
        var parsed = new TreeMap<String, String>();
        for (String option : options.split("&", -1)) {
            var parts = option.split("=", 2);
            parsed.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parsed;
    }

    private Inbound identified(UUID id, String amount, Instant recordedAt) {
        return Said.at(
                Instant.parse("2024-06-01T00:00:00Z"),
                recordedAt,
                "opportunity.identified.v1",
                id,
                ++position,
                "opportunity",
                null,
                "\"owner\":\"smith\",\"expectedValue\":{\"amount\":\"%s\",\"currency\":\"USD\"}".formatted(amount));
    }
}
