package io.milepost.cli.importing;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line every two seconds at most: how many rows are through, how fast; and, apart from that, why something waits. */
final class Progress {
    private static final long INTERVAL_NANOS = 2_000_000_000L;

    private final PrintStream out;
    private final LongSupplier nanos;
    private final int rows;
    private final long start;
    private long lastLine;
    private long lastTrouble;
    private int finishedRows;
    private long sentCommands;

    Progress(PrintStream out, LongSupplier nanos, int rows) {
        this.out = out;
        this.nanos = nanos;
        this.rows = rows;
        this.start = nanos.getAsLong();
        this.lastLine = start;
        this.lastTrouble = start - INTERVAL_NANOS;
    }

    synchronized void sent(int commands) {
        sentCommands += commands;
        line();
    }

    synchronized void finished(int more) {
        finishedRows += more;
        line();
    }

    synchronized void trouble(String why) {
        var now = nanos.getAsLong();
        if (now - lastTrouble >= INTERVAL_NANOS) {
            lastTrouble = now;
            out.printf(Locale.ROOT, "%6.1f s  waiting: %s%n", seconds(now), why);
        }
    }

    synchronized double seconds() {
        return seconds(nanos.getAsLong());
    }

    synchronized long sent() {
        return sentCommands;
    }

    private void line() {
        var now = nanos.getAsLong();
        if (now - lastLine >= INTERVAL_NANOS || finishedRows == rows) {
            lastLine = now;
            out.printf(
                    Locale.ROOT,
                    "%6.1f s  %,d of %,d rows (%d %%), %,d commands, %,.0f a second%n",
                    seconds(now),
                    finishedRows,
                    rows,
                    rows == 0 ? 100 : 100L * finishedRows / rows,
                    sentCommands,
                    sentCommands / Math.max(0.001, seconds(now)));
        }
    }

    private double seconds(long now) {
        return (now - start) / 1e9;
    }
}
