package io.milepost.local;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about one field, as far as an ordered index can use it. Always a superset of what matches: every
 * candidate is still tested against the whole filter, so an operator that is not understood here costs time, never
 * a wrong answer.
 */
sealed interface Bounds {

    /** Nothing that an index could use. */
    record Any() implements Bounds {}

    /** Exactly these values, in order and without repetition; never empty of meaning: no value, no match. */
    record OneOf(List<Object> values) implements Bounds {}

    /** From and to, both included; null is open. A strict bound is left to the test of the filter. */
    record Between(@Nullable Object from, @Nullable Object to) implements Bounds {}

    /** The bounds that the condition on one field gives. */
    static Bounds of(@Nullable Object condition) {
        if (!(condition instanceof Document document)
                || document.keySet().stream().noneMatch(k -> k.startsWith("$"))) {
            return oneOf(condition);
        }
        if (document.containsKey("$eq")) {
            return oneOf(document.get("$eq"));
        }
        if (document.get("$in") instanceof Collection<?> values) {
            List<Object> usable = values.stream()
                    .flatMap(value -> Stream.ofNullable(usable(value)))
                    .sorted(BsonValueType::compareValues)
                    .distinct()
                    .toList();
            return values.stream().allMatch(value -> usable(value) != null) ? new OneOf(usable) : new Any();
        }
        if (document.get("$all") instanceof Collection<?> values && !values.isEmpty()) {
            return oneOf(values.iterator().next());
        }
        Object from = usable(document.containsKey("$gte") ? document.get("$gte") : document.get("$gt"));
        Object to = usable(document.containsKey("$lte") ? document.get("$lte") : document.get("$lt"));
        return from == null && to == null ? new Any() : new Between(from, to);
    }

    private static Bounds oneOf(@Nullable Object condition) {
        Object value = usable(condition);
        return value == null ? new Any() : new OneOf(List.of(value));
    }

    /**
     * The value as index keys hold it (5, 5L and 5.0 are one), or null when only a scan can answer: null also means
     * "absent", a list may mean "an element", and an expression is no value.
     */
    private static @Nullable Object usable(@Nullable Object value) {
        boolean plain = value != null
                && !(value instanceof Collection<?>)
                && !BsonRegularExpression.isRegularExpression(value)
                && !(value instanceof Document document
                        && document.keySet().stream().anyMatch(key -> key.startsWith("$")));
        return plain ? new KeyValue(value).normalized().get(0) : null;
    }
}
