package io.milepost.contracts.changeorder;

import static io.milepost.contracts.changeorder.ChangeOrder.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.contracts.changeorder.ChangeOrderCommand.*;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.contracts.kernel.Terms;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A change of a signed contract, from the request to the day on which it is applied (R-138, gate G17). */
public sealed interface ChangeOrder {
    Decider<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> DECIDER =
            new Decider<>(ChangeOrder::decide, ChangeOrder::begin, ChangeOrder::evolve);

    enum No implements Refusal {
        CONTRACT_NOT_SIGNED(state("only a signed contract has change orders; a draft is revised")),
        CONTRACT_ENDED(state("a contract that is closed cannot be changed")),
        CHANGE_NOT_ASSESSED(state("the impact of the change must be assessed first")),
        CHANGE_NOT_APPROVED(state("a change cannot be signed before its reviews have passed")),
        CHANGE_BEING_SIGNED(state("a party has signed the change; withdraw it to change what it says")),
        CHANGE_SIGNED(state("both parties have signed the change")),
        CHANGE_ENDED(state("the change was rejected or withdrawn")),
        CHANGE_NOT_EFFECTIVE_YET(state("the change cannot be applied before the day from which it counts")),
        CHANGE_REVIEW_NOT_OPEN(state("the change does not wait for this review")),
        CHANGE_PARTY_SIGNED(state("this party signed on another day")),
        IMPACT_STALE(state("the contract was amended since; assess the impact anew")),
        SUBJECT_MISSING(rule("a change must say what it is about")),
        IMPACT_MISSING(rule("a change must alter a line, a term, a clause or a payment")),
        LINE_UNKNOWN(rule("the contract has no line of this number")),
        LINE_DOUBLED(rule("a change can name a line only once")),
        LINE_FAULTY(rule("a line needs a product, a quantity above zero and a discount between 0 and 100 percent")),
        VALUE_NEGATIVE(rule("a change cannot take away more than the contract is worth")),
        CLAUSE_FAULTY(rule("a clause needs a code and a text, and a change can name it only once")),
        CLAUSE_KIND_DIFFERS(
                rule(
                        "a clause is standard where it says what the template says, and special elsewhere; leave the kind out")),
        PAYMENTS_FAULTY(rule("the payments of a change must add up to what it adds to the value")),
        PAYMENTS_WITHOUT_INCREASE(rule("only a change that adds to the value has payments of its own")),
        INSTALMENT_NOT_MOVABLE(rule("only an open instalment by date can be moved, and only once")),
        CHANGE_REVIEWER_IS_OWNER(rule("whoever answers for a contract does not review its changes")),
        CHANGE_REVIEWED_BY_OWNER(sender("whoever answers for a contract does not review its changes")),
        EFFECTIVE_BEFORE_CONTRACT(rule("a change cannot count from a day before the contract was signed")),
        ONE_FOR_BOTH_PARTIES(sender("whoever noted the signature of one party cannot note that of the other")),
        SIGNED_BEFORE_APPROVED(rule("a change cannot be signed on a day before it was approved"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Who wants the change. */
    enum Origin {
        CUSTOMER,
        OURS,
        /** The work itself, as delivery reports it (decision 33). */
        DELIVERY
    }

    /**
     * What a change has to know of its contract.
     *
     * @param value with all amendments so far
     * @param lines as they stand now
     * @param wording with which its clauses are compared; absent where it has no template
     * @param reviewers who had to review the contract, and so reviews the change
     * @param assigned to whom its reviews were, and so those of the change are
     * @param signedOn absent until both parties have signed
     */
    record ContractToChange(
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<NumberedLine> lines,
            Terms terms,
            List<Clause> clauses,
            @Nullable StandardWording wording,
            List<Review> reviewers,
            List<AssignedReview> assigned,
            @Nullable LocalDate signedOn,
            boolean closed) {
        public ContractToChange {
            lines = List.copyOf(lines);
            clauses = List.copyOf(clauses);
            reviewers = List.copyOf(reviewers);
            assigned = List.copyOf(assigned);
        }
    }

    /** What a change has to know of the contract's payments: the numbers of the instalments that can get another day. */
    record MovablePayments(List<Integer> instalments) {
        public MovablePayments {
            instalments = List.copyOf(instalments);
        }
    }

    ChangeOrderRequested request();

    /** What it would do to the contract, null while nobody has assessed that. */
    default @Nullable ChangeImpactAssessed impact() {
        return null;
    }

    record Requested(ChangeOrderRequested request) implements ChangeOrder {}

    record Assessed(ChangeOrderRequested request, ChangeImpactAssessed impact) implements ChangeOrder {}

    /**
     * It waits for departments.
     *
     * @param passed those that have let it pass
     * @param assigned whose the reviews are
     */
    record InReview(
            ChangeOrderRequested request,
            ChangeImpactAssessed impact,
            List<Review> passed,
            List<AssignedReview> assigned)
            implements ChangeOrder {
        public InReview {
            passed = List.copyOf(passed);
            assigned = List.copyOf(assigned);
        }

        InReview assigning(AssignedReview review) {
            return new InReview(request, impact, passed, review.in(assigned));
        }

        List<Review> open() {
            return impact.reviews().stream()
                    .filter(review -> !passed.contains(review))
                    .toList();
        }

        InReview passing(Review review) {
            return new InReview(
                    request,
                    impact,
                    Stream.concat(passed.stream(), Stream.of(review)).toList(),
                    assigned);
        }
    }

    /**
     * Every department has let it pass.
     *
     * @param first signature; null while nobody has signed
     */
    record Approved(
            ChangeOrderRequested request,
            ChangeImpactAssessed impact,
            LocalDate approvedOn,
            @Nullable ChangePartySigned first)
            implements ChangeOrder {}

    record Signed(ChangeOrderRequested request, ChangeImpactAssessed impact, ChangeOrderSigned signature)
            implements ChangeOrder {}

    record Applied(ChangeOrderRequested request, ChangeImpactAssessed impact, ChangeOrderSigned signature)
            implements ChangeOrder {}

    /**
     * It came to nothing.
     *
     * @param rejected by a department, else withdrawn
     */
    record Ended(ChangeOrderRequested request, @Nullable ChangeImpactAssessed impact, boolean rejected, String reason)
            implements ChangeOrder {}

    static Decision<ChangeOrderEvent> decide(ChangeOrder order, ChangeOrderCommand command, Occasion occasion) {
        return switch (command) {
            case AssessImpact assess -> Assessing.assess(order, assess, occasion);
            case SubmitChange _ -> Deciding.submit(order, occasion);
            case AssignChangeReview assign -> Deciding.assign(order, assign);
            case DecideChange decide -> Deciding.decide(order, decide, occasion);
            case SignChange sign -> Concluding.sign(order, sign, occasion);
            case ApplyChange _ -> Concluding.apply(order, occasion.today());
            case WithdrawChange(var reason) -> Concluding.withdraw(order, reason);
        };
    }

    static ChangeOrder begin(ChangeOrderEvent first) {
        return new Requested((ChangeOrderRequested) first);
    }

    static ChangeOrder evolve(ChangeOrder order, ChangeOrderEvent event) {
        var request = order.request();
        return switch (event) {
            case ChangeOrderRequested _ -> order;
            case ChangeImpactAssessed impact -> new Assessed(request, impact);
            case ChangeReviewRequested _ -> new InReview(request, known(order), List.of(), List.of());
            case ChangeReviewAssigned(var _, var review, var reviewer, var _) ->
                ((InReview) order).assigning(new AssignedReview(review, reviewer));
            case ChangeReviewPassed(var _, var review) -> ((InReview) order).passing(review);
            case ChangeOrderApproved(var _, var on) -> new Approved(request, known(order), on, null);
            case ChangeOrderRejected(var _, var _, var reason) -> new Ended(request, order.impact(), true, reason);
            case ChangePartySigned first ->
                order instanceof Approved(var _, var impact, var on, var _)
                        ? new Approved(request, impact, on, first)
                        : order;
            case ChangeOrderSigned signature -> new Signed(request, known(order), signature);
            case ChangeOrderApplied _ -> new Applied(request, known(order), ((Signed) order).signature());
            case ChangeOrderWithdrawn(var _, var reason) -> new Ended(request, order.impact(), false, reason);
        };
    }

    private static ChangeImpactAssessed known(ChangeOrder order) {
        return Objects.requireNonNull(order.impact());
    }
}
