package io.milepost.suite;

import static org.awaitility.Awaitility.await;

import io.milepost.cli.suite.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/**
 * The whole suite as processes of their own, made of the jars of this build: on free ports, with a data folder of its own, the logs
 * of all parts kept under {@code target/suite}. A part can be killed with SIGKILL and started again.
 */
public final class RunningSuite {

    private static @Nullable RunningSuite shared;

    /** For one part, or several at once, on a machine that has other things to do. */
    static final Duration START = Duration.ofMinutes(5);

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Path folder;
    private final Ports ports = Ports.free(RandomGenerator.getDefault());
    private final Collector collector = new Collector();
    private final Map<Part, Process> processes = new EnumMap<>(Part.class);
    private final Map<Part, List<String>> jvmOptions = new EnumMap<>(Part.class);
    private final Map<Part, List<String>> settings = new EnumMap<>(Part.class);
    private final List<Process> others = new ArrayList<>();
    private Map<Part, Long> firstStarts = Map.of();
    private final HttpClient http = Http.client();
    private final Thread hook = new Thread(this::close, "close-suite");

    private RunningSuite(Path folder) {
        this.folder = folder;
    }

    /**
     * The suite that all classes of this JVM share, because starting it takes longer than most of what is asked of it; it ends with
     * the JVM. Whoever uses it finds all parts running, and whatever others have done to the data.
     */
    public static synchronized RunningSuite shared() {
        var suite = shared == null ? start() : shared;
        shared = suite;
        suite.superviseUntilReady();
        return suite;
    }

    /** Starts all parts with empty data and returns when they are ready. */
    private static RunningSuite start() {
        var suite = new RunningSuite(TARGET.resolve("suite"));
        Runtime.getRuntime().addShutdownHook(suite.hook);
        try {
            suite.startAll();
            return suite;
        } catch (RuntimeException | AssertionError failed) {
            suite.close();
            throw failed;
        }
    }

