package io.milepost.platform.testkit;

import io.milepost.platform.value.Money;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Instances of any record of plain values, drawn at random from small pools, so that equal values, empty texts, negative amounts and
 * foreign currencies all come up soon.
 */
final class RandomRecords {
    private static final List<String> TEXTS = List.of("", " ", "alpha", "beta", "gamma", "delta 4");
    private static final List<String> AMOUNTS = List.of("0", "1", "12.50", "999.99", "1000", "-5");
    private static final List<BigDecimal> DECIMALS =
            List.of(BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("2.5"), new BigDecimal("-1"));
    private static final int[] NUMBERS = {0, 1, 2, 10, 2000, -1};

    private final Map<String, List<?>> suggestions;

    /** @param suggestions candidates by {@code "QualifyLead.note"} or, for every record, {@code "note"}; most draws use them */
    RandomRecords(Map<String, List<?>> suggestions) {
        this.suggestions = Map.copyOf(suggestions);
    }

    <T> T next(Class<T> type, RandomGenerator random) {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return type.cast(construct(type, random));
            } catch (InvocationTargetException e) {
                // A record may turn values away; another draw may please it.
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    throw new AssertionError("%s failed in its constructor".formatted(type.getSimpleName()), e);
                }
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("%s cannot be made".formatted(type.getSimpleName()), e);
            }
        }
        throw new AssertionError(
                "%s turns away whatever is drawn; suggest values for its fields".formatted(type.getSimpleName()));
    }

    private Object construct(Class<?> type, RandomGenerator random) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(type, components[i], random);
        }
        return canonical(type, components).newInstance(values);
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) throws NoSuchMethodException {
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor;
    }

    private @Nullable Object value(Class<?> owner, RecordComponent component, RandomGenerator random) {
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextInt(5) < 2) {
            return null;
        }
        var exact = suggestions.get(owner.getSimpleName() + "." + component.getName());
        var candidates = exact == null ? suggestions.get(component.getName()) : exact;
        if (candidates != null && random.nextInt(5) < 4) {
            return candidates.get(random.nextInt(candidates.size()));
        }
        return value(component.getGenericType(), random);
    }

    private Object value(Type type, RandomGenerator random) {
        if (type instanceof ParameterizedType generic) {
            return many(generic, random);
        }
        var raw = (Class<?>) type;
        if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        }
        if (raw == Money.class) {
            return Money.of(pick(AMOUNTS, random), random.nextInt(10) == 0 ? "EUR" : "USD");
        }
        if (raw.isRecord()) {
            return next(raw, random);
        }
        return switch (raw.getSimpleName()) {
            case "String" -> pick(TEXTS, random);
            case "UUID" -> new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | random.nextInt(1, 5));
            case "LocalDate" -> LocalDate.of(2026, 3, 2).plusDays(random.nextInt(-40, 41));
            case "Instant" -> Instant.parse("2026-03-02T09:00:00Z").plus(Duration.ofHours(random.nextInt(-900, 901)));
            case "BigDecimal" -> pick(DECIMALS, random);
            case "Currency" -> Currency.getInstance(random.nextInt(10) == 0 ? "EUR" : "USD");
            case "int", "Integer" -> NUMBERS[random.nextInt(NUMBERS.length)];
            case "long", "Long" -> (long) NUMBERS[random.nextInt(NUMBERS.length)];
            case "boolean", "Boolean" -> random.nextBoolean();
            default -> throw new AssertionError(raw.getSimpleName() + " is not a plain value");
        };
    }

    private Object many(ParameterizedType type, RandomGenerator random) {
        var arguments = type.getActualTypeArguments();
        int size = random.nextInt(4);
        if (type.getRawType() == Map.class) {
            var entries = new LinkedHashMap<Object, Object>();
            for (int i = 0; i < size; i++) {
                entries.put(value(arguments[0], random), value(arguments[1], random));
            }
            return entries;
        }
        var items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(value(arguments[0], random));
        }
        return type.getRawType() == Set.class ? new LinkedHashSet<>(items) : items;
    }

    private static <T> T pick(List<T> pool, RandomGenerator random) {
        return pool.get(random.nextInt(pool.size()));
    }

    /** The same with more candidates for one field. */
    RandomRecords suggesting(String field, List<?> candidates) {
        var more = new HashMap<>(suggestions);
        more.put(field, List.copyOf(candidates));
        return new RandomRecords(more);
    }
}
