package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.suite.year.Asking;
import io.milepost.suite.year.Differences;
import io.milepost.suite.year.Expected;
import io.milepost.suite.year.Into;
import io.milepost.suite.year.Known;
import io.milepost.suite.year.Question;
import io.milepost.suite.year.Question.Road;
import io.milepost.suite.year.Report;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The year of a company is played against the running suite; then random questions are answered by reports, and by going through all
 * that happened ({@code -Dyear.scale=1 -Dyear.questions=1000} is the long form, {@code -Dyear.seed=7} another year).
 *
 * <p>Asked are the 42 of 74 reports that are of something that the year tells ({@link Report#all()}), each in turn. Not asked are those of
 * which no story tells, where a fold would agree with nothing: obstacles and diagnoses of deals, milestones against plans, campaigns,
 * risks, budgets, expenses and results of projects, weekly reports, service cases and visits, registers, markets, appraisals, deviations,
 * lessons, papers, exchange rates as such, and targets in percent, points or mixes. What is told apart by segment, customer or deal is not
 * asked so. Laws over random histories hold those in tests of reporting-service.
 */
class YearIT {
    private static final String SCALE = System.getProperty("year.scale", "0.02");
    private static final int QUESTIONS = Integer.getInteger("year.questions", 150);
    private static final int SEED = Integer.getInteger("year.seed", 17);

    private static Judge judge;
    private static String told;

    @BeforeAll
    static void the_year_is_played() throws SQLException {
        judge = new Judge(RunningSuite.shared());
        told = judge.play(SCALE, SEED);
        System.out.println(told);
        judge.readOn();
    }

    @AfterAll
    static void close() throws SQLException {
        judge.close();
    }

    @Test
    @DisplayName("R-208: the year is played through the public API, and a second time nothing more happens")
    void the_year_is_played_once() {
        assertThat(told)
                .contains("leads, deals, contracts, money and deliveries")
                .doesNotContain("not as planned");
        var before = ofThePlay();
        assertThat(before).isPositive();
        judge.play(SCALE, SEED);
        judge.readOn();
        assertThat(ofThePlay()).isEqualTo(before);
    }

    /** Events that only the play causes, and no clock. */
    private static long ofThePlay() {
        return judge.happened().facts().stream()
                .filter(fact -> List.of("lead.captured", "opportunity.identified", "contract.drafted", "deposit.paid")
                        .contains(fact.name()))
                .count();
    }

    @Test
    @DisplayName("R-190 to R-192, R-195, R-199, R-200, R-203, R-208: what reports answer to random questions, on every"
            + " road, is what a fold of all events gives")
    void random_questions_are_answered_as_a_fold_answers_them() {
        var asking =
                new Asking(new Random(SEED), judge.happened(), firstDay(), LocalDate.now(ZoneOffset.UTC), judge::head);
        var reports = new ArrayList<>(Report.all());
        var asked = new TreeMap<Road, Integer>();
        var ofReport = new TreeMap<String, Integer>();
        var special = new TreeMap<String, Integer>();
        var nonEmpty = 0;
        var failures = new ArrayList<String>();
        for (int number = 0; number < QUESTIONS; number++) {
            var report = reports.get(number % reports.size());
            var question = asking.of(report);
            var differences = judge.differencesOrFault(question);
            asked.merge(question.road(), 1, Integer::sum);
            ofReport.merge(report.name(), 1, Integer::sum);
            kinds(question).forEach(kind -> special.merge(kind, 1, Integer::sum));
            nonEmpty += judge.expected(question).isEmpty() ? 0 : 1;
            if (!differences.isEmpty()) {
                failures.add("question %d of seed %d: %s%n    %s"
                        .formatted(number, SEED, question, String.join("\n    ", differences)));
            }
        }
        System.out.printf(
                "%d questions, %d with figures, by road %s, of these %s, by report %s%n",
                QUESTIONS, nonEmpty, asked, special, ofReport);
        assertThat(failures).isEmpty();
        assertThat(asked.keySet()).as("control").containsExactlyInAnyOrder(Road.values());
        assertThat(special.keySet())
                .as("control")
                .contains("known at a position", "known at a time", "at rates then", "at rates of a day");
        assertThat(ofReport).as("control").hasSameSizeAs(reports);
        assertThat(nonEmpty).as("control: many questions have an answer").isGreaterThan(QUESTIONS / 5);
    }

    private static List<String> kinds(Question question) {
        var kinds = new ArrayList<String>();
        var known = question.known();
        if (known != null) {
            kinds.add(known.at() == null ? "known at a position" : "known at a time");
        }
        var into = question.into();
        if (into != null) {
            kinds.add(into.ratesOf() == null ? "at rates then" : "at rates of a day");
        }
        return kinds;
    }

    @Test
    @DisplayName(
            "R-189, R-208: GET /v1/trace/ocel is an OCEL 2.0 log of the whole year, each lead, deal and contract once,"
                    + " and nothing that points nowhere")
    void a_year_can_be_mined() {
        var log = judge.client().read(Part.REPORTING, "ANALYST", "/v1/trace/ocel");
        assertThat(ObjectLogs.faults(log)).isEmpty();
        judge.readOn();
        Map.of("lead", "lead.captured", "opportunity", "opportunity.identified", "contract", "contract.drafted")
                .forEach((type, begins) -> {
                    var begun = ObjectLogs.begun(judge.happened().facts(), begins);
                    assertThat(begun).as("control: %s", begins).isNotEmpty();
                    assertThat(ObjectLogs.objects(log, type)).as(type).isEqualTo(begun);
                });
        var broken = (ObjectNode) log.deepCopy();
        ((ArrayNode) broken.path("objects")).remove(0);
        assertThat(ObjectLogs.faults(broken))
                .as("control: an object is missing")
                .isNotEmpty();
        assertThat(judge.client().tryRead(Part.REPORTING, "ANALYST", "/v1/trace/ocel?deal=1"))
                .as("strict")
                .matches(reply -> reply instanceof Client.Reply.Answered(int status, var _, var _) && status == 400);
    }

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource({
        "funnel, opportunity.lost",
        "proven-stages, opportunity.win-probability-changed",
        "won, opportunity.won",
        "channel-sales, opportunity.identified",
        "process-success, opportunity.withdrawn",
        "lead-sources, lead.qualified",
        "contracts, contract.became-effective",
        "collections, payment-schedule.payment-received",
        "receivables-ageing, payment-schedule.instalment-became-due",
        "receipts, payment-schedule.payment-received",
        "unit-inventory, sellable-unit.deposit-taken",
        "deposit-backlog, deposit.paid",
        "waiting-handovers, handover.initiated",
        "stages, opportunity.stage-entered",
        "calibration, opportunity.stage-succeeded",
        "movement, opportunity.value-updated",
        "attainment, sales-target.approved",
        "quantity-attainment, contract.signed",
        "forecast, opportunity.win-probability-changed",
        "collection-rates, payment-schedule.payment-refunded",
        "closures, closure.project-closed",
        "closing-items, closure.item-waived",
        "satisfaction, settlement.confirmed",
    })
    @DisplayName("A figure that is not what the events give is found out")
    void a_wrong_figure_is_found_out(String name, String event) {
        var report = report(name);
        var question = new Question(
                report, List.of(), null, Map.of(), firstDay(), LocalDate.now(ZoneOffset.UTC), Road.JSON, null, null);
        assertThat(judge.differences(question)).as("control").isEmpty();
        var without = judge.happened().without(event);
        assertThat(without.facts())
                .as("control: it happened")
                .hasSizeLessThan(judge.happened().facts().size());
        assertThat(Differences.between(
                        Expected.of(question, without, question.to()),
                        judge.answer(question),
                        Roads.figures(question),
                        false))
                .isNotEmpty();
    }

    @Test
    @DisplayName("R-196, R-208: A rate that is not there, or was not known then, is found out")
    void a_wrong_rate_or_moment_is_found_out() {
        var report = report("won");
        var today = LocalDate.now(ZoneOffset.UTC);
        var priced = new Question(
                report, List.of(), null, Map.of(), firstDay(), today, Road.JSON, null, new Into("EUR", null));
        assertThat(judge.differences(priced)).as("control").isEmpty();
        var answer = judge.answer(priced);
        assertThat(Differences.between(
                        Expected.of(priced, judge.happened().without("exchange-rate.recorded"), today),
                        answer,
                        Roads.figures(priced),
                        false))
                .isNotEmpty();
        var known = new Known(judge.head(report.parts().getFirst()) / 2, null);
        var then = new Question(report, List.of(), null, Map.of(), firstDay(), today, Road.JSON, known, null);
        assertThat(judge.differences(then)).as("control").isEmpty();
        var now = new Question(report, List.of(), null, Map.of(), firstDay(), today, Road.JSON, null, null);
        assertThat(Differences.between(
                        Expected.of(now, judge.happened(), today), judge.answer(then), Roads.figures(then), false))
                .isNotEmpty();
    }

    private static Report report(String name) {
        return Report.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate firstDay() {
        return LocalDate.of(LocalDate.now(ZoneOffset.UTC).getYear() - 1, 1, 1);
    }
}
