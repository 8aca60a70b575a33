package io.milepost.reporting.read.mart.projects;

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

class ProjectsTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);
    private static final String DEAL = new UUID(2, 1).toString();

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
            "R-201: open risks are told by element, level, owner and age, as of any day, with what is late and unanswered")
    void open_risks() {
        identified(1, "SOLUTION", "HIGH", "smith", "2017-01-02", "2017-01-20", null);
        identified(2, "SOLUTION", "LOW", "smith", "2017-01-06", "2017-02-20", "REDUCE");
        identified(3, null, "MEDIUM", "kim", "2017-01-10", "2017-02-20", "ACCEPT");
        risk(1, "owner-assigned", "2017-01-15", "\"owner\":\"kim\",\"before\":\"smith\"");
        risk(1, "response-planned", "2017-01-16", "\"response\":{\"strategy\":\"AVOID\",\"measure\":\"m\"}");
        risk(
                1,
                "reviewed",
                "2017-01-25",
                "\"rating\":{\"likelihood\":\"LOW\",\"impact\":\"LOW\"},\"exposure\":\"LOW\",\"finding\":\"f\",\"nextOn\":\"2017-03-01\",\"reviewedOn\":\"2017-01-25\"");
        risk(2, "occurred", "2017-01-26", "\"occurredOn\":\"2017-01-26\"");
        risk(2, "closed", "2017-01-28", "\"closedOn\":\"2017-01-28\"");
        fed.take(company.events, new Random(1));

        String[] columns = {
            "open_risks", "high_risks", "occurred_risks", "unanswered_risks", "late_reviews", "days_open_max"
        };
        assertThat(told("open-risks", "element,exposure,owner", "2017-01-12", columns))
                .containsExactly(
                        "SOLUTION HIGH smith 1 1 0 1 0 10",
                        "SOLUTION LOW smith 1 0 0 0 0 6",
                        "null MEDIUM kim 1 0 0 0 0 2");
        assertThat(told("open-risks", "owner", "2017-01-24", columns))
                .as("a review is late from the day after the one that was set")
                .containsExactly("kim 2 1 0 0 1 22", "smith 1 0 0 0 0 18");
        assertThat(told("open-risks", "exposure", "2017-01-27", columns))
                .containsExactly("LOW 2 0 1 0 0 25", "MEDIUM 1 0 0 0 0 17");
        assertThat(told("risk-register", "statement,owner,review_on", "2017-01-31", "days_open_max"))
                .containsExactly("risk 1 kim 2017-03-01 29", "risk 3 kim 2017-02-20 21");
    }

    @Test
    @DisplayName("R-205: what a project costs stands against its budget by category, and its expenses by period")
    void cost_against_budget() {
        budget(
                1,
                "released",
                "2017-01-10",
                "\"salesProjectId\":\"%s\",\"owner\":\"smith\",\"releasedBy\":\"b\",\"releasedOn\":\"2017-01-10\",\"lines\":[%s,%s]"
                        .formatted(DEAL, line("TRAVEL", "500.00"), line("BIDDING", "100.00")));
        expense(1, "TRAVEL", "R1", "120.00", "2017-01-20");
        expense(1, "TRAVEL", "R2", "80.00", "2017-02-01");
        expense(1, "BIDDING", "R3", "25.50", "2017-02-02");
        budget(1, "expense-reversed", "2017-02-10", "\"receipt\":\"R2\",\"reason\":\"r\"");
        budget(
                1,
                "revised",
                "2017-02-20",
                "\"reason\":\"r\",\"revisedBy\":\"b\",\"lines\":[%s]".formatted(line("TRAVEL", "240.00")));
        fed.take(company.events, new Random(1));

        String[] columns = {"project_budget", "project_cost", "budget_left", "used_rate"};
        assertThat(told("project-cost", "category", "2017-01-15", columns))
                .containsExactly("BIDDING 100.00 0.00 100.00 0.0000", "TRAVEL 500.00 0.00 500.00 0.0000");
        assertThat(told("project-cost", "category", "2017-02-05", columns))
                .containsExactly("BIDDING 100.00 25.50 74.50 0.2550", "TRAVEL 500.00 200.00 300.00 0.4000");
        assertThat(told("project-cost", "deal_id", "2017-02-20", columns))
                .containsExactly(DEAL + " 240.00 145.50 94.50 0.6063");
        assertThat(fed.ask("project-expenses", "by", "month", "from", "2017-01-01", "to", "2017-12-31")
                        .rows())
                .as("what was reversed was never incurred")
                .extracting(row -> row.get("month") + " " + row.get("incurred"))
                .containsExactly("2017-01 120.00", "2017-02 25.50");
    }

    @Test
    @DisplayName("R-205: the profit of a project is told as finance evaluated it, of sales and of delivery projects")
    void profit() {
        say(1, "handover.initiated.v1", "2017-01-10", "\"owner\":\"smith\"");
        say(
                1,
                "closure.opened.v1",
                "2017-01-10",
                "\"opportunityId\":\"%s\",\"kind\":\"DELIVERY_PROJECT\",\"items\":[]".formatted(DEAL));
        say(
                1,
                "closure.financial-evaluation-done.v1",
                "2017-03-10",
                evaluated("1000.00", "700.00", "300.00", ",\"plannedProfit\":" + Company.usd("250.00")));
        say(
                2,
                "sales-closure.opened.v1",
                "2017-02-10",
                "\"opportunityId\":\"%s\",\"outcome\":\"LOST\",\"items\":[]".formatted(new UUID(2, 2)));
        say(2, "sales-closure.financial-evaluation-done.v1", "2017-03-12", evaluated("0.00", "40.00", "-40.00", ""));
        fed.take(company.events, new Random(1));

        String[] columns = {"evaluated", "revenue", "evaluated_cost", "profit", "planned_profit", "profit_rate"};
        assertThat(told("project-profit", "kind,deal_id", "2017-03-09", columns))
                .isEmpty();
        assertThat(told("project-profit", "kind,deal_id", "2017-03-12", columns))
                .containsExactly(
                        "DELIVERY_PROJECT " + DEAL + " 1 1000.00 700.00 300.00 250.00 0.3000",
                        "SALES_PROJECT " + new UUID(2, 2) + " 1 0.00 40.00 -40.00 0.00 null");
        assertThat(told("project-profit", "owner", "2017-03-12", "profit"))
                .containsExactly("smith 300.00", "null -40.00");
    }

    @Test
    @DisplayName("R-195: of each project quantity and revenue, what came in and what it cost stand in one row")
    void progress() {
        company.signed(1, "smith", "45000.00", "2017-02-15", "2.5");
        company.received(1, "smith", "R1", "9000.00", "2017-03-01");
        budget(
                1,
                "released",
                "2017-01-10",
                "\"salesProjectId\":\"%s\",\"owner\":\"smith\",\"releasedBy\":\"b\",\"releasedOn\":\"2017-01-10\",\"lines\":[]"
                        .formatted(DEAL));
        expense(1, "TRAVEL", "R1", "120.00", "2017-01-20");
        fed.take(company.events, new Random(1));
        assertThat(told(
                        "project-progress",
                        "deal_id",
                        "2017-02-28",
                        "sold_quantity",
                        "sold_value",
                        "signed_value",
                        "received_to_date",
                        "project_cost"))
                .containsExactly(DEAL + " 2.5000 112500.00 45000.00 0.00 120.00");
        assertThat(told("project-progress", "deal_id", "2017-03-01", "received_to_date"))
                .containsExactly(DEAL + " 9000.00");
    }

    @Test
    @DisplayName("R-195, R-201, R-205: the laws hold of projects")
    void laws() {
        var random = new Random(9);
        for (int id = 1; id <= 40; id++) {
            String on = FIRST.plusDays(random.nextInt(50)).toString();
            identified(
                    id,
                    random.nextBoolean() ? "SOLUTION" : null,
                    List.of("LOW", "MEDIUM", "HIGH").get(random.nextInt(3)),
                    "owner-" + random.nextInt(3),
                    on,
                    FIRST.plusDays(random.nextInt(100)).toString(),
                    random.nextBoolean() ? "AVOID" : null);
            String later = FIRST.plusDays(random.nextInt(90)).toString();
            switch (random.nextInt(4)) {
                case 0 -> risk(id, "closed", later, "\"closedOn\":\"%s\"".formatted(later));
                case 1 -> risk(id, "occurred", later, "\"occurredOn\":\"%s\"".formatted(later));
                case 2 -> risk(id, "owner-assigned", later, "\"owner\":\"owner-1\"");
                default -> {}
            }
            budget(
                    id,
                    "released",
                    on,
                    "\"salesProjectId\":\"%s\",\"owner\":\"owner-%d\",\"releasedOn\":\"%s\",\"lines\":[%s,%s]"
                            .formatted(new UUID(2, id), id % 3, on, line("TRAVEL", "50.00"), line("TRAVEL", "7.01")));
            expense(id, "TRAVEL", "R", random.nextInt(60) + ".10", later);
            if (random.nextInt(4) == 0) {
                budget(id, "expense-reversed", later, "\"receipt\":\"R\"");
            }
            company.received(id, "owner-" + id % 3, "R", random.nextInt(90) + ".50", later);
            company.signed(id, "owner-" + id % 3, random.nextInt(90) + ".50", later, "1.5");
            say(
                    id,
                    "closure.opened.v1",
                    on,
                    "\"opportunityId\":\"%s\",\"kind\":\"DELIVERY_PROJECT\",\"items\":[]".formatted(new UUID(2, id)));
            say(id, "closure.financial-evaluation-done.v1", later, evaluated("10.00", "7.00", "3.00", ""));
        }
        fed.take(company.events, random);
        assertThat(fed.select("select dataset from $.aside")).isEmpty();
        var laws = new Laws(fed, company.events, random, FIRST, 100);
        for (String report :
                List.of("open-risks", "risk-register", "project-cost", "project-expenses", "project-profit")) {
            laws.hold(report, 4);
        }
        BesideLaws.hold(fed, laws, "project-progress", random, FIRST, 100, 3);
    }

    private List<String> told(String report, String by, String day, String... columns) {
        return fed.ask(report, "by", by, "asOf", day).rows().stream()
                .map(row -> Stream.concat(Stream.of(by.split(",", -1)), Stream.of(columns))
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private void identified(
            int id, String element, String exposure, String who, String on, String reviewOn, String response) {
        risk(
                id,
                "identified",
                on,
                "\"salesProjectId\":\"%s\",\"statement\":\"risk %d\",\"rating\":{\"likelihood\":\"HIGH\",\"impact\":\"HIGH\"},\"exposure\":\"%s\",\"owner\":\"%s\",\"reviewOn\":\"%s\",\"identifiedOn\":\"%s\"%s%s"
                        .formatted(
                                new UUID(2, id % 7 + 1),
                                id,
                                exposure,
                                who,
                                reviewOn,
                                on,
                                element == null ? "" : ",\"element\":\"%s\"".formatted(element),
                                response == null
                                        ? ""
                                        : ",\"response\":{\"strategy\":\"%s\",\"measure\":\"m\"}".formatted(response)));
    }

    private void risk(int id, String type, String on, String fields) {
        company.say("opportunity", new UUID(10, id), "risk.%s.v1".formatted(type), on, fields);
    }

    private void budget(int id, String type, String on, String fields) {
        company.say("opportunity", new UUID(11, id), "project-budget.%s.v1".formatted(type), on, fields);
    }

    private void expense(int id, String category, String receipt, String amount, String on) {
        budget(
                id,
                "expense-recorded",
                on,
                "\"category\":\"%s\",\"amount\":%s,\"incurredOn\":\"%s\",\"receipt\":\"%s\",\"purpose\":\"p\""
                        .formatted(category, Company.usd(amount), on, receipt));
    }

    private void say(int id, String type, String on, String fields) {
        company.say("delivery", new UUID(12, id), type, on, fields);
    }

    private static String line(String category, String amount) {
        return "{\"category\":\"%s\",\"amount\":%s}".formatted(category, Company.usd(amount));
    }

    private static String evaluated(String revenue, String cost, String profit, String more) {
        return "\"revenue\":%s,\"cost\":%s,\"profit\":%s%s"
                .formatted(Company.usd(revenue), Company.usd(cost), Company.usd(profit), more);
    }
}
