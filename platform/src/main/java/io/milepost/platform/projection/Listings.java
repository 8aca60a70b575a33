package io.milepost.platform.projection;

import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The lists of a service's entities: one per catalogue, an item being the entity's id and view. */
public interface Listings {

    /**
     * Fails with {@link InvalidQuery} or {@link InvalidPageToken} when the caller is at fault. Items come sealed.
     * Only what the caller may know of is there. An item that is there throughout and keeps its sort fields is neither skipped nor repeated from page to page.
     */
    CompletableFuture<Page> page(Catalogue<?, ?, ?> catalogue, ListQuery query, Sight sight);

    /** Fields that a list may be filtered and ordered by: {@code id} and the scalars of the view that are not personal. */
    Set<String> queryable(Catalogue<?, ?, ?> catalogue);

    /** Position of the log that the lists have applied. */
    long position();

    /** For how long the lists have been behind the log, at most; zero when they are not. */
    Duration lag();

    /** Waits until the lists have applied this position; false when they had not in time. Blocks. */
    boolean await(long position, Duration timeout);

    /** Builds all lists anew beside the live ones and switches when they have caught up. */
    CompletableFuture<Void> rebuild();
}
