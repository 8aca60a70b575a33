package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import io.milepost.platform.setaside.SetAside;
import io.milepost.platform.setaside.SetAsides;
import io.milepost.reporting.read.cells.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Events that cannot be read between others that can: each report is complete but for their subjects, and says so. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetAsideIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 5);
    private static final String VALUE = "\"value\":{\"amount\":\"5.00\",\"currency\":\"USD\"}";

    /** Of one partition, so that whatever stops it stops them all. */
    private static final List<UUID> SUBJECTS = Stream.iterate(1L, number -> number + 1)
            .map(number -> new UUID(11, number))
            .filter(subject -> Publisher.partitionOf(subject) == 5)
            .limit(4)
            .toList();

    private static final UUID FIRST = SUBJECTS.get(0);
    private static final UUID BAD = SUBJECTS.get(1);
    private static final UUID LAST = SUBJECTS.get(2);
    private static final UUID KNOWN = SUBJECTS.get(3);

    private static RunningReports running;
    private static Operator operator;
    private static MongoClient client;
    private static MongoDatabase database;

    @BeforeAll
    static void start() throws Exception {
        running = new RunningReports();
        client = MongoClients.create(running.parts.mongoUri());
        database = client.getDatabase("reporting");
        operator = new Operator(running, database);
    }

    @AfterAll
    static void stop() {
        client.close();
        running.close();
    }

    @Test
    @Order(1)
    @DisplayName("One bad fact of each source stops no report")
    void each_report_goes_on_without_a_subject_that_cannot_be_read_and_says_so() throws Exception {
        assertThat(setAside("funnel")).as("control").isZero();
        say(
                running.population.opportunities,
                "opportunity.identified.v1",
                "\"owner\":\"adams\",\"expectedValue\":" + VALUE.substring(VALUE.indexOf('{')),
                "opportunity.qualified.v1");
        say(running.population.contracts, "contract.drafted.v1", "\"owner\":\"adams\"," + VALUE, "contract.revised.v1");
        say(
                running.population.contracts,
                "payment-schedule.set.v1",
                "\"owner\":\"adams\"," + VALUE,
                "payment-schedule.noted.v1");
        say(running.population.deliveries, "handover.initiated.v1", "\"owner\":\"adams\"", "handover.returned.v1");
        say(
                running.population.deliveries,
                "closure.opened.v1",
                "\"kind\":\"X\",\"items\":[\"A\"]",
                "closure.blocked.v1");
        running.caughtUp();

        assertThat(adams("funnel", "opportunities")).isEqualTo(2);
        assertThat(adams("contracts", "drafted")).isEqualTo(2);
        assertThat(adams("handovers", "initiated")).isEqualTo(2);
        assertThat(adams("closures", "opened")).isEqualTo(2);
        for (var report :
                List.of("funnel", "conversion", "contracts", "collections", "handovers", "closures", "stages")) {
            assertThat(setAside(report)).as(report).isEqualTo(1);
            assertThat(running.report(report).get("lagMs").asLong()).as(report).isZero();
        }
        assertThat(setAside("movement?from=2017-01-01&to=2017-12-31")).isEqualTo(1);
        assertThat(setAside("milestones")).as("of sales and of delivery").isEqualTo(2);
        assertThat(trace(BAD).get("setAside").asLong()).isEqualTo(1);
        assertThat(trace(FIRST).get("setAside").asLong()).isZero();
        assertThat(running.fetch("/actuator/health/readiness", running.parts.token(Role.OPERATOR))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void an_operator_sees_which_they_are_and_why() throws Exception {
        for (JsonNode projection : operator.items()) {
            var name = projection.get("name").asString();
            if (name.equals("mart")) {
                continue;
            }
            long expected = name.equals("team") ? 0 : 1;
            assertThat(projection.get("setAside").asLong()).as(name).isEqualTo(expected);
            var reconciled = operator.reconciled(name);
            assertThat(reconciled.get("count").asLong()).as("%s", reconciled).isZero();
            assertThat(reconciled.get("setAside").asLong()).isEqualTo(expected);
            assertThat(reconciled.get("unreadable").size()).isEqualTo((int) expected);
        }
        var named = operator.reconciled("funnel-2").at("/unreadable/0");
        assertThat(named.get("subject").asString()).isEqualTo(BAD.toString());
        assertThat(named.get("type").asString()).isEqualTo("opportunity.identified.v1");
        assertThat(named.get("cause").asString())
                .contains("does not read as Identified")
                .doesNotContain("nonsense");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(listed("funnel-2")).extracting(SetAside::subject).containsExactly(BAD);
            assertThat(operator.metric("milepost_projection_set_aside", "funnel-2"))
                    .isEqualTo(1.0);
        });
        assertThat(listed("funnel-2").getFirst().source()).isEqualTo("opportunity");
        assertThat(listed("team")).isEmpty();
    }

    @Test
    @Order(3)
    void a_record_that_is_no_event_is_set_aside_by_its_place() throws Exception {
        running.population.deliveries.sendNoEvent(FIRST);
        running.population.deliveries.send(event("handover.accepted.v1", FIRST, "\"acceptedOn\":\"2017-03-12\""));
        await().atMost(PATIENCE).until(() -> adams("handovers", "accepted") == 1);
        running.caughtUp();
        assertThat(setAside("handovers")).isEqualTo(2);
        assertThat(operator.reconciled("handovers").get("count").asLong()).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listed("handovers"))
                        .extracting(SetAside::cause)
                        .contains("UNREADABLE_ENVELOPE"));
    }

    @Test
    @Order(4)
    @DisplayName("A rebuild finishes over an event that still cannot be read")
    void a_rebuild_whose_history_still_has_it_finishes_and_takes_over() throws Exception {
        var before = running.report("funnel?groupBy=owner");
        operator.rebuilt("funnel-2");
        assertThat(running.report("funnel?groupBy=owner")).isEqualTo(before);
        assertThat(setAside("funnel")).isEqualTo(1);
        assertThat(listed("funnel-2")).extracting(SetAside::subject).containsExactly(BAD);
    }

    @Test
    @Order(5)
    @DisplayName("What an older version could not read heals with a rebuild under a newer one")
    void what_was_set_aside_by_rules_that_were_narrower_heals_with_a_rebuild() throws Exception {
        // As an older version leaves it: noted, and nothing of the subject counted from there on.
        var next = running.population.contracts.position() + 1;
        var noted = new Document("_id", "contract/" + KNOWN)
                .append("t", "contract.drafted.v1")
                .append("p", next)
                .append("c", "MismatchedInputException");
        Mono.from(database.getCollection(operator.collection("contracts", "aside"))
                        .insertOne(noted))
                .block();
        running.population.contracts.send(event("contract.drafted.v1", KNOWN, "\"owner\":\"adams\"," + VALUE));
        running.caughtUp();
        assertThat(adams("contracts", "drafted")).isEqualTo(2);
        assertThat(setAside("contracts")).isEqualTo(2);
        assertThat(operator.reconciled("contracts").get("differences").toString())
                .contains("asides/contract/" + KNOWN);
        await().atMost(PATIENCE).until(() -> listed("contracts").size() == 2);

        operator.rebuilt("contracts");

        assertThat(adams("contracts", "drafted")).isEqualTo(3);
        assertThat(setAside("contracts")).isEqualTo(1);
        assertThat(operator.reconciled("contracts").get("count").asLong()).isZero();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listed("contracts"))
                        .extracting(SetAside::subject)
                        .containsExactly(BAD));
    }

    @Test
    @Order(6)
    void owners_of_any_text_are_told_as_they_were_said() throws Exception {
        long funnel = setAside("funnel");
        long closures = setAside("closures");
        var texts = Texts.all();
        for (int at = 0; at < texts.size(); at++) {
            var owner = "\"owner\":" + Json.mapper().writeValueAsString(texts.get(at));
            running.population.opportunities.send(event("opportunity.identified.v1", new UUID(12, at), owner));
            running.population.deliveries.send(
                    event("handover.initiated.v1", new UUID(12, at), owner),
                    event("closure.opened.v1", new UUID(12, at), "\"kind\":\"X\",\"items\":[\"A\"]"));
        }
        running.population.opportunities.send(
                event("opportunity.identified.v1", new UUID(13, 1), "\"owner\":\"half\\ud800\""));
        running.caughtUp();

        assertThat(keys("funnel")).containsAll(texts).contains("half\ufffd");
        assertThat(setAside("funnel")).isEqualTo(funnel);
        var names = texts.stream().filter(text -> text.length() <= 200).toList();
        assertThat(keys("closures")).containsAll(names);
        assertThat(setAside("closures"))
                .as("a name of 100,000 characters is no field's")
                .isEqualTo(closures + 2);
    }

    /** One that begins, one that says nonsense and goes on, and one that begins after it. */
    private static void say(Publisher source, String type, String fields, String later) {
        source.send(
                event(type, FIRST, fields),
                new Publisher.Event(type, BAD, MARCH, "nonsense"),
                event(later, BAD, ""),
                event(type, LAST, fields));
    }

    private static Publisher.Event event(String type, UUID subject, String fields) {
        return new Publisher.Event(type, subject, MARCH, "{" + fields + "}");
    }

    private static long setAside(String report) {
        return running.report(report).get("setAside").asLong();
    }

    private static Set<String> keys(String report) {
        var keys = new TreeSet<String>();
        running.report(report + "?groupBy=owner")
                .get("groups")
                .forEach(group -> keys.add(group.get("key").asString()));
        return keys;
    }

    private static long adams(String report, String measure) {
        return running.report(report + "?groupBy=owner")
                .get("groups")
                .valueStream()
                .filter(group -> group.get("key").asString().equals("adams"))
                .mapToLong(group -> group.get(measure).asLong())
                .sum();
    }

    private static JsonNode trace(UUID id) throws Exception {
        var answer = running.fetch("/v1/trace/" + id, running.parts.token(Role.ANALYST));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }

    private static List<SetAside> listed(String reader) {
        return running.beans(SetAsides.class).iterator().next().of(reader);
    }
}
