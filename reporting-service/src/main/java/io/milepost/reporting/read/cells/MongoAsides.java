package io.milepost.reporting.read.cells;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What one generation goes on without, a small document each, so that counting them costs nothing where there are none:
 * {@code {_id: "opportunity/0190c8..", t: "opportunity.won.v1", p: 4711, c: "AmountTooLargeException"}}. The first event at fault stays.
 */
public final class MongoAsides {
    private static final char BETWEEN = '/';

    private final MongoCollection<Document> asides;

    /** @param projection its name; the collection is named after it */
    public MongoAsides(MongoDatabase database, String projection) {
        asides = database.getCollection(projection + "_aside");
    }

    /** Notes each that is not noted yet. */
    public void add(Collection<Aside> more) {
        for (Aside aside : more) {
            var first = new Document("t", aside.type())
                    .append("p", aside.position())
                    .append("c", aside.cause());
            var noted = asides.updateOne(
                    new Document("_id", id(aside.source(), aside.subject())),
                    new Document("$setOnInsert", first),
                    new UpdateOptions().upsert(true));
            MongoProgress.finished(noted);
        }
    }

    /** Those of these subjects. */
    public Map<UUID, Aside> of(String source, Collection<UUID> subjects) {
        var wanted = subjects.stream().map(subject -> id(source, subject)).toList();
        Map<UUID, Aside> found = new HashMap<>();
        find(new Document("_id", new Document("$in", wanted))).forEach(aside -> found.put(aside.subject(), aside));
        return found;
    }

    /** How many of a source. */
    public long count(String source) {
        // '0' is the character after '/': the range holds exactly the ids that begin with the source.
        var range = new Document("$gte", source + BETWEEN).append("$lt", source + (char) (BETWEEN + 1));
        return requireNonNull(
                Mono.from(asides.countDocuments(new Document("_id", range))).block());
    }

    /** All of them. */
    public List<Aside> all() {
        return find(new Document());
    }

    /** Forgets all of it. */
    public void drop() {
        Mono.from(asides.drop()).block();
    }

    private List<Aside> find(Document filter) {
        var found = Flux.from(asides.find(filter).sort(new Document("_id", 1))).map(MongoAsides::read);
        return requireNonNull(found.collectList().block());
    }

    private static Aside read(Document stored) {
        String id = stored.getString("_id");
        int end = id.indexOf(BETWEEN);
        return new Aside(
                UUID.fromString(id.substring(end + 1)),
                id.substring(0, end),
                stored.getString("t"),
                stored.getLong("p"),
                stored.getString("c"));
    }

    private static String id(String source, UUID subject) {
        return source + BETWEEN + subject;
    }
}
