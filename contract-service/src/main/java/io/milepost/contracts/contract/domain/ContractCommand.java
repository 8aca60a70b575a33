package io.milepost.contracts.contract.domain;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a contract. */
public sealed interface ContractCommand {

    /**
     * Writes down what was agreed. What was agreed by an accepted quotation writes itself down, see {@link DraftFromQuotation}.
     *
     * @param number the deployment's own contract number
     * @param basisReason why there is no quotation; for every basis but QUOTATION
     * @param owner code of the team member who answers for it
     * @param lines may be empty in a draft; with lines, {@code value} is their sum
     */
    record DraftContract(
            @Nullable String number,
            Basis basis,
            @Nullable @Limit(Limit.NOTE) String basisReason,
            @Nullable UUID quotationId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<ContractLine> lines,
            @Nullable Terms terms,
            @Nullable List<Clause> clauses,
            @Nullable List<PaymentTerm> payments)
            implements ContractCommand {
        public DraftContract {
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
        }
    }

    /** Sent by the automation when the customer has accepted the quotation. */
    record DraftFromQuotation(
            UUID quotationId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<ContractLine> lines,
            Terms terms,
            @Nullable List<PaymentTerm> payments)
            implements ContractCommand {
        public DraftFromQuotation {
            lines = List.copyOf(lines);
            payments = payments == null ? null : List.copyOf(payments);
        }
    }

    /** The whole content anew; possible until it is out for signature. */
    record ReviseContract(
            Money value,
            List<ContractLine> lines,
            @Nullable Terms terms,
            @Nullable List<Clause> clauses,
            @Nullable List<PaymentTerm> payments)
            implements ContractCommand {
        public ReviseContract {
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
        }
    }

    /** One clause, new or in place of the one with this code; what was approved before is so no longer. */
    record EditClause(
            String code,
            Clause.Kind kind,
            @Limit(Limit.TEXT) String text) implements ContractCommand {}

    /** Asks for the reviews that the content needs. */
    record SubmitForReview() implements ContractCommand {}

    /**
     * A department has looked at it.
     *
     * @param reason why it did not pass
     */
    record DecideReview(
            Review review,
            boolean passed,
            @Nullable @Limit(Limit.NOTE) String reason) implements ContractCommand {}

    /** The approved contract goes to both parties to be signed; from now on it is signed or declined, not changed. */
    record SendForSignature() implements ContractCommand {}

    /** Terms and payments were explained to the customer before he signs. */
    record RecordExplanation() implements ContractCommand {}

    /**
     * One party puts its name to it.
     *
     * @param signatory the person who signed; kept as personal data
     * @param signedOn today when absent
     */
    record SignContract(
            Party party,
            @Nullable String signatory,
            @Nullable LocalDate signedOn) implements ContractCommand {}

    /** One party does not sign; the contract may be changed and tried again. */
    record DeclineSignature(Party party, @Limit(Limit.NOTE) String reason) implements ContractCommand {}

    /** The customer has the signed copies, {@code on} a day that is today when absent. */
    record DeliverCopies(@Nullable LocalDate on) implements ContractCommand {}

    /** Files the signed contract. */
    record ArchiveContract(@Nullable String location) implements ContractCommand {}

    record SetEffectiveDate(LocalDate effectiveOn) implements ContractCommand {}

    /** Sent by the automation when the customer has accepted all that the contract promised. */
    record RecordPerformance(LocalDate performedOn) implements ContractCommand {}

    /** Sent by the automation when the project of the contract is closed (domain 3.4). */
    record CloseContract(LocalDate closedOn) implements ContractCommand {}
}
