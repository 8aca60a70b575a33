package io.milepost.contracts.changeorder;

import io.milepost.contracts.changeorder.ChangeOrder.Origin;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.AmendedTerms;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.PaymentMove;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a change order, each of one contract. */
public sealed interface ChangeOrderEvent {
    UUID contractId();

    record ChangeOrderRequested(
            UUID contractId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Origin origin,
            String subject,
            @Nullable String reason,
            @Nullable String reference,
            LocalDate requestedOn)
            implements ChangeOrderEvent {}

    /**
     * It is known what it does.
     *
     * @param lines new ones without a number, which the contract gives them
     * @param priceChange what it adds to the value, or takes away
     * @param previousTerms what the terms say now of that which is set anew
     * @param effectiveOn absent where it counts from the second signature on
     * @param reviews who has to let it pass
     */
    record ChangeImpactAssessed(
            UUID contractId,
            List<AmendedLine> lines,
            Money priceChange,
            Money previousValue,
            Money value,
            @Nullable AmendedTerms previousTerms,
            @Nullable AmendedTerms terms,
            @Nullable List<Clause> clauses,
            @Nullable List<PaymentTerm> payments,
            @Nullable List<PaymentMove> moves,
            @Nullable LocalDate effectiveOn,
            @Nullable String explanation,
            List<Review> reviews)
            implements ChangeOrderEvent {
        public ChangeImpactAssessed {
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
            moves = moves == null ? null : List.copyOf(moves);
            reviews = List.copyOf(reviews);
        }
    }

    record ChangeReviewRequested(UUID contractId, List<Review> reviews) implements ChangeOrderEvent {
        public ChangeReviewRequested {
            reviews = List.copyOf(reviews);
        }
    }

    /**
     * It waits for this member.
     *
     * @param previous who had it until then; absent where nobody did
     */
    record ChangeReviewAssigned(
            UUID contractId,
            Review review,
            String reviewer,
            @Nullable String previous) implements ChangeOrderEvent {}

    record ChangeReviewPassed(UUID contractId, Review review) implements ChangeOrderEvent {}

    /** Every review has passed; both sides may sign. */
    record ChangeOrderApproved(UUID contractId, LocalDate approvedOn) implements ChangeOrderEvent {}

    /** A department does not let it pass (gate G17); the contract stays as it is. */
    record ChangeOrderRejected(UUID contractId, Review review, String reason) implements ChangeOrderEvent {}

    /**
     * One party has signed.
     *
     * @param recordedBy who noted it: code of the member, or the token's subject
     */
    record ChangePartySigned(
            UUID contractId, Party party, @Nullable String signatory, LocalDate signedOn, String recordedBy)
            implements ChangeOrderEvent {}

    /** By both sides; it counts from {@code effectiveOn}. */
    record ChangeOrderSigned(UUID contractId, LocalDate signedOn, LocalDate effectiveOn) implements ChangeOrderEvent {}

    /** The day has come from which it counts. It says everything that the contract takes over. */
    record ChangeOrderApplied(
            UUID contractId,
            LocalDate signedOn,
            LocalDate effectiveOn,
            List<AmendedLine> lines,
            @Nullable AmendedTerms terms,
            @Nullable List<Clause> clauses,
            @Nullable List<PaymentTerm> payments,
            @Nullable List<PaymentMove> moves)
            implements ChangeOrderEvent {
        public ChangeOrderApplied {
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
            moves = moves == null ? null : List.copyOf(moves);
        }
    }

    record ChangeOrderWithdrawn(UUID contractId, String reason) implements ChangeOrderEvent {}
}
