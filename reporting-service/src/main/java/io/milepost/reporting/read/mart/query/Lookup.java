package io.milepost.reporting.read.mart.query;

import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Reference;
import io.milepost.reporting.read.mart.store.Tables;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the dimensions of rows named c are looked up in. */
final class Lookup {
    private final Dataset<?, ?> dataset;
    private final Tables tables;

    Lookup(Dataset<?, ?> dataset, Tables tables) {
        this.dataset = dataset;
        this.tables = tables;
    }

    /** The dimensions that are looked up so that all these names are there. */
    Collection<String> neededFor(Collection<String> names) {
        return dataset.vias().entrySet().stream()
                .filter(via ->
                        via.getValue().attributes().stream().anyMatch(attribute -> names.contains(attribute.name())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a question tells rows apart by and asks of them, as on its last day, in every part: so parts can be compared. */
    void join(Sql sql, Query query) {
        var names = new LinkedHashSet<>(query.by());
        if (query.where() != null) {
            names.addAll(query.where().columns());
        }
        join(sql, neededFor(names), query.to(), query.knownAt());
    }

    void filter(Sql sql, String word, Query query) {
        if (query.where() != null) {
            sql.add(word).add(new Conditions(dataset).sql(query.where(), this::expression));
        }
    }

    /** As they are on a day; of two that claim one code the younger counts, since no row may be there twice. */
    void join(Sql sql, Collection<String> dimensions, LocalDate on, @Nullable Moment knownAt) {
        for (String dimension : dimensions) {
            Reference<?> reference = Objects.requireNonNull(dataset.vias().get(dimension));
            String attributes = reference.attributes().stream()
                    .map(attribute -> ", " + attribute.name())
                    .collect(Collectors.joining());
            sql.add(" left join (select distinct on (code collate \"C\") code%s from %s r where valid_from <= "
                            .formatted(attributes, tables.reference(reference)))
                    .value("date", on)
                    .add(" and valid_to > ")
                    .value("date", on)
                    .add(" and ")
                    .add(Moment.believedOfOthers("r", knownAt, tables.history(dataset)))
                    .add(" order by code collate \"C\", valid_from desc, id) p_%1$s on p_%1$s.code = c.%1$s"
                            .formatted(dimension));
        }
    }

    private Reference.Attribute attribute(String stored, String name) {
        return Objects.requireNonNull(dataset.vias().get(stored)).attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The SQL of a declared name, which is all that ever comes here. */
    String expression(String name) {
        if (dataset.dimension(name).isPresent()) {
            return "c." + name;
        }
        return dataset.storedFor(name)
                .map(stored -> Tables.lookedUp("c", stored, attribute(stored, name)))
                .orElse("c." + name);
    }
}
