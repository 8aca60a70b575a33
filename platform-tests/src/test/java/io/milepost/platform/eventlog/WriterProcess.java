package io.milepost.platform.eventlog;

import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.testkit.TestProcess;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A writer in a process of its own, made to be killed. What its clients ask and are told goes to its output, a line each. */
final class WriterProcess {

    private static final int CLIENTS = 4;
    private static final String END = "end";
    private static final String NONE = "-";

    private WriterProcess() {}

    /** Starts it; its lines are told to the journal from now on. The clocks of one machine's processes are the same. */
    static TestProcess start(String uri, String database, String name, LogClient.Journal journal) {
        return TestProcess.start(WriterProcess.class, line -> tell(line, journal), uri, database, name);
    }

    private static void tell(String line, LogClient.Journal journal) {
        var parts = List.of(line.split("\t", -1));
        // The last one may be cut off.
        if (!parts.getLast().equals(END)) {
            return;
        }
        var tag = parts.get(2);
        var append = tag.equals(NONE)
                ? Appends.free(parts.get(1), "free=again")
                : Appends.unlessUsed(parts.get(1), Long.parseLong(parts.get(3)), tag);
        long at = Long.parseLong(parts.get(4));
        switch (parts.get(0)) {
            case "asked" -> journal.asked(append, at);
            case "conflict" -> journal.answered(append, new Append.Result.Conflict(Long.parseLong(parts.get(5))), at);
            default -> journal.answered(append, new Append.Result.Stored(at(Long.parseLong(parts.get(5)))), at);
        }
    }

    /** Only its position was written down. */
    private static StoredCommit at(long position) {
        return new StoredCommit(position, position, "", new byte[0], "", new byte[0], Set.of(), List.of());
    }

    /** The process itself: URI, database and name. Runs until it is killed. */
    public static void main(String[] arguments) {
        try (var client = MongoClients.create(arguments[0]);
                var log =
                        EventLog.open(client.getDatabase(arguments[1]), Clock.systemUTC(), new SimpleMeterRegistry());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, CLIENTS)
                    .mapToObj(i -> new LogClient(
                            log,
                            arguments[2] + "-" + i,
                            new SplittableRandom(arguments[2].hashCode() + i),
                            new Printed()))
                    .map(one -> CompletableFuture.runAsync(() -> one.append(Integer.MAX_VALUE), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    private static final class Printed implements LogClient.Journal {

        @Override
        public void asked(Append append, long at) {
            print("asked", append, at, 0);
        }

        @Override
        public void answered(Append append, Append.Result result, long at) {
            switch (result) {
                case Append.Result.Stored(var commit) -> print("stored", append, at, commit.last());
                case Append.Result.Duplicate(var commit) -> print("stored", append, at, commit.last());
                case Append.Result.Conflict(long position) -> print("conflict", append, at, position);
            }
        }

        private static void print(String what, Append append, long at, long position) {
            var tag = append.condition().criteria().stream()
                    .flatMap(criterion -> criterion.tags().stream())
                    .findFirst()
                    .orElse(NONE);
            TestProcess.say(String.join(
                    "\t",
                    what,
                    append.requestId(),
                    tag,
                    Long.toString(append.condition().marker()),
                    Long.toString(at),
                    Long.toString(position),
                    END));
        }
    }
}
