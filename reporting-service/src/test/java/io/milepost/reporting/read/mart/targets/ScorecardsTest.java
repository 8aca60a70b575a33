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
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScorecardsTest {
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
            "R-198: a member's quarter stands in one card: target, collections, satisfaction, compliance and the score that was given")
    void scorecard() {
        company.revenue(1, "SELLER", "smith", "90000.00", "2017-01-01", "2017-03-31", "2016-12-20");
        company.collection(2, "SELLER", "smith", "50000.00");
        company.signed(1, "smith", "45000.00", "2017-02-15", "2.5");
        company.received(1, "smith", "R1", "20000.00", "2017-03-05");
        company.say(
                "delivery",
                new UUID(14, 1),
                "care-visit.scheduled.v1",
                "2017-01-05",
                "\"accountId\":\"%s\",\"on\":\"2017-01-20\",\"owner\":\"smith\"".formatted(new UUID(8, 1)));
        company.say(
                "delivery",
                new UUID(14, 1),
                "care-visit.done.v1",
                "2017-01-20",
                "\"on\":\"2017-01-20\",\"satisfaction\":4");
        company.say(
                "lead",
                new UUID(17, 1),
                "reception-record.recorded.v1",
                "2017-01-10",
                "\"kind\":\"VISIT\",\"site\":\"S\",\"on\":\"2017-01-10\",\"late\":true,\"consultant\":\"smith\"");
        company.say(
                "lead",
                new UUID(20, 1),
                "appraisal.opened.v1",
                "2017-04-01",
                "\"memberId\":\"%s\",\"member\":\"smith\",\"period\":\"2017-Q1\",\"openedBy\":\"b\""
                        .formatted(new UUID(3, 1)));
        company.say(
                "lead",
                new UUID(20, 1),
                "appraisal.scored.v1",
                "2017-04-03",
                "\"figures\":[],\"score\":77,\"scoredBy\":\"b\"");
        fed.take(company.events, new Random(1));

        assertThat(told(
                        "scorecard",
                        "owner,for_quarter,currency",
                        "2017-04-03",
                        "seller_target",
                        "signed_value",
                        "attainment_rate",
                        "collection_rate",
                        "satisfaction_average",
                        "visit_rate",
                        "entries",
                        "late_entries",
                        "score"))
                .containsExactly(
                        "smith 2017-Q1 USD 90000.00 45000.00 0.5000 0.4000 null null 0 0 77.0000",
                        "smith 2017-Q1 null null null null null 4.0000 1.0000 1 1 77.0000");
        assertThat(told("scorecard", "owner,for_quarter,currency", "2017-04-02", "score"))
                .as("before it was given")
                .containsExactly("smith 2017-Q1 USD null", "smith 2017-Q1 null null");
    }

    @Test
    @DisplayName("R-197: satisfaction stands against the points that are its target")
    void satisfaction_against_target() {
        company.drafted(
                1, "COMPANY", "boss", "{\"value\":4}", "SATISFACTION", "2017-01-01", "2017-06-30", "2016-12-20");
        company.target(1, "approved", "2016-12-20", "\"approvedOn\":\"2016-12-20\"");
        for (int id = 1; id <= 2; id++) {
            company.say(
                    "delivery",
                    new UUID(14, id),
                    "care-visit.scheduled.v1",
                    "2017-01-05",
                    "\"accountId\":\"%s\",\"on\":\"2017-01-20\",\"owner\":\"smith\"".formatted(new UUID(8, 1)));
            company.say(
                    "delivery",
                    new UUID(14, id),
                    "care-visit.done.v1",
                    "2017-01-20",
                    "\"on\":\"2017-01-20\",\"satisfaction\":%d".formatted(id + 1));
        }
        fed.take(company.events, new Random(1));
        assertThat(told(
                        "satisfaction-attainment",
                        "for_quarter",
                        "2017-01-31",
                        "level_average",
                        "answers",
                        "satisfaction_average",
                        "attainment_rate"))
                .containsExactly("2017-Q1 4.0000 2 2.5000 0.6250", "2017-Q2 4.0000 0 null null");
    }

    @Test
    @DisplayName("R-198: the card says of each figure what its dataset says alone")
    void laws() {
        var random = new Random(2);
        for (int id = 1; id <= 30; id++) {
            String on = FIRST.plusDays(random.nextInt(80)).toString();
            String who = "owner-" + id % 3;
            company.revenue(id, "SELLER", who, random.nextInt(900) + ".10", "2017-01-01", "2017-03-31", "2016-12-20");
            company.signed(id, who, random.nextInt(90) + ".50", on, "1");
            company.received(id, who, "R", random.nextInt(90) + ".50", on);
            company.say(
                    "delivery",
                    new UUID(14, id),
                    "care-visit.scheduled.v1",
                    on,
                    "\"accountId\":\"%s\",\"on\":\"%s\",\"owner\":\"%s\"".formatted(new UUID(8, 1), on, who));
            company.say(
                    "delivery",
                    new UUID(14, id),
                    "care-visit.done.v1",
                    on,
                    "\"on\":\"%s\",\"satisfaction\":%d".formatted(on, 1 + random.nextInt(5)));
            company.say(
                    "lead",
                    new UUID(17, id),
                    "reception-record.recorded.v1",
                    on,
                    "\"kind\":\"VISIT\",\"site\":\"S\",\"on\":\"%s\",\"late\":true,\"consultant\":\"%s\""
                            .formatted(on, who));
            company.say(
                    "lead", new UUID(17, id), "reception-record.entry-checked.v1", on, "\"on\":\"%s\"".formatted(on));
            company.say(
                    "lead",
                    new UUID(20, id),
                    "appraisal.opened.v1",
                    on,
                    "\"member\":\"%s\",\"period\":\"2017-Q1\"".formatted(who));
            company.say(
                    "lead",
                    new UUID(20, id),
                    "appraisal.scored.v1",
                    on,
                    "\"figures\":[],\"score\":%d".formatted(random.nextInt(100)));
        }
        fed.take(company.events, random);
        assertThat(fed.select("select dataset from $.aside")).isEmpty();
        var report = fed.declarations.report("scorecard").orElseThrow();
        assertThat(report.parts()).hasSize(7);
        for (int time = 0; time < 6; time++) {
            String day = FIRST.plusDays(random.nextInt(90)).toString();
            for (int number = 1; number <= report.parts().size(); number++) {
                for (String figure : report.parts().get(number - 1).names()) {
                    var alone =
                            fed
                                    .ask("scorecard-" + number, "by", "owner,for_quarter,currency", "asOf", day)
                                    .rows()
                                    .stream()
                                    .filter(row -> row.get(figure) != null)
                                    .map(row -> "%s %s %s %s"
                                            .formatted(
                                                    row.get("owner"),
                                                    row.get("for_quarter"),
                                                    row.get("currency"),
                                                    row.get(figure)))
                                    .toList();
                    assertThat(told("scorecard", "owner,for_quarter,currency", day, figure))
                            .as("%s on %s", figure, day)
                            .containsAll(alone);
                }
            }
        }
    }

    private List<String> told(String report, String by, String day, String... columns) {
        return fed.ask(report, "by", by, "asOf", day).rows().stream()
                .map(row -> Stream.concat(Stream.of(by.split(",", -1)), Stream.of(columns))
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
