package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.platform.catalogue.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The reports' part in the runbook "restore a service": a service has lost events and publishes what is left under a new epoch. */
class RestoredSourceIT {

    @Test
    void reports_stand_still_until_they_are_rebuilt_and_then_hold_what_the_source_still_has() throws Exception {
        try (var running = new RunningReports();
                var client = MongoClients.create(running.parts.mongoUri())) {
            var operator = new Operator(running, client.getDatabase("reporting"));
            assertThat(ready(running)).isEqualTo(200);
            assertThat(totals(running, "initiated")).isEqualTo(4);

            running.population.deliveries.beginAnew("epoch-2");
            running.population.deliveries.send(
                    new Publisher.Event(
                            "handover.initiated.v1",
                            new UUID(9, 2),
                            LocalDate.parse("2017-03-01"),
                            "{\"owner\":\"smith\",\"dueOn\":\"2017-03-19\",\"value\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}"));
            await().until(() -> ready(running) == 503);
            assertThat(totals(running, "initiated")).isEqualTo(4);

            var readers = readersOf(operator, "delivery");
            for (var name : readers) {
                assertThat(operator.rebuild(name, UUID.randomUUID()).statusCode())
                        .isEqualTo(202);
            }
            for (var name : readers) {
                await().until(() -> operator.reads(name) == 2);
                assertThat(operator.reconciled(name).get("count").asLong())
                        .as(name)
                        .isZero();
            }

            assertThat(ready(running)).isEqualTo(200);
            assertThat(totals(running, "initiated")).isEqualTo(1);
            assertThat(totals(running, "accepted")).isZero();
            assertThat(running.report("handovers").get("position").asString()).startsWith("delivery=1,");
            assertThat(running.report("handovers").get("lagMs").asLong()).isZero();
            // The next one comes as it always did.
            running.population.deliveries.send(new Publisher.Event(
                    "handover.accepted.v1",
                    new UUID(9, 2),
                    LocalDate.parse("2017-03-08"),
                    "{\"acceptedOn\":\"2017-03-08\"}"));
            await().until(() -> totals(running, "accepted") == 1);
        }
    }

    private static List<String> readersOf(Operator operator, String source) throws Exception {
        var names = new ArrayList<String>();
        for (var projection : operator.items()) {
            if (projection.get("sources").toString().contains("\"" + source + "\"")) {
                names.add(projection.get("name").asString());
            }
        }
        assertThat(names).contains("handovers", "mart");
        return names;
    }

    private static int ready(RunningReports running) throws Exception {
        return running.fetch("/actuator/health/readiness", running.parts.token(Role.OPERATOR))
                .statusCode();
    }

    private static long totals(RunningReports running, String measure) {
        return running.report("handovers").at("/totals/" + measure).asLong();
    }
}
