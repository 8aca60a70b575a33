package io.milepost.platform.audit;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * When a checkpoint of the log was taken last, by whichever instance, also before the latest start. A log of which nobody has taken
 * one counts from when it was first looked after here.
 */
final class LastCheckpoint {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Document ID = new Document("_id", "checkpoint");

    private final MongoCollection<Document> notes;
    private final Clock clock;
    private volatile Instant taken;

    /** @param notes of the service's own database */
    LastCheckpoint(MongoCollection<Document> notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
        this.taken = clock.instant();
    }

    double seconds() {
        return Math.max(0, Duration.between(taken, clock.instant()).toMillis()) / 1e3;
    }

    /** Notes one. Blocks. */
    void note(Instant at) {
        taken = at;
        note("$max", at);
    }

    /** Learns what other instances have noted. Blocks. */
    void look() {
        note("$setOnInsert", taken);
        var found = Mono.from(notes.find(ID).first()).block(ANSWER);
        if (found != null) {
            taken = Instant.ofEpochMilli(found.getLong("at"));
        }
    }

    private void note(String operator, Instant at) {
        var change = new Document(operator, new Document("at", at.toEpochMilli()));
        Mono.from(notes.updateOne(ID, change, new UpdateOptions().upsert(true))).block(ANSWER);
    }
}
