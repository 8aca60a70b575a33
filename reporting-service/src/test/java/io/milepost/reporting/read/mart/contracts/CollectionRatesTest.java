package io.milepost.reporting.read.mart.contracts;

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

/** What came in of what fell due, of a period and in all. */
class CollectionRatesTest {
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
            "R-200: the collection rate of a period is what came in of what fell due in it, and the cumulative one of all up to its end")
    void rates() {
        due(1, 1, "100.00", "2017-01-10");
        due(1, 2, "60.00", "2017-02-10");
        due(1, 3, "40.00", "2017-03-10");
        company.received(1, "smith", "R1", "80.00", "2017-01-20");
        company.received(1, "smith", "R2", "40.00", "2017-02-05");
        company.payment(
                1,
                "payment-reversed",
                "2017-02-20",
                "\"receiptNo\":\"R2\",\"amount\":%s,\"reason\":\"b\",\"on\":\"2017-02-20\""
                        .formatted(Company.usd("40.00")));
        company.received(1, "smith", "R3", "90.00", "2017-03-15");
        fed.take(company.events, new Random(1));

        assertThat(told(
                        "collection-rates",
                        "month",
                        "fell_due",
                        "collected_net",
                        "period_rate",
                        "due",
                        "cumulative_rate"))
                .containsExactly(
                        "2017-01 100.00 80.00 0.8000 100.00 0.8000",
                        "2017-02 60.00 0.00 0.0000 160.00 0.5000",
                        "2017-03 40.00 90.00 2.2500 200.00 0.8500");
    }

    @Test
    @DisplayName(
            "R-197: a collection target in percent is reached as far as what fell due in its period has been collected")
    void targets() {
        company.drafted(
                1, "SELLER", "smith", "{\"value\":80}", "COLLECTIONS", "2017-01-01", "2017-03-31", "2016-12-20");
        company.target(1, "approved", "2016-12-20", "\"approvedOn\":\"2016-12-20\"");
        due(1, 1, "100.00", "2017-01-10");
        due(1, 2, "100.00", "2017-04-10");
        company.received(1, "smith", "R1", "60.00", "2017-01-20");
        company.payment(
                1,
                "payment-matched",
                "2017-01-20",
                "\"receiptNo\":\"R1\",\"number\":1,\"amount\":" + Company.usd("60.00"));
        fed.take(company.events, new Random(1));

        assertThat(
                        fed
                                .ask("collection-rate-attainment", "by", "owner,for_quarter", "asOf", "2017-04-30")
                                .rows()
                                .stream()
                                .filter(row -> row.get("currency") != null && row.get("for_quarter") != null)
                                .map(row -> Stream.of(
                                                "owner",
                                                "for_quarter",
                                                "seller_collection_rate_target",
                                                "due",
                                                "collected",
                                                "collection_rate",
                                                "attainment_rate")
                                        .map(name -> String.valueOf(row.get(name)))
                                        .collect(Collectors.joining(" "))))
                .containsExactly(
                        "smith 2017-Q1 0.8000 100.00 60.00 0.6000 0.7500",
                        "smith 2017-Q2 null 100.00 0.00 0.0000 null");
    }

    @Test
    @DisplayName("R-200: the laws hold of what fell due and came in")
    void laws() {
        var random = new Random(4);
        for (int id = 1; id <= 25; id++) {
            due(
                    id,
                    1,
                    random.nextInt(900) + ".05",
                    FIRST.plusDays(random.nextInt(120)).toString());
            company.received(
                    id,
                    "owner-" + id % 3,
                    "R" + id,
                    random.nextInt(900) + ".50",
                    FIRST.plusDays(random.nextInt(120)).toString());
        }
        fed.take(company.events, random);
        assertThat(fed.select("select dataset from $.aside")).isEmpty();
        BesideLaws.hold(
                fed, new Laws(fed, company.events, random, FIRST, 130), "collection-rates", random, FIRST, 130, 5);
    }

    private void due(int id, int number, String amount, String dueOn) {
        company.payment(
                id,
                "set",
                "2017-01-01",
                "\"opportunityId\":\"%s\",\"owner\":\"smith\",\"value\":%s"
                        .formatted(new UUID(2, id), Company.usd("1000.00")));
        company.payment(
                id,
                "instalment-became-due",
                "2017-01-01",
                "\"number\":%d,\"amount\":%s,\"dueOn\":\"%s\"".formatted(number, Company.usd(amount), dueOn));
    }

    private List<String> told(String report, String by, String... columns) {
        return fed.ask(report, "by", by, "from", "2017-01-01", "to", "2017-03-31").rows().stream()
                .filter(row -> row.get("currency") != null)
                .map(row -> Stream.concat(Stream.of(by), Stream.of(columns))
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
