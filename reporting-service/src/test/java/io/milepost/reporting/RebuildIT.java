package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.relay.EventTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Projections are reconciled, and rebuilt beside what is read, while events go on coming. */
class RebuildIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Several of those by which a generation takes over. */
    private static final Duration LOOKS = Duration.ofSeconds(1);

    private static RunningReports running;
    private static Operator operator;
    private static MongoClient client;
    private static MongoDatabase database;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        client = MongoClients.create(running.parts.mongoUri());
        database = client.getDatabase("reporting");
        operator = new Operator(running, database);
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Test
    void every_projection_differs_from_the_topics_in_nothing() throws Exception {
        var names = new ArrayList<String>();
        for (JsonNode projection : operator.items()) {
            var name = projection.get("name").asString();
            if (name.equals("mart")) {
                continue;
            }
            names.add(name);
            var answer = operator.reconciled(name);
            assertThat(answer.get("count").asLong()).as("%s", answer).isZero();
            assertThat(answer.get("differences").isEmpty()).isTrue();
            assertThat(answer.get("sources").isEmpty()).isFalse();
            if (List.of("funnel-2", "team", "contracts").contains(name)) {
                assertThat(answer.get("documents").asLong()).as(name).isPositive();
            }
        }
        assertThat(names).isSorted().hasSize(10).contains("funnel-2", "team", "sales_milestones");
        assertThat(running.groups()).contains("reporting-service.sales-milestones");
    }

    @Test
    void a_cell_that_was_changed_by_hand_is_named_and_healed() throws Exception {
        var before = running.report("contracts");
        var cell = Mono.from(database.getCollection(operator.collection("contracts", "cells"))
                        .find()
                        .first())
                .block();
        var path = cell.get("d", Document.class).keySet().stream()
                .filter(name -> name.endsWith("/n"))
                .findFirst()
                .orElseThrow();
        operator.changed("contracts", "cells", cell.get("_id"), new Document("$inc", new Document("d." + path, 5L)));

        var answer = operator.reconciled("contracts");
        assertThat(answer.get("count").asLong()).isEqualTo(1);
        var named = answer.at("/differences/0");
        assertThat(named.get("document").asString()).isEqualTo("cells/" + cell.get("_id"));
        assertThat(named.get("field").asString()).isEqualTo("d." + path);
        assertThat(named.get("stored").asLong()).isEqualTo(named.get("expected").asLong() + 5);
        assertThat(running.report("contracts")).isNotEqualTo(before);

        operator.rebuilt("contracts");

        assertThat(operator.reconciled("contracts").get("count").asLong()).isZero();
        assertThat(running.report("contracts")).isEqualTo(before);
    }

    @Test
    void what_a_rebuild_replaced_is_removed() throws Exception {
        int former = operator.generation("handovers");
        var group = "reporting-service.handovers" + Operator.suffix(former);
        var collection = operator.collection("handovers", "cells");
        assertThat(operator.collections()).contains(collection);
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", running.parts.bootstrapServers()))) {
            assertThat(Operator.groups(admin)).contains(group);
            operator.rebuilt("handovers");
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(operator.collections()).doesNotContain(collection);
                assertThat(Operator.groups(admin)).doesNotContain(group);
            });
            assertThat(operator.collections()).contains(operator.collection("handovers", "cells"));
            assertThat(Operator.groups(admin)).contains("reporting-service.handovers.g" + (former + 1));
        }
        assertThat(operator.metric("milepost_projection_generation", "handovers"))
                .isEqualTo(former + 1.0);
        assertThat(operator.metric("milepost_projection_rebuild_progress", "handovers"))
                .isEqualTo(1.0);
        assertThat(running.report("handovers").at("/totals/initiated").asLong()).isEqualTo(4);
    }

    @Test
    void a_generation_that_is_behind_does_not_take_over_and_the_former_one_answers() throws Exception {
        var before = running.report("collections").get("totals");
        int former = operator.generation("collections");
        var group = "reporting-service.collections.g" + (former + 1);
        operator.heldBack(group, "contract", 0);
        assertThat(operator.begun("collections")).isEqualTo(former + 1);
        await().atMost(PATIENCE)
                .until(() -> operator.metric("milepost_projection_rebuild_progress", "collections") == 0);
        await().during(LOOKS).atMost(PATIENCE).until(() -> operator.generation("collections") == former);
        assertThat(running.report("collections").get("totals")).isEqualTo(before);

        // Also when another instance has decided: this one answers from what has all.
        operator.turned("collections", former);
        await().during(LOOKS).atMost(PATIENCE).until(() -> operator.reads("collections") == former);
        assertThat(operator.generation("collections")).isEqualTo(former + 1);
        assertThat(running.report("collections").get("totals")).isEqualTo(before);

        operator.released(group, "contract", 0, EventTopic.PARTITIONS);
        running.consumeAnew();
        await().atMost(PATIENCE).until(() -> operator.reads("collections") == former + 1);
        assertThat(running.report("collections").get("totals")).isEqualTo(before);
        assertThat(operator.reconciled("collections").get("count").asLong()).isZero();
    }

    @Test
    void the_same_key_begins_one_rebuild_and_another_key_none_beside_it() throws Exception {
        var key = UUID.randomUUID();
        int former = operator.generation("closures");
        var first = operator.rebuild("closures", key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        await().atMost(PATIENCE).until(() -> operator.generation("closures") == former + 1);
        var again = operator.rebuild("closures", key);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(RunningReports.JSON.readTree(again.body()).has("rebuild")).isFalse();

        // A small rebuild may be over before the second request comes; then that one begins the next.
        await().atMost(PATIENCE).untilAsserted(() -> {
            operator.rebuild("closures", UUID.randomUUID());
            var second = operator.rebuild("closures", UUID.randomUUID());
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(Operator.code(second)).isEqualTo("REBUILD_UNDER_WAY");
        });
        assertThat(operator.page("REBUILD_UNDER_WAY")).isEqualTo(200);
    }

    @Test
    void what_is_asked_wrongly_or_by_others_is_refused() throws Exception {
        var token = running.parts.token(Role.OPERATOR);
        var unknown = running.fetch("/v1/projections/nobody/reconcile", token);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Operator.code(unknown)).isEqualTo("NOT_FOUND");
        assertThat(operator.rebuild("nobody", UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(operator.cancel("nobody", UUID.randomUUID()).statusCode()).isEqualTo(404);
        for (var path : List.of("/v1/projections", "/v1/projections/team/reconcile")) {
            assertThat(running.fetch(path, token).statusCode()).isEqualTo(200);
            assertThat(running.fetch(path, running.parts.token(Role.ANALYST)).statusCode())
                    .isEqualTo(403);
        }
        for (var method : List.of("POST", "DELETE")) {
            var keyless = running.send(method, "/v1/projections/team/rebuild", token);
            assertThat(keyless.statusCode()).isEqualTo(400);
            assertThat(Operator.code(keyless)).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
            var analyst = running.send(
                    method,
                    "/v1/projections/team/rebuild",
                    running.parts.token(Role.ANALYST),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
            assertThat(analyst.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_projection_that_goes_on_is_reconciled_exactly() throws Exception {
        var over = new AtomicBoolean();
        var load = CompletableFuture.supplyAsync(() -> running.population.identify("loader", over));
        long before = deals();
        for (int look = 0; look < 3; look++) {
            assertThat(operator.reconciled("funnel-2").get("differences").toString())
                    .isEqualTo("[]");
        }
        await().atMost(PATIENCE).until(() -> deals() > before);
        over.set(true);
        assertThat(load.get()).isPositive();
        running.caughtUp();
    }

    private static long deals() {
        return running.report("funnel").at("/totals/opportunities").asLong();
    }
}
