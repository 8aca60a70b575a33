package io.milepost.platform.eventlog;

import com.mongodb.reactivestreams.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A writer in a process of its own, made to be killed. What its clients ask and are told goes to its output, a line each. */
final class WriterProcess implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final String END = "end";
    private static final String NONE = "-";

    private final Process process;
    private final CompletableFuture<Void> reading;

    private WriterProcess(Process process, CompletableFuture<Void> reading) {
        this.process = process;
        this.reading = reading;
    }

    /** Starts it; its lines are told to the journal from now on. The clocks of one machine's processes are the same. */
    static WriterProcess start(String uri, String database, String name, LogClient.Journal journal) {
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            WriterProcess.class.getName(),
                            uri,
                            database,
                            name)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var reading = new CompletableFuture<Void>();
            Thread.ofPlatform().daemon().start(() -> {
                try (var lines = process.inputReader().lines()) {
                    lines.forEach(line -> tell(line, journal));
                    reading.complete(null);
                } catch (UncheckedIOException cut) {
                    // A killed process may take its end of the pipe with it.
                    reading.complete(null);
                } finally {
                    reading.completeExceptionally(new IllegalStateException("a line could not be told"));
                }
            });
            return new WriterProcess(process, reading);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** kill -9; returns when all that it had written is read. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        reading.join();
    }

    private static void tell(String line, LogClient.Journal journal) {
        var parts = List.of(line.split("\t", -1));
        // The log's own output stands between the lines, and the last one may be cut off.
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
            System.out.println(String.join(
                    "\t",
                    what,
                    append.requestId(),
                    tag,
                    Long.toString(append.condition().marker()),
                    Long.toString(at),
                    Long.toString(position),
                    END));
            if (System.out.checkError()) {
                // Whoever started this is gone.
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
