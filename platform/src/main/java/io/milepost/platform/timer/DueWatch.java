package io.milepost.platform.timer;

import io.milepost.platform.access.Sight;
import io.milepost.platform.command.EventUnreadableException;
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
 * Walks over what is due by the clock, a page at a time. One that meets a fault stays, rests and holds up no other; an entity that
 * cannot be read is set aside with all its dates. How long
 * something has been waiting is measured by elapsed time, which no jump of the clock changes. For one thread.
 */
final class DueWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DueWatch.class);
    private static final int PAGE = 100;
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final DueStore store;
    private final Firing firing;
    private final DueAsides asides;
    private final Clock clock;
    private final TimerProperties pace;
    private final Map<String, Rest> resting = new HashMap<>();

    private @Nullable String reached;
    private long nextLook = System.nanoTime();
    private int left;
    private volatile int unsettled;
    private volatile @Nullable Long waitingSince;

    DueWatch(DueStore store, Firing firing, DueAsides asides, Clock clock, TimerProperties pace) {
        this.store = store;
        this.firing = firing;
        this.asides = asides;
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
        var page = store.next(null, Sight.ALL, clock.instant().plusMillis(1), reached, PAGE);
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

    private record Fired(DueDates.Item item, CompletableFuture<Firing.Result> result) {
        String id() {
            return item.id();
        }
    }

    /**
     * Of a date that met a fault.
     *
     * @param fault its name, which the log says only when it is another one than before
     */
    private record Rest(long until, String fault) {}

    /** How many of them stay. */
    private int fire(List<DueDates.Item> page) {
        var now = System.nanoTime();
        var fired = page.stream()
                .filter(item -> isRested(item.id(), now))
                .map(item -> new Fired(item, firing.fire(item).orTimeout(ANSWER.toSeconds(), TimeUnit.SECONDS)))
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
            switch (e.getCause()) {
                case EventUnreadableException fault -> {
                    asides.add(fired.item().aggregate(), fault);
                    return true;
                }
                case Error broken -> throw broken;
                case null, default -> rest(fired.id(), e);
            }
            return false;
        }
    }

    private void rest(String id, CompletionException e) {
        var fault = String.valueOf(e.getCause());
        var before = resting.put(id, new Rest(System.nanoTime() + pace.retry().toNanos(), fault));
        if (before == null || !before.fault().equals(fault)) {
            LOG.error("Due date {} stays and is tried again", id, e);
        }
    }

    private boolean isRested(String id, long now) {
        var rest = resting.get(id);
        return rest == null || now - rest.until() >= 0;
    }
}
