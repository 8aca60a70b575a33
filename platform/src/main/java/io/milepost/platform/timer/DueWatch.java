package io.milepost.platform.timer;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks over what is due by the clock, a page at a time. One that meets a fault stays, rests and holds up no other. How long
 * something has been waiting is measured by elapsed time, which no jump of the clock changes. For one thread.
 */
final class DueWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DueWatch.class);
    private static final int PAGE = 100;
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final DueStore store;
    private final Firing firing;
    private final Clock clock;
    private final TimerProperties pace;
    private final Map<String, Long> resting = new HashMap<>();

    private @Nullable String reached;
    private long nextLook = System.nanoTime();
    private int left;
    private volatile int unsettled;
    private volatile @Nullable Long waitingSince;

    DueWatch(DueStore store, Firing firing, Clock clock, TimerProperties pace) {
        this.store = store;
        this.firing = firing;
        this.clock = clock;
        this.pace = pace;
    }

    /** Due dates that the last walk left. */
    int unsettled() {
        return unsettled;
    }

    /** For how long due dates have been left, walk after walk. */
    Duration overdue() {
        var since = waitingSince;
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Fires the next page of what is due, unless it is too early to look again; true when there may be more at once. */
    boolean step() {
        if (reached == null && System.nanoTime() - nextLook < 0) {
            return false;
        }
        left = reached == null ? 0 : left;
        // Ids begin with times in milliseconds: below the next one is everything that is due now.
        var page = store.next(null, clock.instant().plusMillis(1), reached, PAGE);
        left += fire(page);
        if (page.size() == PAGE) {
            reached = page.getLast().id();
            return true;
        }
        finishWalk();
        return false;
    }

    private void finishWalk() {
        if (left == 0) {
            waitingSince = null;
            resting.clear();
        } else if (waitingSince == null) {
            waitingSince = System.nanoTime();
        }
        unsettled = left;
        left = 0;
        reached = null;
        nextLook = System.nanoTime() + pace.look().toNanos();
    }

    private record Fired(String id, CompletableFuture<Firing.Result> result) {}

    /** How many of them stay. */
    private int fire(List<DueDates.Item> page) {
        var now = System.nanoTime();
        var fired = page.stream()
                .filter(item -> now - resting.getOrDefault(item.id(), now) >= 0)
                .map(item -> new Fired(item.id(), firing.fire(item).orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS)))
                .toList();
        var over = fired.stream().filter(this::isOver).map(Fired::id).toList();
        if (!over.isEmpty()) {
            store.remove(over);
            resting.keySet().removeAll(over);
        }
        return page.size() - over.size();
    }

    private boolean isOver(Fired fired) {
        try {
            return fired.result().join() != Firing.Result.AGAIN;
        } catch (CompletionException e) {
            LOG.error("Due date {} stays and is tried again", fired.id(), e);
            resting.put(fired.id(), System.nanoTime() + pace.retry().toNanos());
            return false;
        }
    }
}
