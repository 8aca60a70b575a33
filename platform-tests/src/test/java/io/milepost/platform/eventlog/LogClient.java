package io.milepost.platform.eventlog;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Appends one commit after the other, as a client does: where no answer comes it asks again with the same request id. */
final class LogClient {

    /** Where a client writes down what it asks, before it asks, and what it is told. */
    interface Journal {
        void asked(Append append, long at);

        void answered(Append append, Append.Result result, long at);
    }

    private static final int TRIES = 3;
    private static final int ROOTS = 6;
    private static final int NAMES = 40;

    private final EventLog log;
    private final String name;
    private final RandomGenerator random;
    private final Journal journal;

    LogClient(EventLog log, String name, RandomGenerator random, Journal journal) {
        this.log = log;
        this.name = name;
        this.random = random;
        this.journal = journal;
    }

    void append(int commits) {
        for (int i = 0; i < commits; i++) {
            try {
                ask(log, next(name + "-" + i), journal, TRIES);
            } catch (CompletionException unread) {
                refuseOthers(unread);
            }
        }
    }

    /** Whether it was answered. */
    static boolean ask(EventLog log, Append append, Journal journal, int tries) {
        journal.asked(append, System.nanoTime());
        for (int i = 0; i < tries; i++) {
            try {
                var result = log.append(append).join();
                journal.answered(append, result, System.nanoTime());
                return true;
            } catch (CompletionException unknown) {
                refuseOthers(unknown);
            }
        }
        return false;
    }

    /** A free commit, a claim of a name that others claim, or a change of a root that others change. */
    private Append next(String request) {
        return switch (random.nextInt(4)) {
            case 0 -> Appends.free(request, "free=" + name);
            case 1 -> Appends.unlessUsed(request, 0, "name=" + random.nextInt(NAMES));
            default -> {
                var root = "root=" + random.nextInt(ROOTS);
                long seen = log.source(List.of(Criterion.tagged(root)), Math.max(0, log.head() - 50))
                        .join()
                        .marker();
                var events = IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(_ -> Appends.event("thing.changed", root))
                        .toList();
                yield new Append(
                        new AppendCondition(List.of(Criterion.tagged(root)), seen),
                        request,
                        Appends.hash(request),
                        events);
            }
        };
    }

    private static void refuseOthers(CompletionException fault) {
        if (!(fault.getCause() instanceof EventLogUnavailableException)) {
            throw fault;
        }
    }
}
