package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports' own paths refuse junk as the platform's do. */
class RefusalsIT {
    private static RunningReports running;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        token = running.parts.token(Role.ANALYST, Role.OPERATOR);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("x-request-id")).isPresent();
        assertThat(RunningReports.JSON.readTree(answer.body()).get("code").asString())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/reports", "/v1/trace/00000000-0000-0009-0000-000000000002", "/v1/projections"})
    void an_answer_that_the_caller_could_not_read_is_not_made(String path) throws Exception {
        assertRefused(running.fetch(path, token, "Accept", "text/csv"), 406, "NOT_ACCEPTABLE");
        assertRefused(running.fetch("/v1/reports/funnel", token, "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
        assertRefused(running.fetch(path, token, "Accept", "junk"), 406, "NOT_ACCEPTABLE");
        assertRefused(running.fetch(path, token, "Accept", "a/b,".repeat(1_500)), 406, "NOT_ACCEPTABLE");
        assertThat(running.fetch(path, token, "Accept", "text/csv, */*;q=0.1").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("R-189: what tells of everybody's entities is refused to a caller who may not know of them all")
    @ValueSource(strings = "/v1/trace/00000000-0000-0009-0000-000000000002")
    void a_trace_is_for_who_sees_all(String path) throws Exception {
        for (var access : List.of("own", "team", "subtree")) {
            var narrow = running.parts
                    .issuer()
                    .tokenSaying("kim", Map.of("member", "kim", "access", access), Role.SALES_MANAGER, Role.ANALYST);
            assertRefused(running.fetch(path, narrow), 403, "FORBIDDEN");
        }
        var all = running.parts.issuer().tokenSaying("kim", Map.of("member", "kim", "access", "all"), Role.SALES_REP);
        assertThat(running.fetch(path, all).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "funnel?asOf",
        "funnel?asOf=",
        "funnel?where",
        "funnel?orderBy=",
        "funnel?asOf=-999999999-01-01",
        "funnel?asOf=0000-01-01",
        "movement?from=-999999999-01-01&to=2017-01-31",
        "movement?from=2017-01-31&to",
        "stages?from=%2B999999999-12-31"
    })
    void a_parameter_that_says_nothing_is_refused(String query) throws Exception {
        assertRefused(running.get(query, token), 400, "INVALID_PARAMETER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/reports/funnel;a=b",
                "/v1/reports//funnel",
                "/v1/reports/%2e%2e/funnel",
                "/page/%2e%2e/application.properties",
                "/page/..%2fapplication.properties",
                "/page/%00"
            })
    void a_path_that_could_mean_two_things_is_refused(String path) throws Exception {
        assertRefused(running.fetch(path, token), 400, "INVALID_REQUEST");
    }

    @Test
    void an_id_has_one_spelling() throws Exception {
        var id = new UUID(7, 0xABCDL).toString().toUpperCase(java.util.Locale.ROOT);

        assertRefused(running.fetch("/v1/trace/" + id, token), 404, "NOT_FOUND");
        assertRefused(
                running.send("POST", "/v1/projections/mart/rebuild", token, "Idempotency-Key", id),
                400,
                "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void a_method_that_a_path_does_not_take_names_those_that_it_takes() throws Exception {
        var answer = running.send("PUT", "/v1/projections/mart/rebuild", token);

        assertRefused(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("allow").orElseThrow().split(",", -1))
                .containsExactlyInAnyOrder("POST", "DELETE");
        assertRefused(running.send("PUT", "/page/index.html", token), 405, "METHOD_NOT_ALLOWED");
    }
}
