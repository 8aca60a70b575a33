package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.cli.Arguments;
import io.milepost.cli.demo.DemoCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The demo pursues a strategic deal against the running suite; the public API then tells the same story. */
class PursuitIT {
    private static final String OPERATOR = "OPERATOR";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Client client;
    private static ToldDeal told;
    private static ToldDeal takenOver;

    @BeforeAll
    static void the_demo_has_pursued_its_deal() {
        var suite = RunningSuite.shared();
        client = new Client(suite);
        var arguments = Stream.concat(
                        Stream.of("pursuit"),
                        Stream.of(
                                        Map.entry("lead", Part.LEAD),
                                        Map.entry("opportunity", Part.OPPORTUNITY),
                                        Map.entry("contract", Part.CONTRACT),
                                        Map.entry("delivery", Part.DELIVERY),
                                        Map.entry("issuer", Part.LOCAL))
                                .flatMap(of -> Stream.of(
                                        "--" + of.getKey() + "-url",
                                        suite.uri(of.getValue()).toString())))
                .toList();
        var demo = new DemoCommand();
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            assertThat(demo.run(Arguments.parse(arguments, demo.options(), Set.of()), print, print))
                    .isZero();
        }
        var stories = out.toString(StandardCharsets.UTF_8).split("A pursuit that was under way", 2);
        told = new ToldDeal(stories[0]);
        takenOver = new ToldDeal(stories[1]);
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Test
    @DisplayName("R-058 to R-060, R-064, R-076, R-082, R-088, R-091, R-098, R-100, R-172, R-175: what may not be is"
            + " refused, each once and for its reason")
    void what_may_not_be_is_refused() {
        assertThat(told.text().lines().filter(line -> line.contains("refused:")))
                .extracting(line -> line.trim().split("[ ,]+", -1)[3])
                .containsExactly(
                        "DIRECTOR_REPEATED",
                        "PREPARATION_INCOMPLETE",
                        "PREPARATION_INCOMPLETE",
                        "STRATEGY_INCOMPLETE",
                        "BUDGET_EXCEEDED",
                        "OWNER_NOT_IN_TEAM",
                        "REPORT_NOT_OWED",
                        "REQUIREMENT_NOT_CONFIRMED",
                        "SOLUTION_NOT_EVALUATED",
                        "DISCOUNT_NEEDS_APPROVAL",
                        "OTHER_QUOTATION_ACCEPTED");
    }

    @Test
    @DisplayName("R-056 to R-071: the sales project was returned, approved, staffed, kicked off, and is monitored")
    void the_project_is_under_way() {
        var project = path("opportunities").replace("opportunities", "sales-projects");
        assertThat(types(project))
                .containsSubsequence(
                        "sales-project.charter-approved.v1",
                        "sales-project.ati-returned.v1",
                        "sales-project.ati-approved.v1",
                        "sales-project.team-appointed.v1",
                        "sales-project.kickoff-completed.v1");
        assertThat(read(project).path("status").asString()).isEqualTo("MONITORING");
    }

    @Test
    @DisplayName(
            "R-078, R-081, R-083, R-172: a plan with its critical path, how risks are managed, and what was too dear")
    void the_project_is_planned() {
        assertThat(read(path("project-plans")).path("criticalPath").toString()).isEqualTo("[\"A\",\"C\",\"D\",\"M\"]");
        assertThat(read(path("management-plans")).at("/risks/reviewDays").asInt())
                .isEqualTo(14);
        assertThat(types(path("project-budgets"))).contains("project-budget.exceeded.v1");
    }

    @Test
    @DisplayName(
            "R-086 to R-094: the requirement was disputed and is a baseline, the solution is in its second version")
    void the_customer_was_heard() {
        assertThat(types(path("requirements")))
                .containsSubsequence("requirement.disputed.v1", "requirement.confirmed.v1", "requirement.baselined.v1");
        assertThat(types(path("solutions")))
                .containsSubsequence(
                        "solution.revision-requested.v1", "solution.evaluated.v1", "solution.confirmed.v1");
        assertThat(read(path("bids")).path("status").asString()).isEqualTo("AWARDED");
    }

    @Test
    @DisplayName("R-098, R-100: the discount was refused and then approved, and of two offers one is accepted")
    void one_offer_is_accepted() {
        var deal = told.id("opportunities");
        var offers = read("/v1/quotations?opportunityId=eq:" + deal).path("items");
        assertThat(offers.valueStream().map(offer -> offer.path("status").asString()))
                .containsExactlyInAnyOrder("ACCEPTED", "ISSUED");
        var accepted = offers.valueStream()
                .filter(offer -> offer.path("status").asString().equals("ACCEPTED"))
                .findFirst()
                .orElseThrow();
        assertThat(types("/v1/quotations/" + accepted.path("id").asString()))
                .containsSubsequence(
                        "quotation.discount-refused.v1",
                        "quotation.revised.v1",
                        "quotation.discount-approved.v1",
                        "quotation.issued.v1",
                        "quotation.negotiation-round-recorded.v1",
                        "quotation.accepted.v1");
    }

    @Test
    @DisplayName(
            "R-175: of the weekly reports of a pursuit that was taken over one is missed, for whoever directs it, and"
                    + " the next one came")
    void a_weekly_report_is_missed() {
        var reporting = "/v1/weekly-reportings/" + takenOver.id("weekly-reportings");
        var reports = read(reporting).path("reports").valueStream().toList();
        assertThat(reports)
                .filteredOn(report -> report.path("missed").asBoolean())
                .hasSize(1);
        assertThat(reports)
                .filteredOn(report -> report.hasNonNull("submittedOn"))
                .singleElement()
                .satisfies(
                        report -> assertThat(report.path("missed").asBoolean()).isFalse());
        assertThat(types(reporting))
                .containsSubsequence(
                        "weekly-reporting.begun.v1",
                        "weekly-reporting.report-became-due.v1",
                        "weekly-reporting.report-missed.v1",
                        "weekly-reporting.report-submitted.v1")
                .containsOnlyOnce("weekly-reporting.report-missed.v1");
    }

    @Test
    @DisplayName(
            "R-019, decision 44: accounts that are merged in lead-service are one customer's in the other services,"
                    + " which decide so, and two again once that is undone")
    void merged_accounts_are_one_customers_in_every_service() {
        var customer = new MergedCustomer(client);
        assertThat(customer.owners()).containsOnly(customer.old());
        assertThat(customer.verifiedOrder()).isEqualTo("RETURNED");

        customer.merge();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.owners()).containsOnly(customer.survivor()));
        await().atMost(PATIENCE).until(() -> customer.isFoundBy(customer.survivor()));
        assertThat(customer.verifiedOrder()).isEqualTo("VERIFIED");
        assertThat(customer.namingTheOld()).isEqualTo(409);

        customer.unmerge();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.owners()).containsOnly(customer.old()));
        assertThat(customer.verifiedOrder()).isEqualTo("RETURNED");
        assertThat(customer.namingTheOld()).isEqualTo(201);
    }

    private static JsonNode read(String path) {
        return client.read(Part.OPPORTUNITY, OPERATOR, path);
    }

    private static String path(String plural) {
        return "/v1/%s/%s".formatted(plural, told.id(plural));
    }

    private static List<String> types(String path) {
        return read(path + "/history")
                .path("items")
                .valueStream()
                .map(event -> event.required("type").asString())
                .toList();
    }
}
