package io.milepost.local;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database whose collections and indexes are ordered maps of BSON; the library's own knows unique indexes only. */
final class IndexedDatabase extends H2Database {

    private final MVStore store;

    IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        // Before super: its constructor already opens the collections and indexes that the store holds.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        MVMap<String, Object> meta = store.openMap("meta." + getFullCollectionNamespace(name));
        return new IndexedCollection(this, name, options, documentsOf(name), meta, cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        boolean primary = keys.size() == 1 && keys.getFirst().getKey().equals("_id");
        return primary
                ? new IdIndex(documentsOf(collection), index, keys)
                : new FieldIndex(store, mapOf(collection, index), index, keys, true, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new FieldIndex(store, mapOf(collection, index), index, keys, false, sparse);
    }

    /** The library leaves documents and indexes under the old name, where the next collection of it would find them. */
    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newName) {
        for (Index<?> index : collection.getIndexes()) {
            if (index instanceof FieldIndex fieldIndex) {
                fieldIndex.rename(mapOf(newName, index.getName()));
            }
        }
        String oldFullName = collection.getFullName();
        String newFullName = getFullCollectionNamespace(newName);
        store.renameMap(store.openMap("databases." + oldFullName, ValueMap.ofDocuments()), "databases." + newFullName);
        store.renameMap(store.openMap("meta." + oldFullName), "meta." + newFullName);
        super.moveCollection(oldDatabase, collection, newName);
    }

    private MVMap<Object, Document> documentsOf(String collection) {
        return store.openMap("databases." + getFullCollectionNamespace(collection), ValueMap.ofDocuments());
    }

    /** The name under which the library removes the map when the index is dropped. */
    private String mapOf(String collection, String index) {
        return getFullCollectionNamespace(collection) + "._index_" + index;
    }
}
