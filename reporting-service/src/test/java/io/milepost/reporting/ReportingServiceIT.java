package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.SuiteParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs: events from a real broker, documents in a real database, reports over HTTP. */
class ReportingServiceIT {
    private static final List<String> REPORTS = List.of(
            "funnel?groupBy=stage",
            "funnel?groupBy=owner",
            "funnel?groupBy=team",
            "funnel?groupBy=region",
            "funnel?groupBy=closeMonth",
            "funnel?asOf=2017-02-20",
            "conversion?groupBy=region",
            "contracts?groupBy=month",
            "contracts?groupBy=team");

    /** Reads numbers as they are written: a rate has four decimals. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static SuiteParts parts;
    private static Population population;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws Exception {
        parts = SuiteParts.start();
        population = new Population(parts.bootstrapServers());
        service = run();
        population.publish();
        caughtUp();
    }

    @AfterAll
    static void stop() {
        service.close();
        population.close();
        parts.close();
    }

    private static ConfigurableApplicationContext run() {
        return SpringApplication.run(ReportingServiceApplication.class, parts.arguments("reporting"));
    }

    private static void caughtUp() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(report("funnel").get("position").asString())
                    .isEqualTo("opportunity=%d,lead=%d"
                            .formatted(population.opportunities.position(), population.leads.position()));
            assertThat(report("contracts").get("position").asString())
                    .isEqualTo("contract=%d,lead=%d"
                            .formatted(population.contracts.position(), population.leads.position()));
        });
    }

    @Test
    void the_funnel_tells_the_figures_of_the_population_to_the_cent() {
        var answer = report("funnel");
        assertThat(answer.get("lagMs").asLong()).isZero();
        assertThat(answer.get("totals").toString())
                .isEqualTo("{\"opportunities\":9,\"open\":2,\"identified\":1,\"qualified\":1,"
                        + "\"openValue\":{\"amount\":\"1100.00\",\"currency\":\"USD\"},\"won\":4,"
                        + "\"wonValue\":{\"amount\":\"1003162.37\",\"currency\":\"USD\"},"
                        + "\"lost\":3,\"withdrawn\":0,\"rejected\":0,\"winRate\":0.5714}");
    }

    @ParameterizedTest
    @CsvSource({
        "stage, IDENTIFIED:0 LOST:0 QUALIFIED:0 WON:4",
        "owner, jones:1 nobody:2 smith:1",
        "team, (unknown):2 red:2",
        "region, (unknown):2 East:1 West:1",
        "closeMonth, (open):0 2017-03:4 2017-04:0"
    })
    void groups_are_sorted_by_key_and_sum_to_the_totals(String groupBy, String won) {
        var answer = report("funnel?groupBy=" + groupBy);
        assertThat(groups(answer, "won")).isEqualTo(won);
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
        assertThat(groups(report("funnel?asOf=2017-01-31&groupBy=region"), "opportunities"))
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
        assertThat(groups(report("contracts?groupBy=region"), "signed")).isEqualTo("(unknown):2 East:1 West:1");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNKNOWN_PARAMETER 400 funnel?groupby=stage",
                "INVALID_PARAMETER 400 funnel?groupBy=colour",
                "INVALID_PARAMETER 400 contracts?groupBy=stage",
                "INVALID_PARAMETER 400 funnel?asOf=2099-01-01",
                "INVALID_PARAMETER 400 funnel?asOf=yesterday",
                "INVALID_PARAMETER 400 funnel?currency=XYZZY",
                "INVALID_PARAMETER 400 funnel?groupBy=stage&groupBy=owner"
            })
    void what_is_asked_wrongly_is_refused(String expected) throws Exception {
        var words = expected.split(" ", -1);
        var answer = get(words[2], parts.token(Role.ANALYST));
        assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(words[1]));
        assertThat(JSON.readTree(answer.body()).get("code").asString()).isEqualTo(words[0]);
    }

    @Test
    void reports_are_for_callers_with_a_role() throws Exception {
        assertThat(get("funnel", parts.token(Role.ANALYST)).statusCode()).isEqualTo(200);
        assertThat(get("funnel", parts.token(Role.SALES_REP)).statusCode()).isEqualTo(200);
        assertThat(get("funnel", parts.token()).statusCode()).isEqualTo(403);
        assertThat(get("funnel", parts.expiredToken(Role.ANALYST)).statusCode()).isEqualTo(401);
    }

    @Test
    void a_position_is_waited_for_and_refused_when_it_does_not_come() throws Exception {
        var stands = "opportunity=" + population.opportunities.position();
        var answer = get("funnel", parts.token(Role.ANALYST), "Milepost-Min-Position", stands);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Milepost-Position").orElseThrow())
                .isEqualTo(stands + ",lead=" + population.leads.position());
        assertThat(answer.headers().firstValue("Milepost-Projection-Lag-Ms")).contains("0");

        var never = get("funnel", parts.token(Role.ANALYST), "Milepost-Min-Position", "opportunity=999999");
        assertThat(never.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(never.body()).get("code").asString()).isEqualTo("POSITION_NOT_REACHED");
    }

    @Test
    void lag_and_position_of_each_projection_are_metrics() throws Exception {
        var scraped = HTTP.send(
                        HttpRequest.newBuilder(at("/actuator/prometheus")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(scraped)
                .containsPattern("milepost_projection_lag_seconds\\{[^}]*group=\"reporting-service.funnel\"")
                .containsPattern("milepost_projection_position\\{[^}]*group=\"reporting-service.team\"");
    }

    @Test
    @DisplayName("Everything delivered again from the first event, and a restart, change nothing")
    void redelivery_and_restart_change_nothing() throws Exception {
        var before = REPORTS.stream().map(ReportingServiceIT::report).toList();
        service.close();
        forgetOffsets();
        service = run();
        caughtUp();
        assertThat(REPORTS.stream().map(ReportingServiceIT::report).toList()).isEqualTo(before);
        service.close();
        service = run();
        caughtUp();
        assertThat(REPORTS.stream().map(ReportingServiceIT::report).toList()).isEqualTo(before);
    }

    /** The groups begin at the first offset again; that they do is seen in the offsets that they had and lose. */
    private static void forgetOffsets() throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", parts.bootstrapServers()))) {
            for (var group :
                    List.of("reporting-service.funnel", "reporting-service.contracts", "reporting-service.team")) {
                assertThat(admin.listConsumerGroupOffsets(group)
                                .partitionsToOffsetAndMetadata()
                                .get())
                        .isNotEmpty();
            }
            admin.deleteConsumerGroups(List.of(
                            "reporting-service.funnel", "reporting-service.contracts", "reporting-service.team"))
                    .all()
                    .get();
        }
    }

    private static String groups(JsonNode answer, String measure) {
        return StreamSupport.stream(answer.get("groups").spliterator(), false)
                .map(group ->
                        group.get("key").asString() + ":" + group.get(measure).asLong())
                .collect(Collectors.joining(" "));
    }

    private static JsonNode report(String query) {
        try {
            var answer = get(query, parts.token(Role.ANALYST));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> get(String query, String token, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at("/v1/reports/" + query)).header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI at(String path) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
