package io.milepost.platform.eventlog;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One service's log. Futures complete on virtual threads, never on the driver's. */
@SuppressWarnings("DoNotCallSuggester")
public final class EventLog implements AutoCloseable {

    private EventLog() {}

    /** Opens the log in this database, creating collection, indexes and epoch when missing. Blocks. */
    public static EventLog open(MongoDatabase database, Clock clock, MeterRegistry meters) {
        throw new UnsupportedOperationException("not built yet");
    }

    public CompletableFuture<Append.Result> append(Append append) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Events after the position that match any criterion; 0 is the beginning. */
    public CompletableFuture<Sourced> source(List<Criterion> criteria, long afterPosition) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The commits that hold the events after the position, without a hole between them. */
    public CompletableFuture<List<StoredCommit>> read(long afterPosition, int maxCommits) {
        throw new UnsupportedOperationException("not built yet");
    }

    public CompletableFuture<Optional<StoredCommit>> byRequest(String requestId) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The commit that holds the event at this position. */
    public CompletableFuture<Optional<StoredCommit>> at(long position) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Position of the last event known to be stored. */
    public long head() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Identity of this log's history; another one means that the positions of before say nothing. */
    public String epoch() {
        throw new UnsupportedOperationException("not built yet");
    }

    public Tail tail(long afterPosition) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Recomputes the hash chain from the commit after this position to the head. Blocks. */
    public Verification verify(long afterPosition) {
        throw new UnsupportedOperationException("not built yet");
    }

    @Override
    public void close() {}
}
