package io.milepost.reporting.read.mart.declare;

import io.milepost.platform.inbox.Inbound;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the events of a subject become what is known of it. Pure: the same events always give the same view.
 *
 * @param <V> the view, an immutable record of plain values, stored as JSON
 */
public interface Fold<V> {

    /** Short name of the one service that it reads. */
    String source();

    Class<V> view();

    /** The event types that change a view; all others are passed over. */
    Set<String> types();

    /** The view after an event of one of the {@link #types}; before is null as long as nothing is known of the subject. */
    V apply(@Nullable V before, Inbound event);

    /** The day from which the latest change of the view counts; of one subject it never goes back. */
    LocalDate day(V view);

    /** What its rules are known by: whoever changes what comes of the same events gives it another, and tables are built anew. */
    default String rules() {
        return "1";
    }
}
