package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The service as it runs: events from a real broker, documents in a real database, reports over HTTP. */
class ReportingServiceIT {
    private static final List<String> REPORTS = List.of(
            "funnel?groupBy=stage",
            "funnel?groupBy=trueStage",
            "funnel?groupBy=owner",
            "funnel?groupBy=team",
            "funnel?groupBy=region",
            "funnel?groupBy=closeMonth",
            "funnel?asOf=2017-02-20",
            "conversion?groupBy=region",
            "contracts?groupBy=month",
            "contracts?groupBy=team",
            "movement?from=2017-02-09&to=2017-04-30",
            "milestones?groupBy=team",
            "closures?groupBy=owner",
            "handovers?groupBy=owner",
            "collections?groupBy=owner",
            "stages?groupBy=region",
            "stages?from=2017-02-11&to=2017-02-28&asOf=2017-03-31");

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = new RunningReports();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void the_funnel_tells_the_figures_of_the_population_to_the_cent() {
        var answer = report("funnel");
        assertThat(answer.get("lagMs").asLong()).isZero();
        assertThat(answer.get("totals").toString())
                .isEqualTo("{\"opportunities\":9,\"open\":2,\"identified\":1,\"qualified\":1,"
                        + "\"openValue\":{\"amount\":\"1100.00\",\"currency\":\"USD\"},"
                        + "\"weightedValue\":{\"amount\":\"55.00\",\"currency\":\"USD\"},\"won\":4,"
                        + "\"wonValue\":{\"amount\":\"1003162.37\",\"currency\":\"USD\"},"
                        + "\"lost\":3,\"withdrawn\":0,\"rejected\":0,\"winRate\":0.5714}");
    }

    @ParameterizedTest
    @CsvSource({
        "stage, IDENTIFIED:0 LOST:0 QUALIFIED:0 WON:4",
        "trueStage, S0:4 S1:0 S2:0 S3:0 S4:0 S5:0 S6:0 S7:0 S8:0",
        "owner, jones:1 nobody:2 smith:1",
        "team, (unknown):2 red:2",
        "region, (unknown):2 East:1 West:1",
        "closeMonth, (open):0 2017-03:4 2017-04:0"
    })
    void groups_are_sorted_by_key_and_sum_to_the_totals(String groupBy, String won) {
        var answer = report("funnel?groupBy=" + groupBy);
        assertThat(running.groups(answer, "won")).isEqualTo(won);
        long deals = 0;
        for (JsonNode group : answer.get("groups")) {
            deals += group.get("opportunities").asLong();
        }
        assertThat(deals).isEqualTo(answer.at("/totals/opportunities").asLong());
    }

    @Test
    void a_past_day_shows_what_stood_at_its_end() {
        assertThat(report("funnel?asOf=2017-02-09").at("/totals/opportunities").asLong())
                .isZero();
        assertThat(report("funnel?asOf=2017-02-10").at("/totals/identified").asLong())
                .isEqualTo(9);
        assertThat(report("funnel?asOf=2017-02-11").at("/totals/qualified").asLong())
                .isEqualTo(8);
        assertThat(report("funnel?asOf=2017-03-05").at("/totals/won").asLong()).isEqualTo(4);
        assertThat(report("funnel?asOf=2017-03-05").at("/totals/winRate").toString())
                .isEqualTo("1.0000");
        assertThat(running.groups(report("funnel?asOf=2017-01-31&groupBy=region"), "opportunities"))
                .isEmpty();
    }

    @Test
    void conversion_and_contracts_tell_theirs() {
        assertThat(report("conversion").at("/totals/stages").toString())
                .isEqualTo("[{\"stage\":\"IDENTIFIED\",\"reached\":9,\"skipped\":0,\"rate\":null},"
                        + "{\"stage\":\"QUALIFIED\",\"reached\":8,\"skipped\":0,\"rate\":0.8889},"
                        + "{\"stage\":\"WON\",\"reached\":4,\"skipped\":0,\"rate\":0.5000}]");
        assertThat(report("contracts").get("totals").toString())
                .isEqualTo("{\"drafted\":0,\"signed\":4,\"effective\":0,"
                        + "\"signedValue\":{\"amount\":\"1003162.37\",\"currency\":\"USD\"}}");
        assertThat(report("contracts?asOf=2017-03-04").at("/totals/drafted").asLong())
                .isEqualTo(4);
        assertThat(running.groups(report("contracts?groupBy=region"), "signed")).isEqualTo("(unknown):2 East:1 West:1");
    }

