package io.milepost.reporting.read.mart.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Laws;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What leads bring, by where they came from. */
class LeadsTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    private final List<Inbound> said = new ArrayList<>();

    @Test
    @DisplayName(
            "R-199: of each channel and campaign it is told how many leads came and how many became deals, for which value")
    void sources() {
        captured(1, "WEB", "spring", FIRST);
        say(1, "assigned", "\"owner\":\"smith\"", FIRST.plusDays(1));
        say(1, "qualified", "", FIRST.plusDays(2));
        converted(1, "100.00", FIRST.plusDays(3));
        captured(2, "WEB", "spring", FIRST);
        say(2, "disqualified", "\"reason\":\"no budget\"", FIRST.plusDays(4));
        captured(3, "WEB", "spring", FIRST);
        say(3, "merged", "", FIRST.plusDays(1));
        captured(4, "REFERRAL", null, FIRST.plusDays(40));
        say(4, "assigned-to-team", "\"team\":\"red\"", FIRST.plusDays(41));
        try (var source = Postgres.database()) {
            var fed = new Fed(source, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
            fed.take(said, new Random(1));
            assertThat(told(fed, "2017-01-01", "2017-12-31"))
                    .containsExactly("REFERRAL null 1 0 0 0.0000", "WEB spring 2 1 1 0.5000");
            assertThat(told(fed, "2017-02-01", "2017-02-28")).containsExactly("REFERRAL null 1 0 0 0.0000");
            assertThat(told(fed, "2017-01-01", "2017-01-02"))
                    .as("before it became a deal")
                    .containsExactly("WEB spring 2 0 0 0.0000");
            assertThat(fed.rows("lead", "where", "state eq 'CONVERTED'").rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("owner", "smith")
                            .containsEntry("deal_id", new UUID(2, 1).toString()));
            assertThat(fed.ask("lead-values", "from", "2017-01-01", "to", "2017-12-31")
                            .rows())
                    .filteredOn(row -> "USD".equals(row.get("currency")))
                    .extracting(row -> String.valueOf(row.get("converted_value")))
                    .containsExactly("100.00");
        }
    }

    @Test
    @DisplayName(
            "the laws hold of random leads, and what is said of a lead that nobody knows sets that one aside alone")
    void laws() {
        var random = new Random(7);
        for (int lead = 1; lead <= 80; lead++) {
            var day = FIRST.plusDays(random.nextInt(100));
            captured(lead, random.nextBoolean() ? "WEB" : "FAIR", random.nextBoolean() ? "spring" : null, day);
            for (int step = random.nextInt(4); step > 0; step--) {
                day = day.plusDays(random.nextInt(9) - 2L);
                switch (random.nextInt(5)) {
                    case 0 -> say(lead, "assigned", "\"owner\":\"owner-%d\"".formatted(random.nextInt(3)), day);
                    case 1 -> say(lead, "qualified", "", day);
                    case 2 -> converted(lead, random.nextInt(900) + ".25", day);
                    case 3 -> say(lead, "discarded", "", day);
                    default -> say(lead, "disqualified", "\"reason\":\"other\"", day);
                }
            }
        }
        say(999, "qualified", "", FIRST);
        try (var source = Postgres.database()) {
            var fed = new Fed(source, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
            fed.take(said, random);
            assertThat(fed.select("select count(*) from $.aside")).containsExactly("1");
            said.removeLast();
            var laws = new Laws(fed, said, random, FIRST, 130);
            laws.hold("lead-sources", 10);
            laws.hold("lead-values", 10);
        }
    }

    private static List<String> told(Fed fed, String from, String to) {
        return fed.ask("lead-sources", "from", from, "to", to).rows().stream()
                .map(row -> "%s %s %s %s %s %s"
                        .formatted(
                                row.get("channel"),
                                row.get("campaign"),
                                row.get("new_leads"),
                                row.get("qualified_leads"),
                                row.get("converted_leads"),
                                row.get("conversion_rate")))
                .toList();
    }

    private void captured(long lead, String channel, String campaign, LocalDate day) {
        say(
                lead,
                "captured",
                "\"channel\":\"%s\",\"contactKeys\":[]".formatted(channel)
                        + (campaign == null ? "" : ",\"campaign\":\"%s\"".formatted(campaign)),
                day);
    }

    private void converted(long lead, String amount, LocalDate day) {
        say(
                lead,
                "converted",
                "\"opportunityId\":\"%s\",\"owner\":\"smith\",\"channel\":\"WEB\",\"expectedValue\":{\"amount\":\"%s\",\"currency\":\"USD\"}"
                        .formatted(new UUID(2, lead), amount),
                day);
    }

    private void say(long lead, String what, String fields, LocalDate day) {
        said.add(Said.on(day, "lead." + what + ".v1", new UUID(1, lead), said.size() + 1, "lead", fields));
    }
}
