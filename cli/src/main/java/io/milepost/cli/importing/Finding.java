package io.milepost.cli.importing;

import java.util.Comparator;

/**
 * A row that is not in the suite as the file has it. Its texts are short and visible, whatever the file holds.
 *
 * @param line in the file, the header being line 1
 * @param key first column of the row
 * @param code by which a service said no, empty if none did
 * @param pointer to what is at fault: the column of a bad row, the field of a refused command; empty for all of it
 */
public record Finding(String file, long line, String key, Verdict verdict, String code, String pointer, String reason) {

    static final Comparator<Finding> IN_FILE_ORDER =
            Comparator.comparing(Finding::file).thenComparingLong(Finding::line);

    public Finding {
        key = Shown.cell(key);
        pointer = Shown.sentence(pointer);
        reason = Shown.sentence(reason);
    }

    @Override
    public String toString() {
        return "%s:%d %s %s: %s".formatted(file, line, verdict, key, reason);
    }
}
