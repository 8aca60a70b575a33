package io.milepost.reporting.read.mart.odata;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.query.Column;
import io.milepost.reporting.read.mart.query.RowsReading;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the entity sets are, in OData's own language: a type and a set for each dataset, as XML and as JSON. What columns mean is told by
 * {@code /v1/semantics} and not here: clients fetch the vocabularies of annotations from the internet, and fail where there is none.
 */
final class Csdl {
    static final String NAMESPACE = "milepost";

    private static final String CONTAINER = "reporting";
    private static final String EDMX = "http://docs.oasis-open.org/odata/ns/edmx";
    private static final String EDM = "http://docs.oasis-open.org/odata/ns/edm";

    /** As in files; no currency has more decimals. */
    private static final int PRECISION = 38;

    private static final int MONEY_DECIMALS = 4;

    private final List<? extends Dataset<?, ?>> datasets;

    Csdl(Declarations declarations) {
        this.datasets = declarations.measures().stream().map(of -> of.dataset()).toList();
    }

    /** What tells rows of a set apart. */
    private static List<String> keys(Dataset<?, ?> dataset) {
        return List.of(dataset.id(), "part");
    }

    static String type(Column column) {
        return switch (column.type()) {
            case TEXT, MEMBER -> "Edm.String";
            case INTEGER -> "Edm.Int64";
            case DECIMAL -> "Edm.Decimal";
            case BOOLEAN -> "Edm.Boolean";
            case DATE -> "Edm.Date";
        };
    }

    private static int scale(Column column) {
        return column.scale() == null ? MONEY_DECIMALS : column.scale();
    }

    private static boolean isNullable(Dataset<?, ?> dataset, Column column) {
        return !keys(dataset).contains(column.name())
                && !column.name().equals("valid_from")
                && !column.name().equals("event_position");
    }

    ObjectNode json() {
        var json = Json.mapper().createObjectNode();
        json.put("$Version", "4.0").put("$EntityContainer", NAMESPACE + "." + CONTAINER);
        var schema = json.putObject(NAMESPACE);
        for (var dataset : datasets) {
            var type = schema.putObject(dataset.name()).put("$Kind", "EntityType");
            var key = type.putArray("$Key");
            keys(dataset).forEach(key::add);
            for (var column : RowsReading.columns(dataset)) {
                var property = type.putObject(column.name());
                if (!type(column).equals("Edm.String")) {
                    property.put("$Type", type(column));
                }
                if (column.type() == Column.Type.DECIMAL) {
                    property.put("$Precision", PRECISION).put("$Scale", scale(column));
                }
                if (isNullable(dataset, column)) {
                    property.put("$Nullable", true);
                }
            }
        }
        var container = schema.putObject(CONTAINER).put("$Kind", "EntityContainer");
        datasets.forEach(dataset -> container
                .putObject(dataset.name())
                .put("$Collection", true)
                .put("$Type", NAMESPACE + "." + dataset.name()));
        return json;
    }

    String xml() {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            begin(xml, "edmx:Edmx", "Version", "4.0");
            xml.writeAttribute("xmlns:edmx", EDMX);
            begin(xml, "edmx:DataServices");
            begin(xml, "Schema", "Namespace", NAMESPACE);
            xml.writeAttribute("xmlns", EDM);
            for (var dataset : datasets) {
                entityType(xml, dataset);
            }
            begin(xml, "EntityContainer", "Name", CONTAINER);
            for (var dataset : datasets) {
                empty(xml, "EntitySet", "Name", dataset.name(), "EntityType", NAMESPACE + "." + dataset.name());
            }
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into a text does not fail", e);
        }
        return text.toString();
    }

    private static void entityType(XMLStreamWriter xml, Dataset<?, ?> dataset) throws XMLStreamException {
        begin(xml, "EntityType", "Name", dataset.name());
        begin(xml, "Key");
        for (String key : keys(dataset)) {
            empty(xml, "PropertyRef", "Name", key);
        }
        xml.writeEndElement();
        for (var column : RowsReading.columns(dataset)) {
            boolean decimal = column.type() == Column.Type.DECIMAL;
            empty(
                    xml,
                    "Property",
                    "Name",
                    column.name(),
                    "Type",
                    type(column),
                    "Nullable",
                    isNullable(dataset, column) ? null : "false",
                    "Precision",
                    decimal ? String.valueOf(PRECISION) : null,
                    "Scale",
                    decimal ? String.valueOf(scale(column)) : null);
        }
        xml.writeEndElement();
    }

    private static void begin(XMLStreamWriter xml, String name, @Nullable String... attributes)
            throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(xml, attributes);
    }

    private static void empty(XMLStreamWriter xml, String name, @Nullable String... attributes)
            throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(xml, attributes);
    }

    /** Names and values in turn; a name without a value is left out. */
    private static void attributes(XMLStreamWriter xml, @Nullable String... attributes) throws XMLStreamException {
        for (int at = 0; at < attributes.length; at += 2) {
            String value = attributes[at + 1];
            if (value != null) {
                xml.writeAttribute(String.valueOf(attributes[at]), value);
            }
        }
    }
}
