package io.milepost.platform.simulation;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.SimulatedInbox;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** A projection as simple as one can be: for each thing a document with what it comes to and the position up to which that is. */
final class Totals implements BatchHandler {

    static final String COLLECTION = "totals";

    private final MongoCollection<Document> totals;
    private final boolean countsRepeats;

    Totals(MongoCollection<Document> totals, boolean countsRepeats) {
        this.totals = totals;
        this.countsRepeats = countsRepeats;
    }

    @Override
    public void handle(int partition, List<Inbound> batch) {
        batch.forEach(this::apply);
    }

    /** One event further, for the event that an earlier one is known of or for the first. */
    static Document next(Document before, String thing, long position, int n) {
        return new Document("_id", thing).append("position", position).append("sum", before.get("sum", 1L) * 31 + n);
    }

    private void apply(Inbound event) {
        int n = event.as(SimulatedInbox.Changed.class).n();
        while (true) {
            var before = Mono.from(totals.find(new Document("_id", event.key())).first())
                    .block();
            if (before == null) {
                if (begun(next(new Document(), event.key(), event.position(), n))) {
                    return;
                }
                continue;
            }
            if (before.getLong("position") >= event.position() && !countsRepeats) {
                return;
            }
            var standing = new Document("_id", event.key()).append("position", before.getLong("position"));
            var after = next(before, event.key(), event.position(), n);
            if (Mono.from(totals.updateOne(standing, new Document("$set", after)))
                            .block()
                            .getMatchedCount()
                    == 1) {
                return;
            }
        }
    }

    private boolean begun(Document first) {
        try {
            Mono.from(totals.insertOne(first)).block();
            return true;
        } catch (MongoWriteException raced) {
            if (raced.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw raced;
            }
            return false;
        }
    }
}
