package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Requests with one thing wrong, each with what it is answered. */
final class BadRequests {
    static final ParcelService SERVICE = ParcelService.shared();
    private static final String KNOWN_LABEL = "known-" + UUID.randomUUID();
    static final UUID KNOWN = SERVICE.as(Role.SALES_REP)
            .post("/v1/parcels", Parcels.posted(KNOWN_LABEL))
            .id();
    static final UUID NOWHERE = UUID.randomUUID();
    private static final String USED_KEY = usedKey();

    private BadRequests() {}

    /** A request with one thing wrong, and how that is answered. */
    record Bad(String name, Sent sent, int status, String code, String... pointers) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A request; a null token means the good one. */
    record Sent(String method, String path, String body, String token, String... headers) {}

    private static String usedKey() {
        var key = Client.newKey();
        SERVICE.as(Role.SALES_REP).post("/v1/parcels", Parcels.posted(), "Idempotency-Key", key);
        return key;
    }

    static Sent create(String body, String... headers) {
        return new Sent("POST", "/v1/parcels", body, null, headers);
    }

    static Sent altered(String good, String from, String to) {
        assertThat(good).contains(from);
        return create(good.replace(from, to));
    }

    static Sent weigh(UUID id, String... headers) {
        return new Sent("POST", "/v1/parcels/" + id + "/weigh", "{\"grams\":700}", null, headers);
    }

    static Sent get(String path, String... headers) {
        return new Sent("GET", path, null, null, headers);
    }

    static Sent with(Sent sent, String token) {
        return new Sent(sent.method(), sent.path(), sent.body(), token, sent.headers());
    }

    static Stream<Bad> bodies() {
        var good = Parcels.posted();
        return Stream.of(
                new Bad("malformed JSON", create("{\"label\": "), 400, "MALFORMED_JSON"),
                new Bad("an empty body", create(""), 400, "MALFORMED_JSON"),
                new Bad("a doubled field", create("{\"label\":\"a\",\"label\":\"b\"}"), 400, "MALFORMED_JSON"),
                new Bad("something after the body", create(good + "x"), 400, "MALFORMED_JSON"),
                new Bad("an array for a body", create("[]"), 400, "WRONG_TYPE", ""),
                new Bad(
                        "an unknown field",
                        altered(good, "\"size\"", "\"sise\":1,\"size\""),
                        400,
                        "UNKNOWN_FIELD",
                        "/sise"),
                new Bad(
                        "an unknown nested field",
                        altered(good, "\"motif\"", "\"a/b\":1,\"motif\""),
                        400,
                        "UNKNOWN_FIELD",
                        "/stamps/0/a~1b"),
                new Bad("a missing field", altered(good, "\"size\":\"SMALL\",", ""), 400, "MISSING_FIELD", "/size"),
                new Bad(
                        "a null where a value must be",
                        altered(good, "\"SMALL\"", "null"),
                        400,
                        "MISSING_FIELD",
                        "/size"),
                new Bad("a wrong type", altered(good, "\"SMALL\"", "3"), 400, "WRONG_TYPE", "/size"),
                new Bad(
                        "a number for an amount",
                        altered(good, "\"12.50\"", "12.50"),
                        400,
                        "WRONG_TYPE",
                        "/worth/amount"),
                new Bad(
                        "an array for an object",
                        altered(good, "{\"amount\":\"12.50\",\"currency\":\"EUR\"}", "[]"),
                        400,
                        "WRONG_TYPE",
                        "/worth"),
                new Bad(
                        "an object for an array",
                        create("{\"stamps\":{}}"),
                        400,
                        "MISSING_FIELD",
                        "/label",
                        "/worth",
                        "/size",
                        "/stamps"),
                new Bad(
                        "an unknown word of an enumeration",
                        altered(good, "SMALL", "TINY"),
                        400,
                        "INVALID_VALUE",
                        "/size"),
                new Bad("an amount that is none", altered(good, "12.50", "1e3"), 400, "INVALID_VALUE", "/worth/amount"),
                new Bad(
                        "an amount finer than its currency",
                        altered(good, "12.50", "12.505"),
                        400,
                        "INVALID_VALUE",
                        "/worth/amount"),
                new Bad(
                        "a currency that does not exist",
                        altered(good, "\"EUR\"},\"size", "\"XYZ\"},\"size"),
                        400,
                        "INVALID_VALUE",
                        "/worth/currency"),
                new Bad(
                        "a text that pretends to be sealed",
                        altered(good, Parcels.RECIPIENT, "sealed.v1.x.y"),
                        400,
                        "INVALID_VALUE",
                        "/recipient"),
                new Bad(
                        "an id that is no UUID",
                        create("{\"id\":\"1-1-1-1-1\"," + good.substring(1)),
                        400,
                        "INVALID_VALUE",
                        "/id"),
                new Bad("an id of a wrong type", create("{\"id\":7," + good.substring(1)), 400, "WRONG_TYPE", "/id"),
                new Bad(
                        "a fraction where a whole number must be",
                        new Sent("POST", "/v1/parcels/" + KNOWN + "/weigh", "{\"grams\":1.5}", null),
                        400,
                        "WRONG_TYPE",
                        "/grams"),
                new Bad(
                        "a number that does not fit",
                        new Sent("POST", "/v1/parcels/" + KNOWN + "/weigh", "{\"grams\":3000000000}", null),
                        400,
                        "INVALID_VALUE",
                        "/grams"),
                new Bad(
                        "a body over the limit",
                        altered(good, "lighthouse", "l".repeat(300_000)),
                        413,
                        "BODY_TOO_LARGE"),
                new Bad(
                        "another content type",
                        create(good, "Content-Type", "text/plain"),
                        415,
                        "UNSUPPORTED_MEDIA_TYPE"),
                new Bad("no content type", create(good, "Content-Type", ""), 415, "UNSUPPORTED_MEDIA_TYPE"));
    }

