package io.milepost.reporting.read.mart.export;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file that is still there.
 *
 * @param of the dataset or report that it is of
 * @param file where it is: below the directory of exports, or under which path it is fetched
 * @param until the last day on which it is there; null where nothing deletes it
 * @param position of each source up to which its rows are
 */
public record KeptFile(
        Kind kind,
        String of,
        String file,
        String format,
        Instant madeAt,
        @Nullable LocalDate until,
        String position,
        String sha256) {

    /** How it came about. */
    public enum Kind {
        /** A whole dataset in the folder of a night. */
        NIGHTLY,
        /** A report that somebody is sent regularly. */
        SCHEDULED
    }

    /** How far its rows are in the log of a service; 0 where they have nothing of it. */
    public long reached(String source) {
        for (String part : position.split(",", -1)) {
            var said = part.split("=", 2);
            if (said.length == 2 && said[0].equals(source)) {
                return Long.parseLong(said[1]);
            }
        }
        return 0;
    }
}
