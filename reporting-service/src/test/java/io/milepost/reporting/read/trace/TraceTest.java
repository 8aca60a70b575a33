package io.milepost.reporting.read.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Said;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class TraceTest {
    private static final int PARTITIONS = 3;

    @Test
    void an_event_that_cannot_be_read_is_left_out_and_noted_and_the_rest_of_its_deal_is_told() {
        var nodes = new InMemoryNodes();
        var deal = UUID.randomUUID();
        var day = LocalDate.of(2017, 3, 5);
        var whole = Said.on(day, "opportunity.identified.v1", deal, 1, "opportunity", "\"owner\":\"smith\"");
        var broken = Said.on(day, "opportunity.qualified.v1", deal, 2, "opportunity", "\"not\":json");
        var half = Said.on(
                day,
                "opportunity.value-updated.v1",
                deal,
                3,
                "opportunity",
                "\"note\":\"a\\ud800b\",\"a.b\":1,\"$x\":2,\"\\u0000\":3,\"stage\":4");
        var recorder = new TraceRecorder(nodes, (partition, position, recordedAt) -> {});
        recorder.handle(0, List.of(whole, broken, half));
        recorder.handle(0, List.of(broken));

        var trace = trace(deal, nodes);
        assertThat(types(trace)).containsExactly("opportunity.identified", "opportunity.value-updated");
        assertThat(trace.at("/steps/1/summary").toString()).isEqualTo("{\"note\":\"a\ufffdb\",\"stage\":4}");
        assertThat(nodes.asides).containsOnlyKeys(deal);
        assertThat(nodes.asides.get(deal).position()).isEqualTo(2);
    }

    @Test
    @DisplayName("R-189: from any id of a deal its whole chain, in the order of what happened")
    void every_id_of_a_deal_leads_to_all_of_it() {
        var stories = new Stories();
        var deal = stories.tell(0);
        var other = stories.tell(40);
        var nodes = inOrder(stories);

        var trace = trace(deal.contract(), nodes);
        assertThat(trace.at("/deal").toString())
                .isEqualTo(("{\"leadId\":\"%s\",\"opportunityId\":\"%s\",\"quotationIds\":[\"%s\",\"%s\"],"
                                + "\"contractIds\":[\"%s\"],\"archiveRecordIds\":[\"%s\"]}")
                        .formatted(deal.ids().toArray()));
        assertThat(types(trace))
                .containsExactly(
                        "lead.captured",
                        "lead.registered",
                        "lead.converted",
                        "opportunity.identified",
                        "sales-project.established",
                        "quotation.drafted",
                        "quotation.drafted",
                        "quotation.accepted",
                        "contract.drafted",
                        "contract.signed",
                        "handover.initiated",
                        "closure.opened",
                        "payment-schedule.set",
                        "opportunity.won",
                        "handover.accepted",
                        "delivery-project.created",
                        "acceptance.opened",
                        "quotation.expired",
                        "acceptance.comprehensive-accepted",
                        "payment-schedule.payment-received",
                        "archive-record.filed",
                        "closure.item-done",
                        "closure.project-closed");
        assertThat(trace.get("complete").asBoolean()).isTrue();
        for (UUID id : deal.ids()) {
            assertThat(trace(id, nodes)).as("from %s", id).isEqualTo(trace);
        }
        assertThat(trace(other.lead(), nodes).at("/deal/opportunityId").asString())
                .as("a deal of the same account is another deal")
                .isEqualTo(other.opportunity().toString());
    }

    @Test
    void what_deals_share_and_what_nobody_knows_has_no_trace() {
        var stories = new Stories();
        var deal = stories.tell(0);
        var nodes = inOrder(stories);
        for (UUID id : List.of(Stories.ACCOUNT, Stories.PRICE_LIST, new UUID(0, 0))) {
            assertThat(Trace.from(id, nodes).steps()).as("%s", id).isEmpty();
        }
        assertThat(Trace.from(deal.lead(), nodes).steps()).as("control").isNotEmpty();
    }

    @Test
    void a_step_shows_what_is_plain_and_nothing_that_is_sealed() {
        var stories = new Stories();
        var deal = stories.tell(0);
        var steps = trace(deal.lead(), inOrder(stories)).get("steps");
        assertThat(steps.get(0).get("summary").toString()).isEqualTo("{\"channel\":\"WEB\"}");
        assertThat(steps.toString()).contains("\"registeredBy\":\"smith\"").doesNotContain("sealed.v1");
        assertThat(steps.toString())
                .contains("\"receiptNo\":\"R1\",\"amount\":{")
                .as("lists are not told")
                .doesNotContain("ARCHIVE\"]");
        assertThat(steps.get(3).get("causationId")).isEqualTo(steps.get(2).get("event"));
        assertThat(steps.get(0).has("causationId")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("R-189: any interleaving of the topics and any redelivery give the same trace")
    void the_order_of_arrival_does_not_matter(long seed) {
        var stories = new Stories();
        var deals = List.of(stories.tell(0), stories.tell(3), stories.tell(5));
        var expected = inOrder(stories);
        var random = new Random(seed);
        var nodes = new InMemoryNodes();
        shuffled(stories, nodes, random);

        for (var deal : deals) {
            for (UUID id : deal.ids()) {
                assertThat(trace(id, nodes)).as("seed %d", seed).isEqualTo(trace(id, expected));
            }
        }
    }

    /** Each topic in three partitions by key; of any partition the next few events, or again from somewhere before. */
    private static void shuffled(Stories stories, NodeStore nodes, Random random) {
        List<List<Inbound>> partitions = new ArrayList<>();
        stories.topics.values().forEach(topic -> {
            for (int number = 0; number < PARTITIONS; number++) {
                int partition = number;
                partitions.add(topic.stream()
                        .filter(event -> Math.floorMod(event.key().hashCode(), PARTITIONS) == partition)
                        .toList());
            }
        });
        int[] offsets = new int[partitions.size()];
        var recorder = new TraceRecorder(nodes, (partition, position, recordedAt) -> {});
        while (!isDone(partitions, offsets)) {
            int one = random.nextInt(partitions.size());
            var events = partitions.get(one);
            if (random.nextInt(4) == 0 && offsets[one] > 0) {
                offsets[one] = random.nextInt(offsets[one]);
            }
            int end = Math.min(events.size(), offsets[one] + 1 + random.nextInt(4));
            recorder.handle(one, events.subList(offsets[one], end));
            offsets[one] = end;
        }
    }

    private static boolean isDone(List<List<Inbound>> partitions, int[] offsets) {
        for (int one = 0; one < offsets.length; one++) {
            if (offsets[one] < partitions.get(one).size()) {
                return false;
            }
        }
        return true;
    }

    private static NodeStore inOrder(Stories stories) {
        var nodes = new InMemoryNodes();
        var recorder = new TraceRecorder(nodes, (partition, position, recordedAt) -> {});
        stories.topics.values().forEach(topic -> recorder.handle(0, topic));
        return nodes;
    }

    private static ObjectNode trace(UUID id, NodeStore nodes) {
        var json = Json.mapper().createObjectNode();
        TraceApi.write(Trace.from(id, nodes), json);
        return json;
    }

    private static Collection<String> types(ObjectNode trace) {
        List<String> types = new ArrayList<>();
        trace.get("steps").forEach(step -> types.add(step.get("type").asString().replace(".v1", "")));
        return types;
    }
}
