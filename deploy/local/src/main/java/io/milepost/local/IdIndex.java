package io.milepost.local;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: the map of documents itself, which is ordered by it. Holds nothing of its own. */
final class IdIndex extends Index<Object> implements DocumentIndex {

    private static final int EXACT = 1000;

    private final MVMap<Object, Document> documents;

    IdIndex(MVMap<Object, Document> documents, String name, List<IndexKey> keys) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public Optional<Access> access(Document filter) {
        if (!filter.containsKey("_id")) {
            return Optional.empty();
        }
        return switch (Bounds.of(filter.get("_id"))) {
            case Bounds.Any _ -> Optional.empty();
            case Bounds.OneOf(List<Object> ids) ->
                Optional.of(new Access(EXACT, true, backwards -> (backwards ? ids.reversed() : ids).stream()));
            case Bounds.Between(var from, var to) ->
                Optional.of(new Access(
                        1,
                        true,
                        backwards -> backwards
                                ? ValueMap.keys(documents, to, from, true)
                                : ValueMap.keys(documents, from, to, false)));
        };
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        Object id = ValueMap.idOf(document);
        if (documents.containsKey(id)) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(id));
        }
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        Object id = ValueMap.idOf(document);
        return documents.containsKey(id) ? id : null;
    }

    @Override
    public @Nullable Object remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        // the document's place in the map is its entry
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        // an id never changes; the library refuses it
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        // an id never changes
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
    public boolean isUnique() {
        return true;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // goes with the documents
    }
}
