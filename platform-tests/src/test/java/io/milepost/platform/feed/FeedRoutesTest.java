package io.milepost.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.json.Json;
import io.milepost.platform.web.Client;
import io.milepost.platform.web.ParcelService;
import io.milepost.platform.web.Parcels;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FeedRoutesTest {
    private final ParcelService service = ParcelService.shared();
    private final Client analyst = service.as(Role.ANALYST);

    /** A parcel that was posted and weighed: two events, the last ones of the log. */
    private void weighed() {
        var rep = service.as(Role.SALES_REP);
        var id = rep.post("/v1/parcels", Parcels.posted()).id();
        assertThat(rep.post("/v1/parcels/" + id + "/weigh", "{\"grams\":7}").status())
                .isEqualTo(200);
    }

    private static List<Long> positions(JsonNode items) {
        return items.valueStream()
                .map(event -> Long.valueOf(event.get("sequence").stringValue()))
                .toList();
    }

    @Test
    void a_page_holds_cloud_events_from_the_first_on() {
        weighed();
        var page = analyst.get("/v1/events?limit=2");

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        var epoch = service.bean(EventLog.class).epoch();
        assertThat(page.header("milepost-position")).isEqualTo("parcel=2");
        assertThat(page.header("milepost-epoch")).isEqualTo(epoch);
        assertThat(page.json().get("epoch").stringValue()).isEqualTo(epoch);
        assertThat(page.json().get("nextAfter").longValue()).isEqualTo(2);
        assertThat(page.json().get("head").longValue()).isEqualTo(service.head());
        assertThat(positions(page.json().get("items"))).containsExactly(1L, 2L);
        var first = page.json().at("/items/0");
        assertThat(first.propertyNames())
                .containsExactlyInAnyOrder(
                        "specversion",
                        "id",
                        "type",
                        "source",
                        "subject",
                        "time",
                        "recordedtime",
                        "sequence",
                        "correlationid",
                        "causationid",
                        "actor",
                        "partitionkey",
                        "authtype",
                        "authid",
                        "command",
                        "dataclassification",
                        "dataschema",
                        "datacontenttype",
                        "traceparent",
                        "epoch",
                        "data");
        assertThat(first.get("sequence").stringValue()).isEqualTo("00000000000000000001");
        assertThat(first.get("type").stringValue()).isEqualTo("parcel.posted.v1");
        assertThat(first.get("source").stringValue()).isEqualTo("parcel");
        assertThat(first.get("dataschema").stringValue())
                .isEqualTo("/schemas/parcel.schema.json#/$defs/parcel.posted.v1");
        assertThat(first.get("authtype").stringValue()).isEqualTo("app_user");
        assertThat(first.get("authid")).isEqualTo(first.get("actor"));
        assertThat(first.get("dataclassification").stringValue()).isEqualTo("personal");
        assertThat(analyst.get("/v1/events?limit=1&types=parcel.weighed")
                        .json()
                        .at("/items/0/dataclassification")
                        .stringValue())
                .isEqualTo("internal");
        assertThat(first.at("/data/size").stringValue()).isEqualTo("SMALL");
    }

    @Test
    void personal_data_stays_sealed() {
        weighed();
        var page = analyst.get("/v1/events?limit=1000");

        assertThat(page.text()).doesNotContain(Parcels.RECIPIENT);
        assertThat(page.json().at("/items/0/data/recipient").stringValue()).startsWith("sealed.v1.");
    }

    @Test
    void lines_are_the_same_events() {
        weighed();
        var page = analyst.get("/v1/events?limit=5&after=1");
        var lines = analyst.get("/v1/events?limit=5&after=1", "Accept", "application/x-ndjson");

        assertThat(lines.header("content-type")).startsWith("application/x-ndjson");
        assertThat(lines.header("milepost-position")).isEqualTo(page.header("milepost-position"));
        assertThat(lines.text().lines().map(line -> Json.mapper().readTree(line)))
                .hasSizeGreaterThan(0)
                .containsExactlyElementsOf(page.json().get("items"));
    }

    @Test
    void a_filtered_page_says_how_far_it_has_read() {
        weighed();
        weighed();
        long head = service.head();

        var none = analyst.get("/v1/events?after=%d&types=parcel.delivered".formatted(head - 4));
        assertThat(none.json().get("items")).isEmpty();
        assertThat(none.json().get("nextAfter").longValue()).isEqualTo(head);
        assertThat(none.header("milepost-position")).isEqualTo("parcel=" + head);

        var one = analyst.get("/v1/events?limit=1&after=%d&types=parcel.weighed".formatted(head - 4));
        assertThat(positions(one.json().get("items"))).containsExactly(head - 2);
        assertThat(one.json().get("nextAfter").longValue()).isBetween(head - 2, head - 1);

        var both = analyst.get("/v1/events?after=%d&types=parcel.weighed.v1,parcel.posted".formatted(head - 4));
        assertThat(positions(both.json().get("items")))
                .isEqualTo(LongStream.rangeClosed(head - 3, head).boxed().toList());
        assertThat(analyst.get("/v1/events?after=%d&types=parcel.weighed.v2".formatted(head - 4))
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-1",
                "after=x",
                "after=",
                "after=900000000000000000",
                "limit=0",
                "limit=1001",
                "limit=ten",
                "types=parcel.stolen",
                "types=parcel.posted.v0",
                "types=",
                "types=parcel.posted,"
            })
    void a_question_that_means_nothing_is_refused(String query) {
        assertThat(analyst.get("/v1/events?" + query).code()).isEqualTo("INVALID_PARAMETER");
        assertThat(analyst.get("/v1/events?colour=red").code()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(analyst.get("/v1/events").status()).isEqualTo(200);
    }

    @Test
    void a_stream_is_asked_as_strictly() {
        var accept = new String[] {"Accept", "text/event-stream"};
        assertThat(analyst.get("/v1/events?limit=5", accept).code()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(analyst.get("/v1/events?after=x", accept).code()).isEqualTo("INVALID_PARAMETER");
        assertThat(analyst.get("/v1/events?after=" + (service.head() + 1_000_000), accept)
                        .code())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(analyst.get("/v1/events", "Accept", "text/event-stream", "Last-Event-ID", "abc")
                        .code())
                .isEqualTo("INVALID_HEADER");
        assertThat(analyst.get("/v1/events?epoch=another", accept).code()).isEqualTo("EPOCH_CHANGED");
        assertThat(analyst.get("/v1/events", "Accept", "text/csv").code()).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void a_consumer_of_another_epoch_is_told() {
        weighed();
        var epoch = service.bean(EventLog.class).epoch();

        assertThat(analyst.get("/v1/events?after=1&epoch=" + epoch).status()).isEqualTo(200);
        var refused = analyst.get("/v1/events?after=1&epoch=0b6f7a52-0000-4000-8000-000000000000");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("EPOCH_CHANGED");
        assertThat(refused.text()).contains(epoch);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void all_events_are_for_analysts_and_operators(Role role) {
        int expected = role == Role.ANALYST || role == Role.OPERATOR ? 200 : 403;

        assertThat(service.as(role).get("/v1/events").status()).isEqualTo(expected);
        assertThat(service.withToken(null).get("/v1/events").status()).isEqualTo(401);
    }

    @Test
    void all_events_are_for_those_who_may_know_of_all_entities() {
        for (var access : List.of("own", "team", "subtree")) {
            var token = service.issuer().tokenSaying("kim", Map.of("access", access), Role.ANALYST);
            assertThat(service.withToken(token).get("/v1/events").status())
                    .as(access)
                    .isEqualTo(403);
        }
        var token = service.issuer().tokenSaying("kim", Map.of("access", "all"), Role.ANALYST);
        assertThat(service.withToken(token).get("/v1/events").status()).isEqualTo(200);
    }

    @Test
    void a_consumer_can_prove_that_it_has_all_of_a_range() throws Exception {
        weighed();
        long to = service.head();
        long from = to - 1;
        var items =
                analyst.get("/v1/events?after=%d".formatted(from - 1)).json().get("items");
        var sha = MessageDigest.getInstance("SHA-256");
        for (var event : items) {
            sha.update("%s %s\n"
                    .formatted(
                            event.get("sequence").stringValue(), event.get("id").stringValue())
                    .getBytes(StandardCharsets.UTF_8));
        }

        var proof = analyst.get("/v1/events/proof?from=%d&to=%d".formatted(from, to));

        assertThat(proof.status()).as(proof.text()).isEqualTo(200);
        assertThat(proof.json().get("count").intValue()).isEqualTo(2);
        assertThat(proof.json().get("hash").stringValue())
                .isEqualTo(HexFormat.of().formatHex(sha.digest()));
        assertThat(analyst.get("/v1/events/proof?from=%d&to=%d&types=parcel.weighed".formatted(from, to))
                        .json()
                        .get("count")
                        .intValue())
                .isOne();
        for (var bad :
                List.of("", "from=1", "from=0&to=1", "from=2&to=1", "from=1&to=100001", "from=1&to=" + (to + 1000))) {
            assertThat(analyst.get("/v1/events/proof?" + bad).code()).as(bad).isEqualTo("INVALID_PARAMETER");
        }
        assertThat(service.as(Role.SALES_REP)
                        .get("/v1/events/proof?from=1&to=1")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_stream_ends_as_a_whole_when_the_service_stops() throws Exception {
        var own = ParcelService.with("--milepost.feed.heartbeat=1s");
        var request = HttpRequest.newBuilder(URI.create(own.url() + "/v1/events"))
                .header("Authorization", "Bearer " + own.issuer().token(Role.OPERATOR))
                .header("Accept", "text/event-stream")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            own.as(Role.SALES_REP).post("/v1/parcels", Parcels.posted());
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.headers().firstValue("content-type")).hasValue("text/event-stream");
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                var blocks = new EventBlocks(lines);
                var block = blocks.next().orElseThrow();
                while (block.data() == null) {
                    block = blocks.next().orElseThrow();
                }
                assertThat(block.id()).isEqualTo("1");
                assertThat(block.event()).isEqualTo("parcel.posted.v1");
                assertThat(block.json().get("sequence").stringValue()).isEqualTo("00000000000000000001");

                own.close();

                // An answer that breaks off would throw.
                while (blocks.next().isPresent()) {}
            }
        }
    }
}
