package io.milepost.reporting.read.cells;

import static java.util.Objects.requireNonNull;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.reporting.read.Reached;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** How far each partition of a projection's source was applied, one document a partition: {@code {_id: 3, p: 4711, t: recordedAt of the event at p}}. */
public final class MongoProgress {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> progress;

    /** @param projection its name; the collection is named after it */
    public MongoProgress(MongoDatabase database, String projection) {
        progress = database.getCollection(projection + "_progress");
    }

    /** Both only ever grow, and they grow together: the log's recorded times do not go back. */
    public void reached(int partition, long position, Instant recordedAt) {
        var further = new Document("$max", new Document("p", position).append("t", Date.from(recordedAt)));
        var written = progress.updateOne(new Document("_id", partition), further, new UpdateOptions().upsert(true));
        finished(written);
    }

    /** Two instances that make the document at once: the second finds it when it comes again. */
    static void finished(Publisher<?> upsert) {
        Mono.from(upsert)
                .retryWhen(Retry.max(3)
                        .filter(failure ->
                                failure instanceof MongoWriteException write && write.getCode() == DUPLICATE_KEY))
                .block();
    }

    /** How far each partition has come. */
    public Map<Integer, Reached> read() {
        Map<Integer, Reached> found = new TreeMap<>();
        List<Document> documents =
                requireNonNull(Flux.from(progress.find()).collectList().block());
        for (Document document : documents) {
            found.put(
                    document.getInteger("_id"),
                    new Reached(document.getLong("p"), document.getDate("t").toInstant()));
        }
        return found;
    }

    /** Forgets all of it. */
    public void drop() {
        Mono.from(progress.drop()).block();
    }
}
