package io.milepost.reporting.read.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class TraceTest {
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
    @DisplayName("R-189: what other systems call an entity is a step of the entity that it is said of")
    void external_ids_are_of_whom_they_name() {
        var stories = new Stories();
        var deal = stories.tell(0);
        var said = "\"kind\":\"%s\",\"added\":[{\"system\":\"crm\",\"id\":\"1\"}],\"removed\":[]";
        stories.tell("lead", "external-ids.changed.v1", deal.lead(), 20, null, said.formatted("lead"));
        stories.tell("lead", "external-ids.changed.v1", Stories.ACCOUNT, 20, null, said.formatted("account"));
        var nodes = inOrder(stories);

        var steps = trace(deal.contract(), nodes).get("steps");
        assertThat(steps.valueStream()
                        .filter(step -> step.get("type").asString().equals("external-ids.changed.v1")))
                .singleElement()
                .satisfies(step -> assertThat(step.get("aggregate").asString()).isEqualTo("lead"));
        assertThat(Trace.from(Stories.ACCOUNT, nodes).steps()).isEmpty();
    }

    @Test
    void a_step_shows_what_is_plain_and_nothing_that_is_sealed() {
        var stories = new Stories();
        var deal = stories.tell(0);
        var steps = trace(deal.lead(), inOrder(stories)).get("steps");
        assertThat(steps.get(0).get("summary").toString()).isEqualTo("{\"channel\":\"WEB\"}");
        assertThat(steps.toString()).contains("\"registeredBy\":\"smith\"").doesNotContain("sealed.v1");
        assertThat(steps.toString())
                .contains("\"receiptNo\":\"R1\",\"amount\":{\"amount\":")
                .as("lists are not told")
                .doesNotContain("ARCHIVE\"]");
        assertThat(steps.get(3).get("causationId")).isEqualTo(steps.get(2).get("event"));
        assertThat(steps.get(0).has("causationId")).isFalse();
    }

    private static Nodes inOrder(Stories stories) {
        return InMemoryNodes.told(stories.topics.values());
    }

    private static ObjectNode trace(UUID id, Nodes nodes) {
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
