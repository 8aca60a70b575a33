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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/** Makes the collections, indexes and the epoch of a log where they are missing. */
final class LogStore {

    static final WriteConcern DURABLE = WriteConcern.MAJORITY.withJournal(true);

    private static final int SCHEMA = 1;
    private static final int NAMESPACE_EXISTS = 48;
    /** FailedToParse, InvalidOptions, CommandNotSupported, unknown field: a server that has no clustered collections. */
    private static final Set<Integer> NOT_CLUSTERED = Set.of(9, 72, 115, 40415);

    private LogStore() {}

    static MongoCollection<Document> events(MongoDatabase database) {
        create(database);
        var events = database.getCollection("event_log").withWriteConcern(DURABLE);
        Publishers.all(events.createIndexes(List.of(
                new IndexModel(new Document("g", 1).append("_id", 1)),
                new IndexModel(new Document("r", 1), new IndexOptions().unique(true)))));
        return events;
    }

    /** The log's identity, random at the first opening. */
    static String epoch(MongoDatabase database) {
        var meta = database.getCollection("log_meta").withWriteConcern(DURABLE).withReadConcern(ReadConcern.MAJORITY);
        var known = find(meta);
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
        if (document.getInteger("schema") != SCHEMA) {
            throw new IllegalStateException(
                    "the log has schema %s, this program reads %d".formatted(document.get("schema"), SCHEMA));
        }
        return document.getString("epoch");
    }

    private static List<Document> find(MongoCollection<Document> meta) {
        return Publishers.all(meta.find(new Document("_id", "log")).limit(1).batchSize(1));
    }

    private static void create(MongoDatabase database) {
        if (Publishers.all(database.listCollectionNames()).contains("event_log")) {
            return;
        }
        var clustered = new CreateCollectionOptions()
                .clusteredIndexOptions(new ClusteredIndexOptions(new Document("_id", 1), true));
        try {
            Publishers.all(database.createCollection("event_log", clustered));
        } catch (MongoCommandException refused) {
            // Without clustering the log is as right, only slower: creating the indexes makes a plain collection.
            if (refused.getErrorCode() != NAMESPACE_EXISTS && !NOT_CLUSTERED.contains(refused.getErrorCode())) {
                throw refused;
            }
        }
    }
}
