package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.catalogue.Role;
import io.milepost.reporting.read.mart.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator asks of the mart while it runs, and does about it. */
class MartOperationsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2017, 3, 5);
    private static final String AT = MartOperator.AT;

    private static RunningReports running;
    private static Connection database;
    private static MartOperator mart;

    @BeforeAll
    static void start() throws Exception {
        var uri = Postgres.uri();
        database = DriverManager.getConnection(uri);
        running = new RunningReports("--milepost.mart.uri=" + uri, "--milepost.projection.keep-retired=4s");
        mart = new MartOperator(running, database);
        await().atMost(PATIENCE).until(mart::isCaughtUp);
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
        database.close();
    }

    @Test
    @DisplayName("the mart is listed among the projections, and tells an operator how it stands")
    void is_listed() throws Exception {
        var listed = mart.json(mart.fetch("/v1/projections"))
                .get("items")
                .valueStream()
                .filter(one -> one.get("name").asString().equals("mart"))
                .findFirst()
                .orElseThrow();
        assertThat(listed.propertyNames()).contains("generation", "setAside", "sources");
        await().atMost(PATIENCE)
                .until(() -> mart.status().get("state").asString().equals("COMPLETE"));
        var stands = mart.status();
        assertThat(stands.get("datasets").findValuesAsString("name")).contains("opportunity", "contract", "team_place");
        assertThat(mart.metric("milepost_projection_generation{", "projection=\"mart\""))
                .isEqualTo(stands.get("generation").asDouble());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, /reconcile",
        "POST, /rebuild",
        "DELETE, /rebuild",
        "GET, /set-aside",
        "POST, /redrive",
        "POST, /set-aside/00000000-0000-0000-0000-000000000001/acknowledge",
        "GET, /schemas",
        "DELETE, /schemas/mart_00000000"
    })
    @DisplayName("nobody but an operator is told of it or changes it")
    void only_operators(String method, String path) throws Exception {
        assertThat(running.send(method, AT + path, running.parts.token(Role.ANALYST))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ?colour=red, 400, UNKNOWN_PARAMETER",
        "POST, /rebuild, 400, IDEMPOTENCY_KEY_REQUIRED",
        "POST, /redrive?dataset=nothing, 400, INVALID_PARAMETER",
        "POST, /redrive?subject=x, 400, INVALID_PARAMETER",
        "GET, /set-aside?subject=0-0-0-0-1, 400, INVALID_PARAMETER",
        "POST, /set-aside/00000000-0000-0000-0000-000000000001/acknowledge, 404, NOT_FOUND",
        "DELETE, /schemas/mart_00000000, 404, NOT_FOUND",
        "DELETE, /schemas/public, 404, NOT_FOUND"
    })
    @DisplayName("what is asked wrongly is refused with a code")
    void refuses(String method, String path, int status, String code) throws Exception {
        var answer = mart.send(method, AT + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(MartOperator.code(answer)).isEqualTo(code);
    }

    @Test
    @DisplayName(
            "a rebuild goes on beside what answers, survives a kill, is agreed on by two instances, and ends in the same"
                    + " tables; the former ones go")
    void rebuilds() throws Exception {
        int former = mart.generation();
        var before = mart.report("funnel?by=owner").get("rows");
        assertThat(mart.json(mart.fetch(AT + "/reconcile")).get("count").asInt())
                .isZero();
        mart.change("update %s.opportunity_1_stock set m_open = m_open + 3".formatted(mart.schema(former)));
        var found = mart.json(mart.fetch(AT + "/reconcile"));
        assertThat(found.get("count").asInt()).isPositive();
        assertThat(found.get("datasets")
                        .valueStream()
                        .filter(one -> one.get("count").asInt() > 0)
                        .map(one -> one.get("name").asString()))
                .containsExactly("opportunity");

        var key = UUID.randomUUID();
        int next = former + 1;
        try (var _ = mart.heldBack(next)) {
            assertThat(mart.keyed("POST", key).statusCode()).isEqualTo(202);
            var again = mart.keyed("POST", key);
            assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
            assertThat(MartOperator.code(mart.keyed("POST", UUID.randomUUID()))).isEqualTo("REBUILD_UNDER_WAY");
            var rebuild = mart.json(again).get("rebuild");
            assertThat(rebuild.get("generation").asInt()).isEqualTo(next);
            assertThat(rebuild.get("progress").asDouble()).isLessThan(1);
            assertThat(rebuild.get("unread").asLong()).isPositive();
            assertThat(rebuild.get("sources").findValuesAsString("source")).contains("lead", "opportunity");
            running.kill();
        }
        running.start();
        try (var other = running.another()) {
            await().atMost(PATIENCE).until(() -> mart.generation() == next && mart.isCaughtUp());
            await().atMost(PATIENCE).untilAsserted(() -> {
                var answer = running.fetch(RunningReports.at(other, AT), running.parts.token(Role.OPERATOR));
                assertThat(mart.json(answer).get("generation").asInt()).isEqualTo(next);
            });
            assertThat(mart.report("funnel?by=owner").get("rows")).isEqualTo(before);
            assertThat(mart.one("select sum(open)::text from mart.opportunity_current"))
                    .isEqualTo(String.valueOf(before.valueStream()
                            .mapToLong(row -> row.get("open").asLong())
                            .sum()));
            assertThat(mart.json(mart.fetch(AT + "/reconcile")).get("count").asInt())
                    .isZero();
        }
        await().atMost(PATIENCE)
                .until(() -> mart.one("select to_regnamespace('%s')".formatted(mart.schema(former))) == null);
        assertThat(mart.groups(former)).isEmpty();
        assertThat(mart.groups(next)).hasSize(4);
    }

    @Test
    @DisplayName("a rebuild is cancelled once by a key, and what answered goes on")
    void cancels() throws Exception {
        int live = mart.generation();
        assertThat(MartOperator.code(mart.keyed("DELETE", UUID.randomUUID()))).isEqualTo("NO_REBUILD_UNDER_WAY");
        assertThat(mart.keyed("POST", UUID.randomUUID()).statusCode()).isEqualTo(202);
        var key = UUID.randomUUID();
        var cancelled = mart.keyed("DELETE", key);
        assertThat(mart.json(cancelled).has("rebuild")).isFalse();
        var again = mart.keyed("DELETE", key);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(mart.generation()).isEqualTo(live);
        await().atMost(PATIENCE)
                .until(() -> mart.status()
                        .get("generations")
                        .findValuesAsString("state")
                        .contains("DROPPED"));
        assertThat(mart.generation()).isEqualTo(live);
    }

    @Test
    @DisplayName(
            "subjects that were set aside are listed and redriven, one, of a dataset or all; what still fails stays")
    void redrives() throws Exception {
        var good = UUID.randomUUID();
        var bad = UUID.randomUUID();
        mart.change(
                "insert into %s.aside values ('opportunity', '%s', 'opportunity', 'opportunity.identified.v1', 1, 'Planted', now())"
                        .formatted(mart.schema(mart.generation()), good));
        long deals = mart.deals();
        running.population.opportunities.send(
                MartOperator.identified(good),
                MartOperator.identified(bad),
                new Publisher.Event("opportunity.value-updated.v1", bad, DAY, "{\"expectedValue\":\"a lot\"}"));
        running.population.opportunities.sendNoEvent(bad);
        await().atMost(PATIENCE)
                .until(() -> mart.isCaughtUp() && mart.status().get("setAside").asInt() == 7);
        assertThat(mart.deals()).isEqualTo(deals + 1);
        assertThat(mart.report("funnel").get("state").asString()).isEqualTo("PARTIAL");
        assertThat(mart.report("handovers").get("state").asString()).isEqualTo("COMPLETE");
        assertThat(mart.status().get("records").asInt()).isEqualTo(1);

        // As of any service, and as of the mart.
        assertThat(mart.json(mart.fetch("/v1/parked")).get("setAside").findValuesAsString("subject"))
                .contains(good.toString(), bad.toString());
        assertThat(mart.redriveParked(bad).get("stays").asString()).contains("ValueUpdated");
        var one = mart.json(mart.send("POST", AT + "/redrive?dataset=opportunity&subject=" + good));
        assertThat(one.get("redriven").asInt()).isEqualTo(1);
        assertThat(mart.deals()).isEqualTo(deals + 2);
        var all = mart.json(mart.send("POST", AT + "/redrive"));
        assertThat(all.get("tried").asInt())
                .as("one deal, in all that is made of its events")
                .isEqualTo(5);
        assertThat(all.get("redriven").asInt()).isZero();
        assertThat(all.at("/stays/0/subject").asString()).isEqualTo(bad.toString());
        assertThat(all.at("/stays/0/cause").asString()).contains("ValueUpdated");
        assertThat(mart.json(mart.send("POST", AT + "/redrive?dataset=opportunity"))
                        .get("redriven")
                        .asInt())
                .isZero();
        assertThat(mart.json(mart.fetch(AT + "/reconcile")).get("count").asInt())
                .isZero();

        var listed = mart.json(mart.fetch(AT + "/set-aside")).get("items");
        assertThat(listed.findValuesAsString("dataset"))
                .containsExactlyInAnyOrder(
                        "(record)", "diagnosis", "movement", "opportunity", "refused_advance", "stay");
        var record = listed.get(0).get("subject").asString();
        var acknowledged = mart.json(mart.send("POST", AT + "/set-aside/" + record + "/acknowledge"));
        assertThat(acknowledged.get("records").asInt()).isZero();
        assertThat(mart.json(mart.fetch(AT + "/set-aside")).at("/items/0").has("acknowledgedAt"))
                .isTrue();
        mart.change("delete from %s.aside".formatted(mart.schema(mart.generation())));
    }

    @Test
    @DisplayName("a source that cannot go on is BLOCKED with position and reason, and the others go on")
    void blocks() throws Exception {
        var deal = UUID.randomUUID();
        int partition = Publisher.partitionOf(deal);
        var position = "%s.position where source = 'delivery' and partition = %d"
                .formatted(mart.schema(mart.generation()), partition);
        mart.change(
                "insert into %s.position (source, partition, position, epoch) values ('delivery', %d, 0, 'another') on conflict (source, partition) do update set epoch = 'another'"
                        .formatted(mart.schema(mart.generation()), partition));
        running.population.deliveries.send(new Publisher.Event(
                "handover.initiated.v1",
                deal,
                DAY,
                "{\"owner\":\"smith\",\"dueOn\":\"2017-03-19\",\"value\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}"));
        await().atMost(PATIENCE)
                .until(() -> mart.report("handovers").get("state").asString().equals("BLOCKED"));
        assertThat(mart.report("handovers").get("blocked").asString())
                .matches("delivery-%d after \\d+: delivery has begun epoch epoch-1 after another; .*"
                        .formatted(partition));
        assertThat(mart.status().get("state").asString()).isEqualTo("BLOCKED");
        var source = mart.status()
                .get("sources")
                .valueStream()
                .filter(one -> one.has("blocked"))
                .toList();
        assertThat(source).singleElement().satisfies(one -> {
            assertThat(one.get("source").asString()).isEqualTo("delivery");
            assertThat(one.at("/blocked/0/partition").asInt()).isEqualTo(partition);
        });
        assertThat(mart.metric("milepost_projection_blocked{", "-delivery\"")).isEqualTo(1);
        assertThat(mart.metric("milepost_projection_blocked{", "-opportunity\""))
                .isZero();
        var ready = mart.fetch("/actuator/health/readiness");
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        assertThat(ready.body()).contains("delivery-%d after".formatted(partition));
        running.population.opportunities.send(MartOperator.identified(UUID.randomUUID()));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(mart.position(mart.status(), "opportunity"))
                    .isEqualTo(running.population.opportunities.position());
            assertThat(mart.report("funnel").get("state").asString()).isEqualTo("COMPLETE");
        });

        mart.change("update %s".formatted(position.replace(" where", " set epoch = 'epoch-1' where")));
        running.consumeAnew();
        await().atMost(PATIENCE)
                .until(() -> mart.isCaughtUp()
                        && mart.report("handovers").get("state").asString().equals("COMPLETE"));
    }

    @Test
    @DisplayName("a schema of earlier declarations is listed, and dropped by nobody but an operator")
    void drops() throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("create schema mart_0a0b0c0d");
            statement.execute("create table mart_0a0b0c0d.position (source text)");
            statement.execute("insert into mart_0a0b0c0d.position values ('lead')");
        }
        assertThat(mart.json(mart.fetch(AT + "/schemas")).get("items").findValuesAsString("schema"))
                .containsExactly("mart_0a0b0c0d");
        assertThat(MartOperator.code(mart.send("DELETE", AT + "/schemas/" + mart.schema(mart.generation()))))
                .isEqualTo("NOT_FOUND");
        assertThat(mart.json(mart.send("DELETE", AT + "/schemas/mart_0a0b0c0d"))
                        .get("items")
                        .isEmpty())
                .isTrue();
        assertThat(mart.one("select to_regnamespace('mart_0a0b0c0d')")).isNull();
        assertThat(running.beans(HikariDataSource.class)).hasSize(1);
    }
}
