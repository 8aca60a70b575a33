package io.milepost.platform.web;

import io.milepost.platform.catalogue.Limits;
import io.milepost.platform.value.Currencies;
import io.milepost.platform.value.Money;
import io.milepost.platform.web.Problem.FieldError;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON object into a record, strictly: every component that is not {@code @Nullable} must be there, nothing else
 * may be, and no value is bent into another type. All fields at fault are named at once by JSON pointer, which a data
 * binder that stops at the first would not do.
 */
final class RecordReader {
    private static final Pattern AMOUNT = Pattern.compile("-?(?<integer>\\d+)(\\.(?<fraction>\\d+))?");

    private final List<FieldError> errors = new ArrayList<>();

    private RecordReader() {}

    /** @param base pointer to this object within the request's body */
    static <T extends Record> T read(JsonNode body, Class<T> type, String base) {
        var reader = new RecordReader();
        var read = reader.record(body, type, base);
        if (read == null || !reader.errors.isEmpty()) {
            throw new ProblemException(Problem.ofFields(reader.errors));
        }
        return type.cast(read);
    }

    /** Null means that an error was noted. */
    private @Nullable Object record(JsonNode node, Class<?> type, String at) {
        if (!(node instanceof ObjectNode object)) {
            return wrongType(at, "an object");
        }
        int before = errors.size();
        var components = type.getRecordComponents();
        var known = Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> note(at + "/" + escaped(name), ProblemCode.UNKNOWN_FIELD, "No such field."));
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(object, components[i], at);
        }
        return errors.size() > before ? null : construct(type, components, values, at);
    }

    private @Nullable Object component(ObjectNode object, RecordComponent component, String at) {
        var pointer = at + "/" + component.getName();
        var node = object.get(component.getName());
        if (node == null || node.isNull()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                note(pointer, ProblemCode.MISSING_FIELD, "This field is required.");
            }
            return null;
        }
        return value(node, component.getAnnotatedType(), pointer);
    }

    private @Nullable Object value(JsonNode node, AnnotatedType type, String at) {
        if (type instanceof AnnotatedParameterizedType generic) {
            return collection(node, generic, at);
        }
        var raw = (Class<?>) type.getType();
        if (raw == Money.class) {
            return money(node, at);
        }
        if (raw.isRecord()) {
            return record(node, raw, at);
        }
        if (!PlainValue.accepts(node, raw)) {
            return wrongType(at, PlainValue.expectation(raw));
        }
        if (raw == String.class) {
            return text(node.stringValue(), Limits.of(type), at);
        }
        try {
            return PlainValue.read(node, raw);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException invalid) {
            return note(at, ProblemCode.INVALID_VALUE, "Not " + PlainValue.expectation(raw) + ".");
        }
    }

    private @Nullable Object text(String sent, int most, String at) {
        try {
            return PlainText.read(sent, most);
        } catch (PlainText.TooLong tooLong) {
            return note(at, ProblemCode.TOO_LONG, String.valueOf(tooLong.getMessage()));
        } catch (IllegalArgumentException invalid) {
            return note(at, ProblemCode.INVALID_VALUE, String.valueOf(invalid.getMessage()));
        }
    }

    private @Nullable Object collection(JsonNode node, AnnotatedParameterizedType type, String at) {
        var raw = ((ParameterizedType) type.getType()).getRawType();
        boolean named = raw == Map.class;
        if (named ? !node.isObject() : !node.isArray()) {
            return wrongType(at, named ? "an object" : "an array");
        }
        int most = Limits.of(type);
        if (node.size() > most) {
            return note(at, ProblemCode.TOO_LONG, "At most %d items.".formatted(most));
        }
        if (named) {
            return map((ObjectNode) node, type.getAnnotatedActualTypeArguments(), at);
        }
        var items = new ArrayList<@Nullable Object>();
        for (int i = 0; i < node.size(); i++) {
            items.add(value(node.get(i), type.getAnnotatedActualTypeArguments()[0], at + "/" + i));
        }
        if (raw == List.class) {
            return items;
        }
        if (raw == Set.class) {
            var set = new LinkedHashSet<@Nullable Object>(items);
            return set.size() == items.size()
                    ? set
                    : note(at, ProblemCode.INVALID_VALUE, "The same value stands there twice.");
        }
        throw new IllegalStateException("a command has no " + type);
    }

    private Map<Object, @Nullable Object> map(ObjectNode node, AnnotatedType[] of, String at) {
        var entries = new LinkedHashMap<Object, @Nullable Object>();
        node.properties().forEach(entry -> {
            var pointer = at + "/" + escaped(entry.getKey());
            var key = text(entry.getKey(), Limits.of(of[0]), pointer);
            if (key != null) {
                entries.put(key, value(entry.getValue(), of[1], pointer));
            }
        });
        return entries;
    }

    /** {@code {"amount":"12.50","currency":"USD"}}: the amount is a decimal string at the currency's scale (api.md 7). */
    private @Nullable Object money(JsonNode node, String at) {
        int before = errors.size();
        var parts = (MoneyParts) record(node, MoneyParts.class, at);
        if (parts == null || errors.size() > before) {
            return null;
        }
        try {
            return readAmount(parts.amount(), Currencies.of(parts.currency()), at + "/amount");
        } catch (IllegalArgumentException unknown) {
            return note(at + "/currency", ProblemCode.INVALID_VALUE, "Not the ISO 4217 code of a currency in use.");
        }
    }

    /** As many decimals as the currency has or fewer: {@code 1.000} in dollars may have been meant as a thousand. */
    private @Nullable Object readAmount(String amount, Currency currency, String at) {
        var parts = AMOUNT.matcher(amount);
        if (!parts.matches()) {
            return note(at, ProblemCode.INVALID_VALUE, "Not a decimal number such as \"1234.50\".");
        }
        if (parts.group("integer").length() > Money.INTEGER_DIGITS) {
            return note(
                    at,
                    ProblemCode.INVALID_VALUE,
                    "An amount has at most %d digits before the point.".formatted(Money.INTEGER_DIGITS));
        }
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        var fraction = parts.group("fraction");
        return fraction != null && fraction.length() > decimals
                ? note(
                        at,
                        ProblemCode.INVALID_VALUE,
                        "%s has %d decimals, no more.".formatted(currency.getCurrencyCode(), decimals))
                : new Money(new BigDecimal(amount), currency);
    }

    private record MoneyParts(String amount, String currency) {}

    /** The record's own constructor is the last judge of its values. */
    private @Nullable Object construct(
            Class<?> type, RecordComponent[] components, @Nullable Object[] values, String at) {
        try {
            return canonical(type, components).newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException invalid) {
                return note(at, ProblemCode.INVALID_VALUE, String.valueOf(invalid.getMessage()));
            }
            throw new IllegalStateException("reading " + type.getSimpleName(), thrown.getCause());
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException("reading " + type.getSimpleName(), closed);
        }
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) throws NoSuchMethodException {
        var parameters = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = type.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return constructor;
    }

    private @Nullable Object wrongType(String at, String expected) {
        return note(at, ProblemCode.WRONG_TYPE, "This should be " + expected + ".");
    }

    private @Nullable Object note(String at, ProblemCode code, String detail) {
        errors.add(new FieldError(at, code.name(), detail));
        return null;
    }

    /** RFC 6901: a slash or a tilde within a name. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
