package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.reporting.read.mart.Company;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What became of leads and deals in each segment: that of the lead when it became a deal. */
class SegmentOutcomesTest {
    private final Company company = new Company();
    private HikariDataSource database;
    private Fed fed;

    @BeforeEach
    void create() {
        database = Postgres.database();
        fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("R-191: of each segment it is told how many leads became deals, and how many of their deals contracts")
    void conversion() {
        company();
        assertThat(told(
                        "segment-conversion",
                        "new_leads",
                        "converted_of_new",
                        "lead_rate",
                        "new_deals",
                        "won_of_new",
                        "contract_rate"))
                .containsExactly(
                        "(unknown) 1 1 1.0000 1 0 0.0000",
                        "PORTS 3 2 0.6667 2 1 0.5000",
                        "YARDS 1 1 1.0000 1 1 1.0000");
    }

    @Test
    @DisplayName("R-192: the win rate of a segment is that of the deals whose leads were in it, whatever the lead is in"
            + " later")
    void win_rates() {
        company();
        assertThat(told("segment-win-rates", "won_deals", "won_value", "lost_deals", "lost_value", "win_rate"))
                .containsExactly(
                        "(unknown) 1 5.00 1 10.00 0.5000",
                        "PORTS 1 12.00 1 10.00 0.5000",
                        "YARDS 1 20.00 0 0.00 1.0000");
    }

    /** Three leads of ports, one of which becomes no deal, one of yards, one of which nobody says anything, and a deal of no lead. */
    private void company() {
        for (int lead = 1; lead <= 5; lead++) {
            lead(lead, "captured", "2017-01-0" + lead, "\"channel\":\"WEB\",\"contactKeys\":[]");
        }
        for (int lead : List.of(1, 2, 3)) {
            lead(lead, "segmented", "2017-01-10", "\"segment\":\"Ports\"");
        }
        lead(4, "segmented", "2017-01-10", "\"segment\":\"YARDS\"");
        for (int lead : List.of(1, 2, 4, 5)) {
            lead(
                    lead,
                    "converted",
                    "2017-02-01",
                    "\"opportunityId\":\"%s\",\"owner\":\"smith\",\"channel\":\"WEB\"".formatted(new UUID(2, lead)));
            company.identified(lead, "smith", "2017-02-01", "10.00", ",\"leadId\":\"%s\"".formatted(new UUID(1, lead)));
        }
        company.identified(9, "smith", "2017-02-01", "10.00", "");
        company.won(1, "2017-03-01", "12.00");
        company.lost(2, "2017-03-02", "PRICE");
        company.won(4, "2017-03-03", "20.00");
        company.lost(5, "2017-03-04", "PRICE");
        company.won(9, "2017-03-05", "5.00");
        fed.take(company.events, new Random(1));
        assertThat(fed.select("select dataset from $.aside")).as("control").isEmpty();
    }

    private void lead(int id, String type, String on, String fields) {
        company.say("lead", new UUID(1, id), "lead.%s.v1".formatted(type), on, fields);
    }

    private List<String> told(String report, String... columns) {
        return fed.ask(report, "by", "segment", "from", "2017-01-01", "to", "2017-12-31").rows().stream()
                .map(row -> Stream.concat(Stream.of("segment"), Stream.of(columns))
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
