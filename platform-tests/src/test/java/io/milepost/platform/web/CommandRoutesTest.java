package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandRoutesTest {
    private final ParcelService service = ParcelService.shared();
    private final Client rep = service.as(Role.SALES_REP);

    @Test
    void a_create_is_answered_with_201_where_it_stands_and_what_happened() {
        var reply = rep.post("/v1/parcels", Parcels.posted());

        long head = service.head();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("location")).isEqualTo("/v1/parcels/" + reply.id());
        assertThat(reply.header("etag")).isEqualTo("\"" + head + "\"");
        assertThat(reply.header("milepost-position")).isEqualTo("parcel=" + head);
        assertThat(reply.header("idempotent-replayed")).isEmpty();
        assertThat(reply.json().get("position").longValue()).isEqualTo(head);
        assertThat(reply.json().get("events")).hasSize(1);
        assertThat(reply.json().at("/events/0/type").stringValue()).isEqualTo("parcel.posted.v1");
        assertThat(reply.json().at("/events/0/position").longValue()).isEqualTo(head);
        assertThat(reply.id().version()).isEqualTo(7);
        assertThat(rep.get(reply.header("location")).status()).isEqualTo(200);
    }

    @Test
    void whoever_has_no_use_for_the_body_gets_none_and_is_told_so() {
        var reply = rep.post("/v1/parcels", Parcels.posted(), "Prefer", "respond-async, return=minimal");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("preference-applied")).isEqualTo("return=minimal");
        assertThat(reply.header("etag")).isEqualTo("\"" + service.head() + "\"");
        assertThat(rep.get(reply.header("location")).status()).isEqualTo(200);

        for (var other : List.of("return=representation", "return=minimalist", "minimal", "", "wait=5")) {
            var whole = rep.post("/v1/parcels", Parcels.posted(), "Prefer", other);
            assertThat(whole.json().get("events")).as(other).hasSize(1);
            assertThat(whole.header("preference-applied")).as(other).isEmpty();
        }
        var refused = rep.post("/v1/parcels", "{", "Prefer", "return=minimal");
        assertThat(refused.code()).as("a problem is told whatever is preferred").isEqualTo("MALFORMED_JSON");
    }

    @Test
    void a_create_takes_the_callers_id_and_a_known_id_with_the_same_body_is_a_repeat() {
        var id = UUID.randomUUID();
        var body = Parcels.withId(id, Parcels.posted());
        var first = rep.post("/v1/parcels", body);
        assertThat(first.id()).isEqualTo(id);

        var again = rep.post("/v1/parcels", body);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("idempotent-replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void the_same_request_five_times_at_once_happens_once_and_has_one_answer() throws Exception {
        var body = Parcels.posted();
        var key = Client.newKey();
        long head = service.head();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = threads.invokeAll(IntStream.range(0, 5)
                    .<java.util.concurrent.Callable<Client.Reply>>mapToObj(
                            i -> () -> rep.post("/v1/parcels", body, "Idempotency-Key", key))
                    .toList());

            var texts = new java.util.HashSet<String>();
            int replayed = 0;
            for (var reply : replies) {
                assertThat(reply.get().status()).isEqualTo(201);
                texts.add(reply.get().text()
                        + reply.get().header("location")
                        + reply.get().header("etag"));
                replayed += reply.get().header("idempotent-replayed").equals("true") ? 1 : 0;
            }
            assertThat(texts).hasSize(1);
            assertThat(replayed).isEqualTo(4);
            assertThat(service.head()).isEqualTo(head + 1);
        }
    }

    @Test
    void a_repeat_may_order_its_fields_otherwise_and_say_null_for_absent() {
        var key = Client.newKey();
        var label = "L-" + UUID.randomUUID();
        var first = rep.post("/v1/parcels", """
                {"label":"%s","worth":{"amount":"1","currency":"EUR"},"size":"LARGE","stamps":[]}""".formatted(label), "Idempotency-Key", key);

        var again = rep.post("/v1/parcels", """
                {"size":"LARGE","recipient":null,"stamps":[],"worth":{"currency":"EUR","amount":"1"},"label":"%s"}""".formatted(label), "Idempotency-Key", key);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("idempotent-replayed")).isEqualTo("true");
    }

    @Test
    void a_key_belongs_to_its_caller() {
        var key = Client.newKey();
        var other = service.withToken(service.issuer().tokenFor("somebody-else", Role.SALES_REP));
        var first = rep.post("/v1/parcels", Parcels.posted(), "Idempotency-Key", key);

        var theirs = other.post("/v1/parcels", Parcels.posted(), "Idempotency-Key", key);

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.id()).isNotEqualTo(first.id());
    }

    @Test
    void a_command_on_an_entity_answers_200_and_one_that_is_already_so_stores_nothing() {
        var id = rep.post("/v1/parcels", Parcels.posted()).id();
        var weighed = rep.post("/v1/parcels/" + id + "/weigh", "{\"grams\":700}");
        assertThat(weighed.status()).isEqualTo(200);
        assertThat(weighed.header("location")).isEmpty();
        assertThat(weighed.json().at("/events/0/type").stringValue()).isEqualTo("parcel.weighed.v1");
        long head = service.head();

        var again = rep.post("/v1/parcels/" + id + "/weigh", "{\"grams\":700}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("events")).isEmpty();
        assertThat(again.header("etag")).isEqualTo(weighed.header("etag"));
        assertThat(service.head()).isEqualTo(head);
    }

    @Test
    void a_validation_decides_alike_and_stores_nothing() {
        var label = "L-" + UUID.randomUUID();
        var key = Client.newKey();
        long head = service.head();

        var valid = rep.post("/v1/parcels?validateOnly=true", Parcels.posted(label), "Idempotency-Key", key);
        assertThat(valid.status()).isEqualTo(200);
        assertThat(valid.json().get("events")).isEmpty();
        assertThat(service.head()).isEqualTo(head);

        var done = rep.post("/v1/parcels", Parcels.posted(label), "Idempotency-Key", key);
        assertThat(done.status()).isEqualTo(201);
        var refused = rep.post("/v1/parcels?validateOnly=true", Parcels.posted(label));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("LABEL_TAKEN");
        assertThat(service.head()).isEqualTo(head + 1);
    }

    @Test
    void if_match_lets_through_whoever_saw_the_last_event() {
        var created = rep.post("/v1/parcels", Parcels.posted());
        var path = "/v1/parcels/" + created.id() + "/weigh";

        var seen = rep.post(path, "{\"grams\":1}", "If-Match", created.header("etag"));
        var stale = rep.post(path, "{\"grams\":2}", "If-Match", created.header("etag"));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("PRECONDITION_FAILED");
    }

    @Test
    void a_refusal_on_record_names_its_events_and_is_replayed_like_an_acceptance() {
        var label = "L-" + UUID.randomUUID();
        rep.post("/v1/parcels", Parcels.posted(label));
        var key = Client.newKey();
        long head = service.head();

        var refused = rep.post("/v1/parcels", Parcels.posted(label), "Idempotency-Key", key);
        var again = rep.post("/v1/parcels", Parcels.posted(label), "Idempotency-Key", key);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("LABEL_TAKEN");
        assertThat(refused.pointers()).containsExactly("/label");
        assertThat(refused.json().at("/events/0/type").stringValue()).isEqualTo("parcel.label-clash-found.v1");
        assertThat(refused.header("idempotent-replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("events")).isEqualTo(refused.json().get("events"));
        assertThat(again.header("idempotent-replayed")).isEqualTo("true");
        assertThat(service.head()).isEqualTo(head + 1);
    }

    @Test
    void an_importer_states_when_it_was() {
        var importer = service.as(Role.IMPORTER);

        var reply = importer.post("/v1/parcels", Parcels.posted(), "Milepost-Effective-At", "2017-03-01T09:00:00Z");

        assertThat(reply.status()).isEqualTo(201);
        var history = rep.get("/v1/parcels/" + reply.id() + "/history").json();
        assertThat(history.at("/items/0/effectiveAt").stringValue()).isEqualTo("2017-03-01T09:00:00Z");
        assertThat(history.at("/items/0/data/postedOn").stringValue()).isEqualTo("2017-03-01");
    }

    @Test
    void a_row_that_allows_backdating_does_so_for_its_roles() {
        var created = service.as(Role.IMPORTER)
                .post("/v1/parcels", Parcels.posted(), "Milepost-Effective-At", "2017-03-01T09:00:00Z");

        var weighed = rep.post(
                "/v1/parcels/" + created.id() + "/weigh",
                "{\"grams\":7}",
                "Milepost-Effective-At",
                "2017-03-02T09:00:00Z");

        assertThat(weighed.status()).isEqualTo(200);
    }

    @Test
    void request_id_and_trace_are_carried_through() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var sent =
                new String[] {"X-Request-Id", "order-77", "traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace)};

        var done = rep.post("/v1/parcels", Parcels.posted(), sent);
        var wrong = rep.post("/v1/parcels", "{}", sent);

        assertThat(done.header("x-request-id")).isEqualTo("order-77");
        assertThat(done.header("traceparent")).startsWith("00-" + trace);
        assertThat(wrong.json().get("traceId").stringValue()).isEqualTo(trace);
        assertThat(wrong.json().get("requestId").stringValue()).isEqualTo("order-77");
    }

    @Test
    void a_request_id_that_is_no_plain_word_is_not_repeated() {
        var reply = rep.post("/v1/parcels", Parcels.posted(), "X-Request-Id", "<script>");

        assertThat(reply.header("x-request-id")).hasSize(32);
    }

    @Test
    void a_body_that_does_not_say_its_length_is_cut_off_at_the_limit_too() throws Exception {
        var body = Parcels.posted().replace("lighthouse", "l".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(service.url() + "/v1/parcels"))
                .header("Authorization", "Bearer " + service.issuer().token(Role.SALES_REP))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Client.newKey())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var reply = http.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(reply.statusCode()).isEqualTo(413);
            assertThat(reply.body()).contains("BODY_TOO_LARGE");
        }
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        var reply = rep.send("DELETE", "/v1/parcels", null, List.of());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("allow").split(",")).containsExactlyInAnyOrder("GET", "POST");
    }
}
