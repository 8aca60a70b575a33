package io.milepost.reporting.read.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.declare.Declarations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What tools of process mining are given. */
class ObjectLogTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 5);

    @TempDir
    private Path directory;

    private HikariDataSource database;
    private Fed fed;

    @BeforeEach
    void create() {
        database = Postgres.database();
        fed = new Fed(database, new Declarations(List.of(), List.of()), List.of(new TraceKeeper()), DAY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName(
            "R-208: the export keeps to OCEL 2.0: its schema, ids that are once there, types that are declared, and no loose end")
    void is_an_object_centric_event_log() throws IOException {
        var stories = new Stories();
        var deals = List.of(stories.tell(0), stories.tell(3));
        stories.topics.values().forEach(topic -> fed.take(topic, new Random(1)));
        var contract = deals.getFirst().contract();
        fed.take(
                List.of(
                        said("payment-schedule.invoice-issued.v1", contract, 90, "contract", "\"invoiceNo\":\"I/1\""),
                        said("payment-schedule.invoice-issued.v1", contract, 91, "contract", "\"invoiceNo\":\"I/1\""),
                        said(
                                "payment-schedule.invoice-issued.v1",
                                deals.getLast().contract(),
                                92,
                                "contract",
                                "\"invoiceNo\":\"I/1\"")),
                new Random(1));
        fed.take(
                List.of(said(
                        "delivery-project.milestone-reached.v1",
                        contract,
                        93,
                        "delivery",
                        "\"milestone\":\"GO-LIVE\",\"contractId\":\"%s\"".formatted(contract))),
                new Random(1));
        // Of a lead and of a contract of which nothing else was ever heard.
        var alone = UUID.randomUUID();
        fed.take(
                List.of(said(
                        "opportunity.identified.v1",
                        alone,
                        94,
                        "opportunity",
                        "\"leadId\":\"%s\",\"contractId\":\"%s\"".formatted(UUID.randomUUID(), UUID.randomUUID()))),
                new Random(1));

        var log = written();
        var schema = schema();
        assertThat(schema.faults(log)).isEmpty();
        assertThat(looseEnds(log)).isEmpty();
        var counts = new TreeMap<String, Integer>();
        log.get("objects").forEach(one -> counts.merge(one.get("type").asString(), 1, Integer::sum));
        assertThat(counts).hasToString("{contract=3, invoice=2, lead=3, milestone=1, opportunity=3}");
        assertThat(log.get("events")).hasSize(5 + 2 * 9);
        assertThat(related(log, "invoice:%s/I/1".formatted(contract))).containsExactly("of contract:" + contract);
        assertThat(related(log, "opportunity:" + deals.getFirst().opportunity()))
                .containsExactly(
                        "contract contract:" + contract,
                        "lead lead:" + deals.getFirst().lead());
        assertThat(log.toString()).doesNotContain("sealed", "account.opened", "price-list", "quotation");

        var broken = (ObjectNode) log.deepCopy();
        ((ObjectNode) broken.at("/events/0")).put("time", "yesterday").remove("type");
        ((ObjectNode) broken.at("/objects/0/relationships/0")).put("objectId", "nobody");
        assertThat(schema.faults(broken)).as("control").hasSize(2);
        assertThat(looseEnds(broken)).as("control").isNotEmpty();
    }

    @Test
    @DisplayName("an export of nothing is one too, and one that nobody waits for ends")
    void nothing() throws IOException {
        var log = written();
        assertThat(schema().faults(log)).isEmpty();
        assertThat(log.get("events")).isEmpty();
        fed.take(List.of(said("lead.captured.v1", UUID.randomUUID(), 1, "lead", "\"channel\":\"WEB\"")), new Random(1));
        assertThatThrownBy(() -> new ObjectLog(fed.mart, Duration.ofMinutes(1))
                        .write(fed.schema.tables(), directory.resolve("left"), () -> false))
                .isInstanceOf(ObjectLog.AbandonedException.class);
    }

    private static List<String> looseEnds(JsonNode log) {
        var faults = new ArrayList<String>();
        var objects = ids(log.get("objects"), "id", faults);
        ids(log.get("events"), "id", faults);
        for (var side : List.of("object", "event")) {
            var types = ids(log.get(side + "Types"), "name", faults);
            for (var one : log.get(side + "s")) {
                if (!types.contains(one.path("type").asString(""))) {
                    faults.add("type of " + one.get("id"));
                }
                one.get("relationships").forEach(other -> {
                    if (!objects.contains(other.get("objectId").asString())) {
                        faults.add("%s names %s".formatted(one.get("id"), other));
                    }
                });
            }
        }
        return faults;
    }

    private static Set<String> ids(JsonNode all, String name, List<String> faults) {
        var ids = new HashSet<String>();
        all.forEach(one -> {
            if (!ids.add(one.get(name).asString())) {
                faults.add("twice: " + one.get(name));
            }
        });
        return ids;
    }

    private static List<String> related(JsonNode log, String id) {
        return StreamSupport.stream(log.get("objects").spliterator(), false)
                .filter(one -> one.get("id").asString().equals(id))
                .flatMap(one -> StreamSupport.stream(one.get("relationships").spliterator(), false))
                .map(one -> one.get("qualifier").asString() + " "
                        + one.get("objectId").asString())
                .toList();
    }

    private JsonNode written() throws IOException {
        var file = directory.resolve("log.json");
        new ObjectLog(fed.mart, Duration.ofMinutes(1)).write(fed.schema.tables(), file, () -> true);
        return Json.lenient().readTree(Files.readAllBytes(file));
    }

    private static Schema schema() throws IOException {
        try (var stream = ObjectLogTest.class.getResourceAsStream("ocel2.schema.json")) {
            return new Schema(Json.lenient().readTree(stream.readAllBytes()));
        }
    }

    private static io.milepost.platform.inbox.Inbound said(
            String type, UUID subject, long position, String source, String fields) {
        return Said.on(DAY, type, subject, position, source, fields);
    }
}
