package io.milepost.reporting.inbound.lead;

/** Types and fields of lead-service's appraisal events that reports use; nothing that was said of a member in words. */
public final class AppraisalFacts {
    public static final String SOURCE = "lead";
    public static final String OPENED = "appraisal.opened.v1";
    public static final String SCORED = "appraisal.scored.v1";
    public static final String SIGNED_OFF = "appraisal.signed-off.v1";

    private AppraisalFacts() {}

    /** {@link #OPENED}: of a member for 2026, 2026-Q1 or 2026-03. */
    public record Opened(String member, String period) {}

    /** {@link #SCORED}: from 0 to 100. */
    public record Scored(long score) {}
}