    private void startAll() {
        var began = System.nanoTime();
        delete(folder);
        extract();
        start(Part.LOCAL);
        awaitReady(Part.LOCAL);
        Part.SERVICES.forEach(this::start);
        awaitReady();
        firstStarts = LogFiles.sizes(this);
        System.out.printf(
                "the suite is up after %d s, ports from %d, logs in %s%n",
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began), ports.base(), folder);
    }

    public URI uri(Part part) {
        return URI.create("http://localhost:" + ports.of(part.port()));
    }

    public String database() {
        return "mongodb://localhost:%d/?retryWrites=false".formatted(ports.of(Ports.DATABASE));
    }

    private Mart mart() {
        return new Mart(folder.resolve("data").resolve("mart"), ports.of(Ports.MART));
    }

    /** What the services have exported of requests whose callers had them traced. */
    Collector traces() {
        return collector;
    }

    /** Where the tables of reports are, and by whom they are read. */
    public Map<String, String> martEnvironment() {
        return mart().environment();
    }

    /** All that its parts write: data, topics and logs. */
    public Path folder() {
        return folder;
    }

    public String bootstrapServers() {
        return "localhost:" + ports.of(Ports.BROKER);
    }

    /** kill -9. */
    public void kill(Part part) {
        processes.get(part).destroyForcibly().onExit().join();
    }

    /** The process of a part that was started. */
    public long pid(Part part) {
        return processes.get(part).pid();
    }

    /** From its next start on this part has these options of the JVM and settings besides its own. */
    public void equip(Part part, List<String> options, List<String> more) {
        jvmOptions.put(part, List.copyOf(options));
        settings.put(part, List.copyOf(more));
    }

    /** kill -9, and a new start of what was {@link #equip equipped} meanwhile; returns when it is ready. */
    public void restart(Part part) {
        kill(part);
        start(part);
        awaitReady(part);
    }

    /** Starts a part that is not running; {@link #awaitReady} says when it is there. */
    public void start(Part part) {
        processes.put(part, launch(part, ports.of(part.port()), log(part)));
    }

    /** A second instance of a service, at a port of its own, for whoever ends it; at the latest it ends with the suite. */
    public Process another(Part part, int port) {
        var process = launch(part, port, folder.resolve(part.artifact() + "-2.log"));
        others.add(process);
        return process;
    }

    private Process launch(Part part, int port, Path log) {
        var command = new ArrayList<String>(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + part.heap(),
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(jvmOptions.getOrDefault(part, List.of()));
        command.addAll(List.of(
                "-jar",
                app(part).resolve(part.jar()).toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + port));
        var data = folder.resolve("data");
        if (part == Part.LOCAL) {
            command.add("--milepost.local.data=" + data);
            command.add("--milepost.local.database-port=" + ports.of(Ports.DATABASE));
            command.add("--milepost.local.broker-port=" + ports.of(Ports.BROKER));
            command.add("--milepost.local.controller-port=" + ports.of(Ports.CONTROLLER));
            command.add("--milepost.local.mart-port=" + ports.of(Ports.MART));
        } else {
            if (part != Part.REPORTING) {
                command.add("--spring.mongodb.uri=" + database());
            }
            command.add("--spring.kafka.bootstrap-servers=" + bootstrapServers());
            command.add("--milepost.security.issuer=" + uri(Part.LOCAL));
            command.add("--management.tracing.sampling.probability=0");
            command.add("--management.tracing.export.otlp.enabled=true");
            command.add("--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.endpoint());
            var keys = data.resolve("keys");
            command.add("--milepost.security.key-file=" + keys.resolve(part.shortName() + ".json"));
            if (part == Part.OPPORTUNITY) {
                command.add("--milepost.security.other-key-files.lead=" + keys.resolve("lead.json"));
            }
            if (part == Part.OPPORTUNITY || part == Part.LEAD) {
                command.add("--milepost.security.other-key-files.delivery=" + keys.resolve("delivery.json"));
            }
        }
        command.addAll(settings.getOrDefault(part, List.of()));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
        builder.environment().keySet().removeIf(name -> name.startsWith("MILEPOST_MART_"));
        if (part == Part.REPORTING) {
            builder.environment().putAll(mart().environment());
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        awaitReady(Part.values());
    }

    /** A part that ends instead of getting ready fails at once, with the end of its log. */
    public void awaitReady(Part... parts) {
        awaitReady(List.of(parts), () -> {
            var dead = dead(parts);
            if (!dead.isEmpty()) {
                throw new AssertionError("ended while they were awaited: " + dead + endOfLogs(dead));
            }
        });
    }

    /** Starts what is not running until all is ready, as a supervisor does with services that start before their database. */
    public void superviseUntilReady() {
        awaitReady(List.of(Part.values()), () -> dead(Part.values()).forEach(this::start));
    }

    private void awaitReady(List<Part> parts, ThrowingRunnable aboutTheDead) {
        try {
            await().atMost(START)
                    .pollInterval(Duration.ofMillis(200))
                    .failFast(aboutTheDead)
                    .until(() -> parts.stream().allMatch(this::isReady));
        } catch (ConditionTimeoutException late) {
            var missing = parts.stream().filter(part -> !isReady(part)).toList();
            throw new AssertionError("not ready in time: " + missing + endOfLogs(missing), late);
        }
    }

    private List<Part> dead(Part... parts) {
        return Arrays.stream(parts)
                .filter(part -> !processes.get(part).isAlive())
                .toList();
    }

    private boolean isReady(Part part) {
        var request = HttpRequest.newBuilder(URI.create(uri(part) + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + part, e);
        }
    }

    private String endOfLogs(List<Part> parts) {
        return parts.stream()
                .map(part -> "%n--- the end of %s%n%s".formatted(log(part), endOf(log(part))))
                .collect(Collectors.joining());
    }

    private static String endOf(Path log) {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "cannot be read: " + e;
        }
    }

    /** What a part has written, since the suite was started first. */
    Path log(Part part) {
        return folder.resolve(part.artifact() + ".log");
    }

    /** How much of its log is of its first start, in bytes: services at once, over servers that knew nothing yet. */
    long firstStart(Part part) {
        return firstStarts.get(part);
    }

    private Path app(Part part) {
        return folder.resolve("apps").resolve(part.artifact());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A folder of jars starts faster than one jar of jars. */
    private void extract() {
        var running = new EnumMap<Part, Process>(Part.class);
        try {
            Files.createDirectories(folder.resolve("data").resolve("keys"));
            for (var part : Part.values()) {
                var jar = part.packaged();
                if (!Files.exists(jar)) {
                    throw new IllegalStateException(jar + " is missing: ./milepost test packages it first");
                }
                running.put(
                        part,
                        new ProcessBuilder(
                                        java(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-Djarmode=tools",
                                        "-jar",
                                        jar.toString(),
                                        "extract",
                                        "--destination",
                                        app(part).toString())
                                .redirectErrorStream(true)
                                .redirectOutput(log(part).toFile())
                                .start());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        running.forEach((part, process) -> {
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("%s cannot be extracted: %s".formatted(part, endOf(log(part))));
            }
        });
    }

    /** Stops everything and forgets the data; the logs stay. */
    private void close() {
        others.forEach(Process::destroyForcibly);
        processes.values().forEach(Process::destroyForcibly);
        processes.values().forEach(process -> process.onExit().join());
        mart().end();
        http.shutdownNow();
        collector.close();
        delete(folder.resolve("data"));
        delete(folder.resolve("apps"));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
