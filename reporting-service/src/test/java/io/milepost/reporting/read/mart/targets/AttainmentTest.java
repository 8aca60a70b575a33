package io.milepost.reporting.read.mart.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.reporting.read.mart.BesideLaws;
import io.milepost.reporting.read.mart.Company;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Laws;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.query.QueryException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AttainmentTest {
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
            "R-197: attainment tells by person, team, period and metric what is reached of which target, as of any day")
    void attainment() {
        company.placed("smith", "red");
        company.placed("kim", "red");
        company.revenue(1, "SELLER", "smith", "90000.00", "2017-01-01", "2017-03-31", "2016-12-20");
        company.revenue(2, "SELLER", "kim", "60000.00", "2017-01-01", "2017-03-31", "2016-12-20");
        company.revenue(3, "DEPARTMENT", "kim", "140000.00", "2017-01-01", "2017-03-31", "2016-12-20");
        company.quantity(4, "SELLER", "smith", "8", "2017-01-01", "2017-03-31", "2016-12-20");
        company.collection(5, "SELLER", "smith", "50000.00");
        company.signed(1, "smith", "45000.00", "2017-02-15", "2.5");
        company.signed(2, "kim", "15000.00", "2017-03-01", "1");
        company.signed(3, "kim", "7000.00", "2017-04-01", "1");
        company.contract(
                1,
                "amended",
                "2017-03-20",
                "\"number\":1,\"signedOn\":\"2017-03-20\",\"value\":%s,\"lines\":[{\"number\":1,\"before\":%s,\"after\":%s}]"
                        .formatted(
                                Company.usd("54000.00"),
                                Company.line("2.5", "45000.00"),
                                Company.line("3", "54000.00")));
        company.received(1, "smith", "R1", "20000.00", "2017-03-05");
        company.received(1, "smith", "R2", "5000.00", "2017-03-06");
        company.payment(
                1,
                "payment-reversed",
                "2017-04-03",
                "\"receiptNo\":\"R2\",\"amount\":%s,\"reason\":\"b\",\"on\":\"2017-04-03\""
                        .formatted(Company.usd("5000.00")));
        fed.take(company.events, new Random(1));

        String[] seller = {"owner", "for_quarter", "seller_target", "signed_value", "attainment_rate"};
        assertThat(told("attainment", "owner,for_quarter", "2017-02-28", seller))
                .containsExactly("kim 2017-Q1 60000.00 0.00 0.0000", "smith 2017-Q1 90000.00 45000.00 0.5000");
        assertThat(told("attainment", "owner,for_quarter", "2017-04-01", seller))
                .containsExactly(
                        "kim 2017-Q1 60000.00 15000.00 0.2500",
                        "kim 2017-Q2 0.00 7000.00 null",
                        "smith 2017-Q1 90000.00 54000.00 0.6000");
        assertThat(told(
                        "team-attainment",
                        "team,for_quarter",
                        "2017-03-31",
                        "team",
                        "for_quarter",
                        "department_target",
                        "signed_value",
                        "attainment_rate"))
                .containsExactly("red 2017-Q1 140000.00 69000.00 0.4929");
        assertThat(told(
                        "quantity-attainment",
                        "owner,for_quarter",
                        "2017-03-31",
                        "owner",
                        "for_quarter",
                        "seller_quantity_target",
                        "sold_quantity",
                        "attainment_rate"))
                .containsExactly("kim 2017-Q1 0.0000 1.0000 null", "smith 2017-Q1 8.0000 3.0000 0.3750");
        String[] collections = {
            "owner", "for_quarter", "seller_collection_target", "received_to_date", "attainment_rate"
        };
        assertThat(told("collection-attainment", "owner,for_quarter", "2017-03-31", collections))
                .containsExactly("smith 2017-Q1 50000.00 25000.00 0.5000");
        assertThat(told("collection-attainment", "owner,for_quarter", "2017-04-03", collections))
                .containsExactly("smith 2017-Q1 50000.00 20000.00 0.4000");
        assertThat(told("attainment", "owner", "2017-03-31", seller[0], seller[3]))
                .as("what is filtered is filtered in all parts")
                .containsExactly("kim 15000.00", "smith 54000.00");
        assertThat(fed.ask("attainment", "by", "owner", "asOf", "2017-03-31", "where", "owner eq 'kim'")
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("signed_value")).hasToString("15000.00"));
        assertThatThrownBy(() -> fed.ask("attainment", "where", "level eq 'SELLER'"))
                .as("a filter must be of all parts")
                .isInstanceOf(QueryException.class);
    }

    @Test
    @DisplayName(
            "R-196: signed with weighted pipeline and the trend of four quarters stand beside the target of the quarter, as was known at any time")
    void forecast() {
        company.revenue(1, "SELLER", "smith", "99000.00", "2017-01-01", "2017-03-31", "2016-12-20");
        company.signed(1, "smith", "40000.00", "2016-02-01", "1");
        company.signed(2, "smith", "80000.02", "2016-11-01", "1");
        company.signed(3, "smith", "45000.00", "2017-02-15", "1");
        company.deal(1, "2017-01-10", "20000.00", "2017-03-20", 50);
        company.deal(2, "2017-01-10", "7000.00", "2017-05-20", 50);
        // Signed in March, and recorded when the quarter was over.
        company.at(
                "contract",
                new UUID(4, 9),
                "contract.drafted.v1",
                "2017-03-30",
                "2017-04-10",
                "\"owner\":\"smith\",\"value\":" + Company.usd("1000.00"));
        company.at(
                "contract",
                new UUID(4, 9),
                "contract.signed.v1",
                "2017-03-30",
                "2017-04-10",
                "\"owner\":\"smith\",\"signedOn\":\"2017-03-30\",\"value\":" + Company.usd("1000.00"));
        fed.take(company.events, new Random(1));

        String[] columns = {
            "for_quarter",
            "seller_target",
            "signed_value",
            "weighted",
            "forecast",
            "forecast_rate",
            "trend",
            "trend_rate",
            "coverage"
        };
        String then = "2017-Q1 99000.00 45000.00 10000.00 55000.00 0.5556 30000.01 0.3030 0.6566";
        assertThat(row(columns, "asOf", "2017-03-31", "knownAt", "2017-03-31T23:59:59Z"))
                .isEqualTo(then);
        assertThat(row(columns, "asOf", "2017-03-31"))
                .isEqualTo("2017-Q1 99000.00 46000.00 10000.00 56000.00 0.5657 30000.01 0.3030 0.6667");
        assertThat(row(columns, "asOf", "2017-01-05"))
                .as("before anything was signed or identified")
                .isEqualTo("2017-Q1 99000.00 0.00 0.00 0.00 0.0000 30000.01 0.3030 0.0000");
        assertThat(told("forecast", "for_quarter", "2017-03-31", "for_quarter", "trend"))
                .contains("2016-Q2 10000.00", "2017-Q2 31500.00");
        assertThatThrownBy(() -> fed.ask("forecast", "knownAt", "3"))
                .as("no position is of all services")
                .isInstanceOf(QueryException.class);
    }

    @Test
    @DisplayName(
            "R-196, R-197: figures beside each other are those that each dataset says alone, and the laws hold of random targets")
    void laws() {
        var random = new Random(11);
        for (int id = 1; id <= 30; id++) {
            String who = "owner-" + random.nextInt(3);
            String level = List.of("SELLER", "DEPARTMENT", "MANAGER", "COMPANY").get(random.nextInt(4));
            LocalDate from = FIRST.plusDays(random.nextInt(60));
            String to = from.plusDays(random.nextInt(100)).toString();
            switch (random.nextInt(5)) {
                case 2 -> company.collection(id, level, who, random.nextInt(900) + ".10");
                case 0 ->
                    company.quantity(
                            id, level, who, "%d.5".formatted(random.nextInt(90)), from.toString(), to, "2016-12-20");
                case 1 -> {
                    company.drafted(
                            id,
                            level,
                            who,
                            "{\"mix\":[{\"type\":\"NEW\",\"percent\":60},{\"type\":\"OLD\",\"percent\":40}]}",
                            "CUSTOMER_TYPE_MIX",
                            from.toString(),
                            to,
                            "2016-12-20");
                    company.target(id, "approved", "2016-12-21", "\"approvedOn\":\"2016-12-21\"");
                }
                default ->
                    company.revenue(id, level, who, random.nextInt(90000) + ".07", from.toString(), to, "2016-12-20");
            }
            if (random.nextInt(3) == 0) {
                String on = from.plusDays(random.nextInt(20)).toString();
                company.target(
                        id,
                        "closed",
                        on,
                        "\"early\":%s,\"closedBy\":\"x\",\"closedOn\":\"%s\"".formatted(random.nextBoolean(), on));
            }
            company.signed(
                    id,
                    who,
                    random.nextInt(5000) + ".03",
                    FIRST.minusDays(200).plusDays(random.nextInt(290)).toString(),
                    "1.25");
            company.received(
                    id,
                    who,
                    "R" + id,
                    random.nextInt(500) + ".50",
                    FIRST.plusDays(random.nextInt(90)).toString());
            company.deal(
                    id,
                    FIRST.plusDays(random.nextInt(50)).toString(),
                    random.nextInt(9000) + ".01",
                    FIRST.plusDays(40 + random.nextInt(90)).toString(),
                    30);
        }
        fed.take(company.events, random);
        assertThat(fed.select("select dataset from $.aside")).isEmpty();
        var laws = new Laws(fed, company.events, random, FIRST, 130);
        for (String report : List.of("attainment", "collection-attainment", "quantity-attainment", "forecast")) {
            BesideLaws.hold(fed, laws, report, random, FIRST, 130, 4);
        }
    }

    private String row(String[] columns, String... asked) {
        var parameters =
                Stream.concat(Stream.of("by", "for_quarter"), Stream.of(asked)).toArray(String[]::new);
        return fed.ask("forecast", parameters).rows().stream()
                .filter(row -> "2017-Q1".equals(row.get("for_quarter")) && "USD".equals(row.get("currency")))
                .map(row -> line(row, columns))
                .collect(Collectors.joining("; "));
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
