package io.milepost.platform.job;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.job.Job.Status;
import io.milepost.platform.job.Job.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Jobs and what became of their items, for every instance to tell. Blocks. */
public final class JobStore {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int MOST_SHOWN = 100;

    private final MongoCollection<Document> jobs;
    private final MongoCollection<Document> results;

    public JobStore(MongoDatabase database) {
        this.jobs = database.getCollection("jobs");
        this.results = database.getCollection("job_results");
    }

    public Optional<Job> find(UUID id) {
        return Mono.from(jobs.find(new Document("_id", id.toString())))
                .blockOptional(ANSWER)
                .map(JobStore::read);
    }

    /** The latest first. */
    public List<Job> of(String owner) {
        return all(jobs.find(new Document("owner", owner))
                        .sort(new Document("startedAt", -1).append("_id", 1))
                        .limit(MOST_SHOWN))
                .stream()
                .map(JobStore::read)
                .toList();
    }

    /** False where it is there already. */
    public boolean begin(Job job) {
        try {
            answer(jobs.insertOne(write(job)));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** From its first item on; false where somebody else has begun that in the meantime. */
    public boolean beginAgain(Job job, UUID earlierRun) {
        var replaced = answer(jobs.replaceOne(
                new Document("_id", job.id().toString()).append("run", earlierRun.toString()),
                write(job),
                new ReplaceOptions()));
        if (replaced.getModifiedCount() == 0) {
            return false;
        }
        answer(results.deleteMany(under("%s/%s".formatted(job.id(), earlierRun))));
        return true;
    }

    /**
     * Notes what became of some more items; false where this run is over.
     *
     * @param lines a result each, the first being that of the item with this index
     */
    public boolean proceed(Job job, Tally tally, int first, List<String> lines, Instant now) {
        answer(results.insertOne(new Document("_id", "%s/%s/%d".formatted(job.id(), job.run(), first))
                .append("first", first)
                .append("lines", lines)));
        return update(job, tallied(tally).append("seenAt", now.toEpochMilli()));
    }

    /** Has no effect where this run is over. */
    public void end(Job job, Status status, Instant now) {
        update(
                job,
                new Document("status", status.name())
                        .append("seenAt", now.toEpochMilli())
                        .append("finishedAt", now.toEpochMilli()));
    }

    /** What became of the items so far, in their order. */
    public List<String> results(Job job) {
        return all(results.find(under("%s/%s".formatted(job.id(), job.run())))).stream()
                .sorted(Comparator.comparing(part -> part.getInteger("first")))
                .flatMap(part -> part.getList("lines", String.class).stream())
                .toList();
    }

    /** Forgets what has been kept long enough. */
    public void forget(Instant now) {
        all(jobs.find(new Document("expiresAt", new Document("$lt", now.toEpochMilli()))))
                .forEach(this::delete);
    }

    /** And of one sender all but the latest. */
    public void forgetAllBut(String owner, int latest) {
        all(jobs.find(new Document("owner", owner))
                        .sort(new Document("startedAt", -1).append("_id", 1))
                        .skip(latest))
                .forEach(this::delete);
    }

    /** The results first: what is left by a crash between them is forgotten the next time. */
    private void delete(Document job) {
        var id = job.getString("_id");
        answer(results.deleteMany(under(id)));
        answer(jobs.deleteOne(new Document("_id", id)));
    }

    /** Parts whose ids begin so: by the one index that every collection has. */
    private static Document under(String id) {
        return new Document("_id", new Document("$gte", id + "/").append("$lt", id + "0"));
    }

    private boolean update(Job job, Document fields) {
        return answer(jobs.updateOne(
                                new Document("_id", job.id().toString())
                                        .append("run", job.run().toString())
                                        .append("status", Status.RUNNING.name()),
                                new Document("$set", fields)))
                        .getMatchedCount()
                > 0;
    }

    private static Document tallied(Tally tally) {
        return new Document("accepted", tally.accepted())
                .append("refused", tally.refused())
                .append("open", tally.open());
    }

    private static Document write(Job job) {
        var document = new Document("_id", job.id().toString())
                .append("owner", job.owner())
                .append("hash", job.hash())
                .append("run", job.run().toString())
                .append("status", job.status().name())
                .append("items", job.items())
                .append("startedAt", job.startedAt().toEpochMilli())
                .append("seenAt", job.seenAt().toEpochMilli())
                .append("expiresAt", job.expiresAt().toEpochMilli());
        document.putAll(tallied(job.tally()));
        return document;
    }

    private static Job read(Document found) {
        var finished = found.getLong("finishedAt");
        return new Job(
                UUID.fromString(found.getString("_id")),
                found.getString("owner"),
                found.getString("hash"),
                UUID.fromString(found.getString("run")),
                Status.valueOf(found.getString("status")),
                found.getInteger("items"),
                new Tally(found.getInteger("accepted"), found.getInteger("refused"), found.getInteger("open")),
                Instant.ofEpochMilli(found.getLong("startedAt")),
                Instant.ofEpochMilli(found.getLong("seenAt")),
                finished == null ? null : Instant.ofEpochMilli(finished),
                Instant.ofEpochMilli(found.getLong("expiresAt")));
    }

    private static List<Document> all(Publisher<Document> found) {
        return Flux.from(found).collectList().blockOptional(ANSWER).orElseThrow();
    }

    private static <T> T answer(Publisher<T> asked) {
        return Mono.from(asked).blockOptional(ANSWER).orElseThrow();
    }
}
