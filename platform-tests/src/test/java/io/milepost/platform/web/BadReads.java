package io.milepost.platform.web;

import static io.milepost.platform.web.BadRequests.KNOWN;
import static io.milepost.platform.web.BadRequests.NOWHERE;
import static io.milepost.platform.web.BadRequests.SERVICE;
import static io.milepost.platform.web.BadRequests.get;
import static io.milepost.platform.web.BadRequests.with;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.web.BadRequests.Bad;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads with one thing wrong, each with what it is answered. */
final class BadReads {
    private BadReads() {}

    static Stream<Bad> reads() {
        return Stream.of(
                new Bad("an unknown entity", get("/v1/parcels/" + NOWHERE), 404, "NOT_FOUND"),
                new Bad("a history of nothing", get("/v1/parcels/" + NOWHERE + "/history"), 404, "NOT_FOUND"),
                new Bad(
                        "two cuts at once",
                        get("/v1/parcels/" + KNOWN + "?asOf=2030-01-01T00:00:00Z&knownAt=2030-01-01T00:00:00Z"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad("a cut that is no time", get("/v1/parcels/" + KNOWN + "?asOf=today"), 400, "INVALID_PARAMETER"),
                new Bad(
                        "an unknown parameter of a read",
                        get("/v1/parcels/" + KNOWN + "?at=1"),
                        400,
                        "UNKNOWN_PARAMETER"),
                new Bad("an unknown filter field", get("/v1/parcels?colour=eq:red"), 400, "UNKNOWN_PARAMETER"),
                new Bad("a personal filter field", get("/v1/parcels?recipient=eq:x"), 400, "UNKNOWN_PARAMETER"),
                new Bad("an unknown order field", get("/v1/parcels?orderBy=colour"), 400, "UNKNOWN_PARAMETER"),
                new Bad("a filter without operator", get("/v1/parcels?status=POSTED"), 400, "INVALID_PARAMETER"),
                new Bad("an unknown operator", get("/v1/parcels?status=like:P"), 400, "INVALID_PARAMETER"),
                new Bad("a page that is too large", get("/v1/parcels?pageSize=201"), 400, "INVALID_PARAMETER"),
                new Bad("a page token that nobody gave", get("/v1/parcels?pageToken=abc"), 400, "INVALID_PARAMETER"),
                new Bad(
                        "a position that is none",
                        get("/v1/parcels", "Milepost-Min-Position", "parcel:5"),
                        400,
                        "INVALID_HEADER"),
                new Bad("a filter without a value", get("/v1/parcels?status"), 400, "INVALID_PARAMETER"),
                new Bad(
                        "a number beyond all decimals",
                        get("/v1/parcels?worth.amount=gt:1e99999999999"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad(
                        "a number beyond every integer of Java",
                        get("/v1/parcels?worth.amount=gt:1e2147483648"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad(
                        "a number beyond all money",
                        get("/v1/parcels?worth.amount=lt:1e400"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad(
                        "a number too fine for any money",
                        get("/v1/parcels?worth.amount=lt:1e-400"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad("no number", get("/v1/parcels?worth.amount=gt:NaN"), 400, "INVALID_PARAMETER"),
                new Bad(
                        "3,500 digits",
                        get("/v1/parcels?worth.amount=gt:" + "9".repeat(3_500)),
                        400,
                        "INVALID_PARAMETER"),
                new Bad(
                        "one of several numbers beyond all money",
                        get("/v1/parcels?worth.amount=in:1,1e400"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad("a parameter twice", get("/v1/parcels?pageSize=5&pageSize=6"), 400, "INVALID_PARAMETER"),
                new Bad(
                        "a cut twice",
                        get("/v1/parcels/" + KNOWN + "?asOf=2030-01-01T00:00:00Z&asOf=2031-01-01T00:00:00Z"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad(
                        "a time before all times, for due dates",
                        get("/v1/due?before=-1000000000-01-01T00:00:00Z"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad(
                        "a time after all times, for due dates",
                        get("/v1/due?before=%2B1000000000-12-31T23:59:59Z"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad(
                        "a time before all times, to read as of",
                        get("/v1/parcels/" + KNOWN + "?asOf=-1000000000-01-01T00:00:00Z"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad(
                        "a time before our era, to read as known at",
                        get("/v1/parcels/" + KNOWN + "?knownAt=-9999-01-01T00:00:00Z"),
                        400,
                        "INVALID_PARAMETER"),
                new Bad(
                        "an id in capitals",
                        get("/v1/parcels/" + KNOWN.toString().toUpperCase(Locale.ROOT)),
                        404,
                        "NOT_FOUND"),
                new Bad("an id in braces", get("/v1/parcels/%7B" + KNOWN + "%7D"), 404, "NOT_FOUND"),
                new Bad("an id with a scheme", get("/v1/parcels/urn:uuid:" + KNOWN), 404, "NOT_FOUND"),
                new Bad("an id without dashes", get("/v1/parcels/" + "0".repeat(32)), 404, "NOT_FOUND"),
                new Bad("junk in Accept", get("/v1/parcels", "Accept", "junk"), 406, "NOT_ACCEPTABLE"),
                new Bad("a quality above 1 in Accept", get("/v1/parcels", "Accept", "a/b;q=2"), 406, "NOT_ACCEPTABLE"),
                new Bad(
                        "more in Accept than anybody reads",
                        get("/v1/parcels", "Accept", "a/b,".repeat(1_500)),
                        406,
                        "NOT_ACCEPTABLE"),
                new Bad("an operator's path without the role", get("/v1/log/verify"), 403, "FORBIDDEN"),
                new Bad("parked records without the role", get("/v1/parked"), 403, "FORBIDDEN"),
                new Bad("a read without a token", with(get("/v1/parcels"), ""), 401, "UNAUTHENTICATED"),
                new Bad(
                        "a read without a known role",
                        with(get("/v1/parcels"), SERVICE.issuer().token()),
                        403,
                        "FORBIDDEN"),
                new Bad(
                        "an actuator endpoint that is not offered",
                        with(get("/actuator/env"), SERVICE.issuer().token(Role.OPERATOR)),
                        404,
                        "UNKNOWN_ROUTE"));
    }
}
