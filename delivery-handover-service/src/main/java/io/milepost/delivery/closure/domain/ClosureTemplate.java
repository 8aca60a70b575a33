package io.milepost.delivery.closure.domain;

import static io.milepost.delivery.closure.domain.ClosureItem.*;

import java.util.List;

/**
 * Which items a closure has, as versioned data (R-188, decision 43). An opened closure keeps the items that it was opened with.
 *
 * @param waivable the items that may be let go with a reason; open receivables can be carried over, a missing acceptance cannot
 */
public record ClosureTemplate(String name, int version, List<ClosureItem> items, List<ClosureItem> waivable) {
    public ClosureTemplate {
        items = List.copyOf(items);
        waivable = List.copyOf(waivable);
    }

    public static final ClosureTemplate STANDARD = new ClosureTemplate(
            "standard",
            1,
            List.of(COMPREHENSIVE_ACCEPTANCE, SETTLEMENT, FULL_COLLECTION, ARCHIVE),
            List.of(FULL_COLLECTION));

    /** What a strategic deal asks for besides; people are released and lessons kept whatever happens. */
    public static final ClosureTemplate STRATEGIC = new ClosureTemplate(
            "strategic",
            1,
            List.of(HANDOVER, SUMMARY_REPORT, LESSONS, PEOPLE_RELEASED, FINANCIAL_EVALUATION, QUALITY_EVALUATION),
            List.of(SUMMARY_REPORT, FINANCIAL_EVALUATION, QUALITY_EVALUATION));
}
