package io.milepost.platform.projection;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param filters all must hold
 * @param orderBy most significant first; the id always decides last
 * @param pageToken where the page before ended, as {@link Page} gave it; null for the first
 * @param count whether the total is asked for
 * @param owners only what is of one of these, by canonical codes and names of circles; null for all
 */
public record ListQuery(
        List<Filter> filters,
        List<Order> orderBy,
        int pageSize,
        @Nullable String pageToken,
        boolean count,
        @Nullable Set<String> owners) {

    public ListQuery {
        filters = List.copyOf(filters);
        orderBy = List.copyOf(orderBy);
        owners = owners == null ? null : Set.copyOf(owners);
        if (pageSize < 1) {
            throw new IllegalArgumentException("a page has at least one item");
        }
    }

    /** Whoever's it is. */
    public ListQuery(
            List<Filter> filters, List<Order> orderBy, int pageSize, @Nullable String pageToken, boolean count) {
        this(filters, orderBy, pageSize, pageToken, count, null);
    }

    /** The same of these owners alone. */
    public ListQuery of(Set<String> these) {
        return new ListQuery(filters, orderBy, pageSize, pageToken, count, these);
    }

    /**
     * A condition on one field. No value is below or above a field that is absent.
     *
     * @param field a top-level scalar of the view, or {@code <field>.amount} and {@code <field>.currency} of money
     * @param values exactly one, except for {@link Op#IN}
     */
    public record Filter(String field, Op op, List<String> values) {
        public Filter {
            values = List.copyOf(values);
            if (values.isEmpty() || (op != Op.IN && values.size() != 1)) {
                throw new InvalidQuery(
                        field, "needs %s".formatted(op == Op.IN ? "at least one value" : "a single value"));
            }
        }
    }

    /** How a field is held against a value. */
    public enum Op {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        IN,

        /** The text is somewhere in it, in any case; of texts alone. */
        HAS
    }

    /** Absent fields come first, or last when descending. */
    public record Order(String field, boolean descending) {}
}
