package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is refused before any route sees it is refused as everything else is: Netty's, Spring's and security's refusals. */
@ExtendWith(OutputCaptureExtension.class)
class UnreadableRequestTest {
    private static final ParcelService SERVICE = ParcelService.shared();
    private static final String COMMON = "Host: parcels\r\nConnection: close\r\nAuthorization: Bearer "
            + SERVICE.issuer().token(Role.SALES_REP) + "\r\n";

    /** Bytes, and how they are answered. */
    record Junk(String name, String request, int status, String code) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Junk target(String target, int status, String code) {
        var name = target.length() > 40 ? target.substring(0, 40) + "..." : target;
        return new Junk(name, "GET " + target + " HTTP/1.1\r\n" + COMMON + "\r\n", status, code);
    }

    private static Junk method(String method, int status, String code) {
        return new Junk(method, method + " /v1/parcels HTTP/1.1\r\n" + COMMON + "\r\n", status, code);
    }

    private static Junk header(String name, String header, int status, String code) {
        return new Junk(name, "GET /v1/parcels HTTP/1.1\r\n" + COMMON + header + "\r\n\r\n", status, code);
    }

    private static Junk post(String name, String headers, String body, int status, String code) {
        var request = "POST /v1/parcels HTTP/1.1\r\n" + COMMON + "Content-Type: application/json\r\nIdempotency-Key: "
                + UUID.randomUUID() + "\r\n" + headers + "\r\n\r\n" + body;
        return new Junk(name, request, status, code);
    }

