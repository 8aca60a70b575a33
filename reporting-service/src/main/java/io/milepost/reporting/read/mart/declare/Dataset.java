package io.milepost.reporting.read.mart.declare;

import io.milepost.platform.value.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind, of which each subject has one or several, with all that was ever true of them.
 *
 * @param name in the singular, {@code opportunity}
 * @param rows of a view, each under a name that stays; one under "" where the view is the row
 * @param id column that names the subject
 * @param vias by dimension, what is looked up for it
 */
public record Dataset<V, R>(
        String name,
        Label label,
        Fold<V> fold,
        Function<V, Map<String, R>> rows,
        String id,
        List<Dimension<R>> dimensions,
        Map<String, Reference<?>> vias,
        List<Amount<R>> amounts,
        Access access) {

    /** Who sees which rows. */
    public enum Access {
        /** Whoever may read reports. */
        ALL,
        /** Those of owners whom the caller may know of: its own, its team's, those of its reports, or all, as its token or key says. */
        OWN_TEAM_OR_ALL
    }

    public Dataset {
        dimensions = List.copyOf(dimensions);
        // In the order in which they are declared: what tables are called follows from it, in every process alike.
        vias = Collections.unmodifiableMap(new LinkedHashMap<>(vias));
        amounts = List.copyOf(amounts);
    }

    /** One row a subject. */
    public static <V> Dataset<V, V> dataset(String name, String label, Fold<V> fold) {
        return each(name, label, fold, view -> Map.of("", view));
    }

    /** Several rows a subject. */
    public static <V, R> Dataset<V, R> each(String name, String label, Fold<V> fold, Function<V, Map<String, R>> rows) {
        return new Dataset<>(
                name, Label.of(label), fold, rows, name + "_id", List.of(), Map.of(), List.of(), Access.ALL);
    }

    public Dataset<V, R> id(String column) {
        return new Dataset<>(name, label, fold, rows, column, dimensions, vias, amounts, access);
    }

    public Dataset<V, R> dim(String named, String says, Kind kind, Function<R, ? extends @Nullable Object> value) {
        var more = new ArrayList<>(dimensions);
        more.add(new Dimension<>(named, Label.of(says), kind, value));
        return new Dataset<>(name, label, fold, rows, id, more, vias, amounts, access);
    }

    /** What the latest dimension names is looked up in this, as on the report's day. */
    public Dataset<V, R> via(Reference<?> reference) {
        if (dimensions.isEmpty()) {
            throw new WrongDeclarationException("%s: via follows a dimension".formatted(name));
        }
        var more = new LinkedHashMap<>(vias);
        more.put(dimensions.getLast().name(), reference);
        return new Dataset<>(name, label, fold, rows, id, dimensions, more, amounts, access);
    }

    public Dataset<V, R> money(String named, String says, Function<R, @Nullable Money> value) {
        var more = new ArrayList<>(amounts);
        more.add(new Amount<>(named, Label.of(says), value));
        return new Dataset<>(name, label, fold, rows, id, dimensions, vias, more, access);
    }

    public Dataset<V, R> access(Access rule) {
        return new Dataset<>(name, label, fold, rows, id, dimensions, vias, amounts, rule);
    }

    public Measures<R> measures() {
        return new Measures<>(this, List.of());
    }

    public Optional<Dimension<R>> dimension(String named) {
        return dimensions.stream().filter(one -> one.name().equals(named)).findFirst();
    }

    /** By whom rows are narrowed to what a caller may know of: the first member that is declared. Empty where everybody sees everything. */
    public Optional<Dimension<R>> owner() {
        return access == Access.ALL
                ? Optional.empty()
                : dimensions.stream().filter(one -> one.kind() == Kind.MEMBER).findFirst();
    }

    /** The dimension that is stored for a name by which rows are told apart: itself, or that which it is looked up for. */
    public Optional<String> storedFor(String named) {
        if (dimension(named).isPresent()) {
            return Optional.of(named);
        }
        return vias.entrySet().stream()
                .filter(via -> via.getValue().attributes().stream()
                        .anyMatch(attribute -> attribute.name().equals(named)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The dimensions in which it stands what some names are where nothing is known of them. */
    public Set<String> otherwise(Collection<String> names) {
        var others = new LinkedHashSet<String>();
        for (var via : vias.values()) {
            for (var attribute : via.attributes()) {
                if (attribute.otherwise() != null && names.contains(attribute.name())) {
                    others.add(attribute.otherwise());
                }
            }
        }
        return others;
    }

    /** Everything by which rows can be told apart, in the order of its declaration; what is looked up follows what it is looked up for. */
    public List<String> groupings() {
        var names = new ArrayList<String>();
        for (var dimension : dimensions) {
            names.add(dimension.name());
            var via = vias.get(dimension.name());
            if (via != null) {
                via.attributes().forEach(attribute -> names.add(attribute.name()));
            }
        }
        return names;
    }

    /** The services that say what its rows are, and where they belong. */
    public Set<String> sources() {
        var sources = new LinkedHashSet<>(Set.of(fold.source()));
        vias.values().forEach(via -> sources.add(via.fold().source()));
        return sources;
    }

    void check() {
        Names.column(name);
        var names = new Names("dataset " + name);
        names.add(id);
        if (access == Access.OWN_TEAM_OR_ALL && owner().isEmpty()) {
            throw new WrongDeclarationException("%s: its access goes by a member, and it has none".formatted(name));
        }
        groupings().forEach(names::add);
        amounts.forEach(amount -> names.add(amount.column()));
        vias.values().forEach(via -> Names.column(via.name()));
        for (String other : otherwise(groupings())) {
            if (dimension(other).isEmpty()) {
                throw new WrongDeclarationException("%s: %s is no dimension".formatted(name, other));
            }
        }
    }
}
