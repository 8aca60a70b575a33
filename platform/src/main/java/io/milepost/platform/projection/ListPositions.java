package io.milepost.platform.projection;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which generation of the lists is live, and how far each one is. */
final class ListPositions {
    private static final String LIVE = "listings";
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final MongoCollection<Document> collection;

    ListPositions(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /**
     * The generation that is read.
     *
     * @param shape what its items looked like when it was begun
     */
    record Live(int generation, String shape) {}

    @Nullable
    Live live() {
        var found = find(LIVE);
        return found == null ? null : new Live(found.getInteger("generation"), found.getString("shape"));
    }

    /** From now on this one is read; one document, so there is nothing between before and after. */
    void switchTo(int generation, String shape) {
        put(new Document("_id", LIVE).append("generation", generation).append("shape", shape));
    }

    long load(int generation) {
        var found = find(idOf(generation));
        return found == null ? 0 : found.getLong("position");
    }

    void begin(int generation) {
        put(new Document("_id", idOf(generation)).append("position", 0L));
    }

    /** Moves forward only. */
    void save(int generation, long position) {
        Mono.from(collection.updateOne(
                        new Document("_id", idOf(generation)),
                        new Document("$max", new Document("position", position))))
                .block(ANSWER);
    }

    void forget(int generation) {
        Mono.from(collection.deleteOne(new Document("_id", idOf(generation)))).block(ANSWER);
    }

    private @Nullable Document find(String id) {
        return Mono.from(collection.find(new Document("_id", id)).first()).block(ANSWER);
    }

    private void put(Document document) {
        Mono.from(collection.replaceOne(
                        new Document("_id", document.get("_id")), document, new ReplaceOptions().upsert(true)))
                .block(ANSWER);
    }

    private static String idOf(int generation) {
        return LIVE + "/" + generation;
    }
}
