package io.milepost.platform.timer;

import io.milepost.platform.access.Sight;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.ReadProgress;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.TailFollower;
import io.milepost.platform.setaside.AsideReader;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the log and the clock on one thread. What was set aside is tried again whenever that begins. Nothing is fired before the log has
 * been read to its end once, since a rebuild passes dates that are long over. Several instances may run: they write the same, and a date that two of them fire is one request.
 */
final class DueTimer implements DueDates, AsideReader, SmartLifecycle {
    private static final Duration POLL = Duration.ofMillis(250);

    private final EventLog log;
    private final DueRules rules;
    private final DueStore store;
    private final DueFeed feed;
    private final DueWatch watch;
    private final DueAsides asides;
    private final ReadProgress progress;
    private final TailFollower follower;

    private volatile long position;
    private volatile boolean complete;

    DueTimer(
            EventLog log,
            DueRules rules,
            DueStore store,
            DueFeed feed,
            DueWatch watch,
            DueAsides asides,
            TimerProperties pace,
            VitalThreads threads) {
        this.log = log;
        this.rules = rules;
        this.store = store;
        this.feed = feed;
        this.watch = watch;
        this.asides = asides;
        // Where there are no rules everything is known.
        this.progress = new ReadProgress(log, () -> rules.isEmpty() ? log.head() : position);
        var poll = pace.look().compareTo(POLL) < 0 ? pace.look() : POLL;
        this.follower = new TailFollower(log, threads, "timer", poll, new Steps(), progress);
    }

    @Override
    public List<Item> next(
            @Nullable String owner, Sight sight, @Nullable Instant before, @Nullable String after, int most) {
        return store.next(owner, sight, before, after, most);
    }

    @Override
    public long setAside() {
        return asides.count();
    }

    @Override
    public String reader() {
        return DueAsides.READER;
    }

    @Override
    public void redrive(UUID subject) {
        asides.tryOf(subject);
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
    public boolean await(long wanted, Duration timeout) {
        return progress.await(wanted, timeout);
    }

    @Override
    public void start() {
        position = store.position();
        follower.start();
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }

    /** Starts before the web server, which reads the due dates, and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** What stands in the log, then what is due. */
    private final class Steps implements TailFollower.Reader {
        @Override
        public long position() {
            return position;
        }

        @Override
        public void begin() {
            complete = false;
            asides.tryAll();
        }

        @Override
        public boolean take(List<StoredCommit> commits) {
            if (!commits.isEmpty()) {
                feed.apply(commits);
                position = commits.getLast().last();
            }
            complete |= position >= log.head();
            return complete && watch.step();
        }

        @Override
        public boolean isDone() {
            return rules.isEmpty();
        }
    }
}
