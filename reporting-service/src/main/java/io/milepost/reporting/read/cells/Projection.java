package io.milepost.reporting.read.cells;

import io.milepost.platform.inbox.Inbound;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one service's events become views, and views become numbers. Pure: the same events always give the same movements,
 * which is what makes a redelivery harmless.
 *
 * @param <V> the view of one subject
 */
public interface Projection<V extends View> {

    /**
     * Short name; the collections are named after it, and the consumer group. Views and cells that were made by other rules
     * do not fit: a change of what {@link #apply} or {@link #contributions} make of the same events needs a new name,
     * {@code funnel-2}, under which all of it is built from the first event on (ADR 0018).
     */
    String name();

    /** Short name of the one service that it reads. */
    String source();

    Class<V> view();

    /** The event types that change a view; all others are passed over. */
    Set<String> types();

    /** The view after an event of one of the {@link #types}; before is null as long as nothing is known of the subject. */
    V apply(@Nullable V before, Inbound event);

    /** What this view adds to the numbers; empty for reference data. */
    Map<Slot, Long> contributions(V view);
}
