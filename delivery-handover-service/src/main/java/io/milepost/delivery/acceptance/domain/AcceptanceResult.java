package io.milepost.delivery.acceptance.domain;

/** What the customer says after the inspection. */
public enum AcceptanceResult {
    PASSED,
    /** Accepted, with something still to be put right that holds nothing back. */
    PASSED_WITH_REMARKS,
    FAILED
}
