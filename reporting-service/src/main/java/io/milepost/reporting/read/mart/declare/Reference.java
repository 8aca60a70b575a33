package io.milepost.reporting.read.mart.declare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known from a day on of something that a dimension names, such as the team of a member: it tells rows apart as of a
 * report's day, and a change of it moves no sum.
 *
 * @param spans what a view says, in the order in which it was said
 */
public record Reference<V>(
        String name, Label label, Fold<V> fold, Function<V, List<Span>> spans, List<Attribute> attributes) {

    public Reference {
        attributes = List.copyOf(attributes);
    }

    /**
     * One thing that is known.
     *
     * @param otherwise the dimension that says it where nothing is known; null where it is unknown then
     */
    public record Attribute(
            String name, Label label, @Nullable String otherwise) {}

    /**
     * From this day on, until another one begins.
     *
     * @param key the value of the dimension
     * @param values of the attributes, in their order; none where nothing more is said of it
     */
    public record Span(String key, LocalDate from, List<String> values) {
        public Span {
            values = List.copyOf(values);
        }

        /** From this day on somebody else says it, or nobody. */
        public static Span ending(String key, LocalDate from) {
            return new Span(key, from, List.of());
        }

        public boolean isEnd() {
            return values.isEmpty();
        }
    }

    public static <V> Reference<V> reference(String name, String label, Fold<V> fold, Function<V, List<Span>> spans) {
        return new Reference<>(name, Label.of(label), fold, spans, List.of());
    }

    public Reference<V> attribute(String named, String says) {
        var more = new ArrayList<>(attributes);
        more.add(new Attribute(named, Label.of(says), null));
        return new Reference<>(name, label, fold, spans, more);
    }

    /** Where nothing is known, what the latest attribute is stands in another dimension of the same row. */
    public Reference<V> otherwise(String dimension) {
        var more = new ArrayList<>(attributes);
        var last = more.removeLast();
        more.add(new Attribute(last.name(), last.label(), dimension));
        return new Reference<>(name, label, fold, spans, more);
    }

    /** In the order of their days; of two that begin on one day the one said last. */
    public List<Span> of(V view) {
        var said = spans.apply(view);
        var kept = new ArrayList<Span>();
        for (int at = 0; at < said.size(); at++) {
            var span = said.get(at);
            boolean replaced = said.subList(at + 1, said.size()).stream()
                    .anyMatch(later ->
                            later.from().equals(span.from()) && later.key().equals(span.key()));
            if (!replaced) {
                kept.add(span);
            }
        }
        kept.sort(Comparator.comparing(Span::from));
        return kept;
    }
}
