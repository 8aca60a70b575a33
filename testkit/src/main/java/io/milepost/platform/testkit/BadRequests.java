package io.milepost.platform.testkit;

import static io.milepost.platform.testkit.BadInputWalk.changed;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.documents.Fields;
import io.milepost.platform.documents.Fields.Field;
import io.milepost.platform.documents.Fields.Plain;
import io.milepost.platform.documents.Fields.Shape;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every way in which one good request for a command can be wrong, and how that is answered. */
final class BadRequests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<Plain> WORDED = Set.of(Plain.UUID, Plain.DATE, Plain.INSTANT, Plain.CURRENCY);

    private final Route route;
    private final Situation good;
    private final Map<String, String> usual;
    private final ObjectNode body;
    private final List<Bad> all = new ArrayList<>();

    /** A request with one thing wrong. */
    record Bad(
            String name,
            String path,
            String body,
            Map<String, String> headers,
            int status,
            String code,
            @Nullable String pointer) {}

    private BadRequests(Route route, Situation good, Map<String, String> usual) {
        this.route = route;
        this.good = good;
        this.usual = usual;
        this.body = body(route, good);
    }

    /** A create for an entity of a chosen id brings that along. */
    static ObjectNode body(Route route, Situation situation) {
        ObjectNode body = Json.mapper().valueToTree(situation.command());
        if (route.row().creates() && situation.id() != null) {
            body.put("id", situation.id().toString());
        }
        return body;
    }

    static List<Bad> all(Route route, Situation good, Map<String, String> usual, TestIssuer issuer) {
        var requests = new BadRequests(route, good, usual);
        requests.fields();
        requests.command(issuer);
        requests.bodies();
        requests.headers();
        requests.tokens(issuer);
        return requests.all;
    }

    /** Those that are wrong because of this command: what it carries, which entity it is for, and who may send it. */
    static List<Bad> ofItsOwn(Route route, Situation good, Map<String, String> usual, TestIssuer issuer) {
        var requests = new BadRequests(route, good, usual);
        requests.fields();
        requests.command(issuer);
        return requests.all;
    }

    /** The key of a stored commit with something else: another value, else another entity. */
    static Bad reusedKey(Route route, Situation good, Situation other, Map<String, String> usual) {
        var body = body(route, good);
        var id = good.id();
        if (route.row().creates()) {
            body.put("id", UUID.randomUUID().toString());
        } else if (!changeAText(route, body)) {
            id = other.id();
        }
        return new Bad("a reused key", route.path(id), body.toString(), usual, 422, "IDEMPOTENCY_KEY_REUSED", null);
    }

    private static boolean changeAText(Route route, ObjectNode body) {
        for (var field : fields(route)) {
            if (field.shape().equals(new Shape.Value(Plain.TEXT)) && body.has(field.name())) {
                body.put(field.name(), body.path(field.name()).asString() + " changed");
                return true;
            }
        }
        return false;
    }

    private void bodies() {
        bad("malformed JSON", "{\"", 400, "MALFORMED_JSON", null);
        bad("something else than an object", "[]", 400, "WRONG_TYPE", "");
        bad("a body over the limit", body + " ".repeat(1024 * 1024), 413, "BODY_TOO_LARGE", null);
    }

    private void fields() {
        bad("an unknown field", body.deepCopy().put("nonsense", 1).toString(), 400, "UNKNOWN_FIELD", "/nonsense");
        for (var field : fields(route)) {
            var pointer = "/" + field.name();
            bad("a wrong type of " + pointer, with(field, wrong(field.shape())), 400, "WRONG_TYPE", pointer);
            if (isWorded(field.shape())) {
                bad("no value of " + pointer, with(field, JSON.stringNode("nonsense")), 400, "INVALID_VALUE", pointer);
            }
            if (!field.optional()) {
                var lacking = body.deepCopy();
                lacking.remove(field.name());
                bad("a missing " + pointer, lacking.toString(), 400, "MISSING_FIELD", pointer);
            }
        }
    }

    private void headers() {
        headed("a key that is no UUID", "Idempotency-Key", "again", 400, "IDEMPOTENCY_KEY_INVALID");
        headed("another media type", "Content-Type", "text/plain", 415, "UNSUPPORTED_MEDIA_TYPE");
        headed("an If-Match that is no ETag", "If-Match", "yesterday", 400, "INVALID_HEADER");
        headed("a time that is none", "Milepost-Effective-At", "yesterday", 400, "INVALID_HEADER");
        headed("a time to come", "Milepost-Effective-At", "2199-01-01T00:00:00Z", 422, "EFFECTIVE_NOT_ALLOWED");
    }

    private void command(TestIssuer issuer) {
        headed("no key", "Idempotency-Key", null, 400, "IDEMPOTENCY_KEY_REQUIRED");
        headed("a stale If-Match", "If-Match", "\"999999999999\"", 412, "PRECONDITION_FAILED");
        headed("no token", "Authorization", null, 401, "UNAUTHENTICATED");
        headed("a wrong role", "Authorization", bearer(issuer.token(mayNot())), 403, "FORBIDDEN");
        if (!route.row().creates()) {
            all.add(new Bad(
                    "an unknown id", route.path(UUID.randomUUID()), body.toString(), usual, 404, "NOT_FOUND", null));
        }
    }

    private void tokens(TestIssuer issuer) {
        headed(
                "a token of another issuer",
                "Authorization",
                bearer(issuer.foreignToken(mayNot())),
                401,
                "UNAUTHENTICATED");
        headed("an expired token", "Authorization", bearer(issuer.expiredToken(mayNot())), 401, "TOKEN_EXPIRED");
    }

    private Role mayNot() {
        return Arrays.stream(Role.values())
                .filter(role -> !route.row().roles().contains(role))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("every role may send " + route.row().name()));
    }

    private void bad(String name, String text, int status, String code, @Nullable String pointer) {
        all.add(new Bad(name, route.path(good.id()), text, usual, status, code, pointer));
    }

    private void headed(String name, String header, @Nullable String value, int status, String code) {
        all.add(new Bad(
                name, route.path(good.id()), body.toString(), changed(usual, header, value), status, code, null));
    }

    private String with(Field field, JsonNode value) {
        var changed = body.deepCopy();
        changed.set(field.name(), value);
        return changed.toString();
    }

    private static List<Field> fields(Route route) {
        return Fields.of(route.row().type().asSubclass(Record.class));
    }

    /** A number where a text or a structure belongs, a text where a number or a truth belongs. */
    private static JsonNode wrong(Shape shape) {
        return shape instanceof Shape.Value(Plain plain)
                        && Set.of(Plain.DECIMAL, Plain.INT, Plain.LONG, Plain.BOOLEAN)
                                .contains(plain)
                ? JSON.stringNode("seventeen")
                : JSON.numberNode(17);
    }

    private static boolean isWorded(Shape shape) {
        return shape instanceof Shape.Choice || (shape instanceof Shape.Value(Plain plain) && WORDED.contains(plain));
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }
}
