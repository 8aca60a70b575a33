package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.inbox.Backlog;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbox;
import io.milepost.platform.observe.Visibility;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.reporting.read.Freshness;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.query.Answering;
import io.milepost.reporting.read.mart.query.Narrowing;
import io.milepost.reporting.read.mart.query.RowsReading;
import io.milepost.reporting.read.mart.store.Asides;
import io.milepost.reporting.read.mart.store.Extent;
import io.milepost.reporting.read.mart.store.Feed;
import io.milepost.reporting.read.mart.store.Generation;
import io.milepost.reporting.read.mart.store.Generation.State;
import io.milepost.reporting.read.mart.store.Generations;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.Schema;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;

/**
 * Lets every instance do what the generations say. It reads for the live one and for the one that is built. That one takes over, by
 * whoever sees it first, once it has what the live one had one look before. Then each instance lets the former one stand still, and
 * answers from the new one as soon as that has all that the former had: what was promised of a position stays true. What is over is
 * dropped after a while. A restart begins where the generations stand.
 */
public final class Feeding implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Feeding.class);

    private final Mart mart;
    private final Declarations declarations;
    private final Generations generations;
    private final Sources sources;
    private final Inbox inbox;
    private final Backlog backlog;
    private final Duration keepRetired;
    private final Duration betweenLooks;
    private final VitalThreads threads;
    private final Function<String, Visibility> visibility;
    private final Map<String, Freshness> freshness;

    /** The generations that this instance reads for. */
    private final Set<Integer> reading = new HashSet<>();

    private final Blockage blockage;
    private volatile Live live;
    private volatile Look latest = new Look(false, null, new Extent(List.of()), 0, BigDecimal.ONE);
    private @Nullable Extent aim;
    private @Nullable Disposable looking;

    /**
     * Begins with the generation that is live.
     *
     * @param keepRetired how long a former generation is kept: longer than a request that has begun to read it takes
     * @param visibility measures by source how soon reports show what was committed
     * @param betweenLooks how often generations are looked at, and so by how little one may be behind to take over
     */
    public Feeding(
            Mart mart,
            Declarations declarations,
            Schema schema,
            Generations generations,
            Inbox inbox,
            Backlog backlog,
            Clock clock,
            Duration keepRetired,
            Duration betweenLooks,
            VitalThreads threads,
            Function<String, Visibility> visibility) {
        this.mart = mart;
        this.declarations = declarations;
        this.generations = generations;
        this.sources = new Sources(mart, schema, declarations, backlog);
        this.inbox = inbox;
        this.blockage = new Blockage(mart, inbox);
        this.backlog = backlog;
        this.keepRetired = keepRetired;
        this.betweenLooks = betweenLooks;
        this.threads = threads;
        this.visibility = visibility;
        this.live = read(generations.live().number());
        this.freshness = sources.freshness(() -> live.number(), clock);
    }

    private Live read(int number) {
        var tables = generations.tables(number);
        return new Live(
                number,
                tables,
                new Answering(mart, declarations, tables),
                new RowsReading(mart, tables),
                new Narrowing(mart, tables));
    }

    /** What answers are read from now. */
    public Live live() {
        return live;
    }

    /** How complete the live generation is, by source. */
    public Map<String, Freshness> freshness() {
        return freshness;
    }

    /** Of these sources, in this order. */
    public List<Freshness> freshness(List<String> names) {
        return names.stream()
                .map(name -> Objects.requireNonNull(freshness.get(name), name))
                .toList();
    }

    /** Of these sources of the live generation. */
    public Standing standing(Collection<String> names) {
        var look = latest;
        return new Standing(
                freshness.values().stream()
                        .filter(one -> names.contains(one.source()))
                        .toList(),
                look.complete(),
                look.extent().blocked().stream()
                        .filter(one -> names.contains(one.source()))
                        .toList(),
                look.extent().events());
    }

    Look latest() {
        return latest;
    }

    Sources sources() {
        return sources;
    }

    @Override
    public synchronized void start() {
        feed(live.number());
        looking = threads.every(
                betweenLooks, "mart", () -> VitalThreads.attempt("see to the generations of the mart", this::look));
    }

    @Override
    public synchronized void stop() {
        if (looking != null) {
            looking.dispose();
            looking = null;
        }
        // The inbox ends what it reads by itself, after this.
        reading.clear();
        aim = null;
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

    private synchronized void look() {
        if (!isRunning()) {
            return;
        }
        var all = generations.all();
        var lives = in(all, State.LIVE).orElseThrow();
        var building = in(all, State.BUILDING);
        leaveOthers(lives.number(), building.map(Generation::number).orElse(lives.number()));
        feed(lives.number());
        building.ifPresent(next -> feed(next.number()));
        for (int number : reading) {
            sources.names()
                    .forEach(
                            source -> blockage.tell(generations.tables(number), sources.group(number, source), source));
        }
        if (live.number() != lives.number()) {
            follow(lives.number(), all);
        }
        var extent = Extent.of(mart, live.tables());
        latest = new Look(
                lives.completeAt() != null,
                building.orElse(null),
                extent,
                new Asides(mart, live.tables()).count(),
                building.map(next -> share(next.number())).orElse(BigDecimal.ONE));
        if (live.number() == lives.number()) {
            seeTo(lives, building, extent);
        }
    }

    private void seeTo(Generation lives, Optional<Generation> building, Extent extent) {
        if (building.isPresent()) {
            judge(lives.number(), building.get().number(), extent);
            return;
        }
        aim = null;
        if (lives.completeAt() == null && sources.isReadUp(lives.number())) {
            generations.complete(lives.number());
        }
        generations.over(keepRetired).stream().findFirst().ifPresent(over -> remove(over.number()));
    }

    private static Optional<Generation> in(List<Generation> all, State state) {
        return all.stream().filter(one -> one.state() == state).findFirst();
    }

    /** An instance that was away for long finds the former tables gone: then the others have long seen that nothing is missing. */
    private void follow(int number, List<Generation> all) {
        var next = read(number);
        int former = live.number();
        boolean goesOn = all.stream().anyMatch(one -> one.number() == former && one.state() == State.DROPPED)
                || Extent.of(mart, next.tables()).covers(Extent.of(mart, live.tables()));
        if (goesOn || sources.isReadUp(number)) {
            live = next;
            if (!goesOn) {
                // Of a history that has been replaced, what was promised is taken back.
                freshness.values().forEach(Freshness::begin);
            }
            LOG.info("The mart is read from generation {}", number);
        }
    }

    private void judge(int lives, int building, Extent extent) {
        var before = aim;
        aim = extent;
        if (before != null
                && (Extent.of(mart, generations.tables(building)).covers(before) || sources.isReadUp(building))
                && generations.takeOver(lives, building)) {
            aim = null;
            LOG.info("Generation {} of the mart is rebuilt", building);
        }
    }

    private BigDecimal share(int number) {
        try {
            return sources.progress(number).values().stream()
                    .reduce(new Progress(0, 0), Progress::plus)
                    .share();
        } catch (Backlog.Unknown away) {
            return latest.share();
        }
    }

    private void remove(int number) {
        for (String source : sources.names()) {
            if (!backlog.forget(sources.group(number, source), source)) {
                return;
            }
        }
        generations.drop(number);
        LOG.info("Generation {} of the mart is dropped", number);
    }

    private void feed(int number) {
        if (reading.add(number)) {
            sources.subscriptions(number, feed -> seen(number, feed)).forEach(inbox::begin);
        }
    }

    private BatchHandler seen(int number, Feed feed) {
        var source = Objects.requireNonNull(freshness.get(feed.source()));
        return new Seen(feed, () -> number == live.number() && source.wasComplete(), visibility.apply(feed.source()));
    }

    /** A former one stands still from here on, so that the live one can be seen to have all of it; a cancelled one ends. */
    private void leaveOthers(int live, int building) {
        reading.removeIf(number -> {
            boolean other = number != live && number != building;
            if (other) {
                var groups = sources.names().stream()
                        .map(source -> sources.group(number, source))
                        .toList();
                inbox.end(groups);
                groups.forEach(blockage::forget);
            }
            return other;
        });
    }
}
