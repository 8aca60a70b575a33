package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchRoutesTest {
    private final ParcelService service = ParcelService.shared();
    private final Client rep = service.as(Role.SALES_REP);

    private static String post(UUID id) {
        return "{\"command\":\"PostParcel\",\"id\":\"%s\",\"body\":%s}".formatted(id, Parcels.posted());
    }

    private static String weigh(UUID id, int grams) {
        return "{\"command\":\"WeighParcel\",\"id\":\"%s\",\"body\":{\"grams\":%d}}".formatted(id, grams);
    }

    private static String batch(List<String> items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    private static String batch(String... items) {
        return batch(List.of(items));
    }

    private static List<Integer> statuses(Client.Reply reply) {
        return reply.json()
                .get("items")
                .valueStream()
                .map(item -> item.get("status").intValue())
                .toList();
    }

    private static JsonNode item(Client.Reply reply, int index) {
        return reply.json().get("items").get(index);
    }

    @Test
    void items_of_one_entity_happen_in_their_order() {
        var ids = Stream.generate(UUID::randomUUID).limit(40).toList();
        var items = Stream.concat(
                        ids.stream().map(BatchRoutesTest::post),
                        IntStream.rangeClosed(1, 8)
                                .boxed()
                                .flatMap(grams -> ids.stream().map(id -> weigh(id, grams))))
                .toList();

        var reply = rep.post("/v1/batch", batch(items));

        assertThat(reply.status()).isEqualTo(207);
        assertThat(statuses(reply).subList(0, 40)).containsOnly(201);
        assertThat(statuses(reply).subList(40, 360)).containsOnly(200);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(item(reply, i).get("id").stringValue())
                    .isEqualTo(ids.get(i).toString());
            var grams = rep.get("/v1/parcels/" + ids.get(i) + "/history")
                    .json()
                    .get("items")
                    .valueStream()
                    .skip(1)
                    .map(event -> event.at("/data/grams").intValue())
                    .toList();
            assertThat(grams).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        }
        assertThat(reply.header("milepost-position")).isEqualTo("parcel=" + service.head());
    }

    @Test
    void an_item_with_its_own_key_is_the_same_request_in_any_batch() {
        var id = UUID.randomUUID();
        var own = UUID.randomUUID();
        var first = rep.post("/v1/batch", batch(post(id), keyed(own, weigh(id, 5))));
        long head = service.head();

        var elsewhere = rep.post("/v1/batch", batch(keyed(own, weigh(id, 5))));
        var changed = rep.post("/v1/batch", batch(keyed(own, weigh(id, 6))));

        assertThat(statuses(first)).containsExactly(201, 200);
        assertThat(item(elsewhere, 0).get("replayed").booleanValue()).isTrue();
        assertThat(item(elsewhere, 0).get("position")).isEqualTo(item(first, 1).get("position"));
        assertThat(item(changed, 0).at("/problem/code").stringValue()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(service.head()).isEqualTo(head);
    }

    private static String keyed(UUID key, String item) {
        return "{\"idempotencyKey\":\"%s\",%s".formatted(key, item.substring(1));
    }

    @Test
    void the_same_batch_again_changes_nothing_and_says_so() {
        var id = UUID.randomUUID();
        var body =
                batch(post(id), weigh(id, 5), "{\"command\":\"PostParcel\",\"body\":%s}".formatted(Parcels.posted()));
        var key = Client.newKey();
        var first = rep.post("/v1/batch", body, "Idempotency-Key", key);
        long head = service.head();

        var again = rep.post("/v1/batch", body, "Idempotency-Key", key);

        assertThat(statuses(first)).containsExactly(201, 200, 201);
        assertThat(statuses(again)).containsExactly(201, 200, 201);
        assertThat(service.head()).isEqualTo(head);
        for (int i = 0; i < 3; i++) {
            assertThat(item(again, i).get("replayed").booleanValue()).isTrue();
            assertThat(item(again, i).get("id")).isEqualTo(item(first, i).get("id"));
            assertThat(item(again, i).get("events")).isEqualTo(item(first, i).get("events"));
        }
    }

    @Test
    void every_item_fails_on_its_own_and_the_others_go_on() {
        var id = UUID.randomUUID();
        var created = rep.post("/v1/parcels", Parcels.posted());

        var reply = rep.post(
                "/v1/batch",
                batch(
                        post(id),
                        "{\"command\":\"WeighParcel\",\"id\":\"%s\",\"body\":{\"gram\":1}}".formatted(id),
                        "{\"command\":\"WeighParcel\",\"body\":{\"grams\":1}}",
                        "{\"command\":\"DeliverParcel\",\"id\":\"%s\",\"body\":{}}".formatted(id),
                        "7",
                        weigh(UUID.randomUUID(), 1),
                        weigh(id, 0),
                        "{\"command\":\"WeighParcel\",\"id\":\"%s\",\"ifMatch\":\"\\\"1\\\"\",\"body\":{\"grams\":1}}"
                                .formatted(created.id()),
                        "{\"command\":\"WeighParcel\",\"id\":\"%s\",\"ifMatch\":\"1\",\"body\":{\"grams\":1}}"
                                .formatted(id),
                        "{\"command\":\"WeighParcel\",\"id\":\"%s\",\"effectiveAt\":\"soon\",\"body\":{\"grams\":1}}"
                                .formatted(id),
                        weigh(id, 9)));

        assertThat(statuses(reply)).containsExactly(201, 400, 400, 400, 400, 404, 422, 412, 400, 400, 200);
        var faults = IntStream.range(1, 10)
                .mapToObj(i -> item(reply, i).get("problem"))
                .map(problem -> problem.get("code").stringValue()
                        + problem.path("errors")
                                .valueStream()
                                .map(error -> " " + error.get("pointer").stringValue())
                                .collect(Collectors.joining()))
                .toList();
        assertThat(faults)
                .containsExactly(
                        "UNKNOWN_FIELD /items/1/body/gram /items/1/body/grams",
                        "MISSING_FIELD /items/2/id",
                        "UNKNOWN_COMMAND /items/3/command",
                        "WRONG_TYPE /items/4",
                        "NOT_FOUND",
                        "WEIGHT_NOT_POSITIVE /items/6/body/grams",
                        "PRECONDITION_FAILED",
                        "INVALID_VALUE /items/8/ifMatch",
                        "INVALID_VALUE /items/9/effectiveAt");
    }

    @Test
    void every_item_needs_a_role_of_its_own_command() {
        var id = UUID.randomUUID();

        var reply = service.as(Role.IMPORTER).post("/v1/batch", batch(post(id), weigh(id, 3)));

        assertThat(statuses(reply)).containsExactly(201, 403);
        assertThat(item(reply, 1).at("/problem/code").stringValue()).isEqualTo("FORBIDDEN");
    }

    @Test
    void an_item_states_its_own_time() {
        var id = UUID.randomUUID();
        var item = post(id).replace("\"body\"", "\"effectiveAt\":\"2017-03-01T00:00:00Z\",\"body\"");

        var reply = service.as(Role.IMPORTER).post("/v1/batch", batch(item));

        assertThat(statuses(reply)).containsExactly(201);
        assertThat(rep.get("/v1/parcels/" + id + "?asOf=2017-03-02T00:00:00Z").status())
                .isEqualTo(200);
    }

    @Test
    void a_batch_that_cannot_be_read_or_is_too_large_is_refused_whole() {
        long head = service.head();
        var tooMany = batch(
                IntStream.range(0, 1001).mapToObj(i -> post(UUID.randomUUID())).toList());
        var tooLong = batch(post(UUID.randomUUID()).replace("lighthouse", "l".repeat(5_000_000)));

        assertThat(rep.post("/v1/batch", tooMany).code()).isEqualTo("TOO_MANY_ITEMS");
        assertThat(rep.post("/v1/batch", tooMany).status()).isEqualTo(413);
        assertThat(rep.post("/v1/batch", tooLong).code()).isEqualTo("BODY_TOO_LARGE");
        assertThat(rep.post("/v1/batch", "[]").code()).isEqualTo("WRONG_TYPE");
        assertThat(rep.post("/v1/batch", "{\"item\":[]}").pointers()).containsExactly("/item", "/items");
        assertThat(rep.post("/v1/batch", batch(), "Idempotency-Key", "").code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        assertThat(service.head()).isEqualTo(head);

        assertThat(rep.post("/v1/batch", batch(post(UUID.randomUUID()))).status())
                .isEqualTo(207);
        assertThat(service.head()).isEqualTo(head + 1);
    }

    @Test
    void a_validation_of_a_batch_stores_nothing() {
        long head = service.head();

        var reply = rep.post("/v1/batch?validateOnly=true", batch(post(UUID.randomUUID())));

        assertThat(statuses(reply)).containsExactly(200);
        assertThat(service.head()).isEqualTo(head);
    }
}
