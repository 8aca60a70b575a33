package io.milepost.cli.importing;

import io.milepost.cli.suite.Item;
import java.util.List;

/**
 * What one row, or the products together, ask of the suite, step by step; a step is sent when the one before it was done.
 *
 * @param rows of the file for which it stands, one at least
 * @param steps none where it is known before that nothing is to be done
 * @param ending when all steps are done and none did anything new
 */
record Story(FileKind kind, List<Row> rows, List<Step> steps, Ending ending) {

    Story {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    /** A row by its line and first column. */
    record Row(long line, String key) {}

    /** Who decides. */
    enum Service {
        LEAD,
        OPPORTUNITY,
        CONTRACT
    }

    record Step(Service service, Item item) {}

    /**
     * How it came out.
     *
     * @param code by which a service said no, else empty
     * @param pointer to what the service points at, else empty
     * @param reason empty where nothing is to be said
     */
    record Ending(Verdict verdict, String code, String pointer, String reason) {
        static final Ending APPLIED = new Ending(Verdict.APPLIED, "", "", "");
        static final Ending REPLAYED = new Ending(Verdict.REPLAYED, "", "", "");
    }

    static Story of(FileKind kind, long line, String key, List<Step> steps) {
        return new Story(kind, List.of(new Row(line, key)), steps, Ending.REPLAYED);
    }

    /** Of its first row. */
    String key() {
        return rows.getFirst().key();
    }

    List<Finding> findings(Ending ending) {
        return rows.stream()
                .map(row -> new Finding(
                        kind.fileName(),
                        row.line(),
                        row.key(),
                        ending.verdict(),
                        ending.code(),
                        ending.pointer(),
                        ending.reason()))
                .toList();
    }
}
