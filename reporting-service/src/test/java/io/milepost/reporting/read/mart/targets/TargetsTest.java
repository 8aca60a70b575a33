package io.milepost.reporting.read.mart.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.reporting.read.mart.BesideLaws;
import io.milepost.reporting.read.mart.Company;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TargetsTest {
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
            "R-197: a target counts from its approval, as approved and as revised, and is spread over the days of its period")
    void a_target_counts_from_its_approval() {
        company.revenue(1, "SELLER", "smith", "90000.00", "2017-01-01", "2017-03-31", "2016-12-20");
        company.target(
                1,
                "revised",
                "2017-02-10",
                "\"revision\":1,\"original\":{},\"figure\":{\"amount\":%s},\"reason\":\"r\",\"revisedBy\":\"kim\",\"revisedOn\":\"2017-02-10\""
                        .formatted(Company.usd("99000.00")));
        company.drafted(
                2,
                "SELLER",
                "kim",
                "{\"amount\":%s}".formatted(Company.usd("5000.00")),
                "REVENUE",
                "2017-01-01",
                "2017-01-31",
                "2016-12-01");
        fed.take(company.events, new Random(1));

        String[] columns = {"for_month", "seller_target", "seller_target_original"};
        assertThat(told("attainment", "owner", "2016-12-19", "owner", "seller_target"))
                .isEmpty();
        assertThat(told("attainment", "for_month", "2016-12-20", columns))
                .containsExactly("2017-01 31000.00 31000.00", "2017-02 28000.00 28000.00", "2017-03 31000.00 31000.00");
        assertThat(told("attainment", "for_month", "2017-02-10", columns))
                .containsExactly("2017-01 34100.00 31000.00", "2017-02 30800.00 28000.00", "2017-03 34100.00 31000.00");
        assertThat(fed.rows("target", "where", "owner eq 'kim'").rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("state", "DRAFT")
                        .containsEntry("amount_amount", new java.math.BigDecimal("5000.00")));
    }

    @Test
    @DisplayName(
            "R-197: parts of a target add up to it exactly, and what is closed early asks for nothing after that day")
    void parts_add_up() {
        company.revenue(1, "SELLER", "smith", "100.00", "2017-01-15", "2017-04-02", "2016-12-20");
        company.quantity(2, "SELLER", "smith", "10", "2017-01-15", "2017-02-13", "2016-12-20");
        company.revenue(3, "COMPANY", "boss", "36500.00", "2017-01-01", "2017-12-31", "2016-12-20");
        company.target(3, "closed", "2017-02-10", "\"early\":true,\"closedBy\":\"x\",\"closedOn\":\"2017-02-10\"");
        fed.take(company.events, new Random(1));

        // 17, 28, 31 and 2 days of 78: 21.79, 57.69, 97.44 and 100.00 up to their ends.
        assertThat(told("attainment", "for_month", "2017-01-01", "for_month", "seller_target"))
                .containsExactly("2017-01 21.79", "2017-02 35.90", "2017-03 39.75", "2017-04 2.56");
        assertThat(told("quantity-attainment", "for_month", "2017-01-01", "for_month", "seller_quantity_target"))
                .containsExactly("2017-01 5.6667", "2017-02 4.3333");
        assertThat(told("company-attainment", "for_year", "2017-02-09", "for_year", "company_target"))
                .containsExactly("2017 36500.00");
        assertThat(told("company-attainment", "for_month", "2017-02-10", "for_month", "company_target"))
                .containsExactly("2017-01 3100.00", "2017-02 2800.00");
    }

    /** Without rows of no currency, where there is money. */
    private List<String> told(String report, String by, String day, String... columns) {
        return fed.ask(report, "by", by, "asOf", day).rows().stream()
                .filter(row -> !row.containsKey("currency") || row.get("currency") != null)
                .map(row -> line(row, columns))
                .toList();
    }

    private static String line(Map<String, ?> row, String... columns) {
        return Stream.of(columns).map(name -> String.valueOf(row.get(name))).collect(Collectors.joining(" "));
    }
}
