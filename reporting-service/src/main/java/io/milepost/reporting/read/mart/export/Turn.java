package io.milepost.reporting.read.mart.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** One file of those that may be made at once; its turn is over, and the file gone, when it is neither written nor read any more. */
public final class Turn {
    private final Semaphore turns;
    private final Path file;
    private boolean writing;
    private boolean ended;

    private Turn(Semaphore turns, Path file) {
        this.turns = turns;
        this.file = file;
    }

    /** As many as there may be. */
    public static final class Turns {
        private final Semaphore turns;

        public Turns(int most) {
            this.turns = new Semaphore(most);
        }

        /** Empty while all are taken. */
        public Optional<Turn> take() {
            if (!turns.tryAcquire()) {
                return Optional.empty();
            }
            boolean taken = false;
            try {
                var turn = new Turn(turns, Files.createTempFile("milepost-export-", ".tmp"));
                taken = true;
                return Optional.of(turn);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                if (!taken) {
                    turns.release();
                }
            }
        }
    }

    /** Has it written, unless it has ended already. */
    public <T> T of(Function<Path, T> writer) {
        synchronized (this) {
            if (ended) {
                throw new Exporting.AbandonedException();
            }
            writing = true;
        }
        try {
            return writer.apply(file);
        } finally {
            boolean over;
            synchronized (this) {
                writing = false;
                over = ended;
            }
            if (over) {
                clear();
            }
        }
    }

    public Path file() {
        return file;
    }

    /** Whether somebody still waits for it. */
    public synchronized boolean isWanted() {
        return !ended;
    }

    /** Nobody waits for it any more; what is being written ends with the next row. */
    public void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            if (writing) {
                return;
            }
        }
        clear();
    }

    private void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turns.release();
        }
    }
}
