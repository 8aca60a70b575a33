package io.milepost.platform.webhook;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.webhook.Delivery.Attempt;
import io.milepost.platform.webhook.Delivery.Lane;
import io.milepost.platform.webhook.Delivery.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is to be sent and what was, in the database. An event is in here before the position moves on, and its lane is touched after
 * that, so that a crash anywhere repeats what changes nothing. One instance writes, that which has the lease.
 */
final class Outbox {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 20;

    private final MongoCollection<Document> deliveries;
    private final MongoCollection<Document> lanes;

    Outbox(MongoDatabase database) {
        deliveries = database.getCollection("webhook_deliveries");
        lanes = database.getCollection("webhook_lanes");
    }

    /** Before anything is sent. */
    void prepare() {
        answer(deliveries.createIndex(
                new Document("lane", 1).append("status", 1).append("position", 1)));
        answer(deliveries.createIndex(new Document("settled", 1)));
        answer(deliveries.createIndex(
                new Document("status", 1).append("webhook", 1).append("since", 1)));
        answer(lanes.createIndex(new Document("webhook", 1).append("at", 1)));
    }

    /**
     * Takes an event in, which is then sent in its turn.
     *
     * @param key of the entity whose events are sent in order
     * @param again whether it is sent once more if it was sent already
     */
    void put(UUID webhook, StoredEvent event, String key, boolean again, Instant now) {
        var lane = webhook + "/" + key;
        var made = new Document("webhook", webhook.toString())
                .append("lane", lane)
                .append("position", event.position())
                .append("event", event.id().toString())
                .append("type", event.wireType())
                .append("attempts", List.of());
        var update = new Document();
        if (again) {
            update.append("$set", new Document("status", Status.PENDING.name()).append("since", now.toEpochMilli()));
        } else {
            made.append("status", Status.PENDING.name()).append("since", now.toEpochMilli());
        }
        answer(deliveries.updateOne(
                new Document("_id", idOf(webhook, event.position())),
                update.append("$setOnInsert", made),
                new UpdateOptions().upsert(true)));
        answer(lanes.updateOne(
                new Document("_id", lane),
                new Document("$inc", new Document("version", 1L))
                        .append(
                                "$setOnInsert",
                                new Document("webhook", webhook.toString())
                                        .append("at", now.toEpochMilli())
                                        .append("failed", 0)),
                new UpdateOptions().upsert(true)));
    }

    /** Lanes that have something to send now, longest first. */
    List<Lane> due(UUID webhook, Instant now, int most) {
        var filter = new Document("webhook", webhook.toString()).append("at", new Document("$lte", now.toEpochMilli()));
        return all(lanes.find(filter).sort(new Document("at", 1)).limit(most)).stream()
                .map(Outbox::lane)
                .toList();
    }

    /** When the next lane has something to send; empty where there is nothing at all. */
    Optional<Instant> earliest(UUID webhook) {
        return all(lanes.find(new Document("webhook", webhook.toString()))
                        .sort(new Document("at", 1))
                        .limit(1))
                .stream()
                .map(found -> Instant.ofEpochMilli(found.getLong("at")))
                .findFirst();
    }

    Optional<Lane> lane(String id) {
        return all(lanes.find(new Document("_id", id)).limit(1)).stream()
                .map(Outbox::lane)
                .findFirst();
    }

    /** What a lane sends next. */
    Optional<Delivery> head(String lane) {
        return all(deliveries
                        .find(new Document("lane", lane).append("status", Status.PENDING.name()))
                        .sort(new Document("position", 1))
                        .limit(1))
                .stream()
                .map(Outbox::delivery)
                .findFirst();
    }

    /** Drops a lane that had nothing to send; false where something was put into it meanwhile. */
    boolean drop(Lane lane) {
        return answer(lanes.deleteOne(new Document("_id", lane.id()).append("version", lane.version())))
                        .getDeletedCount()
                == 1;
    }

    /** It is over, and what comes after it in its lane has its turn. */
    void settle(Delivery delivery, Status status, @Nullable Attempt attempt, Instant now) {
        var changed = new Document("status", status.name()).append("settled", now.toEpochMilli());
        write(delivery, attempt, changed);
    }

    /** It is tried again, and its lane waits for it. */
    void postpone(Lane lane, Delivery delivery, Attempt attempt, Instant next) {
        write(delivery, attempt, new Document());
        var since = lane.since() == null ? attempt.at() : lane.since();
        answer(lanes.updateOne(
                new Document("_id", lane.id()),
                new Document(
                        "$set",
                        new Document("at", next.toEpochMilli())
                                .append("failed", lane.failed() + 1)
                                .append("since", since.toEpochMilli()))));
    }

    /** Forgets how often the lane has failed. */
    void clear(Lane lane, Instant now) {
        answer(lanes.updateOne(
                new Document("_id", lane.id()),
                new Document("$set", new Document("at", now.toEpochMilli()).append("failed", 0))
                        .append("$unset", new Document("since", ""))));
    }

