package io.milepost.cli.importing;

import io.milepost.cli.suite.Item;
import java.util.List;

/**
 * What one row (or, for the price list, one file) asks of the suite, step by step; a step is sent when the one before it
 * was done.
 *
 * @param rows how many rows of the file it stands for
 */
record Story(FileKind kind, long line, String key, int rows, List<Step> steps) {

    Story {
        steps = List.copyOf(steps);
    }

    /** Who decides. */
    enum Service {
        LEAD,
        OPPORTUNITY,
        CONTRACT
    }

    record Step(Service service, Item item) {}

    Finding finding(Verdict verdict, String reason) {
        return new Finding(kind.fileName(), line, key, verdict, reason);
    }
}
