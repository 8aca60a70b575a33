package io.milepost.reporting.read.generations;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One small document for each projection that was ever rebuilt: {@code {_id: "funnel-2", live: 2, building: 3, retired: [1],
 * latest: 3, asked: "0190c8..", cancelled: "0190c7..", since: ..}}. A change is made on the document as it was read or not at
 * all, so of several instances one decides.
 */
final class Lineages {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> lineages;

    Lineages(MongoDatabase database) {
        lineages = database.getCollection("projections");
    }

    Lineage of(String projection) {
        Document found = Mono.from(
                        lineages.find(new Document("_id", projection)).first())
                .block();
        return found == null ? Lineage.first(projection) : read(found);
    }

    /** Whether a rebuild begins by this; false when another one is under way */
    boolean begin(Lineage read, UUID asked, Instant now) {
        int next = read.latest() + 1;
        var change = new Document("building", next)
                .append("latest", next)
                .append("asked", asked.toString())
                .append("since", Date.from(now));
        return changed(read, new Document("$set", change), new UpdateOptions().upsert(true));
    }

    /** Whether the generation that was built is live by this */
    boolean turn(Lineage read, Instant now) {
        var change = new Document("$set", new Document("live", read.building()).append("since", Date.from(now)))
                .append("$unset", new Document("building", ""))
                .append("$push", new Document("retired", read.live()));
        return changed(read, change, new UpdateOptions());
    }

    /** Whether the generation that was built is given up by this; false when it is live by now, or given up already */
    boolean cancel(Lineage read, UUID asked, Instant now) {
        var change = new Document("$set", new Document("cancelled", asked.toString()).append("since", Date.from(now)))
                .append("$unset", new Document("building", ""))
                .append("$push", new Document("retired", read.building()));
        return changed(read, change, new UpdateOptions());
    }

    /** What was removed is no longer there to be removed. */
    void removed(String projection, int generation) {
        Mono.from(lineages.updateOne(
                        new Document("_id", projection), new Document("$pull", new Document("retired", generation))))
                .block();
    }

    private boolean changed(Lineage read, Document change, UpdateOptions options) {
        var still = new Document("_id", read.projection())
                .append("live", read.live())
                .append("building", read.building() == null ? new Document("$exists", false) : read.building())
                // One that was begun and cancelled meanwhile is seen by its number; documents of before have none.
                .append("latest", new Document("$in", Arrays.asList(read.latest(), null)));
        try {
            var done = Mono.from(lineages.updateOne(still, change, options)).block();
            return done != null && (done.getModifiedCount() == 1 || done.getUpsertedId() != null);
        } catch (MongoWriteException e) {
            if (e.getCode() != DUPLICATE_KEY) {
                throw e;
            }
            // The document is there and is not as it was read: somebody else was first.
            return false;
        }
    }

    private static Lineage read(Document document) {
        int live = document.getInteger("live");
        @Nullable Integer building = document.getInteger("building");
        return new Lineage(
                document.getString("_id"),
                live,
                building,
                document.getList("retired", Integer.class, List.of()),
                document.getInteger("latest", building == null ? live : building),
                key(document, "asked"),
                key(document, "cancelled"),
                document.getDate("since").toInstant());
    }

    private static @Nullable UUID key(Document document, String field) {
        @Nullable String key = document.getString(field);
        return key == null ? null : UUID.fromString(key);
    }
}
