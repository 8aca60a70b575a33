package io.milepost.reporting.inbound.lead;

import io.milepost.platform.value.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of lead-service's lead events that reports use; nothing of people at customers. */
public final class LeadFacts {
    public static final String SOURCE = "lead";
    public static final String CAPTURED = "lead.captured.v1";
    public static final String ASSIGNED = "lead.assigned.v1";
    public static final String ASSIGNED_TO_TEAM = "lead.assigned-to-team.v1";
    public static final String QUALIFIED = "lead.qualified.v1";
    public static final String DISQUALIFIED = "lead.disqualified.v1";
    public static final String DISCARDED = "lead.discarded.v1";
    public static final String MERGED = "lead.merged.v1";
    public static final String SEGMENTED = "lead.segmented.v1";
    public static final String CONVERTED = "lead.converted.v1";

    private LeadFacts() {}

    /** {@link #CAPTURED}: where it came from. */
    public record Captured(
            @Nullable String channel, @Nullable String campaign) {}

    /** {@link #ASSIGNED}: whose it is from then on. */
    public record Assigned(String owner) {}

    /** {@link #SEGMENTED}: the code of the segment in which it is from then on. */
    public record Segmented(String segment) {}

    /** {@link #CONVERTED}: the deal that comes of it, under whom, and what it may be worth. */
    public record Converted(
            UUID opportunityId, String owner, @Nullable Money expectedValue) {}
}