    /** Everything of a webhook that is active again has its turn now. */
    void wake(UUID webhook, Instant now) {
        answer(lanes.updateMany(
                new Document("webhook", webhook.toString()),
                new Document("$set", new Document("at", now.toEpochMilli()).append("failed", 0))
                        .append("$unset", new Document("since", ""))));
    }

    void cancel(UUID webhook, Instant now) {
        answer(lanes.deleteMany(new Document("webhook", webhook.toString())));
        answer(deliveries.updateMany(
                ofWebhook(webhook, null).append("status", Status.PENDING.name()),
                new Document(
                        "$set",
                        new Document("status", Status.CANCELLED.name()).append("settled", now.toEpochMilli()))));
    }

    /** How many events wait for these webhooks. */
    long waiting(List<UUID> webhooks) {
        return answer(deliveries.countDocuments(pending(webhooks)));
    }

    /** Since when the oldest of them was to be sent; empty where none is known to wait. */
    Optional<Instant> oldest(List<UUID> webhooks) {
        var filter = pending(webhooks).append("since", new Document("$exists", true));
        return all(deliveries.find(filter).sort(new Document("since", 1)).limit(1)).stream()
                .map(found -> Instant.ofEpochMilli(found.getLong("since")))
                .findFirst();
    }

    private static Document pending(List<UUID> webhooks) {
        return new Document("status", Status.PENDING.name())
                .append(
                        "webhook",
                        new Document(
                                "$in", webhooks.stream().map(UUID::toString).toList()));
    }

    /** Whether the webhook has taken anything since then. */
    boolean hasTaken(UUID webhook, Instant since) {
        var filter = ofWebhook(webhook, null)
                .append("status", Status.DELIVERED.name())
                .append("settled", new Document("$gte", since.toEpochMilli()));
        return !all(deliveries.find(filter).limit(1)).isEmpty();
    }

    /** What was sent last comes first; before a position where one is given. */
    List<Delivery> page(UUID webhook, @Nullable Status status, @Nullable Long before, int most) {
        var filter = ofWebhook(webhook, before);
        if (status != null) {
            filter.append("status", status.name());
        }
        return all(deliveries.find(filter).sort(new Document("_id", -1)).limit(most)).stream()
                .map(Outbox::delivery)
                .toList();
    }

    /** What became of the events at these positions, where it is still known. */
    List<Delivery> of(UUID webhook, Collection<Long> positions) {
        var ids = positions.stream().map(position -> idOf(webhook, position)).toList();
        return all(deliveries.find(new Document("_id", new Document("$in", ids)))).stream()
                .map(Outbox::delivery)
                .toList();
    }

    void purge(Instant before) {
        answer(deliveries.deleteMany(new Document("settled", new Document("$lt", before.toEpochMilli()))
                .append("status", new Document("$ne", Status.PENDING.name()))));
    }

    private void write(Delivery delivery, @Nullable Attempt attempt, Document changed) {
        var attempts = new ArrayList<>(delivery.attempts());
        if (attempt != null) {
            attempts.add(attempt);
        }
        var kept = attempts.subList(Math.max(0, attempts.size() - MOST_ATTEMPTS), attempts.size());
        changed.append("attempts", kept.stream().map(Outbox::document).toList());
        answer(deliveries.updateOne(
                new Document("_id", idOf(delivery.webhook(), delivery.position())), new Document("$set", changed)));
    }

    private static Document ofWebhook(UUID webhook, @Nullable Long before) {
        // The slash comes right before the digit 0.
        var end = before == null ? webhook + "0" : idOf(webhook, before);
        return new Document("_id", new Document("$gt", webhook + "/").append("$lt", end));
    }

    private static String idOf(UUID webhook, long position) {
        return "%s/%020d".formatted(webhook, position);
    }

    private static Lane lane(Document found) {
        var since = found.getLong("since");
        return new Lane(
                found.getString("_id"),
                found.getLong("version"),
                found.getInteger("failed"),
                since == null ? null : Instant.ofEpochMilli(since));
    }

    private static Delivery delivery(Document found) {
        return new Delivery(
                UUID.fromString(found.getString("webhook")),
                found.getLong("position"),
                UUID.fromString(found.getString("event")),
                found.getString("type"),
                Status.valueOf(found.getString("status")),
                found.getList("attempts", Document.class).stream()
                        .map(Outbox::attempt)
                        .toList());
    }

    private static Document document(Attempt attempt) {
        return new Document("at", attempt.at().toEpochMilli())
                .append("millis", attempt.millis())
                .append("status", attempt.status())
                .append("error", attempt.error());
    }

    private static Attempt attempt(Document found) {
        return new Attempt(
                Instant.ofEpochMilli(found.getLong("at")),
                found.getLong("millis"),
                found.getInteger("status"),
                found.getString("error"));
    }

    private static List<Document> all(FindPublisher<Document> found) {
        return Flux.from(found).collectList().blockOptional(ANSWER).orElseThrow();
    }

    private static <T> T answer(Publisher<T> asked) {
        return Mono.from(asked).blockOptional(ANSWER).orElseThrow();
    }
}
