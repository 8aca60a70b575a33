package io.milepost.platform.projection;

import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.ReadProgress;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.TailFollower;
import io.milepost.platform.observe.Spans;
import io.milepost.platform.observe.Visibility;
import io.milepost.platform.setaside.AsideReader;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The lists, kept by following the log's tail; a fault of the machine is tried again for ever and shows as lag. An entity that cannot be
 * read is set aside, and tried again whenever the following begins.
 */
final class TailedListings implements Listings, AsideReader, SmartLifecycle {
    /** As this reader is known where it sets aside. */
    static final String READER = "lists";

    private static final Logger LOG = LoggerFactory.getLogger(TailedListings.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final EventLog log;
    private final ListGenerations generations;
    private final OwnAsides asides;
    private final VitalThreads threads;
    private final Visibility visibility;
    private final ReadProgress progress;
    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();

    private volatile Spans spans = Spans.NONE;
    private volatile @Nullable ListGeneration live;
    private volatile boolean stopping;
    private volatile @Nullable TailFollower following;
    private volatile @Nullable CompletableFuture<Void> rebuilding;

    TailedListings(
            EventLog log, ListGenerations generations, OwnAsides asides, VitalThreads threads, Visibility visibility) {
        this.log = log;
        this.generations = generations;
        this.asides = asides;
        this.threads = threads;
        this.visibility = visibility;
        this.progress = new ReadProgress(log, this::livePosition);
    }

    /** From now on, what lists have made of a commit is a span of its trace. */
    TailedListings tracedBy(Spans tracing) {
        spans = tracing;
        return this;
    }

    private long livePosition() {
        var read = live;
        return read == null ? 0 : read.position();
    }

    @Override
    public CompletableFuture<Page> page(Catalogue<?, ?, ?> catalogue, ListQuery query, Sight sight) {
        var read = live();
        var position = read.position();
        return CompletableFuture.supplyAsync(
                () -> new PageReader(catalogue.plural(), Columns.of(catalogue), catalogue.keepers() != null)
                        .read(read.collection(catalogue), query, sight, asides.count(catalogue.aggregate()), position),
                virtualThreads);
    }

    @Override
    public Set<String> queryable(Catalogue<?, ?, ?> catalogue) {
        return Columns.of(catalogue).fields();
    }

    @Override
    public long position() {
        return progress.position();
    }

    @Override
    public Duration lag() {
        return progress.lag();
    }

    @Override
    public boolean await(long position, Duration timeout) {
        return progress.await(position, timeout);
    }

    @Override
    public synchronized CompletableFuture<Void> rebuild() {
        var running = rebuilding;
        if (running == null || running.isDone()) {
            running = CompletableFuture.runAsync(this::buildNext, virtualThreads)
                    .whenComplete((done, failure) -> {
                        switch (failure) {
                            case null -> {}
                            case CompletionException failed
                            when failed.getCause() instanceof Error broken -> threads.died("lists-rebuild", broken);
                            default -> LOG.error("The lists were not built anew", failure);
                        }
                    });
            rebuilding = running;
        }
        return running.copy();
    }

    @Override
    public String reader() {
        return READER;
    }

    @Override
    public void redrive(UUID subject) {
        var read = live();
        asides.of(subject).forEach(read::tryAgain);
    }

    @Override
    public void start() {
        stopping = false;
        var current = generations.open();
        live = current;
        follow(current);
        if (generations.outdated()) {
            LOG.info("The lists' shape has changed: they are built anew");
            var _ = rebuild();
        }
    }

    /** Lets the batch under way finish. */
    @Override
    public void stop() {
        stopping = true;
        var build = rebuilding;
        if (build != null) {
            build.copy()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .exceptionally(failure -> null)
                    .join();
        }
        var follower = following;
        if (follower != null) {
            follower.stop();
        }
        following = null;
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    /** Starts before the web server, which reads the lists, and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    private ListGeneration live() {
        var read = live;
        if (read == null) {
            throw new IllegalStateException("the lists are not started");
        }
        return read;
    }

    private void buildNext() {
        var before = live();
        var next = generations.beginAfter(before);
        LOG.info("Building generation {} of the lists beside {}", next.number(), before.number());
        BooleanSupplier caughtUp = () -> next.position() >= before.position();
        follower(next).follow(() -> stopping || caughtUp.getAsBoolean());
        if (!caughtUp.getAsBoolean()) {
            return;
        }
        generations.switchTo(next);
        // Live first: a follower that starts before would find that it is not the live one and end.
        live = next;
        follow(next);
        progress.looked();
        LOG.info("Generation {} of the lists is live", next.number());
    }

    /** The follower of the generation before ends by itself, since it is no longer live. */
    private void follow(ListGeneration generation) {
        var follower = follower(generation);
        following = follower;
        follower.start();
    }

    /** A commit is of one request. */
    private List<Spans.Running> traced(List<StoredCommit> commits) {
        return commits.stream()
                .map(commit -> spans.begin(
                        "list", commit.events().getFirst().metadata().get(Metadata.TRACEPARENT)))
                .toList();
    }

    private TailFollower follower(ListGeneration generation) {
        var reader = new TailFollower.Reader() {
            private boolean wasLive;
            private boolean keepsUp;

            @Override
            public long position() {
                return generation.position();
            }

            @Override
            public void begin() {
                wasLive |= generation == live;
                if (wasLive) {
                    asides.all().forEach(generation::tryAgain);
                }
            }

            @Override
            public boolean take(List<StoredCommit> commits) {
                if (!commits.isEmpty()) {
                    var traced = wasLive ? traced(commits) : List.<Spans.Running>of();
                    generation.apply(commits);
                    traced.forEach(Spans.Running::end);
                    if (wasLive && keepsUp) {
                        commits.forEach(commit ->
                                visibility.seen(commit.events().getFirst().recordedAt()));
                    }
                }
                keepsUp |= generation.position() >= log.head();
                return false;
            }

            @Override
            public boolean isDone() {
                return wasLive && generation != live;
            }
        };
        return new TailFollower(log, threads, "lists", POLL, reader, progress);
    }
}
