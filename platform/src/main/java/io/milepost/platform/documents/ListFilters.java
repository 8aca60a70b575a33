package io.milepost.platform.documents;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.projection.Column;
import io.milepost.platform.projection.Columns;
import io.milepost.platform.projection.ListQuery.Op;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** By what a list may be asked: a query parameter for every column, each with the same grammar. */
final class ListFilters {

    private ListFilters() {}

    static void describe(Catalogue<?, ?, ?> catalogue, ArrayNode parameters, Schemas schemas) {
        if (catalogue.aggregate().equals(NoticeCatalogue.AGGREGATE)) {
            parameters
                    .addObject()
                    .put("name", "for")
                    .put("in", "query")
                    .put(
                            "description",
                            "Only what is addressed to this member, as owner or manager of what it is about; with"
                                    + " role OPERATOR, one's own include those to the operators.")
                    .set("schema", ApiParts.text());
        }
        for (var column : Columns.of(catalogue).all()) {
            schemas.define(name(column.kind()), filter(column.kind()));
            var parameter = parameters
                    .addObject()
                    .put("name", column.field())
                    .put("in", "query")
                    .put(
                            "description",
                            "Conditions on %s; given several times, all must hold.".formatted(column.field()));
            parameter.set("schema", ApiParts.arrayOf(schemas.reference(name(column.kind()))));
        }
    }

    private static ObjectNode filter(Column.Kind kind) {
        var filter = ApiParts.text()
                .put("pattern", "^(%s):".formatted(operators(kind)))
                .put("description", "op:value, or in:value,value; compared as %s.".formatted(noun(kind)));
        filter.putArray("examples").add(example(kind));
        return filter;
    }

    /** Only of a text can it be asked what is in it. */
    private static String operators(Column.Kind kind) {
        return Arrays.stream(Op.values())
                .filter(op -> op != Op.HAS || kind == Column.Kind.TEXT)
                .map(op -> op.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
    }

    private static String name(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "TextFilter";
            case NUMBER -> "NumberFilter";
            case FLAG -> "FlagFilter";
            case INSTANT -> "TimeFilter";
        };
    }

    private static String noun(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "text, days too; has:value is somewhere in it, in any case";
            case NUMBER -> "numbers";
            case FLAG -> "true or false";
            case INSTANT -> "times";
        };
    }

    private static String example(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "eq:OPEN";
            case NUMBER -> "ge:1000.00";
            case FLAG -> "eq:true";
            case INSTANT -> "lt:2026-03-31T12:00:00Z";
        };
    }
}
