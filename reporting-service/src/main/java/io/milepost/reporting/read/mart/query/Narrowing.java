package io.milepost.reporting.read.mart.query;

import io.milepost.platform.access.Sight;
import io.milepost.reporting.read.mart.declare.Dataset;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Dimension;
import io.milepost.reporting.read.mart.filter.Filter;
import io.milepost.reporting.read.mart.filter.Filter.Form;
import io.milepost.reporting.read.mart.filter.Filter.Literal;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rows a caller may know of, as a filter that joins the caller's own: those of owners whom the caller sees, and what nobody
 * owned. It goes by the owner of the day that is asked about. Spellings are held against each other here and not in the database,
 * so that one rule says what is the same code.
 */
public final class Narrowing {
    private final Mart mart;
    private final Tables tables;

    public Narrowing(Mart mart, Tables tables) {
        this.mart = mart;
        this.tables = tables;
    }

    /** Empty where the caller may know of all. */
    public Optional<Filter> of(Dataset<?, ?> dataset, Sight sight) {
        if (sight.owners() == null) {
            return Optional.empty();
        }
        return dataset.owner().map(owner -> seen(dataset, owner, sight));
    }

    /** Codes of all who ever owned a row of any dataset that is narrowed, as they are spelt there. */
    public Set<String> owners(Declarations declarations) {
        var codes = new TreeSet<String>();
        declarations
                .measures()
                .forEach(of -> of.dataset().owner().ifPresent(owner -> codes.addAll(owners(of.dataset(), owner))));
        return codes;
    }

    private Filter seen(Dataset<?, ?> dataset, Dimension<?> owner, Sight sight) {
        var codes = owners(dataset, owner).stream()
                .filter(sight::sees)
                .map(code -> new Literal(Form.TEXT, code))
                .toList();
        Filter nobodys = new Filter.IsNull(owner.name());
        return codes.isEmpty() ? nobodys : new Filter.Or(List.of(new Filter.In(owner.name(), codes), nobodys));
    }

    private List<String> owners(Dataset<?, ?> dataset, Dimension<?> owner) {
        return mart.read(connection -> {
            try (var select = connection.prepareStatement("select distinct %1$s from %2$s where %1$s is not null"
                            .formatted(owner.name(), tables.history(dataset)));
                    var rows = select.executeQuery()) {
                var codes = new ArrayList<String>();
                while (rows.next()) {
                    codes.add(rows.getString(1));
                }
                return codes;
            }
        });
    }
}
