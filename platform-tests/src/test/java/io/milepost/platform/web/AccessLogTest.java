package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** One line of the log for each request, with nothing in it that a caller has said. */
@ExtendWith(OutputCaptureExtension.class)
class AccessLogTest {
    private static final ParcelService SERVICE = ParcelService.with("--milepost.web.access-log=true");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    private static List<JsonNode> lines(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("io.milepost.access"))
                .map(line -> Json.mapper().readTree(line))
                .toList();
    }

    private static String of(JsonNode line, String path) {
        var nested = line.at("/" + path.replace('.', '/'));
        return nested.isMissingNode() ? line.path(path).asString("") : nested.asString("");
    }

    private static JsonNode only(CapturedOutput output, String route) {
        await().until(() ->
                lines(output).stream().anyMatch(line -> of(line, "url.template").equals(route)));
        assertThat(lines(output)).hasSize(1);
        return lines(output).getFirst();
    }

    @Test
    void a_request_has_a_line_with_its_route_end_time_kind_of_client_and_trace(CapturedOutput output) {
        var id = UUID.randomUUID();

        var answer = SERVICE.as(Role.SALES_REP).get("/v1/parcels/" + id + "?asOf=2020-01-01T00:00:00Z");

        var line = only(output, "/v1/parcels/{id}");
        assertThat(of(line, "event.action")).isEqualTo("request");
        assertThat(of(line, "http.request.method")).isEqualTo("GET");
        assertThat(of(line, "http.response.status_code")).isEqualTo("404");
        assertThat(of(line, "event.code")).isEqualTo("NOT_FOUND");
        assertThat(of(line, "client.kind")).isEqualTo("app_user");
        assertThat(Long.parseLong(of(line, "event.duration"))).isPositive();
        assertThat(of(line, "trace.id")).hasSize(32);
        assertThat(answer.header("traceparent")).contains(of(line, "trace.id"));
        assertThat(line.toString()).doesNotContain(id.toString()).doesNotContain("2020-01-01");
    }

    @Test
    void a_person_in_a_body_a_path_a_query_a_header_or_a_method_is_in_no_line(CapturedOutput output) {
        var rep = SERVICE.as(Role.SALES_REP);
        rep.post("/v1/parcels", Parcels.posted());
        rep.get("/v1/Ada%20Lovelace?name=Ada");
        SERVICE.withToken("Ada.Lovelace.Token").get("/v1/parcels?label=eq:Ada");

        await().until(() -> lines(output).size() == 3);
        assertThat(lines(output))
                .extracting(line -> of(line, "http.response.status_code"))
                .containsExactly("201", "404", "401");
        assertThat(lines(output))
                .extracting(line -> of(line, "client.kind"))
                .containsExactly("app_user", "app_user", "anonymous");
        assertThat(lines(output).toString()).doesNotContain("Ada").doesNotContain(Parcels.RECIPIENT);
    }

    @Test
    void whoever_is_known_and_refused_is_told_by_kind_too(CapturedOutput output) {
        SERVICE.as(Role.SALES_REP).get("/v1/parked");

        await().until(() -> !lines(output).isEmpty());
        assertThat(lines(output)).singleElement().satisfies(refused -> {
            assertThat(of(refused, "http.response.status_code")).isEqualTo("403");
            assertThat(of(refused, "event.code")).isEqualTo("FORBIDDEN");
            assertThat(of(refused, "client.kind")).isEqualTo("app_user");
        });
    }

    @Test
    void without_the_setting_there_is_no_line(CapturedOutput output) {
        ParcelService.shared().as(Role.SALES_REP).get("/v1/parcels");
        SERVICE.as(Role.SALES_REP).get("/openapi.json");

        await().until(() -> !lines(output).isEmpty());
        assertThat(lines(output)).hasSize(1);
    }
}
