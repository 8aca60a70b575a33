package io.milepost.delivery.closure;

import static io.milepost.delivery.closure.Closure.ClosureItem.*;

import io.milepost.delivery.closure.Closure.ClosureItem;
import java.util.List;

/**
 * Which items a closure has, as versioned data (R-188, decision 43). An opened closure keeps the items with which it was opened.
 *
 * @param waivable the items that may be waived for a reason; open receivables can be carried over, a missing acceptance cannot
 */
public record ClosureTemplate(String name, int version, List<ClosureItem> items, List<ClosureItem> waivable) {
    public static final ClosureTemplate STANDARD = new ClosureTemplate(
            "standard",
            1,
            List.of(COMPREHENSIVE_ACCEPTANCE, SETTLEMENT, FULL_COLLECTION, ARCHIVE),
            List.of(FULL_COLLECTION));

    /** What a strategic deal needs as well; releasing people and recording lessons is never waived. */
    public static final ClosureTemplate STRATEGIC = new ClosureTemplate(
            "strategic",
            1,
            List.of(HANDOVER, SUMMARY_REPORT, LESSONS, PEOPLE_RELEASED, FINANCIAL_EVALUATION, QUALITY_EVALUATION),
            List.of(SUMMARY_REPORT, FINANCIAL_EVALUATION, QUALITY_EVALUATION));

    public ClosureTemplate {
        items = List.copyOf(items);
        waivable = List.copyOf(waivable);
    }
}
