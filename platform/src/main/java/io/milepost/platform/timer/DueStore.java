package io.milepost.platform.timer;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.access.Sight;
import io.milepost.platform.value.Codes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The due dates in the database, in the order of their times by id, and how far the log has been read for them. */
final class DueStore {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int BATCH = 500;

    private final MongoCollection<Document> dates;
    private final MongoCollection<Document> positions;
    private final String shape;

    private DueStore(MongoCollection<Document> dates, MongoCollection<Document> positions, String shape) {
        this.dates = dates;
        this.positions = positions;
        this.shape = shape;
    }

    /** Those of rules of this shape; what other rules left is dropped, its position first, so that they would begin anew. */
    static DueStore open(MongoDatabase database, String shape) {
        var positions = database.getCollection("timer_positions");
        for (var known : all(positions.find().batchSize(BATCH))) {
            if (!known.getString("_id").equals(shape)) {
                answer(positions.deleteOne(new Document("_id", known.get("_id"))));
                answer(database.getCollection(nameOf(known.getString("_id"))).drop());
            }
        }
        answer(positions.updateOne(
                new Document("_id", shape),
                new Document("$max", new Document("position", 0L)),
                new UpdateOptions().upsert(true)));
        return new DueStore(database.getCollection(nameOf(shape)), positions, shape);
    }

    private static String nameOf(String shape) {
        return "due_dates_"
                + UUID.nameUUIDFromBytes(shape.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
    }

    long position() {
        return all(positions.find(new Document("_id", shape)).limit(1).batchSize(1)).stream()
                .mapToLong(found -> found.getLong("position"))
                .findFirst()
                .orElse(0);
    }

    /** The dates first, then the position: a crash between them repeats what changes nothing. */
    void apply(Collection<Waiting> arisen, Set<String> gone, long position) {
        write(arisen, gone);
        answer(positions.updateOne(
                new Document("_id", shape), new Document("$max", new Document("position", position))));
    }

    /** Dates alone, which are known before they are read in their turn. */
    void add(Collection<Waiting> arisen) {
        write(arisen, Set.of());
    }

    private void write(Collection<Waiting> arisen, Set<String> gone) {
        var writes = new ArrayList<WriteModel<Document>>();
        for (var waiting : arisen) {
            var id = new Document("_id", waiting.id());
            writes.add(new ReplaceOneModel<>(id, documentOf(waiting), new ReplaceOptions().upsert(true)));
        }
        gone.forEach(id -> writes.add(new DeleteOneModel<>(new Document("_id", id))));
        if (!writes.isEmpty()) {
            answer(dates.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        }
    }

    /** All that one entity waits for. */
    void removeOf(String aggregate, UUID entity) {
        answer(dates.deleteMany(new Document("entity", entity.toString()).append("aggregate", aggregate)));
    }

    void remove(List<String> ids) {
        answer(dates.deleteMany(new Document("_id", new Document("$in", ids))));
    }

    /** In the order of their times. */
    List<DueDates.Item> next(
            @Nullable String owner, Sight sight, @Nullable Instant before, @Nullable String after, int most) {
        var filter = new Document();
        if (before != null || after != null) {
            var range = new Document();
            if (after != null) {
                range.append("$gt", after);
            }
            if (before != null) {
                range.append("$lt", Waiting.from(before));
            }
            filter.append("_id", range);
        }
        if (owner != null) {
            filter.append("owner", owner);
        }
        if (sight.owners() != null) {
            var seen = new ArrayList<@Nullable String>(sight.owners());
            seen.add(null);
            filter.append("ownerCode", new Document("$in", seen));
        }
        return all(dates.find(filter).sort(new Document("_id", 1)).limit(most).batchSize(most)).stream()
                .map(DueStore::itemOf)
                .toList();
    }

    private static Document documentOf(Waiting waiting) {
        return new Document("_id", waiting.id())
                .append("aggregate", waiting.aggregate())
                .append("entity", waiting.entity().toString())
                .append("kind", waiting.kind())
                .append("dueAt", Date.from(waiting.dueAt()))
                .append("owner", waiting.owner())
                .append("ownerCode", waiting.owner() == null ? null : Codes.canonical(waiting.owner()))
                .append("command", waiting.command().getClass().getSimpleName());
    }

    private static DueDates.Item itemOf(Document found) {
        return new DueDates.Item(
                found.getString("_id"),
                found.getString("kind"),
                found.getString("aggregate"),
                UUID.fromString(found.getString("entity")),
                found.getDate("dueAt").toInstant(),
                found.getString("owner"),
                found.getString("command"));
    }

    private static List<Document> all(Publisher<Document> found) {
        return Flux.from(found).collectList().blockOptional(ANSWER).orElse(List.of());
    }

    private static void answer(Publisher<?> asked) {
        Mono.from(asked).block(ANSWER);
    }
}
