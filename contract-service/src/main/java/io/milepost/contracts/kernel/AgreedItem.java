package io.milepost.contracts.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the agreed solution a line is, as its quotation had it: a version of the solution, or a position of a version of its
 * bill.
 */
public record AgreedItem(
        @Nullable UUID solutionId,
        @Nullable Integer solutionVersion,
        @Nullable UUID billId,
        @Nullable Integer billVersion,
        @Nullable String position) {

    /** Whether it names something: a solution, or a bill and its position, in versions that there can be. */
    public boolean namesSomething() {
        return (billId == null ? solutionId != null && position == null : position != null && !position.isBlank())
                && isVersion(solutionVersion)
                && isVersion(billVersion);
    }

    private static boolean isVersion(@Nullable Integer number) {
        return number == null || number >= 1;
    }
}
