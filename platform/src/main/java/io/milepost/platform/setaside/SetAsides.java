package io.milepost.platform.setaside;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that this service's readers have set aside, in its database. Blocks: call it on a virtual thread. */
public final class SetAsides {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int BATCH = 500;

    private final MongoCollection<Document> collection;
    private volatile long count;

    public SetAsides(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Setting the same subject aside again changes nothing: the first event at fault is the one to look at. */
    public void add(SetAside aside) {
        var id = idOf(aside.reader(), aside.subject());
        var first = new Document("reader", aside.reader())
                .append("source", aside.source())
                .append("type", aside.type())
                .append("subject", aside.subject().toString())
                .append("position", aside.position())
                .append("cause", aside.cause())
                .append("since", Date.from(aside.since()));
        answer(collection.updateOne(
                new Document("_id", id), new Document("$setOnInsert", first), new UpdateOptions().upsert(true)));
        count();
    }

    /** The reader goes on with it again; nothing where it was not set aside. */
    public void remove(String reader, UUID subject) {
        answer(collection.deleteOne(new Document("_id", idOf(reader, subject))));
        count();
    }

    /** All of one reader. */
    public List<SetAside> of(String reader) {
        return find(new Document("reader", reader));
    }

    /** All of all readers, each reader's together. */
    public List<SetAside> all() {
        return find(new Document());
    }

    /** As far as this instance knows, without asking the database. */
    public long lastCount() {
        return count;
    }

    public long count() {
        count = Mono.from(collection.countDocuments()).blockOptional(ANSWER).orElse(0L);
        return count;
    }

    private List<SetAside> find(Document filter) {
        return Flux.from(collection.find(filter).sort(new Document("_id", 1)).batchSize(BATCH))
                .map(SetAsides::read)
                .collectList()
                .blockOptional(ANSWER)
                .orElse(List.of());
    }

    private static SetAside read(Document stored) {
        return new SetAside(
                stored.getString("reader"),
                stored.getString("source"),
                stored.getString("type"),
                UUID.fromString(stored.getString("subject")),
                stored.getLong("position"),
                stored.getString("cause"),
                stored.getDate("since").toInstant());
    }

    private static String idOf(String reader, UUID subject) {
        return reader + "/" + subject;
    }

    private static <T> void answer(Publisher<T> publisher) {
        Mono.from(publisher).block(ANSWER);
    }
}
