package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobRoutesTest {
    private static final String ASYNC = "respond-async";

    private final ParcelService service = ParcelService.shared();
    private final Client rep =
            service.withToken(service.issuer().tokenFor("importer-" + UUID.randomUUID(), Role.SALES_REP));

    private static String batch(int items) {
        return IntStream.range(0, items)
                .mapToObj(_ -> "{\"command\":\"PostParcel\",\"body\":%s}".formatted(Parcels.posted()))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private Client.Reply ended(String path) {
        await().until(() -> !rep.get(path).json().get("status").stringValue().equals("RUNNING"));
        return rep.get(path);
    }

    @Test
    @DisplayName(
            "api.md 15: a long batch is answered at once with a job, which tells how far it is and what became of each"
                    + " item")
    void a_long_batch_is_a_job() {
        var done = service.bean(MeterRegistry.class)
                .get("milepost.jobs.ended")
                .tag("status", "done")
                .counter();
        double before = done.count();
        var body = batch(1_001);
        assertThat(rep.post("/v1/batch", body).code()).isEqualTo("TOO_MANY_ITEMS");
        long head = service.head();
        var key = Client.newKey();

        var reply = rep.post("/v1/batch", body, "Prefer", ASYNC, "Idempotency-Key", key);

        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        assertThat(reply.header("preference-applied")).isEqualTo(ASYNC);
        var path = reply.header("location");
        assertThat(path).isEqualTo("/v1/jobs/" + reply.id());
        var job = ended(path).json();
        assertThat(job.get("status").stringValue()).isEqualTo("DONE");
        assertThat(job.get("accepted").intValue()).isEqualTo(1_001);
        assertThat(done.count()).isEqualTo(before + 1);
        assertThat(service.bean(MeterRegistry.class)
                        .get("milepost.jobs.running")
                        .gauge()
                        .value())
                .isZero();
        assertThat(job.get("mayGoOn").booleanValue()).isFalse();
        assertThat(service.head()).isEqualTo(head + 1_001);
        var lines = rep.get(path + "/results").text().lines().toList();
        assertThat(lines).hasSize(1_001);
        assertThat(IntStream.range(0, 1_001))
                .allMatch(i -> Json.mapper().readTree(lines.get(i)).get("index").intValue() == i);
        assertThat(rep.get("/v1/parcels/"
                                + Json.mapper()
                                        .readTree(lines.getLast())
                                        .get("id")
                                        .stringValue())
                        .status())
                .isEqualTo(200);

        var again = rep.post("/v1/batch", body, "Prefer", ASYNC, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("idempotent-replayed")).isEqualTo("true");
        assertThat(again.id()).isEqualTo(reply.id());
        assertThat(service.head()).isEqualTo(head + 1_001);
        assertThat(rep.get("/v1/jobs").json().at("/items/0/id").stringValue())
                .isEqualTo(reply.id().toString());
    }

    @Test
    @DisplayName("what is refused is told in its line, with the place in the batch")
    void what_is_refused_is_told() {
        var reply = rep.post("/v1/batch", "{\"items\":[{\"command\":\"PostParcel\",\"body\":{}}, 7]}", "Prefer", ASYNC);

        var path = reply.header("location");
        assertThat(ended(path).json().get("refused").intValue()).isEqualTo(2);
        var lines = rep.get(path + "/results")
                .text()
                .lines()
                .map(Json.mapper()::readTree)
                .toList();
        assertThat(lines.getFirst().at("/problem/code").stringValue()).isEqualTo("MISSING_FIELD");
        assertThat(lines.getFirst().at("/problem/errors/0/pointer").stringValue())
                .startsWith("/items/0/body/");
        assertThat(lines.getLast().at("/problem/errors/0/pointer").stringValue())
                .isEqualTo("/items/1");
    }

    @Test
    @DisplayName("nobody but who sent it knows of a job")
    void is_its_senders_alone() {
        var path = rep.post("/v1/batch", batch(1), "Prefer", ASYNC).header("location");
        ended(path);
        var other = service.withToken(service.issuer().tokenFor("somebody-else", Role.SALES_REP, Role.OPERATOR));

        for (var of : List.of(path, path + "/results")) {
            assertThat(other.get(of).status()).as(of).isEqualTo(404);
            assertThat(rep.get(of).status()).as(of).isEqualTo(200);
            assertThat(service.withToken(null).get(of).status()).isEqualTo(401);
        }
        assertThat(other.post(path + "/cancel", "").status()).isEqualTo(404);
        assertThat(rep.post(path + "/cancel", "").json().get("status").stringValue())
                .as("what is over stays as it is")
                .isEqualTo("DONE");
        assertThat(other.get("/v1/jobs").text()).doesNotContain(path);
        assertThat(rep.get("/v1/jobs").text()).contains(path);
    }

    @Test
    void a_frame_that_cannot_be_read_begins_nothing() {
        for (var frame : List.of("{", "[]", "{\"items\":7}", "{}")) {
            assertThat(rep.post("/v1/batch", frame, "Prefer", ASYNC).status())
                    .as(frame)
                    .isEqualTo(400);
        }
        assertThat(rep.post("/v1/batch", batch(1), "Prefer", ASYNC, "Idempotency-Key", "")
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
        var over = IntStream.range(0, 20_001).mapToObj(_ -> "0").collect(Collectors.joining(",", "{\"items\":[", "]}"));
        assertThat(rep.post("/v1/batch", over, "Prefer", ASYNC).code()).isEqualTo("TOO_MANY_ITEMS");
        assertThat(rep.get("/v1/jobs").json().get("items")).isEmpty();
        for (var path : List.of("/v1/jobs/" + UUID.randomUUID(), "/v1/jobs/x", "/v1/jobs/x/results")) {
            assertThat(rep.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(rep.get("/v1/jobs?status=DONE").code()).isEqualTo("UNKNOWN_PARAMETER");
    }
}
