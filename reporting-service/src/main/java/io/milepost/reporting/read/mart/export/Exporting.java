package io.milepost.reporting.read.mart.export;

import io.milepost.reporting.read.mart.files.Table;
import io.milepost.reporting.read.mart.files.UnfitException;
import io.milepost.reporting.read.mart.operate.Standing;
import io.milepost.reporting.read.mart.query.QueryException;
import io.milepost.reporting.read.mart.query.RowsQuery;
import io.milepost.reporting.read.mart.query.RowsReading;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Writes all rows of a dataset into a file, each as it is read, so that memory does not depend on how many there are. */
public final class Exporting {
    private final long mostBytes;
    private final Duration time;

    /**
     * Within limits.
     *
     * @param mostBytes of a file
     * @param time that it may take
     */
    public Exporting(long mostBytes, Duration time) {
        this.mostBytes = mostBytes;
        this.time = time;
    }

    /** Nobody wants it any more. */
    static final class AbandonedException extends RuntimeException {
        AbandonedException() {
            super("nobody waits for it any more", null, false, false);
        }
    }

    /** It takes longer than it may. */
    private static final class TooSlowException extends RuntimeException {}

    /** Rows on their way, counted. */
    private static final class Counting {
        private long rows;

        Iterable<Map<String, @Nullable Object>> of(
                Iterable<Map<String, @Nullable Object>> all, long until, BooleanSupplier wanted) {
            return () -> {
                Iterator<Map<String, @Nullable Object>> from = all.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return from.hasNext();
                    }

                    @Override
                    public Map<String, @Nullable Object> next() {
                        if (!wanted.getAsBoolean()) {
                            throw new AbandonedException();
                        }
                        if (System.nanoTime() - until > 0) {
                            throw new TooSlowException();
                        }
                        rows++;
                        return from.next();
                    }
                };
            };
        }
    }

    /**
     * All that is asked for, whatever page.
     *
     * @param standing how complete the rows are, as the file says of itself
     * @param wanted asked again with each row
     */
    public Written write(
            RowsReading reading,
            RowsQuery query,
            Standing standing,
            FileFormat format,
            Path file,
            BooleanSupplier wanted) {
        long until = System.nanoTime() + time.toNanos();
        try (var out = new Measured(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), mostBytes)) {
            var counting = new Counting();
            String position = reading.all(query, time, (columns, rows, reached) -> {
                var about = new LinkedHashMap<String, String>();
                about.put("dataset", query.of().dataset().name());
                about.put("asOf", query.asOf().toString());
                if (query.knownAt() != null) {
                    about.put("knownAt", query.knownAt().toString());
                }
                about.put("position", reached);
                about.put("state", standing.state(0).name());
                format.write(new Table(columns, counting.of(rows, until, wanted), about), out);
                return reached;
            });
            out.flush();
            return new Written(counting.rows, out.bytes(), out.sha256(), position);
        } catch (UnfitException e) {
            throw new QueryException("format", "csv or ndjson for this dataset: " + e.getMessage());
        } catch (Measured.TooLargeException e) {
            throw new QueryException("where", "narrower, or format another: the file would have " + e.getMessage());
        } catch (TooSlowException e) {
            throw new QueryException("where", "narrower: the file would take longer than " + time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
