package io.milepost.suite.fuzz;

import io.milepost.suite.fuzz.Request.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What can be wrong with method, path, query and headers. */
final class Heads {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "get", "X");

    private static final List<String> MEDIA_TYPES = List.of(
            "junk",
            "/",
            "*/*;q=abc",
            "a/b/c",
            ",",
            ";;;",
            "",
            "text/plain",
            "text/html, image/png",
            "application/json;q=2",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json; charset=\"",
            "*/json",
            "application/xml",
            "application/*+json",
            "application/vnd.a+json;v=\"1",
            "application/json;;;",
            "\u00e4/\u00f6",
            "text/plain, application/json;q=0.1",
            "application/json, ".repeat(300),
            "x/" + "y".repeat(3_000));

    private static final List<String> ETAGS = List.of(
            "*", "\"1\"", "W/\"1\"", "\"-1\"", "\"99999999999999999999\"", "1", "yesterday", "\"", "\"a\", \"b\"", "");

    private static final List<String> POSITIONS = List.of(
            "junk",
            "lead=1",
            "lead=-1",
            "opportunity=99999999999999999999",
            "contract=1,contract=2",
            "nobody=1",
            "=",
            ",",
            "lead=1e3",
            "");

    private static final List<String> TOKENS = List.of(
            "Bearer",
            "Bearer ",
            "Bearer a.b.c",
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwicm9sZXMiOlsiT1BFUkFUT1IiXX0.",
            "Basic b3BlcmF0b3I6b3BlcmF0b3I=",
            "bearer x",
            "\u00ff",
            "Bearer " + "x".repeat(4_000));

    private static final List<Header> OTHERS = List.of(
            new Header("Host", "evil.example"),
            new Header("Host", ""),
            new Header("Host", "a b"),
            new Header("Host", "[::1"),
            new Header("X-Forwarded-Host", "evil.example"),
            new Header("X-Forwarded-Proto", "gopher"),
            new Header("X-Forwarded-Port", "99999999"),
            new Header("Forwarded", "host=\";;"),
            new Header("X-Request-Id", "a b\u0001"),
            new Header("X-Request-Id", "x".repeat(3_000)),
            new Header("traceparent", "00-zz-zz-zz"),
            new Header("traceparent", "00-00000000000000000000000000000000-0000000000000000-00"),
            new Header("tracestate", "=,="),
            new Header("Accept-Encoding", "nonsense;q=x"),
            new Header("Accept-Charset", "utf-7"),
            new Header("Accept-Language", ";;"),
            new Header("Range", "bytes=5-1"),
            new Header("Expect", "nonsense"),
            new Header("Origin", "null"),
            new Header("Cookie", "a=b; =; ;;"),
            new Header("Content-Encoding", "gzip"),
            new Header("If-Modified-Since", "x"),
            new Header("X-HTTP-Method-Override", "DELETE"),
            new Header("Upgrade", "h2c"),
            new Header("Last-Event-ID", "-1"),
            new Header("Last-Event-ID", "junk"),
            new Header("X-Junk", "\u0080\u00ff\u00fe"),
            new Header("X-Junk", "y".repeat(6_000)));

    /** Behind a path. */
    private static final List<String> TAILS = List.of(
            "/",
            "/%2f",
            "/%2F..%2f",
            ";",
            ";a=b",
            "/;",
            "%00",
            "/%00",
            "/%ff",
            "/..",
            "/.",
            "/../../etc/passwd",
            "//",
            "/%5c",
            "/a/b/c",
            "%0d%0aX-Injected:1",
            "/" + "x".repeat(2_000),
            "/%e2%80%ae",
            "/*",
            "/{id}",
            "%",
            "%z");

    private static final List<String> QUERIES = List.of(
            "a=%zz",
            "%",
            "=",
            "&&&",
            "a",
            "nonsense=1",
            "validateOnly=maybe",
            "validateOnly=true&validateOnly=false",
            "validateOnly=",
            "pageSize=0",
            "pageSize=-1",
            "pageSize=201",
            "pageSize=99999999999",
            "pageSize=1e1",
            "pageToken=junk",
            "pageToken=%00",
            "orderBy=nonsense",
            "orderBy=id,id,id",
            "orderBy=id%20desc%20desc",
            "orderBy=,",
            "count=maybe",
            "asOf=yesterday",
            "before=-1000000000-01-01T00:00:00Z",
            "asOf=%2B1000000000-12-31T23:59:59Z",
            "knownAt=0001-01-01T00:00:00Z",
            "after=-1",
            "after=99999999999999999999",
            "limit=0",
            "limit=1001",
            "epoch=%ed%a0%80",
            "types=,,",
            "types=%ff",
            "from=0&to=-1",
            "from=9223372036854775807&to=9223372036854775807",
            "hash=zz",
            "currency=XXX",
            "currency=%00",
            "by=nonsense",
            "where=%27",
            "owner=%f0%9f%92%a9",
            "status=%00",
            "a=" + "x".repeat(3_000),
            "a[]=1",
            "a=1;b=2",
            "%00=%00",
            "pageSize=5&pageSize=6");

    private final RandomGenerator random;

    Heads(RandomGenerator random) {
        this.random = random;
    }

    /** Headers and what was done to them. */
    record Changed(String kind, List<Header> headers) {}

    /** One that is none of these. */
    String method(Set<String> taken) {
        return pick(METHODS.stream().filter(method -> !taken.contains(method)).toList());
    }

    String tail() {
        return pick(TAILS);
    }

    String query() {
        return pick(QUERIES);
    }

    /** One header changed, added, doubled or taken away. */
    Changed junk(List<Header> headers) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> changed(headers, "Accept", pick(MEDIA_TYPES));
            case 2 -> changed(headers, "Content-Type", pick(MEDIA_TYPES));
            case 3 -> changed(headers, "Idempotency-Key", Extremes.id(random));
            case 4 -> changed(headers, random.nextBoolean() ? "If-Match" : "If-None-Match", pick(ETAGS));
            case 5 -> changed(headers, "Milepost-Effective-At", Extremes.time(random));
            case 6 -> changed(headers, "Milepost-Min-Position", pick(POSITIONS));
            case 7 -> without(headers, pick(List.of("Accept", "Content-Type", "Idempotency-Key")));
            case 8 -> doubled(headers);
            default -> {
                var other = pick(OTHERS);
                yield changed(headers, other.name(), other.value());
            }
        };
    }

    /** Nobody's token, or none. */
    Changed stranger(List<Header> headers) {
        return random.nextInt(3) == 0
                ? without(headers, "Authorization")
                : changed(headers, "Authorization", pick(TOKENS));
    }

    private Changed changed(List<Header> headers, String name, String value) {
        // A line break would end the header; that is another request than this one.
        var inLine = value.replaceAll("[\\r\\n]", "?");
        var changed = new ArrayList<>(without(headers, name).headers());
        changed.add(new Header(random.nextInt(20) == 0 ? name.toUpperCase(Locale.ROOT) : name, inLine));
        return new Changed("another " + name, changed);
    }

    private Changed without(List<Header> headers, String name) {
        return new Changed(
                "without " + name,
                headers.stream()
                        .filter(header -> !header.name().equalsIgnoreCase(name))
                        .toList());
    }

    private Changed doubled(List<Header> headers) {
        var doubled = new ArrayList<>(headers);
        var again = pick(headers);
        doubled.add(again);
        return new Changed("doubled " + again.name(), doubled);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
