package io.milepost.platform.projection;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.milepost.platform.access.Sight;
import io.milepost.platform.json.Json;
import io.milepost.platform.projection.ListQuery.Filter;
import io.milepost.platform.projection.ListQuery.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one page by keyset: from the last item's sort values and id on, so that what comes or goes before it moves nothing. */
record PageReader(String list, Columns columns, boolean kept) {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    /** Of the items of one page together, so that no page takes more memory than a read may. */
    private static final long MOST_CHARACTERS = 4_000_000;

    /** Documents in one answer of the database, each of which may be large. */
    private static final int MOST_AT_ONCE = 26;

    /** Numbers come out as they went in. */
    private static final JsonMapper VIEWS = Json.lenient()
            .rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** A column and its direction; the last one is always the id. */
    private record Key(Column column, boolean descending) {
        Document sort(Document sort) {
            return sort.append(column.path(), descending ? -1 : 1);
        }
    }

    Page read(MongoCollection<Document> collection, ListQuery query, Sight sight, long setAside, long position) {
        var keys = keysOf(query);
        var filter = filterOf(query, sight);
        var binding = PageToken.bindingOf(list, query);
        var token = query.pageToken() == null ? null : PageToken.decoded(query.pageToken(), binding, keys.size() - 1);
        var full = new Fullness();
        var sort = new Document();
        keys.forEach(key -> key.sort(sort));
        var found = Flux.from(collection
                        .find(token == null ? filter : after(filter, keys, token))
                        .sort(sort)
                        .limit(query.pageSize() + 1)
                        .batchSize(Math.min(query.pageSize() + 1, MOST_AT_ONCE)))
                .takeUntil(full::isBeyond)
                .collectList()
                .blockOptional(ANSWER)
                .orElse(List.of());
        var more = full.reached() || found.size() > query.pageSize();
        var shown = more ? found.subList(0, found.size() - 1) : found;
        return new Page(
                shown.stream().map(PageReader::item).toList(),
                shown.stream().map(item -> item.get(EntityList.OWNER, "")).toList(),
                more ? tokenAt(shown.getLast(), keys, binding).encoded() : null,
                query.count() ? count(collection, filter) : null,
                setAside,
                position);
    }

    /** A page of large items ends early: the item after the one that fills it only says that there is more. */
    private static final class Fullness {
        private long characters;
        private boolean reached;

        boolean isBeyond(Document found) {
            reached = characters >= MOST_CHARACTERS;
            characters += found.getString("view").length();
            return reached;
        }

        boolean reached() {
            return reached;
        }
    }

    private static @Nullable Long count(MongoCollection<Document> collection, Document filter) {
        return Mono.from(collection.countDocuments(filter)).block(ANSWER);
    }

    private static ObjectNode item(Document found) {
        return (ObjectNode) VIEWS.readTree(found.getString("view"));
    }

    private List<Key> keysOf(ListQuery query) {
        var keys = new ArrayList<Key>();
        for (Order order : query.orderBy()) {
            var column = columns.get(order.field());
            keys.add(new Key(column, order.descending()));
            if (column.equals(Column.ID)) {
                return keys;
            }
        }
        keys.add(new Key(Column.ID, false));
        return keys;
    }

    private Document filterOf(ListQuery query, Sight sight) {
        var conditions =
                new ArrayList<>(query.filters().stream().map(this::condition).toList());
        if (query.owners() != null) {
            conditions.add(new Document(EntityList.OWNER, new Document("$in", query.owners())));
        }
        var open = new Document();
        if (sight.owners() != null) {
            // null stands for what nobody owns, and for lists that are open to all.
            var seen = new ArrayList<@Nullable String>(sight.owners());
            seen.add(null);
            open.append(EntityList.OWNER, new Document("$in", seen));
        }
        if (kept && sight.keys() != null) {
            open.append(EntityList.KEEPERS, null);
            var opened = new Document(EntityList.KEEPERS, new Document("$in", sight.keys()));
            conditions.add(new Document("$or", List.of(open, opened)));
        } else if (!open.isEmpty()) {
            conditions.add(open);
        }
        return conditions.isEmpty() ? new Document() : new Document("$and", conditions);
    }

    private Document condition(Filter filter) {
        var column = columns.get(filter.field());
        var values = filter.values().stream().map(column::parse).toList();
        var first = values.getFirst();
        return new Document(
                column.path(),
                switch (filter.op()) {
                    case EQ -> new Document("$eq", first);
                    case NE -> new Document("$ne", first);
                    case LT -> new Document("$lt", first);
                    case LE -> new Document("$lte", first);
                    case GT -> new Document("$gt", first);
                    case GE -> new Document("$gte", first);
                    case IN -> new Document("$in", values);
                    case HAS -> new Document("$regex", column.literal(first)).append("$options", "i");
                });
    }

    /** Beyond the last item: further in the first key, or equal in it and further in the second, and so on. */
    private static Document after(Document filter, List<Key> keys, PageToken token) {
        var next = new Document(filter);
        var idKey = keys.getLast();
        var beyondId = new Document(idKey.descending() ? "$lt" : "$gt", token.id());
        if (keys.size() == 1) {
            return next.append("_id", beyondId);
        }
        var ways = new ArrayList<Document>();
        var equal = new Document();
        for (int i = 0; i < keys.size() - 1; i++) {
            var path = keys.get(i).column().path();
            var text = token.keys().get(i);
            var value = text == null ? null : valueOf(keys.get(i).column(), text);
            for (var further : further(path, value, keys.get(i).descending())) {
                ways.add(both(equal, further));
            }
            equal.append(path, value);
        }
        ways.add(both(equal, new Document("_id", beyondId)));
        return next.append("$or", ways);
    }

    /** Absent values are the lowest, but no comparison finds them: the database compares values of one type only. */
    private static List<Document> further(String path, @Nullable Object value, boolean descending) {
        if (value == null) {
            return descending ? List.of() : List.of(new Document(path, new Document("$ne", null)));
        }
        return descending
                ? List.of(new Document(path, new Document("$lt", value)), new Document(path, null))
                : List.of(new Document(path, new Document("$gt", value)));
    }

    private static Document both(Document equal, Document further) {
        var both = new Document(equal);
        both.putAll(further);
        return both;
    }

    private static Object valueOf(Column column, String text) {
        try {
            return column.parse(text);
        } catch (InvalidQuery e) {
            throw new InvalidPageToken("this is no page token");
        }
    }

    private static PageToken tokenAt(Document last, List<Key> keys, String binding) {
        var values = new ArrayList<@Nullable String>();
        for (var key : keys.subList(0, keys.size() - 1)) {
            var value = last.getEmbedded(List.of(key.column().path().split("\\.", -1)), Object.class);
            values.add(value == null ? null : value.toString());
        }
        return new PageToken(binding, values, last.getString("_id"));
    }
}
