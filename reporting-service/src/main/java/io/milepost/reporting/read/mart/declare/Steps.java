package io.milepost.reporting.read.mart.declare;

import io.milepost.platform.inbox.Inbound;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fold of which all is said in one place, for views that know their own day.
 *
 * @param step from one view to the next
 */
public record Steps<V>(String source, Class<V> view, Set<String> types, Function<V, LocalDate> days, Step<V> step)
        implements Fold<V> {

    public Steps {
        types = Set.copyOf(types);
    }

    /** {@code before} is null as long as nothing is known of the subject. */
    @FunctionalInterface
    public interface Step<V> {
        V after(@Nullable V before, Inbound event);
    }

    @Override
    public LocalDate day(V known) {
        return days.apply(known);
    }

    @Override
    public V apply(@Nullable V before, Inbound event) {
        return step.after(before, event);
    }
}
