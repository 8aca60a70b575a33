package io.milepost.platform.eventlog;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.Document;

/** A log as it stands in the database, past the engine and its window. */
public final class StoredLog {

    private StoredLog() {}

    /** All commits in the order of their positions, whether they are sound or not. Blocks. */
    public static List<StoredCommit> read(MongoDatabase database) {
        return new LogReader(collection(database)).beyond(0, Integer.MAX_VALUE);
    }

    /** The hash that this commit must carry if the one before it carries {@code previous}. */
    public static byte[] hash(byte[] previous, StoredCommit commit) {
        return HashChain.next(previous, commit);
    }

    /** What the first commit's hash continues. */
    public static byte[] beginning() {
        return HashChain.START.clone();
    }

    static MongoCollection<Document> collection(MongoDatabase database) {
        return database.getCollection("event_log");
    }

    static List<Document> documents(MongoDatabase database) {
        return Publishers.all(collection(database).find().sort(new Document("_id", 1)));
    }
}
