package io.milepost.platform.eventlog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** An append on its way through the flusher, which alone touches it. */
final class PendingAppend {

    private final CompletableFuture<Append.Result> answer = new CompletableFuture<>();
    private final long since = System.nanoTime();
    private final Append append;
    private final long size;
    private long proved;
    private boolean answered;

    PendingAppend(Append append, long size) {
        this.append = append;
        this.size = size;
        proved = append.condition().marker();
    }

    Append append() {
        return append;
    }

    long size() {
        return size;
    }

    long since() {
        return since;
    }

    CompletableFuture<Append.Result> answer() {
        return answer;
    }

    /** The position up to which nothing after the marker matches the condition. */
    long proved() {
        return proved;
    }

    void prove(long position) {
        proved = Math.max(proved, position);
    }

    /** Completes on the log's own threads, so that no caller's code runs on the flusher. */
    void answer(Append.Result result, Executor executor, AppendMeters meters) {
        if (!answered) {
            answered = true;
            meters.answered(result, since);
            executor.execute(() -> answer.complete(result));
        }
    }

    void fail(RuntimeException fault, Executor executor, AppendMeters meters) {
        if (!answered) {
            answered = true;
            meters.failed(since);
            executor.execute(() -> answer.completeExceptionally(fault));
        }
    }
}
