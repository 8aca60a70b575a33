package io.milepost.platform.relay;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Which instance publishes, or does what else one of them does for all. It only keeps the others quiet: there may be two holders at once,
 * by clocks that differ or a long pause. Those that publish are told apart by the broker, which lets one producer of a transactional id write.
 */
public final class Lease {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final MongoCollection<Document> leases;
    private final String id;
    private final String holder;
    private final Duration term;
    private final Clock clock;
    private Instant renewAt = Instant.MIN;

    /**
     * One that is not taken.
     *
     * @param id what it is for
     * @param holder this instance
     * @param term after which it is another one's if it is not kept
     */
    public Lease(MongoCollection<Document> leases, String id, String holder, Duration term, Clock clock) {
        this.leases = leases;
        this.id = id;
        this.holder = holder;
        this.term = term;
        this.clock = clock;
    }

    /** Takes or keeps it; false while another instance has it. Asks the database once in a third of the term. */
    public boolean held() {
        var now = clock.instant();
        if (now.isBefore(renewAt)) {
            return true;
        }
        var until = now.plus(term).toEpochMilli();
        var mine = changed(new Document("_id", id).append("holder", holder), until)
                || changed(new Document("_id", id).append("until", new Document("$lt", now.toEpochMilli())), until)
                || begun(until);
        renewAt = mine ? now.plus(term.dividedBy(3)) : Instant.MIN;
        return mine;
    }

    /** Lets another instance go on at once. */
    public void release() {
        renewAt = Instant.MIN;
        answer(leases.deleteOne(new Document("_id", id).append("holder", holder)));
    }

    private boolean changed(Document filter, long until) {
        UpdateResult result = answer(leases.updateOne(filter, combine(set("holder", holder), set("until", until))));
        return result.getMatchedCount() == 1;
    }

    private boolean begun(long until) {
        try {
            answer(leases.insertOne(
                    new Document("_id", id).append("holder", holder).append("until", until)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static <T> T answer(Publisher<T> asked) {
        return Mono.from(asked).blockOptional(ANSWER).orElseThrow();
    }
}
