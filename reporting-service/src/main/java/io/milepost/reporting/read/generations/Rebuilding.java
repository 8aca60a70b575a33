package io.milepost.reporting.read.generations;

import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.Inbox;
import io.milepost.platform.vital.VitalThreads;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;

/**
 * Lets every instance do what the lineages say. It reads for the live generation and for the one that is built. That one is
 * made live, by whoever sees it first, once it is no further behind than one look. Then each instance lets the former one
 * stand still, and reads the new one as soon as that has all that the former had. The operator's list follows what that one goes on
 * without. One that was cancelled is left by each
 * instance too, and removed as a former one is. A restart begins where the lineages stand.
 */
final class Rebuilding implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private final List<Projected<?>> projections;
    private final Lineages lineages;
    private final OperatorsList list;
    private final Inbox inbox;
    private final Backlog backlog;
    private final Clock clock;
    private final Duration keepRetired;
    private final Duration betweenLooks;
    private final VitalThreads threads;

    /** By projection, the generations that this instance reads for. */
    private final Map<String, Set<Integer>> reading = new HashMap<>();

    /** By projection, where its live generation stood at the last look. */
    private final Map<String, Progress> aims = new HashMap<>();

    /** By projection, how far the rebuild under way had come at the last look. */
    private final Map<String, Double> shares = new ConcurrentHashMap<>();

    private @Nullable Disposable looking;

    /**
     * @param keepRetired how long a former generation is kept: longer than a request that has begun to read it takes
     * @param betweenLooks how often the lineages are read, and so by how little a generation may be behind to take over
     */
    Rebuilding(
            List<Projected<?>> projections,
            Lineages lineages,
            OperatorsList list,
            Inbox inbox,
            Backlog backlog,
            Clock clock,
            Duration keepRetired,
            Duration betweenLooks,
            VitalThreads threads) {
        this.projections = List.copyOf(projections);
        this.lineages = lineages;
        this.list = list;
        this.inbox = inbox;
        this.backlog = backlog;
        this.clock = clock;
        this.keepRetired = keepRetired;
        this.betweenLooks = betweenLooks;
        this.threads = threads;
    }

    @Override
    public synchronized void start() {
        projections.forEach(projection -> read(projection, projection.number()));
        looking = threads.every(betweenLooks, "generations", () -> projections.forEach(this::looked));
    }

    private void looked(Projected<?> projection) {
        VitalThreads.attempt("see to the generations of " + projection.name(), () -> look(projection));
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.dispose();
            looking = null;
        }
        // The inbox ends what it reads by itself, after this.
        reading.clear();
        aims.clear();
        shares.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }

    /** As late as the inbox, which it needs: after that to start, and before it to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** How much of the live one's way a rebuild has gone, from 0 to 1; 1 when none is under way. */
    double share(Projected<?> projection) {
        return shares.getOrDefault(projection.name(), 1.0);
    }

    private synchronized void look(Projected<?> projection) {
        if (!isRunning()) {
            return;
        }
        var lineage = lineages.of(projection.name());
        leaveOthers(projection, lineage);
        read(projection, lineage.live());
        if (lineage.building() == null) {
            // Whoever ended the rebuild: what was seen of it says nothing of the next one.
            aims.remove(projection.name());
            shares.remove(projection.name());
        }
        if (projection.number() != lineage.live()) {
            follow(projection, lineage.live());
        } else if (lineage.building() != null) {
            read(projection, lineage.building());
            judge(projection, lineage, lineage.building());
        } else if (!lineage.retired().isEmpty()
                && clock.instant().isAfter(lineage.since().plus(keepRetired))) {
            remove(projection, lineage.retired().getFirst());
        }
        list.follow(projection);
    }

    private void follow(Projected<?> projection, int live) {
        if (hasAll(projection, live, projection.progress(projection.number()))) {
            projection.becomes(live);
            LOG.info("{} is read from generation {}", projection.name(), live);
        }
    }

    private void judge(Projected<?> projection, Lineage lineage, int building) {
        var built = projection.progress(building);
        var aim = aims.remove(projection.name());
        if (aim != null && hasAll(projection, building, aim)) {
            if (lineages.turn(lineage, clock.instant())) {
                LOG.info("Generation {} of {} is rebuilt", building, projection.name());
            }
            return;
        }
        var live = projection.progress(lineage.live());
        aims.put(projection.name(), live);
        shares.put(projection.name(), built.share(live));
    }

    /** A source whose history was replaced by a shorter one never comes to the former positions: all there is, is then enough. */
    private boolean hasAll(Projected<?> projection, int generation, Progress aim) {
        return projection.progress(generation).covers(aim)
                || projection.sources().stream()
                        .allMatch(source -> backlog.behind(projection.group(source, generation), source)
                                .isEmpty());
    }

    private void remove(Projected<?> projection, int retired) {
        for (String source : projection.sources()) {
            if (!backlog.forget(projection.group(source, retired), source)) {
                return;
            }
        }
        projection.generation(retired).drop();
        lineages.removed(projection.name(), retired);
        LOG.info("Generation {} of {} is removed", retired, projection.name());
    }

    private void read(Projected<?> projection, int generation) {
        if (reading.computeIfAbsent(projection.name(), name -> new HashSet<>()).add(generation)) {
            projection.subscriptions(generation).forEach(inbox::begin);
        }
    }

    /** A former one stands still from here on, so that the live one can be seen to have all of it; a cancelled one ends. */
    private void leaveOthers(Projected<?> projection, Lineage lineage) {
        reading.computeIfAbsent(projection.name(), name -> new HashSet<>()).removeIf(generation -> {
            boolean other = generation != lineage.live() && !generation.equals(lineage.building());
            if (other) {
                projection.sources().forEach(source -> inbox.end(projection.group(source, generation)));
            }
            return other;
        });
    }
}
