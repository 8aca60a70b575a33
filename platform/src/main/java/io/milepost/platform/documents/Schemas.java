package io.milepost.platform.documents;

import io.milepost.platform.documents.Fields.Field;
import io.milepost.platform.documents.Fields.Shape;
import io.milepost.platform.personal.PersonalKind;
import io.milepost.platform.sealing.Sealer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schema (2020-12) of records; nested records become definitions of their own, each under one name. */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String referencePrefix;
    private final boolean ofViews;
    private final Map<String, Known> known = new LinkedHashMap<>();

    private Set<String> shown = Set.of();

    /** Who reads a document of this schema decides how open it is. */
    enum Reader {
        /** We do: unknown fields and unknown names are errors. */
        SUITE,
        /** Others do: they must bear new fields and new names. */
        OTHERS
    }

    private record Known(Class<?> type, Reader reader, ObjectNode schema) {}

    Schemas(String referencePrefix) {
        this(referencePrefix, false);
    }

    /** @param ofViews whether what others read here is shown as it stands today, not as it was stored */
    Schemas(String referencePrefix, boolean ofViews) {
        this.referencePrefix = referencePrefix;
        this.ofViews = ofViews;
    }

    /** Every definition so far, in order of their names. */
    ObjectNode definitions() {
        var definitions = JSON.objectNode();
        known.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        definitions.set(entry.getKey(), entry.getValue().schema()));
        return definitions;
    }

    /** A definition written by hand. */
    void define(String name, ObjectNode schema) {
        known.put(name, new Known(Schemas.class, Reader.OTHERS, schema));
    }

    /** Texts of these names are personal in what is shown from now on. */
    void showing(Set<String> personal) {
        shown = Set.copyOf(personal);
    }

    /** Defines a record under this name. */
    ObjectNode define(String name, Class<? extends Record> type, Reader reader, Set<String> personal) {
        var schema = JSON.objectNode();
        known.put(name, new Known(type, reader, schema));
        fill(schema, type, reader, personal);
        return reference(name);
    }

    /** The id of an entity, which is no component of its record, before the other fields of a record already defined. */
    void lead(String name, ObjectNode id, boolean required) {
        var there = known.get(name);
        if (there == null) {
            throw new IllegalArgumentException("define " + name + " first");
        }
        var schema = there.schema();
        var properties = JSON.objectNode();
        properties.set("id", id);
        properties.setAll(schema.withObject("/properties"));
        schema.set("properties", properties);
        if (required) {
            schema.withArray("/required").insert(0, "id");
        }
    }

    /** A field beside those of a record already defined, which may be absent. */
    void add(String name, String field, ObjectNode schema) {
        var there = known.get(name);
        if (there == null) {
            throw new IllegalArgumentException("define " + name + " first");
        }
        there.schema().withObject("/properties").set(field, schema);
    }

    ObjectNode reference(String name) {
        return JSON.objectNode().put("$ref", referencePrefix + name);
    }

    private void fill(ObjectNode schema, Class<? extends Record> type, Reader reader, Set<String> personal) {
        schema.put("type", "object");
        var properties = JSON.objectNode();
        var required = JSON.arrayNode();
        for (var field : Fields.of(type)) {
            properties.set(field.name(), personal.contains(field.name()) ? sealed() : shown(field, reader));
            if (!field.optional()) {
                required.add(field.name());
            }
        }
        if (ofViews && reader == Reader.OTHERS && Fields.namesAccount(type)) {
            properties.set(
                    "mergedAccountId",
                    plain(Fields.Plain.UUID)
                            .put(
                                    "description",
                                    "The account that is stored, where it was merged into the one that is shown."));
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (reader == Reader.SUITE) {
            schema.put("additionalProperties", false);
        }
    }

    private ObjectNode shown(Field field, Reader reader) {
        var schema = of(field, reader);
        boolean personal = ofViews
                && reader == Reader.OTHERS
                && shown.contains(field.name())
                && field.shape().equals(new Shape.Value(Fields.Plain.TEXT));
        return personal
                ? schema.put(
                                "description",
                                "Personal data: %s for whom the table in docs/access.md does not name, %s once the person is erased."
                                        .formatted(Sealer.MASKED, Sealer.ERASED))
                        .put(
                                "x-personal-kind",
                                PersonalKind.nearest(field.name()).name())
                : schema;
    }

    private static ObjectNode sealed() {
        return JSON.objectNode()
                .put("type", "string")
                .put("description", "Personal data, sealed with a key of the person it belongs to.")
                .put("x-personal", true);
    }

    /** What we read ourselves has bounds; what others read grows without breaking them. */
    private ObjectNode of(Field field, Reader reader) {
        var schema = of(field.shape(), reader);
        return reader == Reader.SUITE ? Bounds.state(schema, field.shape(), field.type()) : schema;
    }

    private ObjectNode of(Shape shape, Reader reader) {
        return switch (shape) {
            case Shape.Value value -> plain(value.plain());
            case Shape.Amount amount -> money(reader);
            case Shape.Choice choice -> choice(choice.names(), reader);
            case Shape.Part part -> part(part.type(), reader);
            case Shape.Many many -> {
                var array = JSON.objectNode().put("type", "array");
                array.set("items", of(many.element(), reader));
                yield many.distinct() ? array.put("uniqueItems", true) : array;
            }
            case Shape.ByName byName -> {
                var object = JSON.objectNode().put("type", "object");
                object.set("additionalProperties", of(byName.value(), reader));
                yield object;
            }
        };
    }

    private static ObjectNode plain(Fields.Plain plain) {
        var schema = JSON.objectNode();
        return switch (plain) {
            case TEXT -> schema.put("type", "string");
            case UUID -> schema.put("type", "string").put("format", "uuid");
            case DATE -> schema.put("type", "string").put("format", "date");
            case INSTANT -> schema.put("type", "string").put("format", "date-time");
            case CURRENCY -> schema.put("type", "string").put("pattern", "^[A-Z]{3}$");
            case DECIMAL -> schema.put("type", "number");
            case INT -> schema.put("type", "integer").put("format", "int32");
            case LONG -> schema.put("type", "integer").put("format", "int64");
            case BOOLEAN -> schema.put("type", "boolean");
        };
    }

    private static ObjectNode choice(List<String> names, Reader reader) {
        var schema = JSON.objectNode().put("type", "string");
        // A closed enum in what others read would make every new name a breaking change.
        var values = schema.putArray(reader == Reader.SUITE ? "enum" : "x-extensible-enum");
        names.forEach(values::add);
        return schema;
    }

    /** Two definitions, because what is stated has bounds that what is computed has not. */
    private ObjectNode money(Reader reader) {
        var name = reader == Reader.SUITE ? "StatedMoney" : "Money";
        known.computeIfAbsent(name, absent -> new Known(Schemas.class, reader, moneyFor(reader)));
        return reference(name);
    }

    private static ObjectNode moneyFor(Reader reader) {
        var schema = JSON.objectNode()
                .put("type", "object")
                .put("description", "An amount at exactly its currency's ISO 4217 scale.");
        var properties = schema.putObject("properties");
        var amount = properties.putObject("amount").put("type", "string").put("pattern", "^-?[0-9]+(\\.[0-9]+)?$");
        var currency = plain(Fields.Plain.CURRENCY);
        properties.set("currency", currency);
        schema.putArray("required").add("amount").add("currency");
        return reader == Reader.SUITE ? Bounds.ofMoney(schema, amount, currency) : schema;
    }

    /** A record that stands in others. */
    ObjectNode part(Class<? extends Record> type, Reader reader) {
        var enclosing = type.getEnclosingClass();
        var shortName = type.getSimpleName();
        var longName = (enclosing == null ? "" : enclosing.getSimpleName()) + shortName;
        var own = known.get(shortName);
        // Another record of the same simple name has it; the same record for other readers is told apart from itself.
        var base = own != null && own.type() != type ? longName : shortName;
        for (var name : List.of(base, base + "Read")) {
            var there = known.get(name);
            if (there == null) {
                return define(name, type, reader, Set.of());
            }
            if (there.type() == type && there.reader() == reader) {
                return reference(name);
            }
        }
        throw new IllegalArgumentException("two records share the name " + longName + "; rename one");
    }
}
