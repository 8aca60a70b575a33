package io.milepost.platform.projection;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.projection.ListQuery.Filter;
import io.milepost.platform.projection.ListQuery.Op;
import java.util.List;

/**
 * A few numbers of a list that are worth a metric, {@code milepost.business.<name>}: how many entities have this value in that field.
 *
 * @param label by which several values are told apart; empty where there is one
 * @param values of which each is counted, so that there are as many series
 */
public record Figure(
        String name, String description, Catalogue<?, ?, ?> list, String field, String label, List<String> values) {
    public Figure {
        values = List.copyOf(values);
    }

    /** One number. */
    public static Figure of(String name, String description, Catalogue<?, ?, ?> list, String field, String value) {
        return new Figure(name, description, list, field, "", List.of(value));
    }

    /** One for each value. */
    public static Figure by(
            String label, String name, String description, Catalogue<?, ?, ?> list, String field, String... values) {
        return new Figure(name, description, list, field, label, List.of(values));
    }

    /** What is counted for this value. */
    ListQuery query(String value) {
        return new ListQuery(List.of(new Filter(field, Op.EQ, List.of(value))), List.of(), 1, null, true);
    }
}
