package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TelemetryTest {
    private final ParcelService service = ParcelService.shared();
    private final Client rep = service.as(Role.SALES_REP);

    @Test
    void commands_are_counted_by_name_and_outcome() {
        var label = Parcels.posted();
        var key = Client.newKey();
        rep.post("/v1/parcels", label, "Idempotency-Key", key);
        rep.post("/v1/parcels", label, "Idempotency-Key", key);

        var metrics = rep.get("/actuator/prometheus").text();

        assertThat(metrics)
                .contains(
                        "milepost_command_seconds_count{command=\"PostParcel\",outcome=\"accepted\",service=\"parcel\"}")
                .contains(
                        "milepost_command_seconds_count{command=\"PostParcel\",outcome=\"replayed\",service=\"parcel\"}")
                .contains("http_server_requests_seconds_count")
                .contains("uri=\"/v1/parcels\"")
                .doesNotContain(Parcels.RECIPIENT);
    }

    @Test
    void latencies_are_told_by_aggregate_in_few_named_buckets_and_never_by_path() {
        rep.post("/v1/parcels", Parcels.posted());
        rep.post("/v1/parcels", Parcels.posted().replace("SMALL", "TINY"));
        rep.post("/v1/parcels/" + UUID.randomUUID() + "/weigh", "{\"grams\":1}");

        var metrics = rep.get("/actuator/prometheus").text();

        assertThat(metrics)
                .contains("milepost_aggregate_command_seconds_bucket"
                        + "{aggregate=\"parcel\",end=\"done\",service=\"parcel\",le=\"0.25\"}")
                .contains("milepost_aggregate_command_seconds_count"
                        + "{aggregate=\"parcel\",end=\"refused\",service=\"parcel\"}")
                .contains("milepost_eventlog_append_seconds_bucket{outcome=\"stored\",service=\"parcel\",le=\"0.005\"}")
                .contains("milepost_eventlog_stalled_seconds{service=\"parcel\"} 0.0")
                .doesNotContain("http_server_requests_seconds_bucket")
                .doesNotContain("milepost_command_seconds_bucket");
        assertThat(metrics.lines())
                .filteredOn(line -> line.startsWith("http_server_requests_seconds"))
                .isNotEmpty()
                .noneMatch(line -> line.contains("exception=") || line.contains("error="));
        assertThat(metrics.lines())
                .as("every metric of ours says what it means")
                .filteredOn(line -> line.startsWith("# HELP milepost_"))
                .isNotEmpty()
                .allMatch(line -> line.matches("# HELP \\S+ \\S.*"));
        assertThat(metrics.lines().filter(line -> line.startsWith("# TYPE milepost_")))
                .hasSameSizeAs(metrics.lines()
                        .filter(line -> line.startsWith("# HELP milepost_"))
                        .toList());
    }

    @Test
    void the_server_tells_its_connections_and_what_waits_for_its_threads() {
        assertThat(rep.get("/actuator/prometheus").text())
                .containsPattern("milepost_web_connections\\{service=\"parcel\"} [1-9]")
                .containsPattern("netty_eventexecutor_tasks_pending\\{[^}]*} \\d");
    }

    @Test
    void answers_that_are_problems_are_counted_by_code_and_refusals_of_the_domain_by_their_own() {
        rep.post("/v1/parcels/" + UUID.randomUUID() + "/weigh", "{\"grams\":1,\"pounds\":2}");
        rep.get("/v1/nothing");
        var parcel = rep.post("/v1/parcels", Parcels.posted()).json().path("id").stringValue();
        rep.post("/v1/parcels/" + parcel + "/weigh", "{\"grams\":0}");

        assertThat(rep.get("/actuator/prometheus").text())
                .contains("milepost_problems_total{code=\"UNKNOWN_FIELD\",service=\"parcel\",status=\"400\"}")
                .contains("milepost_problems_total{code=\"UNKNOWN_ROUTE\",service=\"parcel\",status=\"404\"}")
                .contains("milepost_problems_total{code=\"REFUSED\",service=\"parcel\",status=\"422\"}")
                .containsPattern(
                        "milepost_refusals_total\\{aggregate=\"parcel\",code=\"WEIGHT_NOT_POSITIVE\",service=\"parcel\"} [1-9]")
                .containsPattern(
                        "milepost_refusals_total\\{aggregate=\"parcel\",code=\"NOT_UNDER_WAY\",service=\"parcel\"} \\d")
                .doesNotContain("pounds");
    }

    @Test
    void tokens_that_are_not_believed_are_counted_by_what_is_wrong_with_them() {
        var issuer = service.issuer();
        for (var token : List.of(
                issuer.expiredToken(Role.SALES_REP),
                issuer.tokenForAudience("others", Role.SALES_REP),
                issuer.foreignToken(Role.SALES_REP),
                "no.token.at-all")) {
            assertThat(service.withToken(token).get("/v1/parcels").status()).isEqualTo(401);
        }

        assertThat(rep.get("/actuator/prometheus").text())
                .containsPattern("tokens_refused_total\\{reason=\"token_expired\",service=\"parcel\"} [1-9]")
                .containsPattern("tokens_refused_total\\{reason=\"wrong_audience\",service=\"parcel\"} [1-9]")
                .containsPattern("tokens_refused_total\\{reason=\"not_verified\",service=\"parcel\"} ([2-9]|1\\d)")
                .containsPattern("tokens_refused_total\\{reason=\"wrong_type\",service=\"parcel\"} 0");
    }

    @Test
    void the_process_its_database_its_lists_and_its_timer_are_measured() {
        // What is posted before the lists keep up is not measured.
        await().untilAsserted(() -> {
            rep.post("/v1/parcels", Parcels.posted());
            assertThat(rep.get("/actuator/prometheus").text())
                    .containsPattern(
                            "milepost_visible_seconds_count\\{reader=\"lists\",service=\"parcel\",source=\"parcel\"} [1-9]");
        });

        assertThat(rep.get("/actuator/prometheus").text())
                .contains(
                        "milepost_visible_seconds_bucket{reader=\"lists\",service=\"parcel\",source=\"parcel\",le=\"5.0\"}")
                .contains("milepost_build_info{service=\"parcel\",version=")
                .contains("milepost_virtualthreads_carriers{")
                .contains(
                        "milepost_timer_fired_total{outcome=\"settled\",rule=\"parcel/delivery\",service=\"parcel\"} 0")
                .containsPattern(
                        "mongodb_driver_commands_seconds_count\\{command=\"insert\",outcome=\"answered\",service=\"parcel\"} [1-9]")
                .containsPattern("mongodb_driver_pool_size\\{server=\"localhost:\\d+\",service=\"parcel\"}");
    }

    @Test
    void a_log_line_of_a_request_is_ecs_json_with_its_trace(CapturedOutput output) throws Exception {
        var blocking = service.bean(Blocking.class);
        var registry = service.bean(io.micrometer.observation.ObservationRegistry.class);
        var observation = io.micrometer.observation.Observation.start("probe", registry);

        blocking.call(() -> {
                    LoggerFactory.getLogger(TelemetryTest.class).info("within the request");
                    return true;
                })
                .contextWrite(context -> context.put("micrometer.observation", observation))
                .block();
        observation.stop();

        var line = output.getAll()
                .lines()
                .filter(text -> text.contains("within the request"))
                .findFirst()
                .map(text -> Json.mapper().readTree(text))
                .orElseThrow();
        assertThat(line.at("/trace/id").asString("") + line.path("trace.id").asString(""))
                .hasSize(32);
        assertThat(line.at("/service/name").stringValue()).isEqualTo("parcel");
    }

    @Test
    void a_line_stays_short_whatever_is_logged(CapturedOutput output) {
        var cause = new IllegalStateException("the cause " + "\"\u0001\u20ac".repeat(20_000));
        LoggerFactory.getLogger("a.logger." + "x".repeat(5_000))
                .atError()
                .addKeyValue("event.action", "y".repeat(5_000))
                .setCause(new IllegalArgumentException("the effect", cause))
                .log("all of it {}", "\\\n".repeat(60_000));

        var line = output.getAll()
                .lines()
                .filter(text -> text.contains("all of it"))
                .findFirst()
                .orElseThrow();
        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(2_000, 4_096);
        assertThat(Json.mapper().readTree(line).at("/error/stack_trace").stringValue())
                .startsWith("java.lang.IllegalStateException: the cause");
    }

    @Test
    void no_personal_data_reaches_the_log(CapturedOutput output) {
        rep.post("/v1/parcels", Parcels.posted());
        rep.post("/v1/parcels", Parcels.posted().replace("SMALL", "TINY"));
        rep.post("/v1/parcels", Parcels.posted().replace("}", ""));
        LoggerFactory.getLogger(TelemetryTest.class).info("the log is captured");

        assertThat(output.getAll()).contains("the log is captured").doesNotContain(Parcels.RECIPIENT);
    }
}
