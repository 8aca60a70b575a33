package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.cli.Arguments;
import io.milepost.cli.demo.DemoCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The demo walks its deal against the running suite; the public API then tells the same story. */
class LifeCycleIT {

    /** Who owns the deal of the demo. */
    private static final String OWNER = "Dana Quay";

    private static final String OPERATOR = "OPERATOR";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static RunningSuite suite;
    private static Client client;
    private static String strategic;
    private static ToldDeal deal;

    @BeforeAll
    static void the_demo_has_walked_its_deal() {
        suite = RunningSuite.shared();
        client = new Client(suite);
        var told = walk(List.of());
        var next = told.indexOf("Who we sell to");
        strategic = told.substring(0, next);
        deal = new ToldDeal(told.substring(next));
    }

    @AfterAll
    static void close() {
        client.close();
    }

    private static String walk(List<String> story) {
        var out = new ByteArrayOutputStream();
        var demo = new DemoCommand();
        var addresses = Stream.of(
                        Map.entry("lead", Part.LEAD),
                        Map.entry("opportunity", Part.OPPORTUNITY),
                        Map.entry("contract", Part.CONTRACT),
                        Map.entry("delivery", Part.DELIVERY),
                        Map.entry("issuer", Part.LOCAL))
                .flatMap(of -> Stream.of(
                        "--" + of.getKey() + "-url", suite.uri(of.getValue()).toString()))
                .toList();
        var arguments = Stream.concat(story.stream(), addresses.stream()).toList();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            assertThat(demo.run(Arguments.parse(arguments, demo.options(), Set.of()), print, print))
                    .isZero();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("R-053, R-139: every part of the deal has come to its end")
    void every_entity_of_the_deal_has_come_to_its_end() {
        assertThat(status(Part.LEAD, "leads")).isEqualTo("CONVERTED");
        assertThat(status(Part.LEAD, "accounts")).isEqualTo("CUSTOMER");
        assertThat(status(Part.OPPORTUNITY, "opportunities")).isEqualTo("WON");
        assertThat(status(Part.OPPORTUNITY, "quotations")).isEqualTo("ACCEPTED");
        assertThat(status(Part.CONTRACT, "contracts")).isIn("SIGNED", "PERFORMED", "CLOSED");
        assertThat(status(Part.CONTRACT, "payment-schedules")).isEqualTo("FULLY_COLLECTED");
        assertThat(status(Part.DELIVERY, "handovers")).isEqualTo("ACCEPTED");
        assertThat(status(Part.DELIVERY, "settlements")).isEqualTo("SETTLED");
        assertThat(status(Part.DELIVERY, "closures")).isEqualTo("CLOSED");
        assertThat(types(Part.DELIVERY, "closures")).contains("closure.opened.v1", "closure.project-closed.v1");
        assertThat(types(Part.DELIVERY, "acceptances")).contains("acceptance.comprehensive-accepted.v1");
        assertThat(types(Part.DELIVERY, "delivery-projects")).contains("delivery-project.milestone-reached.v1");
    }

    @Test
    @DisplayName("R-041: what a lead was captured with reaches the opportunity, the need by the key of the lead")
    void the_opportunity_knows_what_the_lead_was_about() {
        var opportunity = client.read(Part.OPPORTUNITY, "SALES_REP", path("opportunities"));
        assertThat(opportunity.path("need").asString()).isEqualTo("cranes that can be steered from shore");
        assertThat(opportunity.path("source").path("channel").asString()).isEqualTo("EXHIBITION");
    }

    @Test
    @DisplayName("R-064 to R-068: in a strategic deal each duty is refused once to somebody else with the role")
    void each_duty_is_refused_once_to_the_wrong_person() {
        assertThat(strategic.lines().filter(line -> line.contains("refused: 403 NOT_YOUR_DUTY")))
                .hasSize(5)
                .anyMatch(line -> line.contains("(PD)"))
                .anyMatch(line -> line.contains("(AR)"))
                .anyMatch(line -> line.contains("who answers for the stage"))
                .anyMatch(line -> line.contains("(FR)"))
                .anyMatch(line -> line.contains("(QA)"));
        assertThat(strategic)
                .contains(
                        "sales-project.kickoff-completed.v1", "quotation.issued.v1", "opportunity.milestone-reached.v1")
                .contains("handover.entrustment-letter-issued.v1", "sales-closure.quality-evaluation-done.v1");
    }

    @Test
    @DisplayName(
            "R-001 to R-012, R-024 to R-041: the demo of a quarter comes to an opportunity, and what may not be is refused")
    void a_quarter_is_told_from_the_study_to_the_opportunity() {
        var quarter = walk(List.of("planning"));

        assertThat(quarter.lines().filter(line -> line.contains("refused:")))
                .extracting(line -> line.trim().split("[ ,]+", -1)[3])
                .containsExactly(
                        "NOTHING_FOUND",
                        "APPROVER_IS_AUTHOR",
                        "SITE_NOT_READY",
                        "DUPLICATE_CONTACT",
                        "SEGMENT_UNKNOWN");
        assertThat(quarter)
                .contains("market-research.published.v1", "sales-strategy.adopted.v1", "sales-target.cascaded.v1")
                .contains("campaign.completed.v1", "reception-record.entry-checked.v1", "register-book.recovered.v1")
                .contains("lead.scored.v1", "lead.merged.v1", "lead.converted.v1");
    }

    @Test
    @DisplayName("G08: the stages before the signature have succeeded, each with its commitment")
    void the_opportunity_went_through_its_stages() {
        assertThat(types(Part.OPPORTUNITY, "opportunities"))
                .startsWith("opportunity.identified.v1", "opportunity.qualified.v1")
                .contains("opportunity.won.v1")
                .satisfies(types -> assertThat(types)
                        .filteredOn("opportunity.stage-succeeded.v1"::equals)
                        .hasSizeGreaterThanOrEqualTo(6))
                .satisfies(types -> assertThat(types)
                        .filteredOn("opportunity.commitment-recorded.v1"::equals)
                        .hasSizeGreaterThanOrEqualTo(6));
    }

    @Test
    @DisplayName("G14, G21: signing without a review and closing with open items are refused")
    void what_comes_too_early_is_refused() {
        assertThat(deal.text()).contains("refused: 409 CONTRACT_NOT_APPROVED").contains("refused: 409 ITEMS_OPEN");
        assertThat(types(Part.CONTRACT, "contracts"))
                .containsSubsequence("contract.approved.v1", "contract.party-signed.v1", "contract.signed.v1");
        assertThat(types(Part.DELIVERY, "closures")).containsOnlyOnce("closure.project-closed.v1");
    }

    @Test
    void the_reports_show_the_deal_and_nothing_else_of_its_owner() {
        report("funnel", group -> {
            assertThat(group.path("opportunities").asLong()).isEqualTo(1);
            assertThat(group.path("won").asLong()).isEqualTo(1);
            assertThat(group.path("open").asLong()).isZero();
            assertThat(amount(group, "won_value_to_date")).isEqualTo("120000.00");
        });
        report("contracts", group -> {
            assertThat(group.path("signed").asLong()).isEqualTo(1);
            assertThat(group.path("drafted").asLong()).isZero();
            assertThat(amount(group, "signed_value")).isEqualTo("120000.00");
        });
        report("collections", group -> {
            assertThat(amount(group, "received")).isEqualTo("120000.00");
            assertThat(amount(group, "overdue")).isEqualTo("0.00");
        });
        report("handovers", group -> {
            assertThat(group.path("initiated").asLong()).isEqualTo(1);
            assertThat(group.path("accepted").asLong()).isEqualTo(1);
            assertThat(group.path("waiting").asLong(-1)).isZero();
        });
    }

    @Test
    void the_opportunity_is_read_as_it_was_true_and_as_it_was_known() {
        var path = path("opportunities");
        var history = client.read(Part.OPPORTUNITY, OPERATOR, path + "/history").path("items");
        var identified = history.get(0);
        var qualified = history.get(1);
        assertThat(qualified.path("type").asString("")).isEqualTo("opportunity.qualified.v1");
        for (var look : Map.of("asOf", "effectiveAt", "knownAt", "recordedAt").entrySet()) {
            assertThat(statusAt(path, look.getKey(), time(qualified, look.getValue())))
                    .isEqualTo("QUALIFIED");
            assertThat(statusAt(
                            path,
                            look.getKey(),
                            time(qualified, look.getValue()).minusMillis(1)))
                    .isEqualTo("IDENTIFIED");
            var before = "%s?%s=%s"
                    .formatted(
                            path,
                            look.getKey(),
                            time(identified, look.getValue()).minusMillis(1));
            assertThat(client.tryRead(Part.OPPORTUNITY, OPERATOR, before))
                    .isInstanceOfSatisfying(
                            Client.Reply.Answered.class,
                            answer -> assertThat(answer.status()).isEqualTo(404));
        }
        assertThat(status(Part.OPPORTUNITY, "opportunities")).isEqualTo("WON");
    }

    @Test
    void every_event_keeps_the_schema_that_it_names_and_says_who_acted() {
        for (var part : Part.WRITING) {
            var schemas = new EventSchemas(client, part);
            var events = client.read(part, "ANALYST", "/v1/events?limit=1000").path("items");
            events.forEach(schemas::hold);
            assertThat(schemas.faults()).as("events of %s", part).isEmpty();
            assertThat(schemas.types()).hasSizeGreaterThan(4);
            assertThat(events.valueStream().map(event -> event.path("authtype").asString("")))
                    .containsOnly("service_account", "system");

            var broken = (ObjectNode) events.path(0).deepCopy();
            broken.putObject("data").put("name", 7);
            schemas.hold(broken);
            assertThat(schemas.faults()).as("control: data that is wrong").isNotEmpty();
        }
    }

    @Test
    void nothing_waits_for_an_operator() {
        for (var part : Part.SERVICES) {
            assertThat(client.read(part, OPERATOR, "/v1/parked").path("items"))
                    .as("parked in %s", part)
                    .isEmpty();
        }
    }

    @Test
    void every_log_is_intact() {
        for (var part : Part.WRITING) {
            var verified = client.read(part, OPERATOR, "/v1/log/verify");
            assertThat(verified.path("intact").asBoolean())
                    .as("%s: %s", part, verified)
                    .isTrue();
            assertThat(verified.path("commits").asLong())
                    .as("%s: %s", part, verified)
                    .isPositive();
        }
    }

    /** Follows on Kafka, so it may take a moment. */
    private static void report(String name, Consumer<JsonNode> expectation) {
        var path = "/v1/reports/%s?by=owner&where=owner%%20eq%%20'%s'".formatted(name, OWNER.replace(" ", "%20"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            var rows = client.read(Part.REPORTING, "ANALYST", path).path("rows");
            assertThat(rows).as("%s of %s", name, OWNER).hasSize(1);
            assertThat(rows.path(0).path("currency").asString("EUR")).isEqualTo("EUR");
            expectation.accept(rows.path(0));
        });
    }

    private static String amount(JsonNode group, String measure) {
        return group.path(measure).asString("none");
    }

    private static String statusAt(String path, String parameter, Instant time) {
        return client.read(Part.OPPORTUNITY, OPERATOR, "%s?%s=%s".formatted(path, parameter, time))
                .path("status")
                .asString("none");
    }

    private static Instant time(JsonNode event, String field) {
        return Instant.parse(event.required(field).asString());
    }

    private static String path(String plural) {
        return "/v1/%s/%s".formatted(plural, deal.id(plural));
    }

    private static JsonNode view(Part part, String plural) {
        return client.read(part, OPERATOR, path(plural));
    }

    private static String status(Part part, String plural) {
        return view(part, plural).path("status").asString("none");
    }

    private static List<String> types(Part part, String plural) {
        return client.read(part, OPERATOR, path(plural) + "/history")
                .path("items")
                .valueStream()
                .map(event -> event.required("type").asString())
                .toList();
    }
}