    static Stream<Junk> junk() {
        return Stream.of(
                target("/%2f", 400, "INVALID_REQUEST"),
                target("/v1%2Fparcels", 400, "INVALID_REQUEST"),
                target("/v1/parcels;a=b", 400, "INVALID_REQUEST"),
                target("/v1/parcels/%3bx", 400, "INVALID_REQUEST"),
                target("/v1/parcels/%00", 400, "INVALID_REQUEST"),
                target("/v1/parcels/%0d%0aX:y", 400, "INVALID_REQUEST"),
                target("//v1/parcels", 400, "INVALID_REQUEST"),
                target("/v1//parcels", 400, "INVALID_REQUEST"),
                target("/v1/../v1/parcels", 400, "INVALID_REQUEST"),
                target("/v1/%2e%2e/parcels", 400, "INVALID_REQUEST"),
                target("/v1/parcels%5c", 400, "INVALID_REQUEST"),
                target("/v1/\\parcels", 400, "INVALID_REQUEST"),
                target("/v1/parcels|x", 400, "INVALID_REQUEST"),
                target("/v1/{x}", 400, "INVALID_REQUEST"),
                target("/%zz", 400, "INVALID_REQUEST"),
                target("/v1/parcels?a=%zz", 400, "INVALID_REQUEST"),
                target("/v1/parcels?a=%", 400, "INVALID_REQUEST"),
                target("/v1/parcels?status=eq:%", 400, "INVALID_REQUEST"),
                target("/" + "x".repeat(5_000), 414, "URI_TOO_LONG"),
                target("/v1/parcels?a=" + "x".repeat(70_000), 414, "URI_TOO_LONG"),
                target("*", 404, "UNKNOWN_ROUTE"),
                target("parcels:80", 404, "UNKNOWN_ROUTE"),
                target("/v1/parc\u00e9ls", 404, "UNKNOWN_ROUTE"),
                method("TRACE", 405, "METHOD_NOT_ALLOWED"),
                method("CONNECT", 405, "METHOD_NOT_ALLOWED"),
                method("PROPFIND", 405, "METHOD_NOT_ALLOWED"),
                method("get", 405, "METHOD_NOT_ALLOWED"),
                method("X".repeat(200), 405, "METHOD_NOT_ALLOWED"),
                method("G\u00c9T", 400, "INVALID_REQUEST"),
                header("a header over the limit", "X: " + "y".repeat(9_000), 431, "HEADERS_TOO_LARGE"),
                header("headers over the limit", "X: y\r\n".repeat(3_000), 431, "HEADERS_TOO_LARGE"),
                header("a header's name with a blank", "X y: z", 400, "INVALID_REQUEST"),
                header("a header without a name", ": z", 400, "INVALID_REQUEST"),
                header("a header with a NUL", "X: a\u0000b", 400, "INVALID_REQUEST"),
                new Junk(
                        "a host that is none",
                        "GET /v1/parcels HTTP/1.1\r\nHost: x:port\r\nConnection: close\r\n\r\n",
                        400,
                        "INVALID_REQUEST"),
                header("a length below nothing", "Content-Length: -5", 400, "INVALID_REQUEST"),
                header("two lengths", "Content-Length: 1\r\nContent-Length: 2", 400, "INVALID_REQUEST"),
                header("an unknown coding", "Transfer-Encoding: junk", 400, "INVALID_REQUEST"),
                post("a chunk without a length", "Transfer-Encoding: chunked", "zz\r\n{}\r\n", 400, "INVALID_REQUEST"),
                post(
                        "a chunk that breaks off into junk",
                        "Transfer-Encoding: chunked",
                        "2\r\n{}junk\r\n",
                        400,
                        "INVALID_REQUEST"),
                post(
                        "chunks over the limit",
                        "Transfer-Encoding: chunked",
                        "50000\r\n" + "x".repeat(0x50000) + "\r\n0\r\n\r\n",
                        413,
                        "BODY_TOO_LARGE"),
                post("a length over the limit", "Content-Length: 99999999999", "", 413, "BODY_TOO_LARGE"),
                new Junk("no HTTP at all", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", 400, "INVALID_REQUEST"),
                new Junk("HTTP of 1991", "GET /v1/parcels\r\n\r\n", 400, "INVALID_REQUEST"));
    }

    @ParameterizedTest
    @MethodSource("junk")
    void is_answered_with_a_problem_and_told_to_nobody_else(Junk junk, CapturedOutput output) {
        long head = SERVICE.head();

        var answer = Wire.exchange(SERVICE, junk.request());

        assertThat(answer.status()).as(answer.body()).isEqualTo(junk.status());
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        var problem = answer.json();
        assertThat(problem.get("code").stringValue()).isEqualTo(junk.code());
        assertThat(problem.get("type").stringValue()).isEqualTo("/problems/" + junk.code());
        assertThat(problem.get("status").intValue()).isEqualTo(junk.status());
        assertThat(problem.propertyNames()).contains("title", "detail", "instance", "retryable");
        assertThat(problem.get("traceId").stringValue()).matches("[0-9a-f]{32}");
        assertThat(answer.header("x-request-id"))
                .isEqualTo(problem.get("requestId").stringValue());
        assertThat(answer.header("traceparent")).contains(problem.get("traceId").stringValue());
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(SERVICE.head()).isEqualTo(head);
        assertThat(output.getAll().lines().filter(line -> !line.contains("NetworkClient")))
                .noneMatch(line -> line.contains("\"ERROR\"") || line.contains("\"WARN\""));
    }

    @Test
    void a_fault_beside_them_is_told(CapturedOutput output) {
        LoggerFactory.getLogger(UnreadableRequestTest.class).warn("a fault");

        assertThat(output.getAll().lines()).anyMatch(line -> line.contains("\"WARN\"") && line.contains("a fault"));
    }

    @Test
    void the_same_request_with_nothing_wrong_is_answered() {
        var answer = Wire.exchange(SERVICE, "GET /v1/parcels HTTP/1.1\r\n" + COMMON + "\r\n");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void a_refusal_of_many_requests_at_once_comes_in_its_place() {
        try (var wire = new Wire(SERVICE)) {
            var good = "GET /problems/NOT_FOUND HTTP/1.1\r\nHost: h\r\n\r\n";
            wire.send(good + "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n" + good);

            assertThat(wire.answer().status()).isEqualTo(200);
            assertThat(wire.answer().json().get("instance").stringValue()).isEqualTo("/%zz");
            assertThat(wire.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void an_answer_says_nothing_of_what_the_caller_calls_the_host() {
        var request = "GET /v1/nothing HTTP/1.1\r\n" + COMMON.replace("Host: parcels", "Host: evil.example") + "\r\n";

        var answer = Wire.exchange(SERVICE, request);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers() + answer.body()).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If-None-Match: junk, \", W/",
                "If-Modified-Since: junk",
                "If-Unmodified-Since: junk",
                "Prefer: ;;;=",
                "Range: bytes=junk",
                "Last-Event-ID: junk",
                "traceparent: junk",
                "traceparent: 00-00000000000000000000000000000000-0000000000000000-01",
                "tracestate: =,=,;",
                "X-Request-Id: <script>alert(1)</script>",
                "Accept-Language: ;;\u00ff",
                "Accept-Charset: junk",
                "Accept-Encoding: junk",
                "Origin: http://[",
                "Cookie: =;=",
                "Forwarded: for=junk;host=evil",
                "X-Forwarded-Host: evil",
                "X-Forwarded-Prefix: /evil",
                "Expect: junk",
                "Upgrade: junk",
                "Content-Type: junk"
            })
    void a_header_that_a_read_does_not_go_by_may_be_junk_and_is_not_repeated(String header) {
        var answer = Wire.exchange(SERVICE, "GET /v1/parcels HTTP/1.1\r\n" + COMMON + header + "\r\n\r\n");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("x-request-id")).matches("[0-9a-f]{32}");
        assertThat(answer.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(answer.headers() + answer.body()).doesNotContain("junk", "evil", "script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "junk",
                "Bearer",
                "Bearer a.b.c",
                "Bearer \u00e9",
                "Bearer x y",
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                "Bearer bnVsbA.bnVsbA.x",
                "Bearer W10.W10.x",
                "Basic eDp5",
                "Bearer a\r\nAuthorization: Bearer b"
            })
    void a_token_that_is_none_is_a_401(String authorization, CapturedOutput output) {
        var answer = Wire.exchange(
                SERVICE,
                "GET /v1/parcels HTTP/1.1\r\nHost: h\r\nConnection: close\r\nAuthorization: " + authorization
                        + "\r\n\r\n");

        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.json().get("code").stringValue()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.header("www-authenticate")).startsWith("Bearer").doesNotContain("junk", "\u00e9");
        assertThat(output.getAll().lines().mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(length -> length < 4_096);
    }

    @Test
    void a_method_that_a_path_does_not_take_names_those_that_it_takes() {
        var answer = Wire.exchange(SERVICE, "TRACE /v1/parcels HTTP/1.1\r\n" + COMMON + "\r\n");

        assertThat(answer.header("allow").split(",")).containsExactlyInAnyOrder("GET", "POST");
    }
}
