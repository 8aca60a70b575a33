package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import io.milepost.reporting.read.mart.Postgres;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The reports' part in the runbook "restore a service": a service has lost events and publishes what is left under a new epoch. */
class RestoredSourceIT {

    @Test
    void reports_stand_still_until_they_are_rebuilt_and_then_hold_what_the_source_still_has() throws Exception {
        var uri = Postgres.uri();
        try (var running = new RunningReports("--milepost.mart.uri=" + uri);
                var database = DriverManager.getConnection(uri)) {
            var mart = new MartOperator(running, database);
            assertThat(ready(running)).isEqualTo(200);
            assertThat(totals(running, "initiated")).isEqualTo(4);

            running.population.deliveries.beginAnew("epoch-2");
            running.population.deliveries.send(
                    new Publisher.Event(
                            "handover.initiated.v1",
                            new UUID(9, 2),
                            LocalDate.parse("2017-03-01"),
                            "{\"owner\":\"smith\",\"dueOn\":\"2017-03-19\",\"value\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}"));
            await().until(() ->
                    running.report("handovers").get("state").asString().equals("BLOCKED"));
            assertThat(totals(running, "initiated")).isEqualTo(4);

            assertThat(mart.keyed("POST", UUID.randomUUID()).statusCode()).isEqualTo(202);
            await().until(() -> mart.generation() == 2);
            assertThat(mart.json(mart.fetch(MartOperator.AT + "/reconcile"))
                            .get("count")
                            .asLong())
                    .isZero();

            assertThat(ready(running)).isEqualTo(200);
            assertThat(totals(running, "initiated")).isEqualTo(1);
            assertThat(totals(running, "accepted")).isZero();
            await().untilAsserted(() -> {
                var answer = running.report("handovers");
                assertThat(answer.get("position").asString()).contains("delivery=1");
                assertThat(answer.get("state").asString()).isEqualTo("COMPLETE");
            });
            // The next one comes as it always did.
            running.population.deliveries.send(new Publisher.Event(
                    "handover.accepted.v1",
                    new UUID(9, 2),
                    LocalDate.parse("2017-03-08"),
                    "{\"acceptedOn\":\"2017-03-08\"}"));
            await().until(() -> totals(running, "accepted") == 1);
        }
    }

    private static int ready(RunningReports running) throws Exception {
        return running.fetch("/actuator/health/readiness", running.parts.token(Role.OPERATOR))
                .statusCode();
    }

    private static long totals(RunningReports running, String measure) {
        return Long.parseLong(running.totals("handovers?by=", measure));
    }
}
