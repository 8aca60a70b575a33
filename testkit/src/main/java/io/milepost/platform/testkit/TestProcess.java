package io.milepost.platform.testkit;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A main class of the test class path in a process of its own, made to be halted, killed or put to sleep. A death that nobody planned
 * fails the test and tells what the process wrote to its standard error.
 */
public final class TestProcess implements AutoCloseable {
    /** How a process ends that was killed, or that {@link Faults#haltingAt} halts. */
    static final int KILLED = 137;

    private static final int LINES_TOLD = 60;
    private static final long PATIENCE_SECONDS = 60;
    private static final Semaphore GO_ON = new Semaphore(0);

    private final String name;
    private final Process process;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> read;
    private int planned = KILLED;

    private TestProcess(
            List<String> options, Class<?> main, List<String> arguments, @Nullable Consumer<String> listener) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dlogback.configurationFile=test-process.xml"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(arguments);
        name = main.getSimpleName() + " " + arguments;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        read = CompletableFuture.allOf(
                reading(process.inputReader(), listener == null ? said::add : listener),
                reading(process.errorReader(), errors::add));
    }

    /** Starts it. The arguments are those of its main method. */
    public static TestProcess start(Class<?> main, String... arguments) {
        return with(List.of(), main, arguments);
    }

    /** Starts it and gives each line that it says to the listener instead of {@link #next}. */
    public static TestProcess start(Class<?> main, Consumer<String> listener, String... arguments) {
        return new TestProcess(List.of(), main, List.of(arguments), listener);
    }

    /** Starts it with these options of its machine besides. */
    public static TestProcess with(List<String> options, Class<?> main, String... arguments) {
        return new TestProcess(options, main, List.of(arguments), null);
    }

    /**
     * Starts one process after the other, each to halt at one of these calls, until all is done or there is no other call.
     *
     * @return for each that has halted the name of the call it halted at
     */
    public static List<String> halted(IntStream calls, IntFunction<TestProcess> starting, BooleanSupplier isDone) {
        var halted = new ArrayList<String>();
        for (var call = calls.iterator(); call.hasNext() && !isDone.getAsBoolean(); ) {
            try (var process = starting.apply(call.nextInt())) {
                await().until(() -> process.isHalted() || isDone.getAsBoolean());
                if (process.isHalted()) {
                    halted.add(process.next());
                }
            }
        }
        return halted;
    }

    /** These calls; with {@code -Dhalts=all} every one from the first on, without an end. */
    public static IntStream calls(int... few) {
        return "all".equals(System.getProperty("halts")) ? IntStream.iterate(1, call -> call + 1) : IntStream.of(few);
    }

    /** Whether it has halted. */
    public boolean isHalted() {
        if (process.isAlive()) {
            return false;
        }
        expect(KILLED);
        return true;
    }

    /** What it says next, which is waited for. */
    public String next() {
        await().until(() -> !said.isEmpty() || !process.isAlive());
        if (!process.isAlive()) {
            read.join();
        }
        var line = said.poll();
        if (line == null) {
            throw unplanned();
        }
        return line;
    }

    /** Stops all of it where it is, as a long pause of its machine does. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on after a pause, and past {@link #hold}. */
    public void wake() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        signal("CONT");
    }

    /** Asks it to end, and returns when it has. */
    public void end() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(name + " does not end: " + told());
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        expect(0);
        planned = 0;
    }

    /** Waits until it has ended by itself, with this code. */
    public void endsWith(int code) {
        await().until(() -> !process.isAlive());
        expect(code);
        planned = code;
    }

    /** kill -9, unless it has ended; returns when all that it had written is read. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        expect(planned);
    }

    private void signal(String signal) {
        try {
            // The shell has the command where no program of that name is installed.
            int code = new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("%s could not be sent to %s".formatted(signal, name));
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void expect(int code) {
        read.join();
        if (process.exitValue() != code) {
            throw unplanned();
        }
    }

    private AssertionError unplanned() {
        read.join();
        return new AssertionError("%s ended with %d: %s".formatted(name, process.exitValue(), told()));
    }

    private String told() {
        return errors.stream()
                .skip(Math.max(0, errors.size() - LINES_TOLD))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static CompletableFuture<Void> reading(BufferedReader output, Consumer<String> listener) {
        return CompletableFuture.runAsync(
                () -> {
                    try (output) {
                        output.lines().forEach(listener);
                    } catch (IOException | UncheckedIOException cut) {
                        // A killed process may take its end of the pipe with it.
                    }
                },
                reader -> Thread.ofPlatform().daemon().start(reader));
    }

    /** In the process: says something to whoever started it. */
    public static void say(String line) {
        System.out.println(line);
        if (System.out.checkError()) {
            // Whoever started this is gone.
            Runtime.getRuntime().halt(1);
        }
    }

    /** In the process: says this and waits to be woken, once for each time. The main thread must be in {@link #awaitEnd}. */
    public static void hold(String line) {
        say(line);
        GO_ON.acquireUninterruptibly();
    }

    /** In the process, for its main thread: returns when it is asked to end, or when whoever started it is gone. */
    public static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                GO_ON.release();
            }
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }
}
