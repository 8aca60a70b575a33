package io.milepost.local;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index over fields other than {@code _id}, kept in the store beside the documents, so that it is committed
 * with them. A unique one maps the fields' values to the document's id; any other one has the id as last part of its
 * key and so gives the documents of one value in the order of {@code _id}. An array has one entry for each element.
 */
final class FieldIndex extends Index<Object> implements DocumentIndex {

    private final MVMap<Object, Object> entries;
    private final boolean unique;
    private final boolean sparse;
    private final List<String> fields;

    FieldIndex(MVStore store, String mapName, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        // The library demands a position from every index that is not sparse; only a unique one can know it.
        super(name, keys, sparse || !unique);
        this.entries = store.openMap(mapName, ValueMap.builder());
        this.unique = unique;
        this.sparse = sparse;
        this.fields = new ArrayList<>(keys());
        if (!unique && !fields.contains("_id")) {
            fields.add("_id");
        }
    }

    /** Follows its collection to another name. */
    void rename(String mapName) {
        entries.getStore().renameMap(entries, mapName);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        refuseDuplicate(document, null, collection);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        refuseDuplicate(after, ValueMap.idOf(before), collection);
    }

    private void refuseDuplicate(Document document, @Nullable Object owner, MongoCollection<Object> collection) {
        if (!unique) {
            return;
        }
        for (KeyValue key : keysOf(document)) {
            Object holder = entries.get(key);
            if (holder != null && (owner == null || BsonValueType.compareValues(holder, owner) != 0)) {
                throw new DuplicateKeyError(this, collection, getKeys(), key);
            }
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        keysOf(document).forEach(key -> entries.put(key, position));
    }

    @Override
    public @Nullable Object remove(Document document) {
        Object position = null;
        for (KeyValue key : keysOf(document)) {
            position = entries.remove(key);
        }
        return unique ? position : null;
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        Collection<KeyValue> stale = keysOf(before);
        Collection<KeyValue> fresh = keysOf(after);
        stale.stream().filter(key -> !fresh.contains(key)).forEach(entries::remove);
        fresh.stream().filter(key -> !stale.contains(key)).forEach(key -> entries.put(key, position));
    }

    private Collection<KeyValue> keysOf(Document document) {
        if (sparse && keys().stream().noneMatch(field -> ValueMap.has(document, field))) {
            return Set.of();
        }
        Set<KeyValue> keys = getKeyValues(document);
        if (fields.size() == keys().size()) {
            return keys;
        }
        Object id = ValueMap.idOf(document);
        return keys.stream()
                .map(key ->
                        new KeyValue(Stream.concat(key.stream(), Stream.of(id)).toList()).normalized())
                .toList();
    }

    @Override
    public Optional<Access> access(Document filter) {
        List<List<Object>> prefixes = List.of(List.of());
        int depth = 0;
        while (depth < fields.size() && filter.containsKey(fields.get(depth))) {
            if (Bounds.of(filter.get(fields.get(depth))) instanceof Bounds.OneOf(List<Object> values)) {
                prefixes = prefixes.stream()
                        .flatMap(prefix -> values.stream().map(value -> appended(prefix, value)))
                        .toList();
                depth++;
            } else {
                break;
            }
        }
        Bounds.Between range = depth < fields.size() && filter.containsKey(fields.get(depth))
                ? rangeOn(fields.get(depth), Bounds.of(filter.get(fields.get(depth))))
                : null;
        if (depth == 0 && range == null) {
            return Optional.empty();
        }
        boolean byId = prefixes.size() == 1
                && depth < fields.size()
                && fields.get(depth).equals("_id");
        List<List<Object>> stretches = prefixes;
        return Optional.of(new Access(
                depth * 2 + (range == null ? 0 : 1),
                byId,
                backwards -> stretches.stream()
                        .flatMap(prefix -> positions(prefix, range, backwards))
                        .distinct()));
    }

    /**
     * With an array in the field, two different elements may satisfy the two ends, so only one end may be used; of
     * {@code _id} both. An open lower end starts behind the documents that do not have the field.
     */
    private static Bounds.@Nullable Between rangeOn(String field, Bounds bounds) {
        if (!(bounds instanceof Bounds.Between between)) {
            return null;
        }
        return field.equals("_id") || between.from() == null ? between : new Bounds.Between(between.from(), null);
    }

    private Stream<Object> positions(List<Object> prefix, Bounds.@Nullable Between range, boolean backwards) {
        Object from = range == null ? null : range.from();
        Object to = range == null ? null : range.to();
        KeyValue low =
                prefix.isEmpty() && from == null ? null : new KeyValue(from == null ? prefix : appended(prefix, from));
        KeyValue high = new KeyValue(appended(to == null ? prefix : appended(prefix, to), MaxKey.getInstance()));
        return backwards ? ValueMap.values(entries, high, low, true) : ValueMap.values(entries, low, high, false);
    }

    private static List<Object> appended(List<Object> prefix, Object value) {
        return Stream.concat(prefix.stream(), Stream.of(value)).toList();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public boolean canHandle(Document query) {
        return access(query).isPresent();
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return access(query).orElseThrow().positions().apply(false).toList();
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // the database removes the map
    }
}
