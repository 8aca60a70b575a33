package io.milepost.reporting.read.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.Topic;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.store.Aside;
import io.milepost.reporting.read.mart.store.Asides;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.Reconciling;
import io.milepost.reporting.read.mart.store.Redriving;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The trace as the mart keeps it. */
class TraceKeptTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 5);
    private static final UUID DEAL = new UUID(7, 1);
    private static final Declarations NONE = new Declarations(List.of(), List.of());

    private HikariDataSource database;
    private Fed fed;

    @BeforeEach
    void create() {
        database = Postgres.database();
        fed = new Fed(database, NONE, List.of(new TraceKeeper()), DAY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("R-189: any interleaving of the topics and any redelivery give the trace that the rule gives")
    void the_order_of_arrival_does_not_matter(long seed) {
        var stories = new Stories();
        var deals = List.of(stories.tell(0), stories.tell(3), stories.tell(5));
        var expected = InMemoryNodes.told(stories.topics.values());
        var random = new Random(seed);
        var topics = new ArrayList<>(stories.topics.values());
        Collections.shuffle(topics, random);
        topics.forEach(topic -> fed.take(topic.subList(0, random.nextInt(topic.size() + 1)), random));
        Collections.shuffle(topics, random);
        topics.forEach(topic -> fed.take(topic, random));

        for (var deal : deals) {
            for (UUID id : deal.ids()) {
                assertThat(told(id)).as("seed %d", seed).isEqualTo(json(Trace.from(id, expected)));
            }
        }
        assertThat(told(Stories.ACCOUNT).get("steps").isEmpty()).isTrue();
        var log = topics.stream().flatMap(List::stream).toList();
        assertThat(reconciled(log).counts()).isEmpty();
    }

    @Test
    void an_event_that_cannot_be_read_is_left_out_and_noted_and_the_rest_of_its_deal_is_told() {
        var log = withOneBroken();
        feed(log);
        feed(log.subList(1, 2));

        assertThat(types(DEAL)).containsExactly("opportunity.identified.v1", "opportunity.value-updated.v1");
        assertThat(told(DEAL).at("/steps/1/summary").toString()).isEqualTo("{\"note\":\"a\ufffdb\",\"stage\":4}");
        assertThat(asides())
                .singleElement()
                .satisfies(aside -> assertThat(aside)
                        .extracting(Aside::dataset, Aside::subject, Aside::position)
                        .containsExactly("trace_opportunity", DEAL, 2L));
        assertThat(found(DEAL).setAside()).isEqualTo(1);
        assertThat(found(new UUID(8, 1)).setAside()).as("another deal").isZero();
        assertThat(reconciled(log).counts()).isEmpty();
    }

    @Test
    @DisplayName("what could not be read by an older version is a step after a redrive")
    void is_redriven() {
        var log = withOneBroken();
        feed(log);
        var healed = new ArrayList<>(log);
        healed.set(1, Said.on(DAY, "opportunity.qualified.v1", DEAL, 2, "opportunity", ""));
        assertThat(reconciled(healed).counts()).as("it is known to be left out").isEmpty();

        int redriven = new Redriving(fed.mart, fed.schema.tables())
                .redrive(fed.feed("opportunity"), asides(), Topic.of(healed));

        assertThat(redriven).isEqualTo(1);
        assertThat(asides()).isEmpty();
        assertThat(types(DEAL))
                .containsExactly(
                        "opportunity.identified.v1", "opportunity.qualified.v1", "opportunity.value-updated.v1");
        assertThat(reconciled(healed).counts()).isEmpty();
    }

    @Test
    @DisplayName("a redrive of what still cannot be read leaves it set aside, and everything else told")
    void stays_set_aside() {
        var log = withOneBroken();
        feed(log);
        var before = fed.contents();
        assertThat(new Redriving(fed.mart, fed.schema.tables())
                        .redrive(fed.feed("opportunity"), asides(), Topic.of(log)))
                .isZero();
        assertThat(fed.contents()).isEqualTo(before);
    }

    @Test
    @DisplayName("a step or link that is lost, changed or made up by hand is found")
    void is_reconciled() {
        var stories = new Stories();
        stories.tell(0);
        var log = stories.topics.values().stream().flatMap(List::stream).toList();
        fed.take(log, new Random(1));
        assertThat(reconciled(log).counts()).as("control").isEmpty();

        fed.change("delete from $.trace_step where service = 'opportunity' and position = 2");
        fed.change("update $.trace_step set step = '{}' where service = 'contract' and position = 1");
        fed.change("delete from $.trace_link where service = 'lead' and role = 'opportunity'");
        fed.change("insert into $.trace_link values ('%s', 'delivery', 'lead', '%s')".formatted(DEAL, DEAL));

        var found = reconciled(log);
        assertThat(found.counts().keySet())
                .containsExactly("trace_contract", "trace_delivery", "trace_lead", "trace_opportunity");
        assertThat(found.named("trace_opportunity"))
                .singleElement()
                .satisfies(one -> assertThat(one.stored()).isNull());
        assertThat(found.named("trace_delivery"))
                .singleElement()
                .satisfies(one -> assertThat(one.expected()).isNull());
        assertThat(found.named("trace_contract")).singleElement().satisfies(one -> {
            assertThat(one.stored()).contains("md5=");
            assertThat(one.expected()).contains("md5=");
        });
    }

    private static List<Inbound> withOneBroken() {
        return List.of(
                Said.on(DAY, "opportunity.identified.v1", DEAL, 1, "opportunity", "\"owner\":\"smith\""),
                Said.on(DAY, "opportunity.qualified.v1", DEAL, 2, "opportunity", "\"not\":json"),
                Said.on(
                        DAY,
                        "opportunity.value-updated.v1",
                        DEAL,
                        3,
                        "opportunity",
                        "\"note\":\"a\\ud800b\",\"a.b\":1,\"$x\":2,\"\\u0000\":3,\"stage\":4"));
    }

    private void feed(List<Inbound> log) {
        fed.feed("opportunity").handle(Fed.partition(log.getFirst()), log);
    }

    private List<Aside> asides() {
        return new Asides(fed.mart, fed.schema.tables()).find(null, null, 100);
    }

    private Differences reconciled(List<Inbound> log) {
        return new Reconciling(fed.mart, fed.schema.tables())
                .of(TraceKeeper.SERVICES.stream().map(fed::feed).toList(), Topic.of(log));
    }

    private TraceReading.Found found(UUID id) {
        return new TraceReading(fed.mart).from(id, fed.schema.tables());
    }

    private ObjectNode told(UUID id) {
        return json(found(id).trace());
    }

    private List<String> types(UUID id) {
        return told(id).get("steps").findValuesAsString("type");
    }

    private static ObjectNode json(Trace trace) {
        var json = Json.mapper().createObjectNode();
        TraceApi.write(trace, json);
        return json;
    }
}
