package io.milepost.delivery.closure.domain;

/** What has to be done before a project closes. */
public enum ClosureItem {
    COMPREHENSIVE_ACCEPTANCE,
    SETTLEMENT,
    FULL_COLLECTION,
    ARCHIVE
}
