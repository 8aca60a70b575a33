package io.milepost.platform.projection;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.value.Money;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a list may be asked by: the scalars of its view and of the records in it, one level deep, but those that hold personal data, which
 * are sealed and compare as noise.
 */
public final class Columns {
    private final Map<String, Column> byField;

    private Columns(List<Column> columns) {
        var ordered = new LinkedHashMap<String, Column>();
        ordered.put(Column.ID.field(), Column.ID);
        columns.forEach(column -> ordered.putIfAbsent(column.field(), column));
        byField = Collections.unmodifiableMap(ordered);
    }

    public static Columns of(Catalogue<?, ?, ?> catalogue) {
        var personal = catalogue.events().stream()
                .flatMap(row -> row.personal().stream())
                .collect(Collectors.toSet());
        return new Columns(open(catalogue.viewType(), personal)
                .flatMap(component -> isPart(component)
                        ? open(component.getType(), personal)
                                .flatMap(inner -> columns(component.getName() + "." + inner.getName(), inner.getType()))
                        : columns(component.getName(), component.getType()))
                .toList());
    }

    private static Stream<RecordComponent> open(Class<?> type, Set<String> personal) {
        return Arrays.stream(type.getRecordComponents()).filter(component -> !personal.contains(component.getName()));
    }

    private static boolean isPart(RecordComponent component) {
        return component.getType().isRecord() && !component.getType().equals(Money.class);
    }

    /** In the order in which the view has them, its id first. */
    public List<Column> all() {
        return List.copyOf(byField.values());
    }

    Set<String> fields() {
        return byField.keySet();
    }

    Column get(String field) {
        var column = byField.get(field);
        if (column == null) {
            throw new InvalidQuery(field, "is not a field that this list can be filtered or sorted by");
        }
        return column;
    }

    /** The comparable values of an item, null where it has none. */
    Document valuesIn(JsonNode view) {
        var values = new Document();
        byField.values().stream()
                .filter(column -> !column.equals(Column.ID))
                .forEach(column -> values.append(nameOf(column.field()), column.valueIn(view)));
        return values;
    }

    /** Changes when a list of before would answer otherwise than one built now. */
    static String shapeOf(Catalogue<?, ?, ?> catalogue) {
        return catalogue.plural()
                + Arrays.toString(catalogue.viewType().getRecordComponents())
                + Columns.of(catalogue).fields()
                + (catalogue.owner() == null ? "" : "owned")
                + (catalogue.keepers() == null ? "" : "kept");
    }

    private static Stream<Column> columns(String field, Class<?> type) {
        if (type.equals(Money.class)) {
            return Stream.of(
                    column(field + ".amount", Column.Kind.NUMBER), column(field + ".currency", Column.Kind.TEXT));
        }
        var kind = kindOf(type);
        return kind == null ? Stream.of() : Stream.of(column(field, kind));
    }

    private static Column column(String field, Column.Kind kind) {
        return new Column(field, "keys." + nameOf(field), kind);
    }

    private static String nameOf(String field) {
        return field.replace('.', '_');
    }

    private static Column.@Nullable Kind kindOf(Class<?> type) {
        if (type.equals(Instant.class)) {
            return Column.Kind.INSTANT;
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return Column.Kind.FLAG;
        }
        if (Number.class.isAssignableFrom(type) || type.equals(int.class) || type.equals(long.class)) {
            return Column.Kind.NUMBER;
        }
        var text = type.equals(String.class)
                || type.equals(UUID.class)
                || type.equals(LocalDate.class)
                || type.equals(YearMonth.class)
                || type.equals(Currency.class)
                || type.isEnum();
        return text ? Column.Kind.TEXT : null;
    }
}
