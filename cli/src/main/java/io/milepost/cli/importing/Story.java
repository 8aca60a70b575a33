package io.milepost.cli.importing;

import io.milepost.cli.suite.Item;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one row, or the products together, ask of the suite, step by step; a step is sent when the one before it was done.
 *
 * @param rows of the file for which it stands, one at least
 * @param steps none where it is known before that nothing is to be done
 * @param ending when all steps are done and none did anything new
 * @param revision what follows the row where the suite has another content of it, asked for when that is known; null where nothing does
 */
record Story(
        FileKind kind,
        List<Row> rows,
        List<Step> steps,
        Ending ending,
        @Nullable Supplier<Story> revision) {

    Story {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    Story(FileKind kind, List<Row> rows, List<Step> steps, Ending ending) {
        this(kind, rows, steps, ending, null);
    }

    Story revisedBy(Supplier<Story> other) {
        return new Story(kind, rows, steps, ending, other);
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

    List<Finding> findings(Ending ending, String file) {
        return rows.stream()
                .map(row -> new Finding(
                        file,
                        row.line(),
                        row.key(),
                        ending.verdict(),
                        ending.code(),
                        ending.pointer(),
                        ending.reason()))
                .toList();
    }
}
