package io.milepost.platform.eventlog;

import com.mongodb.ReadConcern;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The queries on the log, all by majority reads and all over an index: {@code _id}, {@code {g, _id}} or {@code r}. Filters
 * are flat because the embedded server answers anything nested by a scan.
 */
final class LogReader {

    /** No commit has more events, so that the one holding a position is found in a short range of {@code _id}. */
    static final int MOST_EVENTS = 1_000;

    private static final int BATCH = 512;

    private final MongoCollection<Document> collection;

    LogReader(MongoCollection<Document> collection) {
        this.collection = collection.withReadConcern(ReadConcern.MAJORITY);
    }

    @Nullable
    StoredCommit last() {
        return first(collection.find().sort(new Document("_id", -1))).orElse(null);
    }

    /** Commits whose first event is beyond the position. */
    List<StoredCommit> beyond(long position, int most) {
        return commits(found(position, most));
    }

    Optional<StoredCommit> at(long position) {
        return first(near(position)).filter(commit -> commit.last() >= position);
    }

    /** What stands where the commits beyond the position should, whether it can still be read as commits or not. */
    List<Evidence> evidenceBeyond(long position, int most) {
        return Publishers.all(found(position, most)).stream().map(Evidence::of).toList();
    }

    Optional<Evidence> evidenceAt(long position) {
        return Publishers.all(near(position).limit(1).batchSize(1)).stream()
                .findFirst()
                .map(Evidence::of);
    }

    private FindPublisher<Document> found(long beyond, int most) {
        return collection
                .find(new Document("_id", new Document("$gt", beyond)))
                .sort(new Document("_id", 1))
                .limit(most)
                .batchSize(Math.min(most, BATCH));
    }

    private FindPublisher<Document> near(long position) {
        var near = new Document("$gt", position - MOST_EVENTS).append("$lte", position);
        return collection.find(new Document("_id", near)).sort(new Document("_id", -1));
    }

    Optional<StoredCommit> byRequest(String requestId) {
        return first(collection.find(new Document("r", requestId)));
    }

    /** Events after the position that the criterion matches, in order. */
    List<StoredEvent> matching(Criterion criterion, long position) {
        // A commit that starts before the position may reach beyond it.
        var beyond = new Document("$gt", Math.max(0, position - MOST_EVENTS));
        var filter = new Document();
        // Ids and hashes are the long ones: the longest tag selects best, the others are checked below.
        criterion.tags().stream()
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .ifPresent(tag -> filter.append("g", tag));
        var found = new ArrayList<StoredEvent>();
        // Who asks for events wants to fold them: request, writer and hashes would be a third of what comes over the
        // wire.
        for (var commit : Publishers.all(collection
                .find(filter.append("_id", beyond))
                .projection(new Document("g", 1).append("e", 1))
                .sort(new Document("_id", 1))
                .batchSize(BATCH))) {
            for (var event : CommitDocuments.events(commit)) {
                if (event.position() > position && criterion.matches(event)) {
                    found.add(event);
                }
            }
        }
        return found;
    }

    private static Optional<StoredCommit> first(FindPublisher<Document> found) {
        return commits(found.limit(1).batchSize(1)).stream().findFirst();
    }

    private static List<StoredCommit> commits(FindPublisher<Document> found) {
        return Publishers.all(found).stream().map(CommitDocuments::read).toList();
    }
}
