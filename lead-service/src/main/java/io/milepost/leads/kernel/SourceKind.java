package io.milepost.leads.kernel;

/** Where a fact about the market or a competitor comes from. */
public enum SourceKind {
    VISIT,
    INTERVIEW,
    QUESTIONNAIRE,
    INDUSTRY_REPORT,
    WEB,
    CONFERENCE,
    DATA_ANALYSIS
}
