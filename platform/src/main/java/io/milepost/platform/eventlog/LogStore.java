package io.milepost.platform.eventlog;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.ClusteredIndexOptions;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the collections, indexes and the epoch of a log where they are missing, and refuses those that stand and would
 * make it wrong. A plain collection is as right as a clustered one, only slower.
 */
final class LogStore {
    private static final Logger LOG = LoggerFactory.getLogger(LogStore.class);

    static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    private static final String EVENTS = "event_log";
    private static final int SCHEMA = 1;
    private static final int NAMESPACE_EXISTS = 48;
    /** FailedToParse, InvalidOptions, CommandNotSupported, unknown field: a server that has no clustered collections. */
    private static final Set<Integer> NOT_CLUSTERED = Set.of(9, 72, 115, 40415);

    /** Options of a collection that drop documents by themselves, or compare texts by other rules than by their bytes. */
    private static final List<String> HARMFUL =
            List.of("capped", "expireAfterSeconds", "timeseries", "viewOn", "collation");

    /** Options of an index that make it leave out documents, drop them, or compare by other rules. */
    private static final List<String> NARROWING =
            List.of("expireAfterSeconds", "sparse", "partialFilterExpression", "collation", "hidden");

    private static final Document TAGS = new Document("g", 1).append("_id", 1);
    private static final Document REQUEST = new Document("r", 1);

    private LogStore() {}

    static MongoCollection<Document> events(MongoDatabase database) {
        create(database);
        var events = database.getCollection(EVENTS).withWriteConcern(DURABLE);
        var indexes = indexes(events);
        refuseHarmful(indexes);
        var missing = new ArrayList<IndexModel>();
        if (!stands(indexes, TAGS, false)) {
            missing.add(new IndexModel(TAGS));
        }
        if (!stands(indexes, REQUEST, true)) {
            missing.add(new IndexModel(REQUEST, new IndexOptions().unique(true)));
        }
        if (!missing.isEmpty()) {
            Publishers.all(events.createIndexes(missing));
            refuseHarmful(indexes(events));
        }
        return events;
    }

    /** The log's identity, random at the first opening; a log that has commits has one, or lost it. */
    static String epoch(MongoDatabase database) {
        return epoch(database, null);
    }

    /** The same; a log that is still of the epoch to leave begins another one, as it must after a restore. */
    static String epoch(MongoDatabase database, @Nullable String leave) {
        // Looked at before the epoch: whoever appended has made the epoch first.
        boolean begun = new LogReader(database.getCollection(EVENTS)).last() != null;
        var meta = database.getCollection("log_meta").withWriteConcern(DURABLE).withReadConcern(ReadConcern.MAJORITY);
        var known = find(meta);
        if (known.isEmpty() && begun) {
            throw new IllegalStateException(
                    "log_meta has no epoch though the log has commits; restore it with the log");
        }
        if (known.isEmpty()) {
            try {
                Publishers.all(meta.insertOne(new Document("_id", "log")
                        .append("epoch", UUID.randomUUID().toString())
                        .append("schema", SCHEMA)
                        .append("firstRetained", 1L)));
            } catch (MongoWriteException raced) {
                if (raced.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw raced;
                }
            }
            known = find(meta);
        }
        var document = known.getFirst();
        if (!Objects.equals(document.get("schema"), SCHEMA)) {
            throw new IllegalStateException(
                    "the log has schema %s, this program reads %d".formatted(document.get("schema"), SCHEMA));
        }
        if (!(document.get("epoch") instanceof String epoch) || epoch.isBlank()) {
            throw new IllegalStateException("log_meta has no epoch: " + document.get("epoch"));
        }
        return epoch.equals(leave) ? another(meta, epoch) : epoch;
    }

    /** Of instances that start at once, one begins the new epoch and the others find it. */
    private static String another(MongoCollection<Document> meta, String left) {
        Publishers.all(meta.updateOne(
                new Document("_id", "log").append("epoch", left),
                new Document(
                        "$set", new Document("epoch", UUID.randomUUID().toString()).append("restoredFrom", left))));
        var epoch = find(meta).getFirst().getString("epoch");
        LOG.warn("The log has left epoch {} and goes on as {}", left, epoch);
        return epoch;
    }

    private static List<Document> find(MongoCollection<Document> meta) {
        return Publishers.all(meta.find(new Document("_id", "log")).limit(1).batchSize(1));
    }

    private static void create(MongoDatabase database) {
        var standing = Publishers.all(database.listCollections()).stream()
                .filter(collection -> EVENTS.equals(collection.getString("name")))
                .toList();
        if (!standing.isEmpty()) {
            refuseHarmful(standing.getFirst().get("options", new Document()));
            return;
        }
        var clustered = new CreateCollectionOptions()
                .clusteredIndexOptions(new ClusteredIndexOptions(new Document("_id", 1), true));
        try {
            Publishers.all(database.createCollection(EVENTS, clustered));
        } catch (MongoCommandException refused) {
            // Creating the indexes makes a plain collection.
            if (refused.getErrorCode() != NAMESPACE_EXISTS && !NOT_CLUSTERED.contains(refused.getErrorCode())) {
                throw refused;
            }
        }
    }

    private static void refuseHarmful(Document options) {
        for (var option : HARMFUL) {
            if (options.containsKey(option) && !Boolean.FALSE.equals(options.get(option))) {
                throw new IllegalStateException("the collection %s has %s: %s, which an event log must not have"
                        .formatted(EVENTS, option, options.get(option)));
            }
        }
    }

    private static List<Document> indexes(MongoCollection<Document> events) {
        return Publishers.all(events.listIndexes());
    }

    private static boolean stands(List<Document> indexes, Document key, boolean unique) {
        return indexes.stream().anyMatch(index -> sameKey(index, key) && isUnique(index) == unique);
    }

    /** An index more does no harm unless it drops documents or refuses commits; the log's own must also hold them all. */
    private static void refuseHarmful(List<Document> indexes) {
        for (var index : indexes) {
            boolean primary = sameKey(index, new Document("_id", 1));
            boolean tags = sameKey(index, TAGS);
            boolean request = sameKey(index, REQUEST);
            boolean harmful = index.containsKey("expireAfterSeconds")
                    || (isUnique(index) && !primary && !request)
                    || (request && !isUnique(index))
                    || ((tags || request) && NARROWING.stream().anyMatch(index::containsKey));
            if (harmful) {
                throw new IllegalStateException(
                        "the collection %s has the index %s, which is none of the log's: drop it and start again"
                                .formatted(EVENTS, index.toJson()));
            }
        }
    }

    private static boolean isUnique(Document index) {
        return Boolean.TRUE.equals(index.get("unique"));
    }

    /** Servers and tools write the direction as any kind of number; the order of the fields counts. */
    private static boolean sameKey(Document index, Document key) {
        var found = index.get("key", Document.class);
        return List.copyOf(found.keySet()).equals(List.copyOf(key.keySet()))
                && found.values().stream().allMatch(way -> way instanceof Number number && number.intValue() == 1);
    }
}
