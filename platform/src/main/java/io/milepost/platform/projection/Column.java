package io.milepost.platform.projection;

import io.milepost.platform.json.Instants;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field by which a list is filtered and ordered.
 *
 * @param field as callers name it: {@code owner}, {@code expectedValue.amount}
 * @param path where a document has its comparable value
 */
public record Column(String field, String path, Kind kind) {
    static final Column ID = new Column("id", "_id", Kind.TEXT);

    /** How values compare; each kind has one BSON type, because the database compares only values of one type. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        INSTANT
    }

    private static final int MOST_DIGITS = 34;

    /** All digits, so that instants sort as text. */
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The comparable value in an item's JSON, null when the item has none. */
    @Nullable
    Object valueIn(JsonNode view) {
        var node = view;
        for (var name : field.split("\\.", -1)) {
            node = node.path(name);
        }
        return node.isMissingNode() || node.isNull() ? null : stored(node.asString());
    }

    private Object stored(String text) {
        return switch (kind) {
            case TEXT -> text;
            case NUMBER -> new Decimal128(new BigDecimal(text));
            case FLAG -> flag(text);
            case INSTANT -> SORTABLE.format(Instant.parse(text));
        };
    }

    /** The comparable value of a text that a caller sent, or that a token carries. */
    Object parse(String text) {
        try {
            return switch (kind) {
                case TEXT -> text;
                case NUMBER -> new Decimal128(sane(new BigDecimal(text)));
                case FLAG -> flag(text);
                case INSTANT -> SORTABLE.format(Instants.ofRead(text));
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new InvalidQuery(field, "cannot be compared with that value");
        }
    }

    /** A pattern of this text, wherever it stands. */
    String literal(Object text) {
        if (kind != Kind.TEXT) {
            throw new InvalidQuery(field, "is no text that could have another in it");
        }
        return Pattern.quote(text.toString());
    }

    /** 1e400 is a short text and a long number, and no amount. */
    private static BigDecimal sane(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS || number.scale() < -MOST_DIGITS) {
            throw new NumberFormatException("digits");
        }
        return number;
    }

    private boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidQuery(field, "is true or false");
        };
    }
}
