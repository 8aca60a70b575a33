package io.milepost.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.milepost.platform.sealing.Sealer;
import io.milepost.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The ways in which the suite reads JSON. All write the same: components in their order, nothing for null, dates in ISO form.
 * All read records by their nullness: a component without {@code @Nullable} must be there and not be null, a list too.
 */
public final class Json {

    private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");
    private static final JsonMapper REQUESTS = build(Json::notSealed, true);
    private static final JsonMapper EVENTS = build(Json::characters, true);
    private static final JsonMapper FACTS = EVENTS.rebuild()
            .addModule(new SimpleModule("facts").addSerializer(Money.class, new MoneyJson.FactWriter()))
            .build();
    private static final JsonMapper LENIENT = build(Json::characters, false);

    private Json() {}

    /** Strict, for requests: everything unknown, missing, null, coerced, doubled or trailing fails with its path. */
    public static JsonMapper mapper() {
        return REQUESTS;
    }

    /** For a service's own events: as strict, but personal texts are sealed ones. */
    public static JsonMapper events() {
        return EVENTS;
    }

    /** As {@link #events}, for what becomes a fact: an amount over the bound fails with an {@link AmountTooLargeException}. */
    public static JsonMapper facts() {
        return FACTS;
    }

    /** Lenient, for other services' events: fields that the reader's record does not have are passed over. */
    public static JsonMapper lenient() {
        return LENIENT;
    }

    private static JsonMapper build(Function<String, String> text, boolean strict) {
        var values = new SimpleModule("milepost")
                .addDeserializer(String.class, new TextDeserializer<>(String.class, text))
                .addDeserializer(UUID.class, new TextDeserializer<>(UUID.class, UUID::fromString))
                .addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, Instant::parse))
                .addDeserializer(LocalDate.class, new TextDeserializer<>(LocalDate.class, LocalDate::parse))
                .addDeserializer(YearMonth.class, new TextDeserializer<>(YearMonth.class, YearMonth::parse))
                .addDeserializer(Currency.class, new TextDeserializer<>(Currency.class, Currency::getInstance))
                .addSerializer(Money.class, new MoneyJson.Writer())
                .addDeserializer(Money.class, new MoneyJson.Reader());
        return JsonMapper.builder()
                .addModule(values)
                .addModule(new NullnessModule())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /** Half a surrogate pair, which once could be stored, is no character: no database gives it back as it was written. */
    private static String characters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return HALF_PAIR.matcher(text).replaceAll("\uFFFD");
            }
        }
        return text;
    }

    /** A caller who sends a sealed text would have it opened for him when he reads it back. */
    private static String notSealed(String text) {
        if (text.startsWith(Sealer.PREFIX)) {
            throw new IllegalArgumentException("a text may not begin with " + Sealer.PREFIX);
        }
        return text;
    }
}
