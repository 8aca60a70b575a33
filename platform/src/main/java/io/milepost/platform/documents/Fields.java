package io.milepost.platform.documents;

import io.milepost.platform.value.Money;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a record says about its JSON: its fields in order, which are optional, and of what shape each is. */
public final class Fields {
    private static final Map<Class<?>, Plain> PLAIN = Map.ofEntries(
            Map.entry(String.class, Plain.TEXT),
            Map.entry(UUID.class, Plain.UUID),
            Map.entry(LocalDate.class, Plain.DATE),
            Map.entry(Instant.class, Plain.INSTANT),
            Map.entry(Currency.class, Plain.CURRENCY),
            Map.entry(BigDecimal.class, Plain.DECIMAL),
            Map.entry(int.class, Plain.INT),
            Map.entry(Integer.class, Plain.INT),
            Map.entry(long.class, Plain.LONG),
            Map.entry(Long.class, Plain.LONG),
            Map.entry(boolean.class, Plain.BOOLEAN),
            Map.entry(Boolean.class, Plain.BOOLEAN));

    private Fields() {}

    /** A value without parts. */
    public enum Plain {
        TEXT,
        UUID,
        DATE,
        INSTANT,
        CURRENCY,
        DECIMAL,
        INT,
        LONG,
        BOOLEAN
    }

    /** The shapes that a command, an event or a view may be made of. */
    public sealed interface Shape {
        /** One value. */
        record Value(Plain plain) implements Shape {}

        /** An amount with its currency, written as two strings. */
        record Amount() implements Shape {}

        /** One of these names. */
        record Choice(List<String> names) implements Shape {}

        /** An object of its own. */
        record Part(Class<? extends Record> type) implements Shape {}

        /** Any number of the same, without order if {@code distinct}. */
        record Many(Shape element, boolean distinct) implements Shape {}

        /** Values by name. */
        record ByName(Shape value) implements Shape {}
    }

    /**
     * One field of a record.
     *
     * @param type as it is declared, with what is said there about its bounds
     */
    public record Field(String name, AnnotatedType type, Shape shape, boolean optional) {}

    public static List<Field> of(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> new Field(
                        component.getName(), component.getAnnotatedType(), shape(component), optional(component)))
                .toList();
    }

    /** Whether it names an account of a customer, in whose place another one may come to stand. */
    static boolean namesAccount(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getName().equals("accountId") && component.getType() == UUID.class);
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Shape shape(RecordComponent component) {
        try {
            return shape(component.getGenericType());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s.%s: %s"
                            .formatted(
                                    component.getDeclaringRecord().getSimpleName(),
                                    component.getName(),
                                    e.getMessage()),
                    e);
        }
    }

    private static Shape shape(Type type) {
        if (type instanceof Class<?> plain) {
            return shape(plain);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            var arguments = generic.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                return new Shape.Many(shape(arguments[0]), Set.class.isAssignableFrom(raw));
            }
            if (raw == Map.class && (arguments[0] == String.class || isEnum(arguments[0]))) {
                return new Shape.ByName(shape(arguments[1]));
            }
        }
        throw new IllegalArgumentException(type.getTypeName() + " is not a plain value");
    }

    private static Shape shape(Class<?> type) {
        var plain = PLAIN.get(type);
        if (plain != null) {
            return new Shape.Value(plain);
        }
        if (type == Money.class) {
            return new Shape.Amount();
        }
        if (type.isEnum()) {
            return new Shape.Choice(Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList());
        }
        if (type.isRecord()) {
            return new Shape.Part(type.asSubclass(Record.class));
        }
        throw new IllegalArgumentException(type.getSimpleName() + " is not a plain value");
    }

    private static boolean isEnum(Type type) {
        return type instanceof Class<?> named && named.isEnum();
    }
}
