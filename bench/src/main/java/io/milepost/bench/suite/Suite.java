package io.milepost.bench.suite;

import static java.util.Objects.requireNonNull;

import io.milepost.bench.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The suite as {@code ./milepost up} starts it, with ports and data of its own. */
public final class Suite implements AutoCloseable {
    /** Above the port base. */
    public static final Map<String, Integer> PARTS = parts();

    private static final List<Integer> PORTS = List.of(1, 2, 3, 4, 5, 10, 11, 12, 17, 18);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Path project;
    private final Path state;
    private final int base;

    private Suite(Path project, Path state) {
        this.project = project;
        this.state = state;
        base = freeBase();
    }

    /** One in the folder where {@code ./milepost bench} has left what it knows of the build; its data come to stand there. */
    public static Suite of(Options options) {
        return new Suite(
                options.project(),
                options.project().resolve("bench").resolve("target").resolve("startup"));
    }

    /**
     * How one start went.
     *
     * @param seconds by part, from the start of its process to the first answer that it is ready
     * @param all from the command to the last part's readiness
     */
    public record Start(Map<String, Double> seconds, double all) {}

    /** Starts what is not running. */
    public Start up(String... words) {
        long began = System.nanoTime();
        var all = new ArrayList<>(List.of("up", "--port-base", Integer.toString(base)));
        all.addAll(List.of(words));
        var command = milepost(all.toArray(String[]::new));
        var seconds = new LinkedHashMap<String, Double>();
        var before = PARTS.keySet().stream().filter(this::ready).toList();
        while (seconds.size() + before.size() < PARTS.size()) {
            if (System.nanoTime() - began > PATIENCE.toNanos() || failed(command)) {
                throw new IllegalStateException("./milepost up failed; see " + log());
            }
            for (var part : PARTS.keySet()) {
                if (!before.contains(part) && !seconds.containsKey(part) && ready(part)) {
                    var started = process(part)
                            .flatMap(process -> process.info().startInstant())
                            .orElseThrow();
                    seconds.put(part, Duration.between(started, Instant.now()).toMillis() / 1e3);
                }
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        double whole = (System.nanoTime() - began) / 1e9;
        await(command);
        return new Start(seconds, whole);
    }

    /** Starts from what the JVMs wrote when they ended the first time after the build, as a user does from then on; with no data. */
    public void upAgain() {
        up();
        down("--wipe");
        up();
    }

    public void down(String... options) {
        var words = new ArrayList<>(List.of("down"));
        words.addAll(List.of(options));
        await(milepost(words.toArray(String[]::new)));
    }

    /** Ends one part and waits for its end. */
    public void stop(String part) {
        var process = process(part).orElseThrow();
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Megabytes that a part's process has in memory. */
    public double memory(String part) {
        var status = Path.of("/proc", Long.toString(process(part).orElseThrow().pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a part answers. */
    public String url(String part) {
        return "http://localhost:" + (base + requireNonNull(PARTS.get(part)));
    }

    /** An access token of the local issuer. */
    public String token(String role) {
        return said("token", role).strip();
    }

    /** What {@code ./milepost} prints for these words, once it has ended well. */
    public String said(String... words) {
        var file = state.resolve("said.txt");
        await(milepost(file, words));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the parts have used since they started, by name; PostgreSQL, which the local stack starts, beside them. */
    public Map<String, Usage> usage() {
        var usage = new LinkedHashMap<String, Usage>();
        for (var part : PARTS.keySet()) {
            usage.put(part, Usage.of(process(part).orElseThrow()));
        }
        usage.put("postgresql", Usage.of(process("local").orElseThrow().descendants()));
        return usage;
    }

    /** Bytes of the data of all parts on the disk. */
    public long disk() {
        try (var files = Files.walk(state.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        down("--wipe");
    }

    private boolean ready(String part) {
        if (process(part).isEmpty()) {
            return false;
        }
        try {
            var url = URI.create("http://localhost:%d/actuator/health/readiness"
                            .formatted(base + requireNonNull(PARTS.get(part))))
                    .toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(2_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Optional<ProcessHandle> process(String part) {
        var file = state.resolve("run").resolve(part + ".pid");
        try {
            var pid = Files.exists(file) ? Files.readString(file).strip() : "";
            return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process milepost(String... words) {
        return milepost(log(), words);
    }

    private Process milepost(Path output, String... words) {
        var command =
                new ArrayList<>(List.of("bash", project.resolve("milepost").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.redirectOutput(
                output.equals(log())
                        ? ProcessBuilder.Redirect.appendTo(output.toFile())
                        : ProcessBuilder.Redirect.to(output.toFile()));
        builder.environment().put("MILEPOST_STATE", state.toString());
        // One caller asks as much as it can, and is not to measure the limit of a caller.
        builder.environment().put("MILEPOST_LIMITS_REPORTS", "1000000");
        try {
            Files.createDirectories(state);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return state.resolve("milepost.log");
    }

    private static boolean failed(Process command) {
        return !command.isAlive() && command.exitValue() != 0;
    }

    private void await(Process command) {
        try {
            if (!command.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || command.exitValue() != 0) {
                throw new IllegalStateException("./milepost failed; see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freeBase() {
        for (int candidate = 21_000; candidate < 31_000; candidate += 100) {
            if (free(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no free ports from 21000 to 31000");
    }

    private static boolean free(int base) {
        for (int port : PORTS) {
            try (var socket = new ServerSocket(base + port)) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Integer> parts() {
        var parts = new LinkedHashMap<String, Integer>();
        parts.put("local", 10);
        parts.put("lead-service", 1);
        parts.put("opportunity-service", 2);
        parts.put("contract-service", 3);
        parts.put("delivery-handover-service", 4);
        parts.put("reporting-service", 5);
        return parts;
    }
}
