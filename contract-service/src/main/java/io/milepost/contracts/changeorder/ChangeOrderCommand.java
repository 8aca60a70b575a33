package io.milepost.contracts.changeorder;

import io.milepost.contracts.changeorder.ChangeOrder.Origin;
import io.milepost.contracts.kernel.AmendedTerms;
import io.milepost.contracts.kernel.ClauseRead;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.PaymentMove;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a change order that was requested; the command by which it is stands before. */
public sealed interface ChangeOrderCommand {

    /**
     * Asks for a change of a signed contract.
     *
     * @param subject what is to change, in a line
     * @param reference of the delivery's own request, or of the customer's letter
     */
    record RequestChange(
            UUID contractId,
            Origin origin,
            String subject,
            @Nullable @Limit(Limit.NOTE) String reason,
            @Nullable String reference) {}

    /** A line as it becomes: without a number a new one, without {@code becomes} one that goes. The price of a credit is negative. */
    record LineChange(@Nullable Integer number, @Nullable ContractLine becomes) {}

    /**
     * Says what the change does to price, scope and dates; anew until somebody has signed, which voids the reviews of before.
     *
     * @param clauses as they become, compared with the wording of the contract's template
     * @param payments how what it adds to the value is paid; when there are none, it is due when the change is applied
     * @param moves instalments by date that get another day
     * @param effectiveOn from which day it counts; the day of the second signature when absent
     */
    record AssessImpact(
            List<LineChange> lines,
            @Nullable AmendedTerms terms,
            @Nullable List<ClauseRead> clauses,
            @Nullable List<PaymentTerm> payments,
            @Nullable List<PaymentMove> moves,
            @Nullable LocalDate effectiveOn,
            @Nullable @Limit(Limit.NOTE) String explanation)
            implements ChangeOrderCommand {
        public AssessImpact {
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
            moves = moves == null ? null : List.copyOf(moves);
        }
    }

    /** Asks for the reviews. */
    record SubmitChange() implements ChangeOrderCommand {}

    /** Gives a review that is asked for to a member, or hands it over to another one, who alone may give it then. */
    record AssignChangeReview(Review review, String reviewer) implements ChangeOrderCommand {}

    /** A department has reviewed it; a reason is needed where it does not pass, and ends the change. */
    record DecideChange(
            Review review,
            boolean passed,
            @Nullable @Limit(Limit.NOTE) String reason) implements ChangeOrderCommand {}

    /**
     * One party signs.
     *
     * @param signatory the person who signed; kept as personal data
     * @param signedOn today when absent
     */
    record SignChange(
            Party party,
            @Nullable String signatory,
            @Nullable LocalDate signedOn) implements ChangeOrderCommand {}

    /** The day has come from which the signed change counts. */
    record ApplyChange() implements ChangeOrderCommand {}

    /** It is not wanted any more, or a party does not sign. */
    record WithdrawChange(@Limit(Limit.NOTE) String reason) implements ChangeOrderCommand {}
}
