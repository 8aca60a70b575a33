package io.milepost.platform.inbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Those of effects in the service's own MongoDB. */
final class ConsumedPositions implements Positions {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Stored before offsets were: whatever Kafka knows is not behind it. */
    private static final long UNSTATED = Long.MAX_VALUE;

    private final MongoCollection<Document> collection;

    ConsumedPositions(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public HighWater load(String group, String source, int partition) {
        var found = Mono.from(collection
                        .find(new Document("_id", id(group, source, partition)))
                        .first())
                .block(ANSWER);
        return found == null
                ? HighWater.NONE
                : new HighWater(found.getLong("position"), found.getString("epoch"), found.get("next", UNSTATED));
    }

    @Override
    public void save(String group, String source, int partition, HighWater before, HighWater reached) {
        if (before.equals(HighWater.NONE)) {
            begin(id(group, source, partition), reached);
            return;
        }
        var standing = new Document("_id", id(group, source, partition)).append("epoch", before.epoch());
        if (before.epoch().equals(reached.epoch())) {
            standing.append("position", new Document("$lt", reached.position()));
        }
        Mono.from(collection.updateOne(standing, new Document("$set", fields(reached))))
                .block(ANSWER);
    }

    private void begin(String id, HighWater reached) {
        try {
            var first = fields(reached);
            first.put("_id", id);
            Mono.from(collection.insertOne(first)).block(ANSWER);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another instance began this partition meanwhile; what it did not cover comes again to it.
        }
    }

    private static Document fields(HighWater reached) {
        return new Document("position", reached.position())
                .append("epoch", reached.epoch())
                .append("next", reached.next());
    }

    private static String id(String group, String source, int partition) {
        return "%s/%s/%d".formatted(group, source, partition);
    }
}
