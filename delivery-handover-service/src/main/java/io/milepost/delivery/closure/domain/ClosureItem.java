package io.milepost.delivery.closure.domain;

/** What has to be done before a delivery project closes. */
public enum ClosureItem {
    COMPREHENSIVE_ACCEPTANCE,
    SETTLEMENT,
    FULL_COLLECTION,
    ARCHIVE,
    HANDOVER,
    SUMMARY_REPORT,
    LESSONS,
    PEOPLE_RELEASED,
    FINANCIAL_EVALUATION,
    QUALITY_EVALUATION
}
