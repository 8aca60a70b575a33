package io.milepost.reporting.read.trace;

import io.milepost.platform.externalid.ExternalIds;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.platform.sealing.Sealer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event of a deal, as much of it as a trace shows.
 *
 * @param service that recorded it
 * @param id of the aggregate; several aggregates of a contract have the contract's
 * @param event the event's own id, which another step may have as its cause
 * @param position in the service's log
 * @param summary the payload's plain fields: numbers, amounts, days, codes and short texts; nothing sealed, nothing nested
 */
record Step(
        String service,
        String aggregate,
        UUID id,
        UUID event,
        String type,
        Instant effectiveAt,
        Instant recordedAt,
        String actor,
        long position,
        String correlationId,
        @Nullable String causationId,
        Map<String, Object> summary) {
    private static final int SHORT = 100;

    /** As the suite names fields; others would part a document. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

    static Step of(Inbound event, JsonNode payload) {
        return new Step(
                event.source(),
                aggregate(event),
                event.subject(),
                event.eventId(),
                event.type(),
                event.effectiveAt(),
                event.recordedAt(),
                event.actor(),
                event.position(),
                event.correlationId(),
                event.causationId(),
                summary(payload));
    }

    /** {@code payment-schedule.set.v1} is of a payment-schedule, but one of external ids says whose they are. */
    static String aggregate(Inbound event) {
        var type = event.type();
        if (type.startsWith(ExternalIds.NAME + ".")) {
            return event.as(JsonNode.class).path("kind").asString("");
        }
        return type.substring(0, Math.max(type.indexOf('.'), 0));
    }

    private static Map<String, Object> summary(JsonNode payload) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (String name : payload.propertyNames()) {
            if (!NAME.matcher(name).matches()) {
                continue;
            }
            JsonNode value = payload.get(name);
            if (value.isBoolean()) {
                plain.put(name, value.booleanValue());
            } else if (value.isIntegralNumber() && value.canConvertToLong()) {
                plain.put(name, value.longValue());
            } else if (value.isNumber()) {
                plain.put(name, value.asString());
            } else if (isMoney(value)) {
                // In one order in every process: what is stored is held against what is read anew.
                var amount = new LinkedHashMap<String, Object>();
                amount.put("amount", Json.wellFormed(value.get("amount").asString()));
                amount.put("currency", Json.wellFormed(value.get("currency").asString()));
                plain.put(name, amount);
            } else if (value.isString() && isShown(value.stringValue())) {
                plain.put(name, Json.wellFormed(value.stringValue()));
            }
        }
        return plain;
    }

    private static boolean isMoney(JsonNode value) {
        return value.isObject()
                && value.size() == 2
                && value.path("amount").isString()
                && value.path("currency").isString();
    }

    private static boolean isShown(String text) {
        return text.length() <= SHORT && !text.startsWith(Sealer.PREFIX);
    }
}
