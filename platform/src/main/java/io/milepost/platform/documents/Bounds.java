package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Limits;
import io.milepost.platform.documents.Fields.Plain;
import io.milepost.platform.documents.Fields.Shape;
import io.milepost.platform.value.Money;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** What a request is held to, as JSON Schema says it: from the same declarations that its reader goes by. */
final class Bounds {
    /** A UUID as every answer spells it. */
    static final String CANONICAL_UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    /** A strong ETag, quotes included: the position of an entity. */
    static final String ENTITY_TAG = "^\"[0-9]{1,18}\"$";

    private static final String YEARS = "Of the years %d to %d.".formatted(Limits.FIRST_YEAR, Limits.LAST_YEAR);

    /** Beyond every number of so many digits, its point moved as far as it may be. */
    private static final BigDecimal TOO_LARGE = BigDecimal.ONE.scaleByPowerOfTen(2 * Limits.DIGITS);

    private Bounds() {}

    /** The schema of a field with the bounds of the field, and of its items where it is a list. */
    static ObjectNode state(ObjectNode schema, Shape shape, AnnotatedType type) {
        return switch (shape) {
            case Shape.Value(var plain) -> plain(schema, plain, type);
            case Shape.Many(var element, var _) -> {
                schema.put("maxItems", Limits.of(type));
                state(schema.withObject("/items"), element, elementOf(type));
                yield schema;
            }
            // These have definitions of their own.
            case Shape.Amount _, Shape.Part _, Shape.Choice _, Shape.ByName _ -> schema;
        };
    }

    /** A time of which a fact may be. */
    static ObjectNode years(ObjectNode time) {
        return time.put("description", YEARS);
    }

    static ObjectNode ofMoney(ObjectNode money, ObjectNode amount, ObjectNode currency) {
        amount.put("pattern", "^-?[0-9]{1,%d}(\\.[0-9]+)?$".formatted(Money.INTEGER_DIGITS))
                .put("description", "A decimal number with no more decimals than the currency has.");
        currency.put("description", "ISO 4217 code of a currency in use.");
        return money.put("description", "An amount as a request states it.").put("additionalProperties", false);
    }

    private static ObjectNode plain(ObjectNode schema, Plain plain, AnnotatedType type) {
        return switch (plain) {
            case TEXT -> schema.put("maxLength", Limits.of(type));
            case UUID -> schema.put("pattern", CANONICAL_UUID);
            case DATE, INSTANT -> years(schema);
            case CURRENCY -> schema.put("description", "ISO 4217 code of a currency in use.");
            case DECIMAL ->
                schema.put("exclusiveMinimum", TOO_LARGE.negate())
                        .put("exclusiveMaximum", TOO_LARGE)
                        .put("description", "At most %d digits.".formatted(Limits.DIGITS));
            case INT -> schema.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
            // Its format says all of it.
            case LONG, BOOLEAN -> schema;
        };
    }

    private static AnnotatedType elementOf(AnnotatedType list) {
        return ((AnnotatedParameterizedType) list).getAnnotatedActualTypeArguments()[0];
    }
}