    static Stream<Bad> frames() {
        var good = Parcels.posted();
        return Stream.of(
                new Bad("no idempotency key", create(good, "Idempotency-Key", ""), 400, "IDEMPOTENCY_KEY_REQUIRED"),
                new Bad(
                        "a key that is no UUID",
                        create(good, "Idempotency-Key", "abc"),
                        400,
                        "IDEMPOTENCY_KEY_INVALID"),
                new Bad(
                        "a reused key with another body",
                        create(good, "Idempotency-Key", USED_KEY),
                        422,
                        "IDEMPOTENCY_KEY_REUSED"),
                new Bad(
                        "a reused key with another command",
                        weigh(KNOWN, "Idempotency-Key", USED_KEY),
                        422,
                        "IDEMPOTENCY_KEY_REUSED"),
                new Bad("a stale If-Match", weigh(KNOWN, "If-Match", "\"999999\""), 412, "PRECONDITION_FAILED"),
                new Bad("an If-Match that is no ETag", weigh(KNOWN, "If-Match", "999"), 400, "INVALID_HEADER"),
                new Bad(
                        "a time that is none",
                        weigh(KNOWN, "Milepost-Effective-At", "yesterday"),
                        400,
                        "INVALID_HEADER"),
                new Bad(
                        "a time in the future",
                        weigh(KNOWN, "Milepost-Effective-At", "2199-01-01T00:00:00Z"),
                        422,
                        "EFFECTIVE_NOT_ALLOWED"),
                new Bad(
                        "an earlier time that the row does not allow",
                        create(good, "Milepost-Effective-At", "2020-01-01T00:00:00Z"),
                        422,
                        "EFFECTIVE_NOT_ALLOWED"),
                new Bad(
                        "a time before the entity's last",
                        weigh(KNOWN, "Milepost-Effective-At", "2020-01-01T00:00:00Z"),
                        422,
                        "EFFECTIVE_TOO_EARLY"),
                new Bad(
                        "an unknown parameter",
                        new Sent("POST", "/v1/parcels?validate=true", good, null),
                        400,
                        "UNKNOWN_PARAMETER"),
                new Bad(
                        "a parameter of a wrong value",
                        new Sent("POST", "/v1/parcels?validateOnly=maybe", good, null),
                        400,
                        "INVALID_PARAMETER"),
                new Bad("an unknown id", weigh(NOWHERE), 404, "NOT_FOUND"),
                new Bad(
                        "an id that cannot be one",
                        new Sent("POST", "/v1/parcels/x/weigh", "{\"grams\":1}", null),
                        404,
                        "NOT_FOUND"),
                new Bad("a create for a known id", create(Parcels.withId(KNOWN, good)), 409, "ALREADY_EXISTS"),
                new Bad(
                        "a command for automations alone",
                        new Sent("POST", "/v1/parcels/" + KNOWN + "/deliver", "{}", null),
                        404,
                        "UNKNOWN_ROUTE"),
                new Bad("an unknown path", new Sent("POST", "/v1/packets", good, null), 404, "UNKNOWN_ROUTE"),
                new Bad(
                        "a wrong method",
                        new Sent("PUT", "/v1/parcels/" + KNOWN, good, null),
                        405,
                        "METHOD_NOT_ALLOWED"),
                new Bad("an answer in XML", create(good, "Accept", "application/xml"), 406, "NOT_ACCEPTABLE"),
                new Bad(
                        "a refusal by a rule",
                        new Sent("POST", "/v1/parcels/" + KNOWN + "/weigh", "{\"grams\":0}", null),
                        422,
                        "WEIGHT_NOT_POSITIVE",
                        "/grams"),
                new Bad("no token", with(create(good), ""), 401, "UNAUTHENTICATED"),
                new Bad(
                        "an expired token",
                        with(create(good), SERVICE.issuer().expiredToken(Role.SALES_REP)),
                        401,
                        "TOKEN_EXPIRED"),
                new Bad(
                        "a token of a foreign key",
                        with(create(good), SERVICE.issuer().foreignToken(Role.SALES_REP)),
                        401,
                        "UNAUTHENTICATED"),
                new Bad(
                        "a token for others",
                        with(create(good), SERVICE.issuer().tokenForAudience("others", Role.SALES_REP)),
                        401,
                        "UNAUTHENTICATED"),
                new Bad("a wrong role", with(create(good), SERVICE.issuer().token(Role.QA)), 403, "FORBIDDEN"),
                new Bad("no known role", with(create(good), SERVICE.issuer().token()), 403, "FORBIDDEN"));
    }

    /** Sends it with a good token unless it brings its own. */
    static Client.Reply send(Sent sent) {
        var client = sent.token() == null
                ? SERVICE.as(Role.SALES_REP)
                : SERVICE.withToken(sent.token().isEmpty() ? null : sent.token());
        if (sent.method().equals("POST")) {
            return client.post(sent.path(), sent.body(), sent.headers());
        }
        var headers = new ArrayList<>(List.of("Content-Type", "application/json"));
        headers.addAll(List.of(sent.headers()));
        return client.send(sent.method(), sent.path(), sent.body(), headers);
    }
}
