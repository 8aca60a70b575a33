package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reports that somebody is sent regularly. */
class ScheduledReportsIT {
    private static final LocalDate APRIL = LocalDate.of(2017, 4, 3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = new RunningReports();
        running.population.leads.send(member("boss", null), member("smith", "boss"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    @DisplayName(
            "R-206: a run is made once, kept with position and hash, listed, and has what its recipient may know of")
    void a_run_is_made_once() throws Exception {
        var schedule = new UUID(61, 1);
        due(schedule, "won", "boss", "SUBTREE", "CSV", APRIL, "\"region\"", "");
        var run = theRunOf(schedule);
        due(schedule, "won", "boss", "SUBTREE", "CSV", APRIL, "\"region\"", "");
        due(schedule, "won", "boss", "SUBTREE", "CSV", APRIL.plusMonths(1), "\"region\"", "");
        await("the next period")
                .atMost(PATIENCE)
                .until(() -> runs(all(), schedule).size() == 2);

        var file = file(boss(), run);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body())
                .as("as its path answers the recipient")
                .isEqualTo(running.get("won?from=2017-03-01&to=2017-04-02&by=region&format=csv", boss())
                        .body());
        assertThat(run.get("sha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(file.body().getBytes(StandardCharsets.UTF_8))));
        assertThat(file.headers().firstValue("Milepost-Sha256"))
                .contains(run.get("sha256").asString());
        assertThat(file.headers().firstValue("Milepost-Position"))
                .contains(run.get("position").asString());
        assertThat(run.get("position").asString()).contains("opportunity=");
        assertThat(run.get("state").asString()).isEqualTo("COMPLETE");

        running.restart();
        due(new UUID(61, 9), "won", "boss", "OWN", "CSV", APRIL, "", "");
        theRunOf(new UUID(61, 9));
        assertThat(runs(all(), schedule))
                .as("heard again, nothing is made again")
                .hasSize(2)
                .anyMatch(again -> again.equals(run));
    }

    @Test
    @DisplayName("R-206: a run is its recipient's, and of those who see everything")
    void a_run_is_its_recipients() throws Exception {
        var schedule = new UUID(61, 2);
        due(schedule, "won", "boss", "ALL", "JSON", APRIL, "", "");
        var run = theRunOf(schedule);
        assertThat(runs(boss(), schedule)).hasSize(1);
        assertThat(file(boss(), run).statusCode()).isEqualTo(200);
        var smith = token("smith", "subtree");
        assertThat(runs(smith, schedule)).isEmpty();
        assertThat(file(smith, run).statusCode()).isEqualTo(404);
        var nobody = running.parts.issuer().tokenSaying("portal", Map.of("access", "own"), Role.SALES_REP);
        assertThat(runs(nobody, schedule)).isEmpty();
        assertThat(running.fetch("/v1/report-runs?schedule=7", all()).statusCode())
                .isEqualTo(400);
        assertThat(running.fetch("/v1/report-runs/%s/file".formatted(UUID.randomUUID()), all())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("R-187: the certificate of an erased person names the files that are kept, for officers and operators")
    void a_certificate_names_the_files() throws Exception {
        var schedule = new UUID(61, 7);
        due(schedule, "won", "boss", "ALL", "CSV", APRIL, "", "");
        var run = theRunOf(schedule);
        var person = new UUID(62, 1);
        running.population.leads.send(
                new Publisher.Event("person.erasure-requested.v1", person, APRIL, """
                    {"round":1,"reason":"letter","alsoUnder":[],"requestedBy":"kim","at":"2017-04-03T09:00:00Z"}\
                    """),
                new Publisher.Event("person.erasure-answered.v1", person, APRIL, """
                    {"round":1,"answer":{"service":"opportunity","at":"2017-04-03T09:00:01Z","entities":[{"aggregate":\
                    "opportunity","entity":"%s","sealed":[1],"open":[]}],"receivers":[]}}\
                    """.formatted(person)));
        var officer = running.parts.token(Role.PRIVACY_OFFICER);
        var path = "/v1/erasure-certificates?person=" + person;
        await("the answer")
                .atMost(PATIENCE)
                .until(() -> running.fetch(path, officer).body().contains("receivers"));
        var certificate = RunningReports.JSON
                .readTree(running.fetch(path, officer).body())
                .at("/items/0");
        assertThat(certificate.path("status").asString()).isEqualTo("PARTLY");
        assertThat(certificate.path("files").valueStream())
                .filteredOn(file -> file.path("file")
                        .asString()
                        .equals("/v1/report-runs/%s/file"
                                .formatted(run.get("id").asString())))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.path("sha256")).isEqualTo(run.get("sha256"));
                    assertThat(file.at("/entities/0/entity").asString()).isEqualTo(person.toString());
                });
        assertThat(running.fetch(path, all()).statusCode()).isEqualTo(403);
        assertThat(running.fetch(path, boss()).statusCode()).isEqualTo(403);
        assertThat(running.fetch("/v1/erasure-certificates?person=" + schedule, officer)
                        .statusCode())
                .isEqualTo(404);
        assertThat(running.fetch("/v1/erasure-certificates?person=7", officer).statusCode())
                .isEqualTo(400);
        assertThat(RunningReports.JSON
                        .readTree(running.fetch("/v1/erasure-certificates", running.parts.token(Role.OPERATOR))
                                .body())
                        .at("/items/0")
                        .has("files"))
                .as("of one alone")
                .isFalse();
    }

    @Test
    @DisplayName("R-206: what cannot be made says why, and keeps no other run waiting")
    void what_cannot_be_made_says_why() throws Exception {
        var gone = new UUID(61, 3);
        due(gone, "a-report-of-before", "boss", "OWN", "CSV", APRIL, "", "");
        assertThat(theRunOf(gone).get("fault").asString()).startsWith("name must be one of");
        assertThat(file(all(), theRunOf(gone)).statusCode()).isEqualTo(404);
        var odd = new UUID(61, 4);
        due(odd, "won", "boss", "OWN", "SCROLL", APRIL, "", "");
        assertThat(theRunOf(odd).get("fault").asString()).startsWith("format must be");
        var quoted = new UUID(61, 5);
        due(quoted, "won", "boss", "ALL", "XLSX", APRIL, "", condition("O'Brien' or region ne '"));
        assertThat(theRunOf(quoted).get("rows").asInt()).isZero();
        var east = new UUID(61, 6);
        due(east, "weekly-roll-up", "boss", "ALL", "PARQUET", APRIL, "", "");
        assertThat(theRunOf(east).has("fault")).isFalse();
    }

    private static String condition(String region) {
        return "{\"column\":\"region\",\"value\":\"%s\"}".formatted(region);
    }

    private static void due(
            UUID schedule,
            String report,
            String to,
            String access,
            String format,
            LocalDate day,
            String by,
            String where) {
        running.population.leads.send(
                new Publisher.Event("report-schedule.run-became-due.v1", schedule, day, """
                    {"report":"%s","by":[%s],"where":[%s],"recipient":"%s","access":"%s","format":"%s","day":"%s","from":"%s","to":"%s"}\
                    """.formatted(
                                report,
                                by,
                                where,
                                to,
                                access,
                                format,
                                day,
                                day.minusMonths(1).withDayOfMonth(1),
                                day.minusDays(1))));
    }

    private static JsonNode theRunOf(UUID schedule) throws Exception {
        await("the run").atMost(PATIENCE).until(() -> runs(all(), schedule).size() == 1);
        return runs(all(), schedule).getFirst();
    }

    private static List<JsonNode> runs(String token, UUID schedule) throws Exception {
        var answer = running.fetch("/v1/report-runs?schedule=" + schedule, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON
                .readTree(answer.body())
                .get("items")
                .valueStream()
                .toList();
    }

    private static HttpResponse<String> file(String token, JsonNode run) throws Exception {
        return running.fetch("/v1/report-runs/%s/file".formatted(run.get("id").asString()), token);
    }

    private static String all() {
        return running.parts.token(Role.ANALYST);
    }

    private static String boss() {
        return token("boss", "subtree");
    }

    private static String token(String member, String access) {
        return running.parts
                .issuer()
                .tokenSaying("portal", Map.of("member", member, "access", access), Role.SALES_MANAGER);
    }

    private static Publisher.Event member(String code, @Nullable String manager) {
        return new Publisher.Event(
                "team-member.registered.v1",
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                APRIL,
                "{\"code\":\"%s\",\"team\":\"team of %s\",\"region\":\"West\",\"from\":\"2017-02-01\"%s}"
                        .formatted(code, code, manager == null ? "" : ",\"manager\":\"" + manager + "\""));
    }
}
