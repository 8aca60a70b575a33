package io.milepost.reporting.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Types and fields of what delivery-handover-service says of how a delivery goes, as reports use them: what the customer accepts, when it
 * rests, what goes wrong, what is to be changed, and whether goods are in time. Nothing of it is free text.
 */
public final class CourseFacts {
    public static final String SOURCE = "delivery";
    public static final String REQUESTED = "acceptance.requested.v1";
    public static final String SINGLE_ACCEPTED = "acceptance.single-point-accepted.v1";
    public static final String ALL_ACCEPTED = "acceptance.comprehensive-accepted.v1";
    public static final String FAILED = "acceptance.failed.v1";
    public static final String SUSPENDED = "delivery-project.suspended.v1";
    public static final String RESUMED = "delivery-project.resumed.v1";
    public static final String DELIVERY_ACCEPTED = "delivery-project.accepted.v1";
    public static final String DELIVERY_CLOSED = "delivery-project.closed.v1";
    public static final String ISSUE_RAISED = "delivery-project.issue-raised.v1";
    public static final String ISSUE_RESOLVED = "delivery-project.issue-resolved.v1";
    public static final String CHANGE_RAISED = "change-request.raised.v1";
    public static final String CHANGE_ASSESSED = "change-request.assessed.v1";
    public static final String CHANGE_SETTLED = "change-request.settled.v1";
    public static final String CHANGE_DROPPED = "change-request.dropped.v1";
    public static final String CHANGE_APPLIED = "change-request.applied.v1";
    public static final String CHANGE_REJECTED = "change-request.rejected.v1";
    public static final String GOODS_OPENED = "fulfilment.opened.v1";
    public static final String TERMS_AGREED = "fulfilment.terms-agreed.v1";
    public static final String GOODS_DELIVERED = "fulfilment.goods-delivered.v1";

    private CourseFacts() {}

    /** {@link #REQUESTED}. */
    public record Requested(UUID point, String kind) {}

    /** {@link #SINGLE_ACCEPTED} and {@link #ALL_ACCEPTED}. */
    public record Accepted(UUID point, LocalDate acceptedOn) {}

    /** {@link #FAILED}. */
    public record Failed(UUID point) {}

    /** {@link #SUSPENDED}. */
    public record Suspended(String cause, LocalDate on) {}

    /** {@link #RESUMED}. */
    public record Resumed(LocalDate on) {}

    /** {@link #DELIVERY_ACCEPTED}. */
    public record DeliveryAccepted(LocalDate acceptedOn) {}

    /** {@link #DELIVERY_CLOSED}. */
    public record DeliveryClosed(LocalDate closedOn) {}

    /** {@link #ISSUE_RAISED}. */
    public record IssueRaised(UUID issueId, String severity) {}

    /** {@link #ISSUE_RESOLVED}. */
    public record IssueResolved(UUID issueId) {}

    /** {@link #CHANGE_RAISED}. */
    public record ChangeRaised(UUID contractId, String owner) {}

    /** {@link #CHANGE_ASSESSED}: what of the contract it touches. */
    public record ChangeAssessed(boolean price, boolean scope, boolean date) {}

    /** {@link #GOODS_OPENED}: for when the customer would like them, if they said so. */
    public record GoodsOpened(
            UUID contractId, String owner, @Nullable LocalDate requestedFor) {}

    /** {@link #TERMS_AGREED}: the day by which all of it has to have arrived. */
    public record TermsAgreed(LocalDate on) {}

    /** {@link #GOODS_DELIVERED}. */
    public record GoodsDelivered(LocalDate agreedOn, LocalDate arrivedOn) {}
}
