package io.milepost.reporting.inbound.opportunity;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of opportunity-service's events that reports use. */
public final class OpportunityFacts {
    public static final String SOURCE = "opportunity";
    public static final String IDENTIFIED = "opportunity.identified.v1";
    public static final String QUALIFIED = "opportunity.qualified.v1";
    public static final String AUTHORIZED = "opportunity.authorized.v1";
    public static final String REJECTED = "opportunity.rejected.v1";
    public static final String VALUE_UPDATED = "opportunity.value-updated.v1";
    public static final String LOST = "opportunity.lost.v1";
    public static final String WITHDRAWN = "opportunity.withdrawn.v1";
    public static final String WON = "opportunity.won.v1";
    public static final String REOPENED = "opportunity.reopened.v1";
    public static final String STAGE_ENTERED = "opportunity.stage-entered.v1";
    public static final String STAGE_SUCCEEDED = "opportunity.stage-succeeded.v1";
    public static final String STAGE_ADVANCED = "opportunity.stage-advanced.v1";
    public static final String STAGE_ADVANCE_REJECTED = "opportunity.stage-advance-rejected.v1";
    public static final String STAGE_REGRESSED = "opportunity.stage-regressed.v1";
    public static final String WIN_PROBABILITY_CHANGED = "opportunity.win-probability-changed.v1";
    public static final String OWNER_CHANGED = "opportunity.owner-changed.v1";
    public static final String PRODUCT_CHANGED = "opportunity.product-changed.v1";
    public static final String ACCOUNT_ASSIGNED = "opportunity.account-assigned.v1";
    public static final String CLOSE_EXPECTED = "opportunity.close-expected.v1";

    private OpportunityFacts() {}

    /**
     * {@link #IDENTIFIED}: whose it is and what it may bring, if anybody has said so.
     *
     * @param stages those of its sales process; absent where it is one that the product comes with
     */
    public record Identified(
            String owner,
            @Nullable Money expectedValue,
            @Nullable List<Stage> stages) {
        public Identified {
            stages = stages == null ? null : List.copyOf(stages);
        }

        /** Of a stage its place only. */
        public record Stage(int number) {}
    }

    /** {@link #IDENTIFIED}, and in part {@link #QUALIFIED} and {@link #PRODUCT_CHANGED}: what it is about, as far as anybody has said so. */
    public record Described(
            @Nullable String name,
            @Nullable String product,
            @Nullable UUID accountId,
            @Nullable LocalDate expectedCloseOn,
            @Nullable String template,
            @Nullable UUID leadId,
            @Nullable Source source) {}

    /** Where the lead came from. */
    public record Source(String channel, @Nullable String campaign) {}

    /** {@link #OWNER_CHANGED}: whose it is from then on. */
    public record OwnerChanged(String owner) {}

    /** {@link #ACCOUNT_ASSIGNED}. */
    public record AccountAssigned(UUID accountId) {}

    /** {@link #CLOSE_EXPECTED}: another day than before. */
    public record CloseExpected(LocalDate expectedCloseOn) {}

    /** {@link #LOST}, {@link #WITHDRAWN} and {@link #REJECTED}: why. */
    public record Ended(String reason, @Nullable String cause) {}

    /** {@link #VALUE_UPDATED}. */
    public record ValueUpdated(Money expectedValue) {}

    /** {@link #LOST} and {@link #WITHDRAWN}: the calendar day that the business says. */
    public record Closed(LocalDate closedOn) {}

    /** {@link #WON}: the value is that of the contract. */
    public record Won(Money value, LocalDate closedOn) {}

    /** {@link #STAGE_ENTERED}: its last milestone was reached on that day. */
    public record StageEntered(int stage, LocalDate on) {}

    /** {@link #STAGE_ADVANCED} and {@link #STAGE_REGRESSED}: the stage in which it stands nominally from then on. */
    public record StageMoved(int to) {}

    /** {@link #WIN_PROBABILITY_CHANGED}, in whole percent. */
    public record WinProbability(int probability) {}

    /** {@link #STAGE_ADVANCE_REJECTED}: the codes of what the stage still lacks. */
    public record AdvanceRejected(int stage, List<String> missing) {
        public AdvanceRejected {
            missing = List.copyOf(missing);
        }
    }
}
