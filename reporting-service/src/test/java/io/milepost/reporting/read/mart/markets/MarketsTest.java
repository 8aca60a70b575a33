package io.milepost.reporting.read.mart.markets;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.reporting.read.mart.BesideLaws;
import io.milepost.reporting.read.mart.Company;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Laws;
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

class MarketsTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    private final Company company = new Company();
    private HikariDataSource database;
    private Fed fed;

    @BeforeEach
    void create() {
        database = Postgres.database();
        fed = new Fed(database, BesideLaws.apart(Declared.in(ZoneOffset.UTC)), LocalDate.of(2018, 1, 1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName(
            "R-207: our share is what we signed of what a published study found that all sell, until another study stands in its place")
    void our_share() {
        study(1, "2017-01-01", "2017-12-31", "36500.00", "2017-02-01");
        company.signed(1, "smith", "730.00", "2017-01-15", "1");
        company.signed(2, "smith", "365.00", "2017-03-01", "1");
        research(1, "superseded", "2017-06-01", "\"successorId\":\"%s\"".formatted(new UUID(19, 2)));
        study(2, "2017-01-01", "2017-12-31", "10950.00", "2017-06-01");
        fed.take(company.events, new Random(1));

        String[] columns = {"market_size", "signed_value", "market_share_rate"};
        assertThat(money("market-share", "for_year", "2017-01-31", columns))
                .as("nothing was published")
                .containsExactly("2017 0.00 730.00 null");
        assertThat(money("market-share", "for_year", "2017-02-01", columns))
                .containsExactly("2017 36500.00 730.00 0.0200");
        assertThat(money("market-share", "for_quarter", "2017-03-31", columns))
                .containsExactly(
                        "2017-Q1 9000.00 1095.00 0.1217",
                        "2017-Q2 9100.00 0.00 0.0000",
                        "2017-Q3 9200.00 0.00 0.0000",
                        "2017-Q4 9200.00 0.00 0.0000");
        assertThat(money("market-share", "for_year", "2017-06-01", columns))
                .containsExactly("2017 10950.00 1095.00 0.1000");
    }

    @Test
    @DisplayName(
            "R-207: by segment our share stands beside that of competitors, and what lies in no segment is told apart")
    void shares_of_segments() {
        study(
                1,
                "2017-01-01",
                "2017-12-31",
                "36500.00",
                "2017-02-01",
                ",\"segments\":[{\"segment\":\"mill\",\"size\":%s},{\"segment\":\"FORGE\",\"size\":%s}]"
                        .formatted(Company.usd("7300.00"), Company.usd("3650.00")),
                ",\"competitors\":[%s,%s,%s]"
                        .formatted(rival("RIV", null, "20"), rival("riv", "Mill", "50"), rival("OLD", "MILL", "12.5")));
        company.signedBy(1, 1, "Mill ", "smith", "730.00", "2017-03-01", true);
        company.signedBy(2, 2, null, "smith", "365.00", "2017-03-01", true);
        fed.take(company.events, new Random(1));

        assertThat(money(
                        "segment-share",
                        "segment,for_year",
                        "2017-03-31",
                        "market_size",
                        "signed_value",
                        "market_share_rate",
                        "rivals_in_segments",
                        "rivals_rate"))
                .containsExactly(
                        "(unknown) 2017 0.00 365.00 null 0.00 null",
                        "FORGE 2017 3650.00 0.00 0.0000 0.00 0.0000",
                        "MILL 2017 7300.00 730.00 0.1000 4562.50 0.6250",
                        "null 2017 25550.00 0.00 0.0000 0.00 0.0000");
        assertThat(money(
                        "market-share",
                        "for_year",
                        "2017-03-31",
                        "market_size",
                        "signed_value",
                        "market_share_rate",
                        "rivals_in_market",
                        "rivals_rate"))
                .as("segments add up to the market with what lies in none")
                .containsExactly("2017 36500.00 1095.00 0.0300 7300.00 0.2000");
        assertThat(money(
                        "competitor-shares",
                        "competitor,segment,for_year",
                        "2017-03-31",
                        "rivals_in_market",
                        "rival_market_rate",
                        "rivals_in_segments",
                        "rival_segment_rate"))
                .containsExactly(
                        "OLD MILL 2017 0.00 null 912.50 0.1250",
                        "RIV MILL 2017 0.00 null 3650.00 0.5000",
                        "RIV null 2017 7300.00 0.2000 0.00 null");
        assertThat(money("segment-share", "segment,for_year", "2017-01-31", "market_size"))
                .as("before anything was published or signed")
                .isEmpty();
    }

    @Test
    @DisplayName(
            "R-197: a target for the share of the market stands in the row of that share, and says how far it is reached")
    void market_share_target() {
        study(1, "2017-01-01", "2017-12-31", "36500.00", "2017-01-01");
        company.drafted(1, "COMPANY", "kim", "{\"value\":4}", "MARKET_SHARE", "2017-01-01", "2017-12-31", "2016-12-20");
        company.target(1, "approved", "2016-12-20", "\"approvedOn\":\"2016-12-20\"");
        company.signed(1, "smith", "1095.00", "2017-01-15", "1");
        fed.take(company.events, new Random(1));

        String[] columns = {
            "company_share_target", "market_size", "signed_value", "market_share_rate", "attainment_rate"
        };
        assertThat(money("market-share-attainment", "for_year", "2017-01-31", columns))
                .containsExactly("2017 0.0400 36500.00 1095.00 0.0300 0.7500");
        assertThat(money("market-share-attainment", "for_quarter", "2017-01-31", columns)
                        .getFirst())
                .as("percent of a year are those of each of its quarters")
                .isEqualTo("2017-Q1 0.0400 9000.00 1095.00 0.1217 3.0425");
    }

    @Test
    @DisplayName("R-207: the laws hold of markets")
    void laws() {
        var random = new Random(8);
        for (int id = 1; id <= 15; id++) {
            LocalDate from = FIRST.plusDays(random.nextInt(60));
            study(
                    id,
                    from.toString(),
                    from.plusDays(random.nextInt(200)).toString(),
                    9000 + random.nextInt(9000) + ".07",
                    FIRST.plusDays(random.nextInt(60)).toString(),
                    ",\"segments\":[{\"segment\":\"S%d\",\"size\":%s},{\"segment\":\"S9\",\"size\":%s}]"
                            .formatted(
                                    id % 3,
                                    Company.usd(random.nextInt(4000) + ".03"),
                                    Company.usd(random.nextInt(4000) + ".04")),
                    ",\"competitors\":[%s,%s]"
                            .formatted(rival("R" + id % 2, null, "33.3333"), rival("R2", "S9", "7.5")));
            company.signedBy(
                    id,
                    id % 4,
                    id % 5 == 0 ? null : "S" + id % 3,
                    "owner-" + id % 3,
                    random.nextInt(90) + ".50",
                    FIRST.plusDays(random.nextInt(60)).toString(),
                    id < 4);
        }
        fed.take(company.events, random);
        assertThat(fed.select("select dataset from $.aside")).isEmpty();
        var laws = new Laws(fed, company.events, random, FIRST, 90);
        laws.hold("markets", 5);
        laws.hold("competitor-shares", 5);
        BesideLaws.hold(fed, laws, "market-share", random, FIRST, 90, 4);
        BesideLaws.hold(fed, laws, "segment-share", random, FIRST, 90, 4);
    }

    private static String rival(String competitor, String segment, String percent) {
        return "{\"competitor\":\"%s\",\"segment\":%s,\"percent\":%s}"
                .formatted(competitor, segment == null ? "null" : "\"" + segment + "\"", percent);
    }

    private void study(int id, String from, String to, String size, String publishedOn) {
        study(id, from, to, size, publishedOn, "", "");
    }

    private void study(
            int id, String from, String to, String size, String publishedOn, String segments, String competitors) {
        research(
                id,
                "started",
                "2017-01-01",
                "\"title\":\"T%d\",\"market\":\"M\",\"from\":\"%s\",\"to\":\"%s\"".formatted(id, from, to));
        research(
                id,
                "published",
                publishedOn,
                "\"demand\":\"d\",\"trends\":\"t\",\"conclusion\":\"c\",\"marketSize\":%s,\"findings\":1,\"publishedOn\":\"%s\"%s%s"
                        .formatted(Company.usd(size), publishedOn, segments, competitors));
    }

    private void research(int id, String type, String on, String fields) {
        company.say("lead", new UUID(19, id), "market-research.%s.v1".formatted(type), on, fields);
    }

    private List<String> money(String report, String by, String day, String... columns) {
        return told(report, by + ",currency", day, columns).stream()
                .filter(row -> row.contains("USD"))
                .map(row -> row.replace(" USD", ""))
                .toList();
    }

    private List<String> told(String report, String by, String day, String... columns) {
        return fed.ask(report, "by", by, "asOf", day).rows().stream()
                .map(row -> Stream.concat(Stream.of(by.split(",", -1)), Stream.of(columns))
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
