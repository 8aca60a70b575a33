package io.milepost.reporting.read.cells;

import io.milepost.platform.inbox.Inbound;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one service's events become views, and views become numbers. Pure: the same events always give the same movements,
 * which is what makes a redelivery harmless. A change of these rules asks for a rebuild.
 *
 * @param <V> the view of one subject
 */
public interface Projection<V extends View> {

    /** Short name; the collections are named after it. */
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
