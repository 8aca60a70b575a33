package io.milepost.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does the items of a batch: those of one entity in the order in which they stand, different entities beside each other. Where
 * one is left open nothing that follows it is decided, because it is sent again and would then come after them.
 */
final class BatchWork {
    private final Function<CommandRequest, CommandAnswer> desk;
    private final Blocking blocking;
    private final int concurrency;

    /** The desk answers one item, or throws what {@link Faults} knows. */
    BatchWork(Function<CommandRequest, CommandAnswer> desk, Blocking blocking, int concurrency) {
        this.desk = desk;
        this.blocking = blocking;
        this.concurrency = concurrency;
    }

    /** What reading one item came to. */
    sealed interface Reading {
        record Asked(CommandRequest sent) implements Reading {}

        record Unreadable(Problem problem) implements Reading {}
    }

    /** @param id that the caller gave or the answer has */
    record Result(@Nullable UUID id, CommandAnswer answer) {}

    /** Results in the order of the readings. */
    List<Result> inOrderPerEntity(List<Reading> readings) throws InterruptedException {
        var results = new Result[readings.size()];
        var slots = new Semaphore(concurrency);
        var lanes = new ArrayList<Future<?>>();
        for (var lane : lanes(readings)) {
            slots.acquire();
            lanes.add(blocking.fork(() -> {
                try {
                    work(lane, readings, results);
                } finally {
                    slots.release();
                }
                return lane;
            }));
        }
        for (var lane : lanes) {
            await(lane);
        }
        return List.of(results);
    }

    /** Indexes by entity; an item without an id is an entity of its own. */
    private static List<List<Integer>> lanes(List<Reading> readings) {
        var lanes = new LinkedHashMap<Object, List<Integer>>();
        for (int i = 0; i < readings.size(); i++) {
            Object entity = readings.get(i) instanceof Reading.Asked(CommandRequest sent) && sent.id() != null
                    ? sent.id()
                    : (Object) i;
            lanes.computeIfAbsent(entity, key -> new ArrayList<>()).add(i);
        }
        return List.copyOf(lanes.values());
    }

    private void work(List<Integer> lane, List<Reading> readings, Result[] results) {
        Problem open = null;
        for (int index : lane) {
            var reading = readings.get(index);
            results[index] = open == null ? result(reading) : new Result(idOf(reading), notTried(open));
            if (results[index].answer() instanceof CommandAnswer.Failed(var problem, var _) && problem.retryable()) {
                open = problem;
            }
        }
    }

    private static @Nullable UUID idOf(Reading reading) {
        return reading instanceof Reading.Asked(CommandRequest sent) ? sent.id() : null;
    }

    private static CommandAnswer notTried(Problem open) {
        return new CommandAnswer.Failed(
                Problem.of(
                        ProblemCode.valueOf(open.code()),
                        "Not tried, because an earlier item for this entity has no outcome yet: send both again with the same"
                                + " keys."),
                false);
    }

    private Result result(Reading reading) {
        return switch (reading) {
            case Reading.Unreadable unreadable ->
                new Result(null, new CommandAnswer.Failed(unreadable.problem(), false));
            case Reading.Asked asked -> new Result(asked.sent().id(), answer(asked.sent()));
        };
    }

    /** An item's fault is its own: the others go on. */
    private CommandAnswer answer(CommandRequest sent) {
        try {
            return desk.apply(sent);
        } catch (RuntimeException thrown) {
            return new CommandAnswer.Failed(Faults.problemOf(thrown), false);
        }
    }

    private static void await(Future<?> lane) throws InterruptedException {
        try {
            lane.get();
        } catch (ExecutionException error) {
            throw new IllegalStateException("a batch lane broke", error.getCause());
        }
    }
}
