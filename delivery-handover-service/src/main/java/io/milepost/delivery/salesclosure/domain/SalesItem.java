package io.milepost.delivery.salesclosure.domain;

import java.util.List;

/** What has to be done before a sales project closes. */
public enum SalesItem {
    PROJECT_REVIEW,
    SUMMARY_REPORT,
    LESSONS,
    PEOPLE_RELEASED,
    FINANCIAL_EVALUATION,
    QUALITY_EVALUATION,
    ARCHIVE;

    /** What a strategic deal asks for, however it ended (decision 43). */
    static final List<SalesItem> STRATEGIC = List.of(values());

    /** People are released, lessons kept and papers filed whatever happens. */
    static final List<SalesItem> WAIVABLE =
            List.of(PROJECT_REVIEW, SUMMARY_REPORT, FINANCIAL_EVALUATION, QUALITY_EVALUATION);
}
