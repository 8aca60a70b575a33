package io.milepost.contracts.changeorder;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.contracts.changeorder.ChangeOrder.*;
import io.milepost.contracts.changeorder.ChangeOrderCommand.*;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.contract.Contract;
import io.milepost.contracts.contract.ContractCatalogue;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.AmendedTerms;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.PaymentMove;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.paymentschedule.PaymentSchedule;
import io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The change order's commands and events, with paths, roles and names, the day that it waits for, and who is told of a rejection. */
public final class ChangeOrderCatalogue {

    public static final Catalogue<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> CHANGE_ORDER = Catalogue.of(
                    "change-order", "change-orders", ChangeOrder.DECIDER)
            .creates(RequestChange.class, Assessing::request, SALES_REP, SALES_MANAGER, LEGAL, DELIVERY_MANAGER)
            .reads(
                    RequestChange.class,
                    () -> ContractCatalogue.CONTRACT,
                    (_, request) -> request.contractId(),
                    ContractToChange.class,
                    ChangeOrderCatalogue::contract)
            .command(AssessImpact.class, SALES_REP, SALES_MANAGER, LEGAL, DELIVERY_MANAGER)
            .reads(
                    AssessImpact.class,
                    () -> ContractCatalogue.CONTRACT,
                    (order, _) -> contractOf(order),
                    ContractToChange.class,
                    ChangeOrderCatalogue::contract)
            .reads(
                    AssessImpact.class,
                    () -> PaymentScheduleCatalogue.PAYMENT_SCHEDULE,
                    (order, _) -> contractOf(order),
                    MovablePayments.class,
                    ChangeOrderCatalogue::movable)
            .command(SubmitChange.class, SALES_REP, SALES_MANAGER)
            .reads(
                    SubmitChange.class,
                    () -> ContractCatalogue.CONTRACT,
                    (order, _) -> contractOf(order),
                    ContractToChange.class,
                    ChangeOrderCatalogue::contract)
            .command(AssignChangeReview.class, LEGAL, FINANCE, ENGINEERING, SALES_MANAGER)
            .narrowing(AssignChangeReview.class, assign -> Set.of(departmentOf(assign.review())))
            .command(DecideChange.class, LEGAL, FINANCE, ENGINEERING, SALES_MANAGER)
            .narrowing(DecideChange.class, decide -> Set.of(departmentOf(decide.review())))
            .duty(
                    DecideChange.class,
                    Duty.ofPart(
                            DecideChange.class,
                            "the member to whom the review is assigned",
                            (order, decide) -> AssignedReview.reviewersOf(decide.review(), assignedOf(order))))
            .command(SignChange.class, SALES_MANAGER, LEGAL)
            .reads(
                    SignChange.class,
                    () -> ContractCatalogue.CONTRACT,
                    (order, _) -> contractOf(order),
                    ContractToChange.class,
                    ChangeOrderCatalogue::contract)
            .command(ApplyChange.class)
            .command(WithdrawChange.class, SALES_REP, SALES_MANAGER, LEGAL)
            .event(ChangeOrderRequested.class, "change-order.requested", 1)
            .event(ChangeImpactAssessed.class, "change-order.impact-assessed", 1)
            .event(ChangeReviewRequested.class, "change-order.review-requested", 1)
            .event(ChangeReviewAssigned.class, "change-order.review-assigned", 1)
            .event(ChangeReviewPassed.class, "change-order.review-passed", 1)
            .event(ChangeOrderApproved.class, "change-order.approved", 1)
            .event(ChangeOrderRejected.class, "change-order.rejected", 1)
            .event(ChangePartySigned.class, "change-order.party-signed", 1)
            .personal(ChangePartySigned.class, ChangeOrderCatalogue::signatory, "signatory")
            .event(ChangeOrderSigned.class, "change-order.signed", 1)
            .event(ChangeOrderApplied.class, "change-order.applied", 1)
            .event(ChangeOrderWithdrawn.class, "change-order.withdrawn", 1)
            .rootedBy(ChangeOrderEvent::contractId)
            .ownedBy(order -> order.request().owner())
            .refusals(
                    No.class,
                    REASON_MISSING,
                    TEXT_MISSING,
                    CURRENCIES_MIXED,
                    AMOUNT_TOO_LARGE,
                    DAY_IN_FUTURE,
                    DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** A signed change is applied when the day begins from which it counts. */
    public static final Due<ChangeOrder> EFFECTIVE_DAY = new Due<>(
            "change-effective",
            CHANGE_ORDER,
            ApplyChange.class,
            order -> order instanceof Signed signed
                    ? List.of(DueDate.startOf(signed.signature().effectiveOn(), new ApplyChange()))
                    : List.of());

    /** Who asked for a change learns that a department does not let it pass. */
    public static final NoticeRule<ChangeOrderRejected> REJECTED_NOTICE = notice("change-order-rejected")
            .on(CHANGE_ORDER, ChangeOrderRejected.class)
            .to(OWNER, MANAGER);

    /** To whom a review is assigned, or handed over, learns that it waits. */
    public static final NoticeRule<ChangeReviewAssigned> REVIEW_NOTICE = notice("change-review-due")
            .on(CHANGE_ORDER, ChangeReviewAssigned.class)
            .about(assigned -> "review " + assigned.review())
            .concerning(ChangeReviewAssigned::reviewer)
            .to(OWNER);

    private ChangeOrderCatalogue() {}

    private static List<AssignedReview> assignedOf(ChangeOrder order) {
        return order instanceof InReview review ? review.assigned() : List.of();
    }

    private static @Nullable UUID contractOf(@Nullable ChangeOrder order) {
        return order == null ? null : order.request().contractId();
    }

    private static ContractToChange contract(Contract contract) {
        var draft = contract.draft();
        var agreement = contract.agreement();
        return new ContractToChange(
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                agreement.value(),
                contract.numberedLines(),
                agreement.terms(),
                agreement.clauses(),
                agreement.wording(),
                contract.reviewers(),
                contract.assignedReviews(),
                contract.signedOn().orElse(null),
                contract.isClosed());
    }

    private static MovablePayments movable(PaymentSchedule schedule) {
        return new MovablePayments(schedule.movable());
    }

    /** A department decides only its own review; of the whole, whoever answers for the sale. */
    private static Role departmentOf(Review review) {
        return switch (review) {
            case LEGAL -> LEGAL;
            case FINANCE -> FINANCE;
            case TECHNICAL -> ENGINEERING;
            case WHOLE -> SALES_MANAGER;
        };
    }

    /** Each party's signatory is a separate person, so that one can be forgotten without the other. */
    private static UUID signatory(UUID order, ChangePartySigned signature) {
        return UUID.nameUUIDFromBytes(
                "signatory %s of %s".formatted(signature.party(), order).getBytes(UTF_8));
    }

    /**
     * What a read shows of a change order.
     *
     * @param status REQUESTED, ASSESSED, IN_REVIEW, APPROVED, PARTLY_SIGNED, SIGNED, APPLIED, REJECTED or WITHDRAWN
     * @param priceChange what it adds to the value, once it is assessed; so with all that follows
     * @param effectiveOn from which day it counts, where that is agreed or both have signed
     * @param reviewers whose which review is, while it waits for them; the other ones are their departments'
     * @param endReason why it was rejected or withdrawn
     */
    public record View(
            String status,
            UUID contractId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Origin origin,
            String subject,
            @Nullable String reason,
            @Nullable String reference,
            LocalDate requestedOn,
            @Nullable Money priceChange,
            @Nullable Money previousValue,
            @Nullable Money value,
            List<AmendedLine> lines,
            @Nullable AmendedTerms previousTerms,
            @Nullable AmendedTerms terms,
            List<Clause> clauses,
            List<PaymentTerm> payments,
            List<PaymentMove> moves,
            @Nullable String explanation,
            List<Review> openReviews,
            List<Review> passedReviews,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable String endReason,
            List<AssignedReview> reviewers) {
        static View of(ChangeOrder order) {
            var request = order.request();
            var impact = order.impact();
            var signed = signatureOf(order);
            return new View(
                    statusOf(order),
                    request.contractId(),
                    request.opportunityId(),
                    request.accountId(),
                    request.owner(),
                    request.origin(),
                    request.subject(),
                    request.reason(),
                    request.reference(),
                    request.requestedOn(),
                    impact == null ? null : impact.priceChange(),
                    impact == null ? null : impact.previousValue(),
                    impact == null ? null : impact.value(),
                    impact == null ? List.of() : impact.lines(),
                    impact == null ? null : impact.previousTerms(),
                    impact == null ? null : impact.terms(),
                    impact == null ? List.of() : orNone(impact.clauses()),
                    impact == null ? List.of() : orNone(impact.payments()),
                    impact == null ? List.of() : orNone(impact.moves()),
                    impact == null ? null : impact.explanation(),
                    order instanceof InReview review ? review.open() : List.of(),
                    passedOf(order),
                    signed == null ? null : signed.signedOn(),
                    effectiveDayOf(order),
                    order instanceof Ended ended ? ended.reason() : null,
                    assignedOf(order));
        }
    }

    private static String statusOf(ChangeOrder order) {
        return switch (order) {
            case Requested _ -> "REQUESTED";
            case Assessed _ -> "ASSESSED";
            case InReview _ -> "IN_REVIEW";
            case Approved approved -> approved.first() == null ? "APPROVED" : "PARTLY_SIGNED";
            case Signed _ -> "SIGNED";
            case Applied _ -> "APPLIED";
            case Ended ended -> ended.rejected() ? "REJECTED" : "WITHDRAWN";
        };
    }

    private static List<Review> passedOf(ChangeOrder order) {
        return switch (order) {
            case InReview review -> review.passed();
            case Approved(var _, var impact, var _, var _) -> impact.reviews();
            case Signed(var _, var impact, var _) -> impact.reviews();
            case Applied(var _, var impact, var _) -> impact.reviews();
            case Requested _, Assessed _, Ended _ -> List.of();
        };
    }

    private static @Nullable ChangeOrderSigned signatureOf(ChangeOrder order) {
        return switch (order) {
            case Signed signed -> signed.signature();
            case Applied applied -> applied.signature();
            case Requested _, Assessed _, InReview _, Approved _, Ended _ -> null;
        };
    }

    private static @Nullable LocalDate effectiveDayOf(ChangeOrder order) {
        var signed = signatureOf(order);
        if (signed != null) {
            return signed.effectiveOn();
        }
        var impact = order.impact();
        return impact == null ? null : impact.effectiveOn();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
