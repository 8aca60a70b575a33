package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.catalogue.Role;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a caller may take of a service's time, connections and memory. */
@ExtendWith(OutputCaptureExtension.class)
class LimitsTest {
    private static final int PAUSE_MS = 50;

    private static ParcelService service;
    private static String common;

    @BeforeAll
    static void start() {
        service = ParcelService.with(
                "--milepost.web.request-time=1s",
                "--server.netty.idle-timeout=5s",
                "--milepost.web.concurrent-reads=1",
                "--milepost.web.read-wait=100ms",
                "--milepost.web.base-url=https://sales.example/parcel",
                "--milepost.feed.streams=1");
        common = "Host: h\r\nAuthorization: Bearer " + service.issuer().token(Role.SALES_REP, Role.ANALYST) + "\r\n";
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String post(String body) {
        return "POST /v1/parcels HTTP/1.1\r\n" + common + "Content-Type: application/json\r\nIdempotency-Key: "
                + UUID.randomUUID() + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
    }

    private static void assertCut(Wire wire, CapturedOutput output) {
        var answer = wire.answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(408);
        assertThat(answer.json().get("code").stringValue()).isEqualTo("REQUEST_TIMEOUT");
        assertThat(answer.json().get("retryable").booleanValue()).isTrue();
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.header("x-request-id")).isNotEmpty();
        assertThat(answer.header("retry-after")).isEqualTo("2");
        assertThat(answer.header("connection")).isEqualToIgnoringCase("close");
        assertThat(wire.isClosed()).isTrue();
        // Of the server alone: other tests of this JVM may have left something that still complains.
        assertThat(output.getAll().lines())
                .noneMatch(line -> line.contains("\"ERROR\"") && line.contains("\"name\":\"reactor-http"));
    }

    @Test
    void a_head_that_comes_byte_after_byte_is_cut(CapturedOutput output) {
        try (var wire = new Wire(service)) {
            wire.trickle("GET /problems/NOT_FOUND HTTP/1.1\r\nX: " + "y".repeat(1_000), PAUSE_MS);

            assertCut(wire, output);
        }
    }

    @Test
    void a_body_that_comes_byte_after_byte_is_cut_and_has_no_effect(CapturedOutput output) {
        long head = service.head();
        try (var wire = new Wire(service)) {
            wire.send(post("x".repeat(1_000)));
            wire.trickle("x".repeat(1_000), PAUSE_MS);

            assertCut(wire, output);
        }
        assertThat(service.head()).isEqualTo(head);
    }

    @Test
    void a_body_that_is_refused_before_it_has_come_is_not_waited_for_either() {
        try (var wire = new Wire(service)) {
            wire.send(post("x".repeat(1_000)).replace("Authorization", "X-Authorization"));

            assertThat(wire.answer().status()).isEqualTo(401);
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void what_comes_in_pieces_but_in_time_is_done() {
        var body = Parcels.posted();
        try (var wire = new Wire(service)) {
            var request = post(body) + body;
            wire.trickle(request.substring(0, 5), PAUSE_MS);
            wire.send(request.substring(5, request.length() - 5));
            wire.trickle(request.substring(request.length() - 5), PAUSE_MS);

            var answer = wire.answer();
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            assertThat(answer.header("location"))
                    .isEqualTo("https://sales.example/parcel/v1/parcels/"
                            + answer.json().get("id").stringValue());
        }
    }

    @Test
    void a_connection_may_rest_between_requests_for_longer_than_a_request_may_take_but_not_for_ever() {
        try (var wire = new Wire(service)) {
            for (int i = 0; i < 2; i++) {
                assertThat(wire.isAnswered(1_500)).isFalse();
                wire.send("GET /problems/NOT_FOUND HTTP/1.1\r\nHost: h\r\n\r\n");
                assertThat(wire.answer().status()).isEqualTo(200);
            }
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    void a_connection_that_says_nothing_is_closed() {
        try (var wire = new Wire(service)) {
            assertThat(wire.isClosed()).isTrue();
        }
    }

    @Test
    @DisplayName("reads beyond those that may be under way are turned away with 503, and commands are not")
    void reads_are_bounded() {
        var rep = service.as(Role.SALES_REP, Role.ANALYST);
        var path = "/v1/parcels/" + rep.post("/v1/parcels", Parcels.posted()).id();
        var release = new CountDownLatch(1);
        var taken = new CountDownLatch(1);
        var read = service.bean(Blocking.class)
                .read(() -> {
                    taken.countDown();
                    release.await();
                    return true;
                })
                .toFuture();
        try {
            taken.await();
            for (var heavy : new String[] {path, path + "/history", "/v1/parcels", "/v1/due", "/v1/events"}) {
                var refused = rep.get(heavy);
                assertThat(refused.status()).as(heavy).isEqualTo(503);
                assertThat(refused.code()).isEqualTo("TOO_BUSY");
                assertThat(refused.header("retry-after")).isEqualTo("2");
                assertThat(refused.json().get("retryable").booleanValue()).isTrue();
                assertThat(refused.json().get("type").stringValue())
                        .isEqualTo("https://sales.example/parcel/problems/TOO_BUSY");
            }
            assertThat(rep.post("/v1/parcels", Parcels.posted()).status()).isEqualTo(201);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        } finally {
            release.countDown();
        }
        assertThat(read.join()).isTrue();
        assertThat(rep.get(path).status()).isEqualTo(200);
        assertThat(rep.get("/v1/parcels").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a stream beyond those that may be open is turned away with 503, and taken when one has ended")
    void streams_are_bounded() {
        var sent = "GET /v1/events HTTP/1.1\r\n" + common + "Accept: text/event-stream\r\n\r\n";
        try (var first = new Wire(service);
                var second = new Wire(service)) {
            first.send(sent);
            assertThat(first.answer().status()).isEqualTo(200);

            second.send(sent);

            var refused = second.answer();
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.json().get("code").stringValue()).isEqualTo("TOO_BUSY");
            assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
            assertThat(refused.header("retry-after")).isEqualTo("2");
        }
        var open =
                service.bean(MeterRegistry.class).get("milepost.feed.streams").gauge();
        await().until(() -> open.value() == 0);
        try (var third = new Wire(service)) {
            third.send(sent);
            assertThat(third.answer().status()).isEqualTo(200);
        }
    }
}
