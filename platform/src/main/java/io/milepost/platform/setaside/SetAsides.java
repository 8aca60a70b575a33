package io.milepost.platform.setaside;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.bson.Document;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that this service's readers have set aside, in its database. Blocks: call it on a virtual thread. */
public final class SetAsides {
    private static final Logger LOG = LoggerFactory.getLogger(SetAsides.class);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int BATCH = 500;
    private static final int FIRST = 5;
    private static final String TOLD = "told";

    private final MongoCollection<Document> collection;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Map.of(), List.of()));

    public SetAsides(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /**
     * What this instance knows without asking the database.
     *
     * @param counts by reader
     * @param first a few of them
     */
    private record Known(Map<String, Long> counts, List<SetAside> first) {
        Known {
            counts = Map.copyOf(counts);
            first = List.copyOf(first);
        }

        Known with(SetAside aside) {
            var more = new HashMap<>(counts);
            more.merge(aside.reader(), 1L, Long::sum);
            var shown = new ArrayList<>(first);
            if (shown.size() < FIRST) {
                shown.add(aside);
            }
            return new Known(more, shown);
        }
    }

    /** Setting the same subject aside again changes nothing: the first event at fault is the one to look at. */
    public void add(SetAside aside) {
        var first = faultOf(aside)
                .append("reader", aside.reader())
                .append("source", aside.source())
                .append("subject", aside.subject().toString())
                .append("since", Date.from(aside.since()));
        UpdateResult stored = answer(collection.updateOne(
                byId(aside.reader(), aside.subject()),
                new Document("$setOnInsert", first),
                new UpdateOptions().upsert(true)));
        if (stored.getUpsertedId() != null) {
            known.updateAndGet(before -> before.with(aside));
            LOG.warn(
                    "{} goes on without {}: {} at position {} of {} cannot be read or folded ({})",
                    aside.reader(),
                    aside.subject(),
                    aside.type(),
                    aside.position(),
                    aside.source(),
                    aside.cause());
        } else if (lastCount(aside.reader()) == 0) {
            // Another instance was first.
            count();
        }
    }

    /** It was tried again and stays, now with this fault; nothing where it was not set aside. */
    public void stays(SetAside aside) {
        answer(collection.updateOne(byId(aside.reader(), aside.subject()), new Document("$set", faultOf(aside))));
        count();
    }

    /** The reader goes on with it again; nothing where it was not set aside. */
    public void remove(String reader, UUID subject) {
        answer(collection.deleteOne(byId(reader, subject)));
        count();
    }

    /** All of one reader. */
    public List<SetAside> of(String reader) {
        return find(new Document("reader", reader));
    }

    /** Some of which nobody has been told. */
    public List<SetAside> untold(int most) {
        return all(collection
                .find(new Document(TOLD, new Document("$ne", true)))
                .sort(new Document("_id", 1))
                .limit(most));
    }

    /** Somebody has been told of it. */
    public void told(SetAside aside) {
        answer(collection.updateOne(
                byId(aside.reader(), aside.subject()), new Document("$set", new Document(TOLD, true))));
    }

    /** By all readers that have set this subject aside. */
    public List<SetAside> of(UUID subject) {
        return find(new Document("subject", subject.toString()));
    }

    /** All of all readers, each reader's together. */
    public List<SetAside> all() {
        return find(new Document());
    }

    /** As far as this instance knows, without asking the database. */
    public long lastCount() {
        return known.get().counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of one reader, as far as this instance knows. */
    public long lastCount(String reader) {
        return known.get().counts().getOrDefault(reader, 0L);
    }

    /** A few of them, as far as this instance knows. */
    public List<SetAside> first() {
        return known.get().first();
    }

    public long count() {
        var counts = Flux.from(
                        collection.find().projection(new Document("reader", 1)).batchSize(BATCH))
                .collect(Collectors.groupingBy(found -> found.getString("reader"), Collectors.counting()))
                .blockOptional(ANSWER)
                .orElse(Map.of());
        known.set(new Known(
                counts, all(collection.find().sort(new Document("_id", 1)).limit(FIRST))));
        return lastCount();
    }

    /** How many one reader has set aside of one aggregate; asks the database only where this instance knows of any. */
    public long count(String reader, String aggregate) {
        return lastCount(reader) == 0
                ? 0
                : of(reader).stream()
                        .filter(aside -> aside.aggregate().equals(aggregate))
                        .count();
    }

    private List<SetAside> find(Document filter) {
        return all(collection.find(filter).sort(new Document("_id", 1)).batchSize(BATCH));
    }

    private static List<SetAside> all(Publisher<Document> found) {
        return Flux.from(found)
                .map(SetAsides::read)
                .collectList()
                .blockOptional(ANSWER)
                .orElse(List.of());
    }

    private static Document faultOf(SetAside aside) {
        return new Document("type", aside.type())
                .append("position", aside.position())
                .append("cause", aside.cause());
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

    private static Document byId(String reader, UUID subject) {
        return new Document("_id", reader + "/" + subject);
    }

    private static <T> T answer(Publisher<T> publisher) {
        return Mono.from(publisher).blockOptional(ANSWER).orElseThrow();
    }
}
