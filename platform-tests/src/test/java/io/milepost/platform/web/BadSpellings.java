package io.milepost.platform.web;

import static io.milepost.platform.web.BadRequests.KNOWN;
import static io.milepost.platform.web.BadRequests.weigh;

import io.milepost.platform.web.BadRequests.Bad;
import io.milepost.platform.web.BadRequests.Sent;
import java.util.Locale;
import java.util.stream.Stream;

/** Commands in which an id, a time, a number or a media type is not spelt as it can be read, each with what it is answered. */
final class BadSpellings {
    private static final String CAPITALS = "0B6F7A52-0000-4000-8000-00000000ABCD";

    private BadSpellings() {}

    private static Bad contentType(String name, String type) {
        return new Bad(name, BadRequests.create(Parcels.posted(), "Content-Type", type), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    private static Bad accept(String name, String types) {
        return new Bad(name, BadRequests.create(Parcels.posted(), "Accept", types), 406, "NOT_ACCEPTABLE");
    }

    private static Bad key(String name, String key) {
        return new Bad(
                name, BadRequests.create(Parcels.posted(), "Idempotency-Key", key), 400, "IDEMPOTENCY_KEY_INVALID");
    }

    private static Bad id(String name, String id) {
        return new Bad(
                name,
                BadRequests.create(
                        "{\"id\":\"%s\",%s".formatted(id, Parcels.posted().substring(1))),
                400,
                "INVALID_VALUE",
                "/id");
    }

    private static Bad path(String name, String id) {
        return new Bad(name, new Sent("POST", "/v1/parcels/" + id + "/weigh", "{\"grams\":7}", null), 404, "NOT_FOUND");
    }

    private static Bad at(String name, String time) {
        return new Bad(name, weigh(KNOWN, "Milepost-Effective-At", time), 400, "INVALID_HEADER");
    }

    private static Bad grams(String name, String number, String code, String... pointers) {
        return new Bad(
                name,
                new Sent("POST", "/v1/parcels/" + KNOWN + "/weigh", "{\"grams\":%s}".formatted(number), null),
                400,
                code,
                pointers);
    }

    static Stream<Bad> spellings() {
        return Stream.of(
                contentType("junk in Content-Type", "junk"),
                contentType("much junk in Content-Type", ";/".repeat(3_000)),
                contentType("two types in Content-Type", "application/json, text/plain"),
                contentType("any type in Content-Type", "*/*"),
                contentType("a charset that does not exist", "application/json;charset=junk"),
                accept("junk in Accept", "junk"),
                accept("much junk in Accept", ",;/".repeat(2_000)),
                accept("more in Accept than anybody reads", "a/b,".repeat(1_500)),
                accept("a quality above 1 in Accept", "application/json;q=2"),
                key("a key in capitals", CAPITALS),
                key("a key in braces", "{" + CAPITALS.toLowerCase(Locale.ROOT) + "}"),
                key("a key with a scheme", "urn:uuid:" + CAPITALS.toLowerCase(Locale.ROOT)),
                id("an id in capitals", CAPITALS),
                id("an id in braces", "{" + CAPITALS.toLowerCase(Locale.ROOT) + "}"),
                id("an id without dashes", "0".repeat(32)),
                path("a path's id in capitals", KNOWN.toString().toUpperCase(Locale.ROOT)),
                path("a path's id in braces", "%7B" + KNOWN + "%7D"),
                at("a time before all times", "-1000000000-01-01T00:00:00Z"),
                at("a time after all times", "+1000000000-12-31T23:59:59Z"),
                at("a time before our era", "-9999-01-01T00:00:00Z"),
                at("a time before every fact", "1899-12-31T23:59:59Z"),
                at("a time after every fact", "2201-01-01T00:00:00Z"),
                grams("a number beyond all decimals", "1e99999999999", "MALFORMED_JSON"),
                grams("a number below all decimals", "1e-99999999999", "MALFORMED_JSON"),
                grams("a number of 5,000 digits", "9".repeat(5_000), "MALFORMED_JSON"),
                grams("a number with a large exponent", "1e400", "WRONG_TYPE", "/grams"));
    }
}
