package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import io.milepost.reporting.read.mart.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators do to the reports is on record, and what is measured of them stands in a scrape. */
class OperatorActsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String AT = MartOperator.AT;

    private static RunningReports running;
    private static Connection database;
    private static MartOperator mart;

    @BeforeAll
    static void start() throws Exception {
        var uri = Postgres.uri();
        database = DriverManager.getConnection(uri);
        running = new RunningReports("--milepost.mart.uri=" + uri);
        mart = new MartOperator(running, database);
        await().atMost(PATIENCE).until(mart::isCaughtUp);
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
        database.close();
    }

    private static List<JsonNode> acts() throws Exception {
        return mart.json(mart.fetch("/v1/audit-records"))
                .get("items")
                .valueStream()
                .toList();
    }

    private static List<String> told() throws Exception {
        return acts().stream()
                .map(one -> one.at("/act/act").asString() + " "
                        + one.at("/act/subject").asString())
                .toList();
    }

    @Test
    @DisplayName(
            "R-189: who compared, redrove, acknowledged, cancelled and dropped is on record, the newest first, also"
                    + " where it was refused")
    void on_record() throws Exception {
        var before = Instant.now();
        var subject = UUID.randomUUID();
        mart.fetch(AT + "/reconcile");
        mart.send("POST", AT + "/redrive?dataset=lead");
        mart.send("POST", AT + "/redrive?subject=" + subject);
        mart.send("POST", AT + "/redrive?dataset=nonsense");
        mart.send("POST", AT + "/set-aside/" + subject + "/acknowledge");
        assertThat(MartOperator.code(mart.keyed("DELETE", UUID.randomUUID()))).isEqualTo("NO_REBUILD_UNDER_WAY");
        mart.send("DELETE", AT + "/schemas/never_there");
        mart.redriveParked(subject);

        assertThat(told())
                .startsWith(
                        "redrive-set-aside " + subject,
                        "cancel-rebuild mart",
                        "acknowledge " + subject,
                        "redrive " + subject,
                        "redrive lead",
                        "reconcile mart");
        assertThat(acts().subList(0, 6)).allSatisfy(one -> {
            assertThat(one.get("status").asString()).isEqualTo("ACTED");
            assertThat(one.get("actor").asString())
                    .isNotBlank()
                    .isEqualTo(one.at("/act/actor").asString());
            assertThat(Instant.parse(one.get("at").asString())).isAfterOrEqualTo(before.minusMillis(1));
        });
        assertThat(mart.json(mart.fetch("/v1/audit-records?before=" + before)).toString())
                .doesNotContain(subject.toString());
        assertThat(mart.json(mart.fetch("/v1/audit-records")).get("more").asBoolean())
                .isFalse();
        assertThat(mart.fetch("/v1/audit-records?since=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    @DisplayName("nobody but an operator reads what operators did")
    void only_operators() throws Exception {
        assertThat(running.fetch("/v1/audit-records", running.parts.token(Role.ANALYST))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "R-189: what operators did is in the trail of all services, each act chained to the one before; auditors"
                    + " see all of it, a member what it did itself")
    void in_the_trail() throws Exception {
        mart.fetch(AT + "/reconcile");
        mart.send("POST", AT + "/redrive?dataset=lead");

        var lines = trail("service=reporting&after=0", running.parts.token(Role.PRIVACY_OFFICER));
        assertThat(lines).hasSizeGreaterThan(1).allSatisfy(line -> {
            assertThat(line.path("kind").asString()).isEqualTo("ACTED");
            assertThat(line.path("hash").asString()).hasSize(64);
        });
        assertThat(lines.stream().map(line -> line.path("position").asLong()).toList())
                .isEqualTo(LongStream.rangeClosed(1, lines.size()).boxed().toList());
        assertThat(lines.getLast().at("/detail/act").asString()).isEqualTo("redrive");
        assertThat(trail("kind=ACTED&pageSize=1", running.parts.token(Role.OPERATOR)))
                .containsExactly(lines.getLast());

        var member = running.parts.issuer().tokenSaying("smith", Map.of("member", "SMI"), Role.SALES_REP);
        assertThat(trail("service=reporting", member)).as("it did nothing").isEmpty();
        assertThat(running.fetch("/v1/audit?member=smi", member).statusCode()).isEqualTo(200);
        assertThat(running.fetch("/v1/audit?member=LEE", member).statusCode()).isEqualTo(403);
        assertThat(running.fetch("/v1/audit", running.parts.token(Role.ANALYST)).statusCode())
                .isEqualTo(403);
        for (var wrong :
                List.of("after=1", "service=billing", "kind=done", "entity=x", "pageToken=x", "pageSize=501")) {
            assertThat(running.fetch("/v1/audit?" + wrong, running.parts.token(Role.OPERATOR))
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private static List<JsonNode> trail(String query, String token) throws Exception {
        var answer = running.fetch("/v1/audit?" + query, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON
                .readTree(answer.body())
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    @DisplayName("what cannot be put on record is not done")
    void not_without_record() throws Exception {
        var generation = mart.generation();
        try (var statement = database.createStatement()) {
            statement.execute("alter table milepost.operator_act rename to operator_act_away");
            try {
                assertThat(mart.keyed("POST", UUID.randomUUID()).statusCode()).isEqualTo(503);
            } finally {
                statement.execute("alter table milepost.operator_act_away rename to operator_act");
            }
        }
        assertThat(mart.status().has("rebuild")).isFalse();
        assertThat(mart.generation()).isEqualTo(generation);
    }

    @Test
    @DisplayName("differences are measured once somebody has looked, the pool and how soon events are visible always")
    void measured() throws Exception {
        mart.fetch(AT + "/reconcile");

        assertThat(mart.metric("milepost_mart_differences{", "dataset=\"lead\""))
                .isZero();
        assertThat(mart.metric("hikaricp_connections{", "pool=\"mart\"")).isPositive();
        assertThat(mart.metric("milepost_visible_seconds_count{", "source=\"contract\""))
                .isNotNegative();
        assertThat(mart.metric("milepost_business_overdue_instalments{", "service"))
                .isNotNegative();
    }
}
