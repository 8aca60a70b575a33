package io.milepost.platform.json;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** A value that is a JSON string and nothing else: no number for a date, no array for a day. */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {

    private final transient Function<String, T> parse;

    TextDeserializer(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return context.reportInputMismatch(this, "a text is expected");
        }
        try {
            return parse.apply(parser.getString());
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return context.reportInputMismatch(
                    this, "not a valid %s", handledType().getSimpleName());
        }
    }
}
