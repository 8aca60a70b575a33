package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.relay.EventTopic;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A rebuild whose instance dies, that is cancelled, or that several instances share; what answers goes on answering. */
class RebuildFaultsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REPLAYED = "Idempotent-Replayed";

    private static RunningReports running;
    private static Operator operator;
    private static MongoClient client;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        client = MongoClients.create(running.parts.mongoUri());
        operator = new Operator(running, client.getDatabase("reporting"));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    /** Each time a third of the partitions more is let go, and death comes while those are read. Totals never fall. */
    @Test
    void a_rebuild_under_load_that_is_killed_three_times_loses_nothing() throws Exception {
        long before = deals();
        var over = new AtomicBoolean();
        var load = CompletableFuture.supplyAsync(() -> running.population.identify("shifter", over));
        int former = operator.generation("funnel-2");
        var group = "reporting-service.funnel-2.g" + (former + 1);
        await().atMost(PATIENCE).until(() -> deals() > before);

        operator.heldBack(group, "opportunity", 0);
        assertThat(operator.begun("funnel-2")).isEqualTo(former + 1);
        await().atMost(PATIENCE).until(() -> progress("funnel-2") == 0);
        int third = EventTopic.PARTITIONS / 3;
        double reached = 0;
        var shown = new AtomicLong(before);
        for (int killed = 1; killed <= 3; killed++) {
            running.kill();
            operator.released(group, "opportunity", (killed - 1) * third, killed * third);
            running.start();
            double gone = reached;
            if (killed < 3) {
                // It is 1 until the instance has looked.
                reached = await().atMost(PATIENCE)
                        .until(() -> progress("funnel-2"), share -> share > gone + 0.1 && share < 0.9);
                assertThat(operator.generation("funnel-2")).isEqualTo(former);
            }
            seen(shown);
        }
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
            seen(shown);
            return operator.generation("funnel-2") == former + 1 && operator.reads("funnel-2") == former + 1;
        });
        seen(shown);

        over.set(true);
        long sent = load.get();
        running.caughtUp();
        assertThat(deals()).isEqualTo(before + sent);
        assertThat(operator.reconciled("funnel-2").get("count").asLong()).isZero();
        assertThat(running.groups(running.report("funnel?groupBy=owner"), "opportunities"))
                .contains("shifter:" + sent);
    }

    @Test
    void a_cancelled_rebuild_ends_on_all_instances_and_is_removed_and_another_one_takes_over_on_all() throws Exception {
        var before = running.report("stages").get("totals");
        int former = operator.generation("stages");
        int given = former + 1;
        var group = "reporting-service.stages.g" + given;
        var collections = "stages.g" + given + "_";
        try (var other = running.another();
                var admin =
                        Admin.create(Map.<String, Object>of("bootstrap.servers", running.parts.bootstrapServers()))) {
            operator.heldBack(group, "opportunity", EventTopic.PARTITIONS / 2);
            assertThat(operator.begun("stages")).isEqualTo(given);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(operator.collections()).contains(collections + "cells", collections + "progress");
                assertThat(Operator.groups(admin)).contains(group);
                assertThat(operator.positions(group)).hasSizeGreaterThan(EventTopic.PARTITIONS / 2);
                assertThat(lagIsMeasured(group)).isTrue();
                assertThat(progress("stages")).isBetween(0.01, 0.99);
            });

            var key = UUID.randomUUID();
            var cancelled = operator.cancel("stages", key);
            assertThat(cancelled.statusCode()).as(cancelled.body()).isEqualTo(200);
            assertThat(cancelled.headers().firstValue(REPLAYED)).isEmpty();
            isRead(cancelled, former);
            var again = operator.cancel("stages", key);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.headers().firstValue(REPLAYED)).contains("true");
            var late = operator.cancel("stages", UUID.randomUUID());
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(Operator.code(late)).isEqualTo("NO_REBUILD_UNDER_WAY");
            assertThat(operator.page("NO_REBUILD_UNDER_WAY")).isEqualTo(200);

            // A group goes when no instance reads in it any more.
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(running.report("stages").get("totals")).isEqualTo(before);
                assertThat(operator.collections()).noneMatch(name -> name.startsWith(collections));
                assertThat(Operator.groups(admin)).doesNotContain(group);
                assertThat(operator.positions(group)).isEmpty();
            });
            assertThat(lagIsMeasured(group)).isFalse();
            assertThat(operator.collections()).contains("stages" + Operator.suffix(former) + "_cells");
            assertThat(Operator.groups(admin)).contains("reporting-service.stages" + Operator.suffix(former));
            assertThat(reconciled(other).get("generation").asInt()).isEqualTo(former);
            assertThat(operator.reconciled("stages").get("count").asLong()).isZero();

            int next = operator.begun("stages");
            assertThat(next).as("no number comes twice").isEqualTo(given + 1);
            var delayed = operator.cancel("stages", key);
            assertThat(delayed.headers().firstValue(REPLAYED)).contains("true");
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(operator.reads("stages")).isEqualTo(next);
                assertThat(reconciled(other).get("generation").asInt()).isEqualTo(next);
            });
            assertThat(reconciled(other).get("count").asLong()).isZero();
            var report = RunningReports.at(other, "/v1/reports/stages");
            var told = running.fetch(report, running.parts.token(Role.ANALYST)).body();
            assertThat(RunningReports.JSON.readTree(told).get("totals")).isEqualTo(before);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(operator.collections())
                            .doesNotContain("stages" + Operator.suffix(former) + "_cells"));
            assertThat(operator.collections()).contains("stages.g" + next + "_cells");
        }
        assertThat(running.report("stages").get("totals")).isEqualTo(before);
    }

    @Test
    void a_cancel_beside_the_taking_over_cancels_or_finds_it_done_and_never_half() throws Exception {
        var before = running.report("movement?from=2017-01-31&to=2017-04-30").get("closing");
        for (int round = 0; round < 4; round++) {
            int former = operator.generation("movement-2");
            int given = operator.begun("movement-2");
            // Amid the reading, or when all is read and the next look lets it take over.
            boolean early = round < 2;
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> operator.collections().contains("movement-2.g" + given + "_progress")
                            && (early || progress("movement-2") == 1));
            var answer = operator.cancel("movement-2", UUID.randomUUID());
            boolean cancelled = answer.statusCode() == 200;
            if (!cancelled) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
                assertThat(Operator.code(answer)).isEqualTo("NO_REBUILD_UNDER_WAY");
            }
            int live = cancelled ? former : given;
            int gone = cancelled ? given : former;
            await().atMost(PATIENCE)
                    .until(() -> operator.lineage("movement-2")
                            .getList("retired", Integer.class)
                            .isEmpty());
            assertThat(operator.lineage("movement-2"))
                    .containsEntry("live", live)
                    .doesNotContainKey("building");
            assertThat(operator.reads("movement-2")).isEqualTo(live);
            assertThat(operator.collections())
                    .contains("movement-2" + Operator.suffix(live) + "_cells")
                    .doesNotContain("movement-2" + Operator.suffix(gone) + "_cells");
        }
        assertThat(running.report("movement?from=2017-01-31&to=2017-04-30").get("closing"))
                .isEqualTo(before);
        assertThat(operator.reconciled("movement-2").get("count").asLong()).isZero();
    }

    private static void isRead(HttpResponse<String> answer, int generation) {
        var standing = RunningReports.JSON.readTree(answer.body());
        assertThat(standing.get("generation").asInt()).isEqualTo(generation);
        assertThat(standing.has("rebuild")).isFalse();
    }

    private static JsonNode reconciled(ConfigurableApplicationContext instance) throws Exception {
        var at = RunningReports.at(instance, "/v1/projections/stages/reconcile");
        return RunningReports.JSON.readTree(
                running.fetch(at, running.parts.token(Role.OPERATOR)).body());
    }

    private static boolean lagIsMeasured(String group) throws Exception {
        return running.fetch("/actuator/prometheus", running.parts.token(Role.OPERATOR))
                .body()
                .contains("milepost_inbox_lag{group=\"" + group + "\"");
    }

    private static double progress(String name) throws Exception {
        return operator.metric("milepost_projection_rebuild_progress", name);
    }

    private static void seen(AtomicLong shown) {
        long now = deals();
        assertThat(now)
                .as("deals, while a rebuild is killed or takes over")
                .isGreaterThanOrEqualTo(shown.getAndSet(now));
    }

    private static long deals() {
        return running.report("funnel").at("/totals/opportunities").asLong();
    }
}
