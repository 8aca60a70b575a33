package io.milepost.platform.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Lets a bounded number of requests be at work. Those that wait have their turns caller by caller, so that a caller with one request does
 * not wait behind the hundreds of another; and no caller has more than three quarters of the turns, so that there is one for the next.
 */
final class FairTurns {
    private final int mostOfOne;
    private final int mostWaiting;
    private final Duration patience;
    private final Scheduler scheduler;
    private final Map<String, Line> lines = new HashMap<>();

    /** Callers with somebody waiting, in the order of their turns. */
    private final Queue<Line> ring = new ArrayDeque<>();

    private int free;

    /**
     * All free.
     *
     * @param turns how many requests may be at work
     * @param mostWaiting how many of one caller may wait
     * @param patience how long one waits
     * @param scheduler on which one that has waited goes on
     */
    FairTurns(int turns, int mostWaiting, Duration patience, Scheduler scheduler) {
        this.free = turns;
        this.mostOfOne = Math.max(1, turns * 3 / 4);
        this.mostWaiting = mostWaiting;
        this.patience = patience;
        this.scheduler = scheduler;
    }

    /** No turn came in time, or too many of the same caller wait. */
    static final class TooBusy extends Exception {
        private static final long serialVersionUID = 1;

        private TooBusy() {
            super("no turn in time", null, false, false);
        }
    }

    /** Of one caller. */
    private static final class Line {
        private final String caller;
        private final Queue<Ticket> waiting = new ArrayDeque<>();
        private int atWork;

        private Line(String caller) {
            this.caller = caller;
        }
    }

    /** Of one request: it waits, or is at work, or neither any more. */
    private static final class Ticket {
        private final Line line;
        private @Nullable MonoSink<Boolean> waits;
        private boolean isAtWork;

        private Ticket(Line line) {
            this.line = line;
        }
    }

    /** Does this when the caller has its turn, which ends with it. */
    Mono<Void> inTurn(String caller, Mono<Void> work) {
        return Mono.defer(() -> {
            var ticket = takeAtOnce(caller);
            var begun = ticket.isAtWork
                    ? work
                    : Mono.<Boolean>create(sink -> await(ticket, sink))
                            .publishOn(scheduler)
                            .then(work);
            return begun.doFinally(_ -> end(ticket));
        });
    }

    /** Requests at work and waiting. */
    synchronized int held() {
        return lines.values().stream()
                .mapToInt(line -> line.atWork + line.waiting.size())
                .sum();
    }

    private synchronized Ticket takeAtOnce(String caller) {
        var line = lines.computeIfAbsent(caller, Line::new);
        var ticket = new Ticket(line);
        if (free > 0 && line.atWork < mostOfOne && line.waiting.isEmpty()) {
            begin(ticket);
        }
        return ticket;
    }

    private void begin(Ticket ticket) {
        free--;
        ticket.line.atWork++;
        ticket.isAtWork = true;
    }

    private void await(Ticket ticket, MonoSink<Boolean> sink) {
        var line = ticket.line;
        synchronized (this) {
            if (line.waiting.size() < mostWaiting) {
                lines.putIfAbsent(line.caller, line);
                if (line.waiting.isEmpty()) {
                    ring.add(line);
                }
                line.waiting.add(ticket);
                ticket.waits = sink;
                serveNext();
            }
        }
        if (ticket.waits == null) {
            sink.error(new TooBusy());
        } else {
            var giveUp = scheduler.schedule(() -> giveUp(ticket, sink), patience.toMillis(), TimeUnit.MILLISECONDS);
            sink.onDispose(giveUp);
        }
    }

    private void giveUp(Ticket ticket, MonoSink<Boolean> sink) {
        if (leave(ticket)) {
            sink.error(new TooBusy());
        }
    }

    private synchronized boolean leave(Ticket ticket) {
        var line = ticket.line;
        boolean waited = line.waiting.remove(ticket);
        if (waited && line.waiting.isEmpty()) {
            ring.remove(line);
        }
        return waited;
    }

    /** Whatever became of it, a caller that went away included. */
    private synchronized void end(Ticket ticket) {
        leave(ticket);
        if (ticket.isAtWork) {
            ticket.isAtWork = false;
            ticket.line.atWork--;
            free++;
            serveNext();
        }
        if (ticket.line.atWork == 0 && ticket.line.waiting.isEmpty()) {
            lines.remove(ticket.line.caller, ticket.line);
        }
    }

    /** The first caller in the ring that may have a turn has one, and stands behind the others again. */
    private void serveNext() {
        for (int looked = ring.size(); looked > 0 && free > 0; looked--) {
            var line = ring.remove();
            var next = line.atWork < mostOfOne ? line.waiting.remove() : null;
            var waits = next == null ? null : next.waits;
            if (next != null && waits != null) {
                begin(next);
                waits.success(true);
            }
            if (!line.waiting.isEmpty()) {
                ring.add(line);
            }
        }
    }
}
