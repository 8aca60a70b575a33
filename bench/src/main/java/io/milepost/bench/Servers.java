package io.milepost.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Database and broker in a JVM of their own, over files that are deleted at the end, so that every system that is compared
 * reaches the same server over loopback. The database is the one that {@code MONGODB_URI} names, if it names one.
 */
public final class Servers implements AutoCloseable {
    private static final CommandListener NOBODY = new CommandListener() {};

    private final Path folder;
    private final Process process;
    private final String database;
    private final String broker;

    private Servers(Path folder, Process process, String database, String broker) {
        this.folder = folder;
        this.process = process;
        this.database = database;
        this.broker = broker;
    }

    /** Starts both and returns when they take requests. */
    public static Servers start() {
        try {
            var folder = Files.createTempDirectory("milepost-bench");
            var command = new ArrayList<>(java("-Xmx2g"));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), ServerProcess.class.getName()));
            command.add(folder.toString());
            var process = new ProcessBuilder(command)
                    .redirectError(folder.resolve("servers.log").toFile())
                    .start();
            var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> line.startsWith(ServerProcess.READY))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "the servers did not start: " + read(folder.resolve("servers.log"))));
            var addresses = said.substring(ServerProcess.READY.length()).split(" ", -1);
            return new Servers(folder, process, given().orElse(addresses[0]), addresses[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How every JVM of a bench is started. */
    public static List<String> java(String heap) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED");
    }

    /** Whether figures are of a server that somebody else runs. */
    public static Optional<String> given() {
        return Optional.ofNullable(System.getenv("MONGODB_URI")).filter(Predicate.not(String::isBlank));
    }

    public String database() {
        return database;
    }

    public String broker() {
        return broker;
    }

    /** A folder for files of the run. */
    public Path folder() {
        return folder;
    }

    /** A client of the database. */
    public MongoClient client() {
        return client(NOBODY);
    }

    /**
     * A client whose commands are counted.
     *
     * @param listener is told of every command that is sent
     */
    public MongoClient client(CommandListener listener) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(database))
                .addCommandListener(listener)
                .build());
    }

    /** What the servers' JVM has had of the processor so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        try {
            // It ends when its input does.
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
