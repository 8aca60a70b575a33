package io.milepost.platform.eventlog;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Inserts a placed group and says how many of it are stored, from the first on. It does not return before that is known: an
 * unknown outcome is resolved by reading the places of the group, because what is written next depends on it (I8).
 */
final class GroupInsert {

    private static final InsertManyOptions ORDERED = new InsertManyOptions().ordered(true);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final MongoCollection<Document> collection;
    private final LogReader reader;
    private final Window window;
    private final Runnable outOfPatience;
    private final Runnable retrying;
    private final LogRuntime surroundings;
    private volatile long giveUpAt = Long.MAX_VALUE;
    /** By {@link LogRuntime#nanoTime}, of which 0 is no value here. */
    private volatile long unknownSince;

    /**
     * Into this collection.
     *
     * @param outOfPatience called while an outcome stays unknown, so that those who queue behind it need not wait
     * @param retrying called before each attempt to resolve an outcome
     */
    GroupInsert(
            MongoCollection<Document> collection,
            LogReader reader,
            Window window,
            Runnable outOfPatience,
            Runnable retrying,
            LogRuntime surroundings) {
        this.collection = collection;
        this.reader = reader;
        this.window = window;
        this.outOfPatience = outOfPatience;
        this.retrying = retrying;
        this.surroundings = surroundings;
    }

    void giveUpAt(long nanoTime) {
        giveUpAt = nanoTime;
    }

    int insert(List<StoredCommit> commits) throws InterruptedException {
        try {
            write(commits);
            return commits.size();
        } catch (MongoBulkWriteException refused) {
            // Only an answer that says how far it got, and that this much is durable, is a known outcome. Its insert
            // count
            // is not used: the embedded server reports a wrong one.
            if (refused.getWriteConcernError() == null && isDuplicate(refused)) {
                return refused.getWriteErrors().getFirst().getIndex();
            }
        } catch (MongoException | EventLogUnavailableException unknown) {
            // Resolved below. Anything else was thrown before something was sent.
        }
        return resolve(commits);
    }

    /** For how long an outcome has been unknown; zero when none is. */
    Duration unknownFor() {
        long since = unknownSince;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(surroundings.nanoTime() - since);
    }

    private int resolve(List<StoredCommit> commits) throws InterruptedException {
        unknownSince = surroundings.nanoTime() | 1;
        try {
            return resolve(commits, unknownSince);
        } finally {
            unknownSince = 0;
        }
    }

    private int resolve(List<StoredCommit> commits, long started) throws InterruptedException {
        int stored = 0;
        for (int attempt = 1; ; attempt++) {
            retrying.run();
            try {
                stored += mine(commits.subList(stored, commits.size()));
                if (stored == commits.size() || taken(commits.get(stored))) {
                    return stored;
                }
                write(commits.subList(stored, commits.size()));
                return commits.size();
            } catch (RuntimeException stillUnknown) {
                if (surroundings.nanoTime() - giveUpAt > 0) {
                    throw new InterruptedException("closed while an outcome was unknown");
                }
                if (surroundings.nanoTime() - started > PATIENCE_NANOS) {
                    outOfPatience.run();
                }
            }
            long most = TimeUnit.MILLISECONDS.toNanos(Math.min(500, 5L << Math.min(attempt, 7)));
            window.pause(surroundings.random(most));
        }
    }

    /** How many of the commits stand at their places, from the first on. */
    private int mine(List<StoredCommit> commits) {
        var found = reader.beyond(commits.getFirst().first() - 1, commits.size());
        int same = 0;
        while (same < found.size() && same(found.get(same), commits.get(same))) {
            same++;
        }
        return same;
    }

    /** Whether the commit can no longer get in at its place: another one stands there, or its request is in elsewhere. */
    private boolean taken(StoredCommit commit) {
        return Stream.of(reader.at(commit.first()), reader.byRequest(commit.requestId()))
                .flatMap(Optional::stream)
                .anyMatch(found -> !same(found, commit));
    }

    private void write(List<StoredCommit> commits) {
        Publishers.all(collection.insertMany(
                commits.stream().map(CommitDocuments::write).toList(), ORDERED));
    }

    private static boolean same(StoredCommit found, StoredCommit wanted) {
        return found.first() == wanted.first()
                && found.requestId().equals(wanted.requestId())
                && Arrays.equals(found.requestHash(), wanted.requestHash())
                && found.writer().equals(wanted.writer());
    }

    private static boolean isDuplicate(MongoBulkWriteException refused) {
        return !refused.getWriteErrors().isEmpty()
                && refused.getWriteErrors().getFirst().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
