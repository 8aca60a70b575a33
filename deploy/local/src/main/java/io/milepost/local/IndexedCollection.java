package io.milepost.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that takes the narrowest index for a filter, and whose stored documents never change: the library
 * updates the stored object in place, so that a reader or a commit beside the update could see half of it.
 */
final class IndexedCollection extends H2Collection {

    /** Which copies the running command needs; guarded by this collection's monitor, under which commands run. */
    private Purpose purpose = Purpose.READ;

    private final MVMap<Object, Document> documents;
    private volatile List<DocumentIndex> usable = List.of();

    private enum Purpose {
        READ,
        CHANGE_ONE,
        CHANGE_MANY
    }

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
    }

    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
        usable = usableIndexes();
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        usable = usableIndexes();
    }

    private List<DocumentIndex> usableIndexes() {
        return getIndexes().stream().map(DocumentIndex.class::cast).toList();
    }

    /** A long scan runs beside the writers: it walks one version of the documents, which never change. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // that is the point
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        Document order = (Document) selector.get("$orderby");
        boolean scan = selector.get("$query") instanceof Document filter
                && narrowest(filter).isEmpty()
                && !isById(order)
                && !isNaturalDescending(order);
        if (!scan) {
            return super.handleQuery(parameters);
        }
        return matchDocumentsFromStream(
                ValueMap.values(documents, null, null, false),
                (Document) selector.get("$query"),
                order,
                parameters.getNumberToSkip(),
                parameters.getLimit(),
                parameters.getBatchSize(),
                parameters.getProjection());
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        Optional<DocumentIndex.Access> access = narrowest(query);
        boolean ordered =
                isById(orderBy) && access.map(DocumentIndex.Access::inIdOrder).orElse(true);
        boolean backwards = ordered && isDescending(orderBy);
        Stream<Document> candidates;
        if (access.isPresent()) {
            candidates = access.get()
                    .positions()
                    .apply(backwards)
                    .map(documents::get)
                    .filter(Objects::nonNull);
        } else if (isNaturalDescending(orderBy)) {
            return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
        } else {
            candidates = ValueMap.values(documents, null, null, backwards);
        }
        if (purpose != Purpose.READ) {
            candidates = candidates
                    .filter(document -> documentMatchesQuery(document, query))
                    .map(Document::cloneDeeply);
        }
        int wanted = purpose == Purpose.CHANGE_ONE ? 1 : limit;
        return matchDocumentsFromStream(candidates, query, ordered ? null : orderBy, skip, wanted, batchSize, fields);
    }

    private Optional<DocumentIndex.Access> narrowest(Document query) {
        return usable.stream()
                .flatMap(index -> index.access(query).stream())
                .max(Comparator.comparingInt(DocumentIndex.Access::worth));
    }

    private static boolean isById(@Nullable Document order) {
        return order != null && order.keySet().equals(Set.of("_id"));
    }

    private static boolean isDescending(@Nullable Document order) {
        return order != null && order.get("_id") instanceof Number direction && direction.intValue() < 0;
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters arrayFilters, boolean multi, boolean upsert, Oplog oplog) {
        purpose = multi ? Purpose.CHANGE_MANY : Purpose.CHANGE_ONE;
        try {
            return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
        } finally {
            purpose = Purpose.READ;
        }
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        purpose = Purpose.CHANGE_ONE;
        try {
            return super.findAndModify(query);
        } finally {
            purpose = Purpose.READ;
        }
    }

    /** The library would encode every document once more, only to know its size. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
