package io.milepost.cli.importing;

import java.util.Comparator;

/**
 * A row that is not in the suite as the file has it.
 *
 * @param line in the file, the header being line 1
 * @param key first column of the row
 */
public record Finding(String file, long line, String key, Verdict verdict, String reason) {

    static final Comparator<Finding> IN_FILE_ORDER =
            Comparator.comparing(Finding::file).thenComparingLong(Finding::line);

    @Override
    public String toString() {
        return "%s:%d %s %s: %s".formatted(file, line, verdict, key, reason);
    }
}
