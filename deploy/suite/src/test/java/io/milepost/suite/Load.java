package io.milepost.suite;

import io.milepost.suite.check.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writers that tell stories to the suite until they are asked to stop, whatever happens to it meanwhile. */
public final class Load {

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final List<Desk> desks = new ArrayList<>();
    private final List<Future<?>> writers = new ArrayList<>();

    private Load() {}

    public static Load start(Client client, int writers, long seed) {
        var load = new Load();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        for (int number = 0; number < writers; number++) {
            var desk = new Desk(client);
            var writer = new Writer(desk, number, seed);
            load.desks.add(desk);
            load.writers.add(threads.submit(() -> writer.writeUntil(load.stopping)));
        }
        threads.shutdown();
        return load;
    }

    /** How many requests have got a final answer so far; fails when a writer has. */
    public long answered() {
        for (var writer : writers) {
            if (writer.isDone() && !stopping.get()) {
                end(writer);
            }
        }
        return desks.stream().mapToLong(Desk::answered).sum();
    }

    /** How many attempts were left without an answer. */
    long unknown() {
        return desks.stream().mapToLong(Desk::unknown).sum();
    }

    /** Lets every writer come to know what became of its last request. */
    public void stop() {
        stopping.set(true);
        writers.forEach(Load::end);
    }

    /** Tells the writers to stop and does not wait for them. */
    public void abandon() {
        stopping.set(true);
        writers.forEach(writer -> writer.cancel(true));
    }

    /** Asks some of what was acknowledged once more, and says where the answer was another. */
    List<String> repeated() {
        return desks.stream().flatMap(desk -> desk.repeated().stream()).toList();
    }

    /** Each writer's answers in the order in which it got them. */
    List<Told> told() {
        return desks.stream().flatMap(desk -> desk.told().stream()).toList();
    }

    private static void end(Future<?> writer) {
        try {
            writer.get(RunningSuite.START.toSeconds() * 2, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("a writer failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("a writer still does not know what became of its request", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
