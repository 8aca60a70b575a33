package io.milepost.platform.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides by a seed who runs next. Actors are virtual threads of which only the one that holds the baton runs; each hands it on
 * wherever it waits and wherever it talks to the store or the broker. Time is a number that passes in steps, and leaps when
 * everybody waits. So the same seed is the same story, however fast the machine is.
 */
public final class Schedule {

    private static final long MOST_STEPS = 20_000;
    private static final long LATEST_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final Instant BEGINNING = Instant.parse("2017-03-01T10:00:00Z");

    private final SplittableRandom random;
    private final int stay;
    private final @Nullable List<String> story;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Late> late = new ArrayList<>();
    private Actor current;
    private long now;
    private long steps;
    private long print;
    private @Nullable String over;

    /** Thrown at whoever belongs to a process that has died; libraries let nothing of its kind pass for an ordinary failure. */
    public static final class Died extends VirtualMachineError {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** Nobody can go on, or nobody comes to an end (I8). */
    static final class NoQuiet extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoQuiet(String why) {
            super(why);
        }
    }

    /** What happens at some time from then on, whoever is alive. */
    private record Late(long due, Runnable effect) {}

    private static final class Actor {
        private final String name;
        private final Thread thread;
        private @Nullable BooleanSupplier ready;
        private long deadline = Long.MAX_VALUE;
        private boolean ended;
        private volatile boolean holds;

        Actor(String name, Thread thread) {
            this.name = name;
            this.thread = thread;
        }
    }

    /** To be used by the thread that makes it, the first actor. */
    Schedule(long seed, boolean told) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L);
        stay = random.nextInt(4);
        story = told ? new ArrayList<>() : null;
        current = new Actor("main", Thread.currentThread());
        actors.add(current);
    }

    public SplittableRandom random() {
        return random;
    }

    public long nanoTime() {
        return now;
    }

    public long steps() {
        return steps;
    }

    /** A number that is another one for another story. */
    long print() {
        return print;
    }

    List<String> story() {
        return story == null ? List.of() : story;
    }

    void tell(Supplier<String> what) {
        if (story != null) {
            story.add("%5d %8d us %-12s %s".formatted(steps, now / 1_000, current.name, what.get()));
        }
    }

    /** The schedule's time, by which a process may be ahead or behind. */
    Clock clock(long skewMillis) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return BEGINNING.plusMillis(TimeUnit.NANOSECONDS.toMillis(now) + skewMillis);
            }
        };
    }

    /** Another actor. Its thread has to be started before the caller's next step. */
    Thread actor(String name, Runnable body) {
        var mine = new Actor[1];
        var thread = Thread.ofVirtual().name(name).unstarted(() -> {
            var me = mine[0];
            try {
                awaitBaton(me);
                if (over == null) {
                    body.run();
                }
            } catch (Died died) {
                tell(() -> "is gone");
            } catch (RuntimeException | Error failed) {
                over = over == null ? name + " failed: " + failed : over;
                tell(() -> "failed " + failed);
            } finally {
                me.ended = true;
                actors.remove(me);
                pass(over == null ? next() : actors.getFirst());
            }
        });
        mine[0] = new Actor(name, thread);
        actors.add(mine[0]);
        return thread;
    }

    /** Does something soon or after many seconds, whoever is alive then. */
    void later(Runnable effect) {
        long delay = random.nextBoolean() ? 0 : random.nextLong(LATEST_NANOS);
        late.add(new Late(now + delay, effect));
    }

    /** Hands the baton on: others may run before the caller goes on. */
    void step() {
        await(null, Long.MAX_VALUE);
    }

    /** Waits until it is so, or until so many nanoseconds are over. */
    void await(@Nullable BooleanSupplier ready, long nanos) {
        var me = current;
        me.ready = ready;
        me.deadline = ready == null || nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
        if (++steps > MOST_STEPS && over == null) {
            over = "no quiet after %d steps".formatted(steps);
        }
        var next = over == null ? next() : actors.getFirst();
        if (next != me) {
            pass(next);
            awaitBaton(me);
        }
        me.ready = null;
        if (over != null) {
            if (me == actors.getFirst()) {
                throw new NoQuiet(over);
            }
            throw new Died();
        }
    }

    /** Waits so many milliseconds at most. */
    void pause(int most) {
        await(() -> false, TimeUnit.MILLISECONDS.toNanos(random.nextInt(1, most)));
    }

    /** Waits until nothing is on its way any more that its sender has given up. */
    void awaitLate() {
        await(late::isEmpty, Long.MAX_VALUE);
    }

    /** Ends whoever still runs. */
    void end() {
        over = over == null ? "the end" : over;
        while (actors.size() > 1) {
            var me = actors.getFirst();
            pass(actors.getLast());
            awaitBaton(me);
        }
    }

    private Actor next() {
        while (true) {
            if (current.ready == null && !current.ended && stay > 0 && random.nextInt(stay + 1) > 0) {
                return current;
            }
            var able = new ArrayList<Actor>(actors.size());
            long earliest = Long.MAX_VALUE;
            for (var actor : actors) {
                if (actor.ready == null || now >= actor.deadline || actor.ready.getAsBoolean()) {
                    able.add(actor);
                }
                earliest = Math.min(earliest, actor.deadline);
            }
            var due = new ArrayList<Late>(late.size());
            for (var one : late) {
                if (one.due() <= now) {
                    due.add(one);
                }
                earliest = Math.min(earliest, one.due());
            }
            if (able.isEmpty() && due.isEmpty()) {
                if (earliest == Long.MAX_VALUE) {
                    over = "nobody can go on";
                    return actors.getFirst();
                }
                now = earliest;
                continue;
            }
            int chosen = random.nextInt(able.size() + due.size());
            now += random.nextInt(1, 400_000);
            if (chosen < able.size()) {
                var next = able.get(chosen);
                print = print * 31 + actors.indexOf(next) + 1;
                return next;
            }
            var one = due.get(chosen - able.size());
            late.remove(one);
            one.effect().run();
        }
    }

    private void pass(Actor next) {
        current = next;
        next.holds = true;
        LockSupport.unpark(next.thread);
    }

    private static void awaitBaton(Actor me) {
        while (!me.holds) {
            LockSupport.park(me);
        }
        me.holds = false;
    }
}
