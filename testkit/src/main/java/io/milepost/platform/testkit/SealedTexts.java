package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.json.Json;
import io.milepost.platform.sealing.Sealer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Personal texts as decisions meet them in a running service: two that say the same do not look the same, and only the platform can tell.
 * Nothing is encrypted here, so that a test needs no key.
 */
final class SealedTexts {
    private static final Pattern SEAL = Pattern.compile(Pattern.quote(Sealer.PREFIX) + "\\d+\\.");
    private static final AtomicLong VECTOR = new AtomicLong();

    private SealedTexts() {}

    /** What is decided on this history as it is read from the log, with the texts open that it carries on. */
    static <S, C, E> Decision<E> decide(
            Catalogue<S, C, E> catalogue, List<E> history, Record command, Occasion occasion) {
        @Nullable S state = null;
        for (var event : history) {
            state = catalogue.decider().after(state, seal(catalogue, event));
        }
        var decision = catalogue.decide(catalogue.command(command.getClass()), state, command, occasion);
        var events = decision.events().stream().map(SealedTexts::opened).toList();
        return switch (decision) {
            case Decision.Accepted<E> _ -> new Decision.Accepted<>(events);
            case Decision.Refused<E> refused -> refused.onRecord(events);
        };
    }

    private static <E> E seal(Catalogue<?, ?, E> catalogue, E event) {
        EventRow<E> row = catalogue.event(event.getClass());
        if (!row.isSealed(event)) {
            return event;
        }
        JsonNode json = Json.events().valueToTree(event);
        row.personal().forEach(path -> seal(json, List.of(path.split("\\.", -1))));
        row.secretPaths(event).forEach(path -> seal(json, List.of(path.split("\\.", -1))));
        return Json.events().treeToValue(json, row.type());
    }

    private static void seal(JsonNode node, List<String> way) {
        if (node instanceof ArrayNode elements) {
            elements.forEach(element -> seal(element, way));
            return;
        }
        var value = node.get(way.getFirst());
        if (value == null || value.isNull()) {
            return;
        }
        if (way.size() > 1) {
            seal(value, way.subList(1, way.size()));
        } else if (!value.stringValue().startsWith(Sealer.PREFIX)) {
            ((ObjectNode) node)
                    .put(way.getFirst(), Sealer.PREFIX + VECTOR.incrementAndGet() + "." + value.stringValue());
        }
    }

    @SuppressWarnings("unchecked") // read as what was written
    private static <T> T opened(T value) {
        var json = Json.events().writeValueAsString(value);
        return json.contains(Sealer.PREFIX)
                ? (T) Json.events().readValue(SEAL.matcher(json).replaceAll(""), value.getClass())
                : value;
    }

    static boolean isSame(@Nullable Object stands, @Nullable Object said) {
        return Objects.equals(stands == null ? null : opened(stands), said);
    }
}
