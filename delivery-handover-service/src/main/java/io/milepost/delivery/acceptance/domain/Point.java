package io.milepost.delivery.acceptance.domain;

import io.milepost.delivery.acceptance.domain.Progress.Passed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be accepted.
 *
 * @param item what it is; every single point has one
 * @param qualityStandard the contract's standard that it is measured against
 */
public record Point(
        UUID point, AcceptanceKind kind, @Nullable String item, String qualityStandard, Progress progress) {

    boolean isComprehensive() {
        return kind == AcceptanceKind.COMPREHENSIVE;
    }

    boolean isPassed() {
        return progress instanceof Passed;
    }

    /** What people call it. */
    String title() {
        return item == null ? kind.name() : item;
    }

    Point at(Progress next) {
        return new Point(point, kind, item, qualityStandard, next);
    }
}
