package io.milepost.platform.webhook;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.webhook.Delivery.Replay;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far the log has been read for webhooks, since when each of them hears of it, and which ranges are read once more. */
final class Bookmarks {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String LOG = "log";
    private static final String SINCE = "since";
    private static final String REPLAY = "replay";

    private final MongoCollection<Document> kept;

    Bookmarks(MongoDatabase database) {
        this.kept = database.getCollection("webhook_bookmarks");
    }

    long position() {
        return all(new Document("_id", LOG)).stream()
                .mapToLong(found -> found.getLong("position"))
                .findFirst()
                .orElse(0);
    }

    void position(long position) {
        put(LOG, new Document("kind", LOG).append("position", position));
    }

    /** Position of the registration of each webhook that is not removed. */
    Map<UUID, Long> since() {
        var since = new LinkedHashMap<UUID, Long>();
        all(new Document("kind", SINCE))
                .forEach(found -> since.put(UUID.fromString(found.getString("_id")), found.getLong("position")));
        return since;
    }

    void since(UUID webhook, long position) {
        put(webhook.toString(), new Document("kind", SINCE).append("position", position));
    }

    void forget(UUID webhook) {
        answer(kept.deleteOne(new Document("_id", webhook.toString())));
        answer(kept.deleteMany(new Document("kind", REPLAY).append("webhook", webhook.toString())));
    }

    List<Replay> replays() {
        return all(new Document("kind", REPLAY)).stream()
                .map(found -> new Replay(
                        UUID.fromString(found.getString("_id")),
                        UUID.fromString(found.getString("webhook")),
                        found.getLong("next"),
                        found.getLong("to")))
                .toList();
    }

    void replay(Replay replay) {
        put(
                replay.id().toString(),
                new Document("kind", REPLAY)
                        .append("webhook", replay.webhook().toString())
                        .append("next", replay.next())
                        .append("to", replay.to()));
    }

    void done(Replay replay) {
        answer(kept.deleteOne(new Document("_id", replay.id().toString())));
    }

    private void put(String id, Document fields) {
        answer(kept.updateOne(new Document("_id", id), new Document("$set", fields), new UpdateOptions().upsert(true)));
    }

    private List<Document> all(Document filter) {
        return Flux.from(kept.find(filter)).collectList().blockOptional(ANSWER).orElseThrow();
    }

    private static <T> void answer(Publisher<T> asked) {
        var _ = Mono.from(asked).blockOptional(ANSWER).orElseThrow();
    }
}