    @Test
    @DisplayName("Goals 1.2: a movement leads from the open value of one day to that of another")
    void a_movement_leads_from_one_funnel_to_another() {
        var answer = report("movement?from=2017-02-10&to=2017-03-05");
        assertThat(answer.get("opening"))
                .isEqualTo(report("funnel?asOf=2017-02-10").at("/totals/openValue"));
        assertThat(answer.get("closing"))
                .isEqualTo(report("funnel?asOf=2017-03-05").at("/totals/openValue"));
        assertThat(answer.get("won")).isEqualTo(report("funnel?asOf=2017-03-05").at("/totals/wonValue"));
        assertThat(answer.get("increased").toString()).isEqualTo("{\"amount\":\"1000962.37\",\"currency\":\"USD\"}");
        assertThat(report("movement?from=2017-02-10&to=2017-03-05&owner=smith")
                        .get("won")
                        .toString())
                .isEqualTo("{\"amount\":\"1000000.07\",\"currency\":\"USD\"}");
    }

    @Test
    @DisplayName("R-047, R-190: the funnel by true stage, with what stands nominally told apart")
    void the_funnel_tells_true_stages() {
        var answer = report("funnel?groupBy=trueStage");
        assertThat(running.groups(answer, "open")).startsWith("S0:1 S1:1 S2:0");
        assertThat(running.groups(answer, "nominal")).startsWith("S0:0 S1:1 S2:1 S3:0");
        assertThat(answer.at("/groups/1/weightedValue").toString())
                .isEqualTo("{\"amount\":\"55.00\",\"currency\":\"USD\"}");
        assertThat(running.groups(report("funnel?groupBy=trueStage&asOf=2017-02-11"), "open"))
                .startsWith("S0:9 S1:0");
        assertThat(report("funnel?asOf=2017-02-14")
                        .at("/totals/weightedValue/amount")
                        .asString())
                .isEqualTo("0.00");
    }

    @Test
    @DisplayName("R-193: how long deals stand in their stages, and what holds them back")
    void stages_tell_conversion_ageing_and_what_is_missing() {
        var answer = report("stages?asOf=2017-02-22&groupBy=owner");
        assertThat(answer.get("from").isNull()).isTrue();
        assertThat(answer.get("to").asString()).isEqualTo("2017-02-22");
        assertThat(answer.at("/totals/stages/0").toString())
                .isEqualTo(
                        "{\"stage\":\"S1\",\"reached\":1,\"skipped\":0,\"entered\":1,\"reEntered\":0,\"succeeded\":1,"
                                + "\"conversion\":1.0000,\"standing\":1,\"ageing\":{\"median\":10.0,\"p90\":10},\"left\":0,"
                                + "\"daysInStage\":{\"median\":null,\"p90\":null},\"blocked\":[]}");
        assertThat(answer.at("/totals/stages/1/blocked").toString())
                .isEqualTo(
                        "[{\"missing\":\"COMMITMENT\",\"count\":1},{\"missing\":\"FIRST_VISIT_LOGGED\",\"count\":1}]");
        assertThat(answer.at("/groups/0/key").asString()).isEqualTo("jones");
        assertThat(answer.at("/groups/0/stages")).isEqualTo(answer.at("/totals/stages"));
        assertThat(report("stages").at("/totals/stages/3/skipped").asLong()).isEqualTo(4);
        assertThat(report("stages?from=2017-02-12")
                        .at("/totals/stages/0/entered")
                        .asLong())
                .isZero();
    }

