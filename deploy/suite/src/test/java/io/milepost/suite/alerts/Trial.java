package io.milepost.suite.alerts;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What came of one fault.
 *
 * @param fired those of its alerts that fired after it began, each of which was silent before
 * @param ended those of them that were silent again after it was mended
 * @param seconds until the last one fired, and until the last one had ended
 * @param notes what went wrong
 */
record Trial(Fault fault, Set<String> fired, Set<String> ended, long[] seconds, String notes) {
    /** It is so from the beginning: nobody takes checkpoints here. */
    private static final String ALWAYS = "MilepostAuditCheckpointMissing";

    /** Brings it about and mends it, whatever comes of either. */
    static Trial of(Fault fault, Prometheus prometheus) {
        var notes = new TreeSet<String>();
        var fired = new TreeSet<String>();
        var seconds = new long[2];
        var sounding = new TreeSet<>(fault.alerts());
        sounding.remove(ALWAYS);
        attempt("silent before", notes, () -> awaitNone(sounding, prometheus));
        var began = Instant.now();
        var since = System.nanoTime();
        attempt("begun", notes, () -> {
            fault.begin().take();
            await().atMost(Scene.PATIENCE)
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(() -> {
                        fired.addAll(prometheus.firedSince(began));
                        fired.retainAll(fault.alerts());
                        if (fired.size() < fault.alerts().size()) {
                            fault.goesOn().take();
                            return false;
                        }
                        return true;
                    });
        });
        seconds[0] = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
        since = System.nanoTime();
        attempt("mended", notes, () -> {
            fault.end().take();
            awaitNone(fault.alerts(), prometheus);
        });
        seconds[1] = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
        var ended = new TreeSet<>(fired);
        ended.removeAll(prometheus.firing());
        return new Trial(fault, fired, ended, seconds, String.join("; ", notes));
    }

    boolean isPassed() {
        return notes.isEmpty() && ended.equals(fault.alerts());
    }

    private static void awaitNone(Set<String> alerts, Prometheus prometheus) {
        await().atMost(Scene.PATIENCE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> prometheus.firing().stream().noneMatch(alerts::contains));
    }

    private static void attempt(String what, Set<String> notes, Fault.Step step) {
        try {
            step.take();
        } catch (ConditionTimeoutException late) {
            notes.add("not %s in time".formatted(what));
        } catch (Exception | AssertionError impossible) {
            notes.add("not %s: %s".formatted(what, impossible));
            impossible.printStackTrace(System.out);
        }
    }

    @Override
    public String toString() {
        var silent = new TreeSet<>(fault.alerts());
        silent.removeAll(fired);
        var lasting = new TreeSet<>(fired);
        lasting.removeAll(ended);
        var result = isPassed()
                ? "fired after %3d s, over after %3d s".formatted(seconds[0], seconds[1])
                : "FAILED, %s; silent: %s; lasting: %s".formatted(notes, silent, lasting);
        return "%-58s %-37s %s".formatted(fault.what(), result, String.join(", ", new TreeSet<>(fault.alerts())));
    }
}
