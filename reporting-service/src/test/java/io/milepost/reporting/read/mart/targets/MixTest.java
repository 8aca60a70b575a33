package io.milepost.reporting.read.mart.targets;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which part of the customers who sign is of a type, against what was to be reached. */
class MixTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final String[] COLUMNS = {
        "company_mix_target", "seller_mix_target", "signing_customers", "mix_rate", "attainment_rate"
    };

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
            "R-197: a target for the mix of customers is measured by those who signed in its period, as new or not and by segment")
    void mix() {
        mix(1, "COMPANY", "kim", share("new", "60"), share("Existing", "40"));
        mix(2, "COMPANY", "kim", share("mill", "75"), share("FORGE", "25"));
        mix(3, "SELLER", "smith", share("NEW", "50"), share("EXISTING", "50"));
        company.signedBy(1, 1, "MILL", "smith", "100.00", "2017-01-10", true);
        company.signedBy(2, 2, "Mill", "smith", "200.00", "2017-02-10", true);
        company.signedBy(3, 3, "FORGE", "kim", "300.00", "2017-02-20", true);
        company.signedBy(4, 4, null, "kim", "400.00", "2017-02-21", false);
        company.signedBy(5, 4, null, "kim", "500.00", "2017-02-22", false);
        company.signedBy(6, 1, "MILL", "smith", "600.00", "2017-04-01", false);
        fed.take(company.events, new Random(1));

        assertThat(told("customer_type,for_quarter", "2017-02-28", "for_quarter eq '2017-Q1'"))
                .as("who signed twice is one customer")
                .containsExactly(
                        "(unknown) 2017-Q1 null null 1 0.2500 null",
                        "EXISTING 2017-Q1 0.4000 0.5000 1 0.2500 0.6250",
                        "FORGE 2017-Q1 0.2500 null 1 0.2500 1.0000",
                        "MILL 2017-Q1 0.7500 null 2 0.5000 0.6667",
                        "NEW 2017-Q1 0.6000 0.5000 3 0.7500 1.2500");
        assertThat(told("customer_type,for_quarter", "2017-01-31", "for_quarter eq '2017-Q1'"))
                .contains(
                        "NEW 2017-Q1 0.6000 0.5000 1 1.0000 1.6667", "EXISTING 2017-Q1 0.4000 0.5000 0 0.0000 0.0000");
        assertThat(told("customer_type,for_quarter", "2017-04-30", "for_quarter eq '2017-Q2'"))
                .as("another quarter asks for nothing, and is measured all the same")
                .containsExactly("EXISTING 2017-Q2 null null 1 1.0000 null", "MILL 2017-Q2 null null 1 1.0000 null");
        assertThat(told("customer_type,owner,for_quarter", "2017-02-28", "for_quarter eq '2017-Q1'"))
                .as("of a seller, among those who signed with that seller")
                .contains(
                        "NEW smith 2017-Q1 null 0.5000 2 1.0000 null", "FORGE kim 2017-Q1 0.2500 null 1 0.5000 2.0000");
        assertThat(told("for_quarter", "2017-02-28", "for_quarter eq '2017-Q1'"))
                .as("what is not told apart by type is no part of anything")
                .containsExactly("2017-Q1 0.5000 0.5000 4 null null");
        assertThat(told("customer_type,for_quarter", "2017-02-28", "customer_type eq 'NEW'"))
                .as("nor is it where other types are filtered out")
                .containsExactly("NEW 2017-Q1 0.6000 0.5000 3 null null");
    }

    @Test
    @DisplayName("R-197: the laws hold of customers who sign")
    void laws() {
        var random = new Random(5);
        for (int id = 1; id <= 40; id++) {
            if (id <= 6) {
                mix(id, id % 2 == 0 ? "COMPANY" : "SELLER", "owner-" + id % 3, share("NEW", "30"), share("S1", "70"));
            }
            company.signedBy(
                    id,
                    random.nextInt(12),
                    random.nextInt(4) == 0 ? null : "S" + random.nextInt(3),
                    "owner-" + random.nextInt(3),
                    random.nextInt(900) + ".10",
                    FIRST.plusDays(random.nextInt(120)).toString(),
                    random.nextInt(3) == 0);
        }
        fed.take(company.events, random);
        assertThat(fed.select("select dataset from $.aside")).isEmpty();
        BesideLaws.hold(
                fed, new Laws(fed, company.events, random, FIRST, 130), "mix-attainment", random, FIRST, 130, 6);
    }

    private void mix(int id, String level, String who, String... shares) {
        company.drafted(
                id,
                level,
                who,
                "{\"mix\":[%s]}".formatted(String.join(",", shares)),
                "CUSTOMER_TYPE_MIX",
                "2017-01-01",
                "2017-03-31",
                "2016-12-20");
        company.target(id, "approved", "2016-12-20", "\"approvedOn\":\"2016-12-20\"");
    }

    private static String share(String type, String percent) {
        return "{\"type\":\"%s\",\"percent\":%s}".formatted(type, percent);
    }

    private List<String> told(String by, String day, String where) {
        return fed.ask("mix-attainment", "by", by, "to", day, "where", where).rows().stream()
                .map(row -> Stream.concat(Stream.of(by.split(",", -1)), Stream.of(COLUMNS))
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
