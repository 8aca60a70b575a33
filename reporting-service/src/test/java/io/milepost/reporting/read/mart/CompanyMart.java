package io.milepost.reporting.read.mart;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A company, and the mart of all declarations that is fed with what it says; both anew for each test. */
public final class CompanyMart implements BeforeEachCallback, AfterEachCallback {
    private static final LocalDate TODAY = LocalDate.of(2018, 1, 1);

    private Company company;
    private HikariDataSource database;
    private Fed fed;

    @Override
    public void beforeEach(ExtensionContext context) {
        company = new Company();
        database = Postgres.database();
        fed = new Fed(database, Declared.in(ZoneOffset.UTC), TODAY);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        database.close();
    }

    public Company company() {
        return company;
    }

    public Fed fed() {
        return fed;
    }

    /** All that the company has said. */
    public void take(Random random) {
        fed.take(company.events, random);
    }

    /** A line for each row: what it is told apart by, and what stands in the columns. */
    public List<String> told(String report, String by, String day, String... columns) {
        return fed.ask(report, "by", by, "asOf", day).rows().stream()
                .map(row -> Stream.concat(Stream.of(by.split(",", -1)), Stream.of(columns))
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** Nothing was set aside, and the laws hold of each report on random days from the first one on. */
    public void hold(Random random, LocalDate first, int days, List<String> reports) {
        assertThat(fed.select("select dataset from $.aside")).isEmpty();
        var laws = new Laws(fed, company.events, random, first, days);
        reports.forEach(report -> laws.hold(report, 5));
    }
}
