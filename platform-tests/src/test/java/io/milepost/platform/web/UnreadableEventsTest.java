package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.parcel.RawEvent;
import io.milepost.platform.vital.VitalThreads;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** A service whose log holds what nobody can read: what it answers of that, and that all else is as ever. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableEventsTest {
    private static final String READINESS = "/actuator/health/readiness";
    private static final ParcelService SERVICE = ParcelService.with();

    private final Client rep = SERVICE.as(Role.SALES_REP);
    private final Client operator = SERVICE.as(Role.OPERATOR);
    private final EventLog log = SERVICE.bean(EventLog.class);

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    /** A parcel that was posted, and then got an event of this payload. */
    private UUID spoilt(String payload) {
        var id = rep.post("/v1/parcels", Parcels.posted()).id();
        RawEvent.of(id, "parcel.weighed", payload).appendTo(log);
        return id;
    }

    private Client.Reply atHead(Client client, String path) {
        return client.get(path, "Milepost-Min-Position", "parcel=" + SERVICE.head());
    }

    /** So many entities are not in this answer. */
    private static long missing(Client.Reply page) {
        return page.json().path("setAside").asLong(0);
    }

    private List<JsonNode> setAside() {
        return operator.get("/v1/parked").json().get("setAside").valueStream().toList();
    }

    @Test
    @DisplayName(
            "reads, commands and items of a batch answer 500 EVENT_UNREADABLE for the entity alone, its history as far as possible")
    void only_the_entity_itself_is_unreadable(CapturedOutput output) {
        var id = spoilt("secret{");
        var position = SERVICE.head();
        var healthy = rep.post("/v1/parcels", Parcels.posted()).id();

        for (var reply :
                List.of(rep.get("/v1/parcels/" + id), rep.post("/v1/parcels/" + id + "/weigh", "{\"grams\":5}"))) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(500);
            assertThat(reply.code()).isEqualTo("EVENT_UNREADABLE");
            assertThat(reply.json().get("detail").stringValue()).endsWith("at position " + position + ".");
            assertThat(reply.json().get("retryable").booleanValue()).isFalse();
        }
        var batch = rep.post("/v1/batch", """
                {"items":[{"command":"WeighParcel","id":"%s","body":{"grams":5}},\
                {"command":"WeighParcel","id":"%s","body":{"grams":5}}]}""".formatted(id, healthy));
        assertThat(batch.json().at("/items/0/problem/code").stringValue()).isEqualTo("EVENT_UNREADABLE");
        assertThat(batch.json().at("/items/1/status").intValue()).isEqualTo(200);
        assertThat(rep.get("/v1/parcels/" + healthy).status()).isEqualTo(200);

        var history = rep.get("/v1/parcels/" + id + "/history").json().get("items");
        assertThat(history).hasSize(2);
        assertThat(history.get(0).at("/data/size").stringValue()).isEqualTo("SMALL");
        assertThat(history.get(1).has("data")).isFalse();
        assertThat(decoded(history.get(1).get("dataBase64"))).isEqualTo("secret{");
        assertThat(output.getAll()).contains(id.toString()).doesNotContain("secret");
    }

    @Test
    void lists_and_due_dates_go_on_and_say_what_is_missing() {
        var paths = List.of("/v1/parcels?pageSize=200", "/v1/due?pageSize=200");
        var before = paths.stream().map(path -> missing(atHead(rep, path))).toList();
        var id = spoilt("{\"grams\":\"many\"}");
        var healthy = rep.post("/v1/parcels", Parcels.posted()).id();
        rep.post("/v1/parcels/" + healthy + "/weigh", "{\"grams\":5}");

        for (var path : paths) {
            var page = atHead(rep, path);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            assertThat(missing(page)).isEqualTo(before.get(paths.indexOf(path)) + 1);
            assertThat(page.text()).contains(healthy.toString()).doesNotContain(id.toString());
        }
    }

    @Test
    void a_seal_that_is_broken_spoils_its_own_item_alone() {
        var whole = rep.post("/v1/parcels", Parcels.posted()).id();
        var moved = log.at(SERVICE.head()).join().orElseThrow().events().getLast();
        var sealed = new String(moved.payload(), StandardCharsets.UTF_8);
        var broken = UUID.randomUUID();
        var recipient = Json.events().readTree(sealed).get("recipient").stringValue();
        RawEvent.of(broken, "parcel.posted", sealed.replace(recipient, flipped(recipient)))
                .appendTo(log);

        var page = atHead(rep, "/v1/parcels?pageSize=200&orderBy=id%20desc");
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.text()).contains(whole.toString()).doesNotContain(broken.toString());
        assertThat(missing(page)).isPositive();
        assertThat(rep.get("/v1/parcels/" + broken).code()).isEqualTo("EVENT_UNREADABLE");
        assertThat(rep.get("/v1/parcels/" + broken + "/history")
                        .json()
                        .at("/items/0/data/recipient")
                        .stringValue())
                .startsWith("sealed.v1.");
    }

    /** With another bit in its middle, where its text is. */
    private static String flipped(String sealed) {
        var at = sealed.length() - 8;
        return sealed.substring(0, at) + (sealed.charAt(at) == 'A' ? 'B' : 'A') + sealed.substring(at + 1);
    }

    @Test
    void an_operator_sees_it_and_a_redrive_leaves_what_still_cannot_be_read() {
        var id = spoilt("{\"grams\":\"many\"}");
        var position = SERVICE.head();
        atHead(rep, "/v1/parcels");
        atHead(rep, "/v1/due");

        var own = setAside().stream()
                .filter(aside -> aside.get("subject").stringValue().equals(id.toString()))
                .toList();
        assertThat(own).extracting(aside -> aside.get("reader").stringValue()).containsExactly("lists", "timer");
        assertThat(own.getFirst().propertyNames())
                .containsExactly("reader", "source", "type", "subject", "position", "cause", "since");
        assertThat(own.getFirst().get("type").stringValue()).isEqualTo("parcel.weighed.v1");
        assertThat(own.getFirst().get("position").longValue()).isEqualTo(position);
        for (var reader : List.of("lists", "timer")) {
            var gauge = SERVICE.bean(MeterRegistry.class)
                    .get("milepost.setaside")
                    .tag("reader", reader)
                    .gauge();
            assertThat(gauge.value()).isEqualTo(setAside().size() / 2.0);
        }

        var redriven = operator.post("/v1/parked/redrive", "{\"subject\":\"%s\"}".formatted(id))
                .json();
        assertThat(redriven.get("processed").intValue()).isZero();
        assertThat(redriven.get("stays").stringValue())
                .isEqualTo(own.getFirst().get("cause").stringValue());
        var nobody = operator.post("/v1/parked/redrive", "{\"subject\":\"%s\"}".formatted(UUID.randomUUID()))
                .json();
        assertThat(nobody.get("processed").intValue()).isZero();
        assertThat(nobody.has("stays")).isFalse();
        assertThat(operator.post("/v1/parked/redrive", "{\"subject\":\"%s\",\"key\":\"k\"}".formatted(id))
                        .pointers())
                .containsExactly("/subject");
        assertThat(rep.post("/v1/parked/redrive", "{\"subject\":\"%s\"}".formatted(id))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void readiness_stays_up_and_tells_an_operator_alone() {
        spoilt("{\"grams\":\"many\"}");
        atHead(rep, "/v1/parcels");
        await().until(() -> operator.get(READINESS).text().contains("\"first\""));

        var told = operator.get(READINESS).json();
        assertThat(told.get("status").stringValue()).isEqualTo("UP");
        assertThat(told.at("/components/setAside/status").stringValue()).isEqualTo("UP");
        assertThat(told.at("/components/setAside/details/setAside").longValue()).isPositive();
        assertThat(told.at("/components/setAside/details/first/0/position").longValue())
                .isPositive();
        for (var other : List.of(rep, SERVICE.withToken(null))) {
            assertThat(other.get(READINESS).status()).isEqualTo(200);
            assertThat(other.get(READINESS).json().propertyNames()).doesNotContain("components");
        }
    }

    @Test
    void the_feed_gives_what_is_no_json_as_bytes_and_goes_on() {
        spoilt("no json");
        RawEvent.weighed("{\"grams\":1}")
                .without(Metadata.SUBJECT)
                .without(Metadata.ROOT)
                .appendTo(log);
        var last = rep.post("/v1/parcels", Parcels.posted()).id();
        var analyst = SERVICE.as(Role.ANALYST);
        var after = SERVICE.head() - 3;

        var page = analyst.get("/v1/events?after=" + after).json().get("items");
        var lines = analyst.get("/v1/events?after=" + after, "Accept", "application/x-ndjson");

        assertThat(page).hasSize(3);
        assertThat(page.get(0).has("data")).isFalse();
        assertThat(decoded(page.get(0).get("data_base64"))).isEqualTo("no json");
        assertThat(page.get(1).get("subject")).isEqualTo(page.get(1).get("id"));
        assertThat(page.get(2).get("subject").stringValue()).isEqualTo(last.toString());
        assertThat(page.get(2).has("data_base64")).isFalse();
        assertThat(lines.text().lines().map(line -> Json.mapper().readTree(line)))
                .containsExactlyElementsOf(page);
    }

    @Test
    void a_thread_that_is_dead_takes_the_service_out_of_readiness() {
        try (var service = ParcelService.with()) {
            var asked = service.as(Role.OPERATOR);
            var threads = service.bean(VitalThreads.class);
            var gauge = service.bean(MeterRegistry.class)
                    .get("milepost.threads.dead")
                    .gauge();
            assertThat(asked.get(READINESS).status()).isEqualTo(200);
            assertThat(gauge.value()).isZero();

            threads.start("planted", () -> {
                throw new StackOverflowError();
            });

            await().until(() -> asked.get(READINESS).status() == 503);
            assertThat(asked.get(READINESS)
                            .json()
                            .at("/components/threads/details/planted")
                            .stringValue())
                    .isEqualTo("StackOverflowError");
            assertThat(gauge.value()).isEqualTo(1);
        }
    }

    private static String decoded(JsonNode base64) {
        return new String(Base64.getDecoder().decode(base64.stringValue()), StandardCharsets.UTF_8);
    }
}