    @Test
    void handovers_tell_how_many_delivery_has_accepted() {
        var answer = report("handovers?groupBy=region");
        assertThat(answer.get("totals").toString())
                .isEqualTo("{\"initiated\":4,\"accepted\":2,\"returned\":1,\"open\":2}");
        assertThat(report("handovers?currency=USD").get("totals")).isEqualTo(answer.get("totals"));
        assertThat(report("handovers?currency=EUR").at("/totals/initiated").asLong())
                .isZero();
        assertThat(running.groups(answer, "accepted")).isEqualTo("(unknown):1 East:1 West:0");
        assertThat(report("handovers?asOf=2017-03-11").get("totals").toString())
                .isEqualTo("{\"initiated\":4,\"accepted\":0,\"returned\":1,\"open\":4}");
    }

    @Test
    void collections_tell_what_was_due_received_and_late() {
        assertThat(report("collections").get("totals").toString())
                .isEqualTo("{\"due\":{\"amount\":\"1003162.37\",\"currency\":\"USD\"},"
                        + "\"received\":{\"amount\":\"1001054.17\",\"currency\":\"USD\"},"
                        + "\"overdue\":{\"amount\":\"1054.10\",\"currency\":\"USD\"},\"rate\":0.9979}");
        assertThat(report("collections?asOf=2017-04-03")
                        .at("/totals/due/amount")
                        .asString())
                .isEqualTo("0.00");
    }

    @Test
    void another_currency_is_asked_for_and_has_nothing() {
        assertThat(report("funnel?currency=EUR").at("/totals/wonValue").toString())
                .isEqualTo("{\"amount\":\"0.00\",\"currency\":\"EUR\"}");
        assertThat(report("funnel?currency=EUR").at("/totals/opportunities").asLong())
                .isZero();
        assertThat(report("funnel?currency=USD").at("/totals/opportunities").asLong())
                .isEqualTo(9);
    }

    @Test
    void reports_are_for_callers_with_a_role() throws Exception {
        assertThat(running.get("funnel", running.parts.token(Role.ANALYST)).statusCode())
                .isEqualTo(200);
        assertThat(running.get("funnel", running.parts.token(Role.SALES_REP)).statusCode())
                .isEqualTo(200);
        assertThat(running.get("funnel", running.parts.token()).statusCode()).isEqualTo(403);
        assertThat(running.get("funnel", running.parts.expiredToken(Role.ANALYST))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_position_is_waited_for_and_refused_when_it_does_not_come() throws Exception {
        var stands = "opportunity=" + running.population.opportunities.position();
        var answer = running.get("funnel", running.parts.token(Role.ANALYST), "Milepost-Min-Position", stands);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Milepost-Position").orElseThrow())
                .isEqualTo(stands + ",lead=" + running.population.leads.position());
        assertThat(answer.headers().firstValue("Milepost-Projection-Lag-Ms")).contains("0");

        var never =
                running.get("funnel", running.parts.token(Role.ANALYST), "Milepost-Min-Position", "opportunity=999999");
        assertThat(never.statusCode()).isEqualTo(503);
        assertThat(RunningReports.JSON.readTree(never.body()).get("code").asString())
                .isEqualTo("POSITION_NOT_REACHED");
    }

    @Test
    void lag_and_position_of_each_projection_are_metrics() throws Exception {
        var scraped = RunningReports.HTTP
                .send(
                        HttpRequest.newBuilder(running.at("/actuator/prometheus"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(scraped)
                .containsPattern("milepost_projection_lag_seconds\\{[^}]*group=\"reporting-service.funnel-2\"")
                .containsPattern("milepost_projection_position\\{[^}]*group=\"reporting-service.team\"");
    }

    @Test
    @DisplayName("Everything delivered again from the first event, and a restart, change nothing")
    void redelivery_and_restart_change_nothing() throws Exception {
        var before = REPORTS.stream().map(ReportingServiceIT::report).toList();
        var steps = running.steps(new UUID(9, 2));
        assertThat(steps).hasSizeGreaterThan(5);
        var groups = running.groups();
        assertThat(groups).contains("reporting-service.team");
        running.restartFromTheFirstEvent(groups);
        assertThat(REPORTS.stream().map(ReportingServiceIT::report).toList()).isEqualTo(before);
        assertThat(running.steps(new UUID(9, 2))).isEqualTo(steps);
        running.restart();
        assertThat(REPORTS.stream().map(ReportingServiceIT::report).toList()).isEqualTo(before);
    }

    private static JsonNode report(String query) {
        return running.report(query);
    }
}
