package io.milepost.reporting.read.mart.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
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

class WeeklyReportsTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final String DEAL = new UUID(2, 1).toString();

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
    @DisplayName(
            "R-206: the weekly reports of sales projects are summed up by owner, project and week, with what is missing")
    void weekly_roll_up() {
        owes(1, "smith", "2017-01-02");
        owes(2, "kim", "2017-01-02");
        week(1, "report-became-due", "2017-01-06", "2017-01-06", "");
        week(1, "report-submitted", "2017-01-06", "2017-01-06", report("proposal sent", false));
        week(1, "report-circulated", "2017-01-07", "2017-01-06", ",\"to\":[\"BOSS\"]");
        week(1, "report-submitted", "2017-01-12", "2017-01-13", report("early", false));
        week(2, "report-became-due", "2017-01-06", "2017-01-06", "");
        week(2, "report-missed", "2017-01-09", "2017-01-06", "");
        week(2, "report-became-due", "2017-01-13", "2017-01-13", "");
        week(2, "report-missed", "2017-01-16", "2017-01-13", "");
        week(2, "report-submitted", "2017-01-20", "2017-01-13", report("no news", true));
        fed.take(company.events, new Random(1));

        String[] columns = {
            "owed_reports", "reports_in_time", "late_reports", "missing_reports", "circulated_reports", "in_time_rate"
        };
        assertThat(told("weekly-roll-up", "owner", "2017-01-17", columns))
                .containsExactly("kim 2 0 0 2 0 0.0000", "smith 2 2 0 0 1 1.0000");
        assertThat(told("weekly-roll-up", "owner", "2017-01-31", columns))
                .containsExactly("kim 2 0 1 1 0 0.0000", "smith 2 2 0 0 1 1.0000");
        assertThat(told("weekly-roll-up", "due_on,deal_id,progress,state", "2017-01-31", "owed_reports"))
                .containsExactly(
                        "2017-01-06 %s proposal sent SUBMITTED 1".formatted(DEAL),
                        "2017-01-06 %s null MISSED 1".formatted(new UUID(2, 2)),
                        "2017-01-13 %s early SUBMITTED 1".formatted(DEAL),
                        "2017-01-13 %s no news LATE 1".formatted(new UUID(2, 2)));
    }

    private void owes(int id, String owner, String on) {
        company.say(
                "opportunity",
                new UUID(15, id),
                "weekly-reporting.begun.v1",
                on,
                "\"salesProjectId\":\"%s\",\"owner\":\"%s\",\"dueOn\":\"FRIDAY\",\"from\":\"%s\""
                        .formatted(new UUID(2, id), owner, on));
    }

    private void week(int id, String type, String on, String week, String fields) {
        company.say(
                "opportunity",
                new UUID(15, id),
                "weekly-reporting.%s.v1".formatted(type),
                on,
                "\"week\":\"%s\"%s".formatted(week, fields));
    }

    private static String report(String progress, boolean late) {
        return ",\"progress\":\"%s\",\"submittedBy\":\"x\",\"submittedOn\":\"2017-01-01\",\"late\":%s"
                .formatted(progress, late);
    }

    @Test
    @DisplayName("R-206: the laws hold of weekly reports")
    void laws() {
        var random = new Random(9);
        for (int id = 1; id <= 40; id++) {
            owes(id, "owner-" + id % 3, FIRST.toString());
            for (int weeks = random.nextInt(5); weeks > 0; weeks--) {
                String dueOn = FIRST.plusDays(random.nextInt(10) * 7L).toString();
                String later = FIRST.plusDays(random.nextInt(90)).toString();
                week(id, "report-became-due", dueOn, dueOn, "");
                switch (random.nextInt(3)) {
                    case 0 -> week(id, "report-missed", later, dueOn, "");
                    case 1 -> week(id, "report-circulated", later, dueOn, "");
                    default -> week(id, "report-submitted", later, dueOn, report("w", random.nextBoolean()));
                }
            }
        }
        fed.take(company.events, random);
        assertThat(fed.select("select dataset from $.aside")).isEmpty();
        new Laws(fed, company.events, random, FIRST, 100).hold("weekly-roll-up", 5);
    }

    private List<String> told(String report, String by, String day, String... columns) {
        return fed.ask(report, "by", by, "asOf", day).rows().stream()
                .map(row -> Stream.concat(Stream.of(by.split(",", -1)), Stream.of(columns))
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
