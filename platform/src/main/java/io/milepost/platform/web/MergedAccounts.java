package io.milepost.platform.web;

import io.milepost.platform.directory.GoldenRecords;
import io.milepost.platform.projection.ListQuery;
import io.milepost.platform.projection.ListQuery.Filter;
import io.milepost.platform.projection.ListQuery.Op;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Customers whose accounts were merged: what names one of the old accounts is shown with the one that stands for it, found by
 * either, and named anew by that one alone. What is stored stays; an undone merge leaves nothing behind.
 */
final class MergedAccounts {
    /** The field by which views and commands name an account. */
    static final String FIELD = "accountId";

    /** The account that is stored, where another one is shown. */
    static final String STORED = "mergedAccountId";

    private static final ClassValue<Optional<RecordComponent>> NAMING = new ClassValue<>() {
        @Override
        protected Optional<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getName().equals(FIELD)
                            && component.getType().equals(UUID.class))
                    .findFirst();
        }
    };

    private final GoldenRecords golden;

    MergedAccounts(GoldenRecords golden) {
        this.golden = golden;
    }

    /** The same view, in it and in its parts the accounts that stand for those that it names. */
    ObjectNode show(ObjectNode view) {
        for (var part : partsOf(view)) {
            var account = idOf(part.path(FIELD));
            if (account != null && !golden.of(account).equals(account)) {
                part.put(FIELD, golden.of(account).toString());
                part.put(STORED, account.toString());
            }
        }
        return view;
    }

    /** Whether the view may be another one than it was while nothing happened to its entity. */
    boolean mayChange(ObjectNode view) {
        return partsOf(view).stream()
                .flatMap(part -> Stream.of(part.path(STORED), part.path(FIELD)))
                .map(MergedAccounts::idOf)
                .anyMatch(account -> account != null && golden.hasMoved(account));
    }

    /** The same question, of all accounts of the customers that it names. */
    ListQuery widen(ListQuery query) {
        var filters = query.filters().stream().flatMap(this::widen).toList();
        return filters.equals(query.filters())
                ? query
                : new ListQuery(
                        filters, query.orderBy(), query.pageSize(), query.pageToken(), query.count(), query.owners());
    }

    private Stream<Filter> widen(Filter filter) {
        boolean named = filter.field().equals(FIELD) || filter.field().endsWith("." + FIELD);
        if (!named || !List.of(Op.EQ, Op.NE, Op.IN).contains(filter.op())) {
            return Stream.of(filter);
        }
        var all =
                filter.values().stream().flatMap(this::sameCustomer).distinct().toList();
        if (all.size() == filter.values().size()) {
            return Stream.of(filter);
        }
        return filter.op() == Op.NE
                ? all.stream().map(one -> new Filter(filter.field(), Op.NE, List.of(one)))
                : Stream.of(new Filter(filter.field(), Op.IN, all));
    }

    private Stream<String> sameCustomer(String value) {
        var account = idOf(value);
        return account == null
                ? Stream.of(value)
                : golden.sameCustomer(account).stream().map(UUID::toString).sorted();
    }

    /** Why a command of these words is not taken from a caller; null where it is. */
    @Nullable
    String refuses(Record command) {
        var account = NAMING.get(command.getClass()).map(component -> named(component, command));
        return account.filter(named -> !golden.of(named).equals(named))
                .map(named -> "Account %s was merged into %s, which stands for this customer; name that one."
                        .formatted(named, golden.of(named)))
                .orElse(null);
    }

    /** The accounts that were merged into the one that a command names. */
    Stream<UUID> mergedInto(Record command) {
        return NAMING.get(command.getClass()).map(component -> named(component, command)).stream()
                .flatMap(named -> golden.sameCustomer(named).stream()
                        .filter(other -> !other.equals(named))
                        .sorted());
    }

    /** The same command for another account. */
    ObjectNode naming(UUID account, ObjectNode body) {
        return body.deepCopy().put(FIELD, account.toString());
    }

    private static @Nullable UUID named(RecordComponent component, Record command) {
        try {
            return (UUID) component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The view itself and the objects in it, one level deep, as lists know them. */
    private static List<ObjectNode> partsOf(ObjectNode view) {
        return Stream.concat(
                        Stream.of(view),
                        view.properties().stream()
                                .map(Map.Entry::getValue)
                                .filter(ObjectNode.class::isInstance)
                                .map(ObjectNode.class::cast))
                .toList();
    }

    private static @Nullable UUID idOf(JsonNode value) {
        return value.isString() ? idOf(value.asString()) : null;
    }

    private static @Nullable UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
