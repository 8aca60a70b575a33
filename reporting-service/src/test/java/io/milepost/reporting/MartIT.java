package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.catalogue.Role;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Reports and datasets over HTTP, in all their forms. */
class MartIT {
    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = new RunningReports();
        caughtUp();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static void caughtUp() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(report("funnel").get("position").asString())
                    .isEqualTo("opportunity=%d,lead=%d"
                            .formatted(
                                    running.population.opportunities.position(), running.population.leads.position()));
            assertThat(report("collections").get("position").asString())
                    .contains("contract=" + running.population.contracts.position());
            assertThat(report("handovers").get("position").asString())
                    .contains("delivery=" + running.population.deliveries.position());
        });
    }

    @Test
    @DisplayName("JSON, CSV and lines are the same rows")
    void three_forms() throws Exception {
        var json = report("funnel?by=owner").get("rows");
        var csv = fetch("/v1/reports/funnel?by=owner&format=csv");
        var lines = fetch("/v1/reports/funnel?by=owner", "Accept", "application/x-ndjson");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Milepost-State")).contains("COMPLETE");
        assertThat(lines.body().lines().map(RunningReports.JSON::readTree))
                .containsExactlyElementsOf(json.valueStream().toList());
        var rows = csv.body().split("\r\n", -1);
        var names = List.of(rows[0].split(",", -1));
        for (int at = 0; at < json.size(); at++) {
            int row = at;
            assertThat(rows[at + 1])
                    .isEqualTo(names.stream()
                            .map(name -> json.get(row).get(name).isNull()
                                    ? ""
                                    : json.get(row).get(name).asString())
                            .collect(Collectors.joining(",")));
        }
        assertThat(fetch("/v1/reports/funnel?format=csv&bom=true").body()).startsWith("\uFEFFregion,");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/reports/funnel?asOf=2017-12-31&by=owner, open_value",
        "/v1/datasets/opportunity?asOf=2017-12-31&limit=2, value_amount"
    })
    @DisplayName("by format and by Accept tables are files that add up to the same and say where it goes on")
    void files(String path, String amount) throws Exception {
        var json = RunningReports.JSON.readTree(fetch(path).body());
        var totals = ReadBack.json(json.get("rows")).totals(amount);
        var token = running.parts.token(Role.ANALYST);
        for (var answer : List.of(
                running.fetchBytes(path + "&format=xlsx", token),
                running.fetchBytes(path, token, "Accept", ReadBack.XLSX),
                running.fetchBytes(path + "&format=parquet", token),
                running.fetchBytes(path, token, "Accept", ReadBack.PARQUET))) {
            var read = ReadBack.of(answer);
            assertThat(read.rows()).hasSize(json.get("rows").size());
            assertThat(read.totals(amount)).isEqualTo(totals).isNotEmpty();
            assertThat(read.about())
                    .containsEntry("position", json.get("position").asString())
                    .containsEntry("state", "COMPLETE");
            assertThat(read.about().get("next")).isEqualTo(json.path("next").asString(null));
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .matches("attachment; filename=\"[a-z]+-2017-12-31.(xlsx|parquet)\"");
        }
    }

    @Test
    @DisplayName("an answer says what it is of and what may be done with its columns")
    void says_what_it_is() {
        var answer = report("won?from=2017-01-01&to=2017-12-31&by=month,region&compare=year&orderBy=won_deals%20desc");
        assertThat(answer.get("state").asString()).isEqualTo("COMPLETE");
        assertThat(answer.at("/columns/0").toString())
                .isEqualTo(
                        "{\"name\":\"month\",\"type\":\"TEXT\",\"additivity\":\"KEY\",\"label\":{\"en\":\"Month\",\"zh\":\"月份\"}}");
        var value = answer.at("/columns/4");
        assertThat(List.of(
                        value.get("name").asString(),
                        value.get("type").asString(),
                        value.get("unit").asString()))
                .containsExactly("won_value", "DECIMAL", "CURRENCY");
        assertThat(value.get("additivity").asString()).isEqualTo("FLOW");
        assertThat(value.at("/label/zh").asString()).isEqualTo("赢单金额");
        assertThat(answer.at("/rows/0/month").asString()).isEqualTo("2017-03");
    }

    @Test
    @DisplayName("stages and movement answer, and what was known at the position of now is what is known now")
    void stages_and_movement() {
        assertThat(report("stages?by=stage&from=2016-01-01").get("rows")).isNotEmpty();
        long position = running.population.opportunities.position();
        var known = report("movement?by=owner&from=2016-01-01&knownAt=" + position);
        assertThat(known.get("rows"))
                .isEqualTo(report("movement?by=owner&from=2016-01-01").get("rows"));
        assertThat(known.get("knownAt").asString()).isEqualTo(String.valueOf(position));
        assertThat(known.get("behind").asString()).contains("knownAt=" + position);
        assertThat(report("movement?by=owner&from=2016-01-01&knownAt=0").get("rows"))
                .isEmpty();
        assertThat(report("movement?from=2016-01-01&where=" + encoded("owner eq 'no such member'"))
                        .get("rows"))
                .isEmpty();
    }

    @Test
    @DisplayName("the rows of a dataset come in pages that end, and sum to the report")
    void pages() throws Exception {
        long open = 0;
        String next = "";
        int pages = 0;
        do {
            var page = RunningReports.JSON.readTree(fetch("/v1/datasets/opportunity?limit=4&where="
                            + encoded("stage in ('IDENTIFIED', 'QUALIFIED')") + next)
                    .body());
            open += page.get("rows").size();
            next = page.get("next").isNull() ? "" : "&after=" + page.get("next").asString();
            pages++;
        } while (!next.isEmpty());
        assertThat(pages).isPositive();
        assertThat(open)
                .isEqualTo(report("funnel?by=")
                        .at("/rows")
                        .valueStream()
                        .mapToLong(row -> row.get("open").asLong())
                        .sum());
    }

    @Test
    @DisplayName("reports, datasets and all that is declared are listed, in both languages")
    void lists() throws Exception {
        var reports = RunningReports.JSON.readTree(fetch("/v1/reports").body()).get("reports");
        assertThat(reports.valueStream().map(report -> report.get("name").asString()))
                .contains("funnel", "conversion", "won", "loss-reasons", "contracts", "collections", "handovers");
        for (JsonNode report : reports) {
            assertThat(fetch(report.get("path").asString()).statusCode())
                    .as(report.toString())
                    .isEqualTo(200);
        }
        for (JsonNode dataset :
                RunningReports.JSON.readTree(fetch("/v1/datasets").body()).get("datasets")) {
            assertThat(fetch(dataset.get("rows").asString()).statusCode())
                    .as(dataset.toString())
                    .isEqualTo(200);
        }
        var semantics = RunningReports.JSON.readTree(fetch("/v1/semantics").body());
        assertThat(semantics.findValues("label")).isNotEmpty().allSatisfy(label -> {
            assertThat(label.get("en").asString()).isNotBlank();
            assertThat(label.get("zh").asString()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/reports/nothing | /name",
                "/v1/reports/funnel?groupBy=owner | /groupBy",
                "/v1/reports/funnel?by=size | /by",
                "/v1/reports/funnel?asOf=-9999-01-01 | /asOf",
                "/v1/reports/funnel?asOf=9999-01-01 | /asOf",
                "/v1/reports/won?from=2017-05-02&to=2017-05-01 | /from",
                "/v1/reports/won?where=region%20is%20'East' | /where",
                "/v1/reports/won?orderBy=size | /orderBy",
                "/v1/reports/won?compare=month | /compare",
                "/v1/reports/funnel?knownAt=yesterday | /knownAt",
                "/v1/reports/funnel?knownAt=999999999999 | /knownAt",
                "/v1/datasets/opportunity?knownAt=2017-12-31 | /knownAt",
                "/v1/datasets/opportunity?orderBy=size | /orderBy",
                "/v1/datasets/opportunity?orderBy=name&after=00000000-0000-0000-0000-000000000000 | /after",
                "/v1/reports/won?format=xml | /format",
                "/v1/reports/won?bom=perhaps | /bom",
                "/v1/datasets/nothing | /name",
                "/v1/datasets/opportunity?limit=0 | /limit",
                "/v1/datasets/opportunity?after=x | /after",
                "/v1/datasets/opportunity?where=size%20eq%201 | /where"
            })
    @DisplayName("what cannot be answered is 400 with a pointer, and says what would be allowed")
    void refuses(String path, String pointer) throws Exception {
        var answer = fetch(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var error = RunningReports.JSON.readTree(answer.body()).at("/errors/0");
        assertThat(error.path("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    @DisplayName("a service that starts anew goes on where its tables stand")
    void goes_on() throws Exception {
        var before = report("funnel?by=owner").get("rows");
        running.restart();
        caughtUp();
        assertThat(report("funnel?by=owner").get("rows")).isEqualTo(before);
        assertThat(running.beans(HikariDataSource.class)).hasSize(1);
    }

    private static JsonNode report(String query) {
        try {
            var answer = fetch("/v1/reports/" + query);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return RunningReports.JSON.readTree(answer.body());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> fetch(String path, String... headers) throws Exception {
        return running.fetch(path, running.parts.token(Role.ANALYST), headers);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
