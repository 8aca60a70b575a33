package io.milepost.platform.simulation;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A collection's documents with what a server promises of them: each write of one document whole or not at all, unique ids and
 * request ids, an ordered bulk that ends at its first refusal. Like the embedded server it reports a wrong count beside a refusal.
 */
final class MemoryStore {

    private static final ServerAddress ADDRESS = new ServerAddress("memory");
    private static final Set<String> NO_LABELS = Set.of();
    private static final BsonDocument NO_DETAILS = new BsonDocument();
    private static final String DUPLICATE = "E11000 duplicate key error";

    private final Map<String, TreeMap<Object, Document>> collections = new HashMap<>();
    private final Set<Object> requests = new HashSet<>();
    private final Set<Flaw> flaws;
    private final List<String> violations = new ArrayList<>();

    MemoryStore(Set<Flaw> flaws) {
        this.flaws = flaws;
    }

    /** No answer came. */
    static final class Silent extends MongoException {
        private static final long serialVersionUID = 1;

        Silent() {
            super("no answer");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }

    /** Positions that went back (I7). */
    List<String> violations() {
        return violations;
    }

    NavigableMap<Object, Document> documents(String collection) {
        return collections.computeIfAbsent(collection, _ -> new TreeMap<>());
    }

    void insertOne(String collection, Document document) {
        if (!inserted(collection, document)) {
            throw new MongoWriteException(new WriteError(11000, DUPLICATE, NO_DETAILS), ADDRESS, NO_LABELS);
        }
    }

    void insertMany(String collection, List<Document> documents) {
        for (int i = 0; i < documents.size(); i++) {
            if (!inserted(collection, documents.get(i)) && !has(Flaw.BULKS_ARE_NOT_ORDERED)) {
                throw refused(has(Flaw.THE_INSERT_COUNT_IS_BELIEVED) ? documents.size() : i);
            }
        }
    }

    static MongoBulkWriteException refused(int index) {
        return new MongoBulkWriteException(
                BulkWriteResult.acknowledged(Integer.MAX_VALUE, 0, 0, 0, List.of(), List.of()),
                List.of(new BulkWriteError(11000, DUPLICATE, NO_DETAILS, index)),
                null,
                ADDRESS,
                NO_LABELS);
    }

    static MongoBulkWriteException notDurable() {
        return new MongoBulkWriteException(
                BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of()),
                List.of(),
                new WriteConcernError(64, "WriteConcernTimeout", "waiting for replication timed out", NO_DETAILS),
                ADDRESS,
                NO_LABELS);
    }

    /** How many match: one at most is changed, as all filters of ours name an id. */
    int updateOne(String collection, Document filter, Document set) {
        var asked = new Document(filter);
        if (has(Flaw.POSITIONS_MOVE_BACK) && filter.get("position") instanceof Document) {
            asked.remove("position");
        }
        var found = matching(collection, asked).findFirst().orElse(null);
        if (found == null) {
            return 0;
        }
        var changed = new Document(found);
        changed.putAll(set);
        if (found.get("position", 0L) > changed.get("position", 0L)) {
            violations.add("I7: position of %s went back".formatted(found.get("_id")));
        }
        documents(collection).put(found.get("_id"), changed);
        return 1;
    }

    int deleteOne(String collection, Document filter) {
        var found = matching(collection, filter).findFirst().orElse(null);
        return found == null || documents(collection).remove(found.get("_id")) == null ? 0 : 1;
    }

    /** In the order of their ids. */
    Stream<Document> matching(String collection, Document filter) {
        return documents(collection).values().stream().filter(document -> matches(document, filter));
    }

    private boolean inserted(String collection, Document document) {
        var standing = documents(collection);
        var request = document.get("r");
        boolean duplicate = standing.containsKey(document.get("_id")) && !has(Flaw.THE_LAST_WRITER_WINS);
        boolean repeated =
                request != null && requests.contains(request) && !has(Flaw.SILENCE_IS_TAKEN_FOR_A_TAKEN_PLACE);
        if (duplicate || repeated) {
            return false;
        }
        standing.put(document.get("_id"), document);
        requests.add(request);
        return true;
    }

    private static boolean matches(Document document, Document filter) {
        for (var wanted : filter.entrySet()) {
            if (!matches(document.get(wanted.getKey()), wanted.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(@Nullable Object value, Object wanted) {
        if (wanted instanceof Document range) {
            return value != null
                    && range.entrySet().stream().allMatch(bound -> within(value, bound.getKey(), bound.getValue()));
        }
        return value instanceof List<?> values ? values.contains(wanted) : wanted.equals(value);
    }

    @SuppressWarnings("unchecked")
    private static boolean within(Object value, String operator, Object bound) {
        int way = ((Comparable<Object>) value).compareTo(bound);
        return switch (operator) {
            case "$gt" -> way > 0;
            case "$gte" -> way >= 0;
            case "$lt" -> way < 0;
            case "$lte" -> way <= 0;
            default -> throw new UnsupportedOperationException(operator);
        };
    }
}
