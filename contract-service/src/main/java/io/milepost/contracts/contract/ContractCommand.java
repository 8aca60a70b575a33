package io.milepost.contracts.contract;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.AmendedTerms;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ClauseRead;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.PaymentMove;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.kernel.VoidingCause;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a contract that is drafted; the two commands by which it is drafted stand before. */
public sealed interface ContractCommand {

    /**
     * Drafts what was agreed. An accepted quotation is drafted by an automation, see {@link DraftFromQuotation}.
     *
     * @param number the deployment's own contract number
     * @param basisReason why there is no quotation; for every basis but QUOTATION
     * @param owner code of the team member who is responsible for it
     * @param lines may be empty in a draft; with lines, {@code value} is their sum
     * @param process the sales process that binds it; the standard terms do where there is none, or where it is not known here
     * @param clauses in place of those of the template that have their codes, or besides them
     * @param clauseTemplate name of the clause template; when absent that of the process, or the standard one, if there is any
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
            @Nullable List<ClauseRead> clauses,
            @Nullable List<PaymentTerm> payments,
            @Nullable ProcessName process,
            @Nullable String clauseTemplate) {
        public DraftContract {
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
        }
    }

    /**
     * Sent by the automation when the customer has accepted the quotation.
     *
     * @param template name of the sales process of the deal; absent where the quotation said nothing of it, as is the version
     */
    record DraftFromQuotation(
            UUID quotationId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<ContractLine> lines,
            Terms terms,
            @Nullable List<PaymentTerm> payments,
            @Nullable String template,
            @Nullable Integer templateVersion) {
        public DraftFromQuotation {
            lines = List.copyOf(lines);
            payments = payments == null ? null : List.copyOf(payments);
        }
    }

    /** Replaces everything that was agreed; possible until it is sent for signature. */
    record ReviseContract(
            Money value,
            List<ContractLine> lines,
            @Nullable Terms terms,
            @Nullable List<ClauseRead> clauses,
            @Nullable List<PaymentTerm> payments)
            implements ContractCommand {
        public ReviseContract {
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
        }
    }

    /**
     * Adds a clause, or replaces the one with this code; the contract needs a new approval then.
     *
     * @param kind what the author takes it for; refused where a comparison with the template says otherwise, and best left out
     * @param title of the template's clause when absent
     */
    record EditClause(
            String code,
            Clause.@Nullable Kind kind,
            @Limit(Limit.TEXT) String text,
            @Nullable String title) implements ContractCommand {}

    /**
     * Writes it by the version of the clause template that is in effect: the clauses that it lacks are added, those that were as
     * the template had them follow it, and all others stay as they are written.
     *
     * @param name of the template
     */
    record AdoptTemplate(String name) implements ContractCommand {}

    /** Asks for the reviews that the contract needs. */
    record SubmitForReview() implements ContractCommand {}

    /**
     * A department has reviewed it.
     *
     * @param reason why it did not pass
     */
    record DecideReview(
            Review review,
            boolean passed,
            @Nullable @Limit(Limit.NOTE) String reason) implements ContractCommand {}

    /**
     * Says of the contract as a whole, when the departments have let it pass, how it is in each respect; by somebody other than its
     * owner.
     *
     * @param fair to both sides
     * @param valid as a contract: who signs may, and what is agreed binds
     * @param lawful whether it keeps to the law
     * @param withinPolicy whether it keeps to the policy of the company
     * @param reason why it is not one of them
     */
    record JudgeContract(
            boolean fair,
            boolean valid,
            boolean lawful,
            boolean withinPolicy,
            @Nullable @Limit(Limit.NOTE) String reason)
            implements ContractCommand {}

    /** Gives a review that is asked for to a member, or hands it over to another one, who alone may give it then. */
    record AssignReview(Review review, String reviewer) implements ContractCommand {}

    /** Sends the approved contract to both parties to be signed; from now on it can be signed or declined, but not changed. */
    record SendForSignature() implements ContractCommand {}

    /**
     * Terms and payments were explained to the customer before the signature.
     *
     * @param to the person at the customer; kept as personal data
     * @param on today when absent
     * @param by code of the member who explained them; who records it when absent
     */
    record RecordExplanation(
            @Nullable String to,
            @Nullable LocalDate on,
            @Nullable String by) implements ContractCommand {}

    /** The text that was sent for signature is accurate, says somebody other than who sent it. */
    record CheckText() implements ContractCommand {}

    /**
     * One party signs.
     *
     * @param signatory the person who signed; kept as personal data
     * @param signedOn today when absent
     */
    record SignContract(
            Party party,
            @Nullable String signatory,
            @Nullable LocalDate signedOn) implements ContractCommand {}

    /** Gives up a draft; a contract that is out for signature is declined first. */
    record WithdrawContract(@Limit(Limit.NOTE) String reason) implements ContractCommand {}

    /** Sent by the automation when another quotation is in the place of its own; what a party has signed goes on (decision 41). */
    record WithdrawSuperseded(UUID successorId) implements ContractCommand {}

    /** One party does not sign; the contract can be changed and sent again. */
    record DeclineSignature(Party party, @Limit(Limit.NOTE) String reason) implements ContractCommand {}

    /** The customer has the signed copies, {@code on} a day that is today when absent. */
    record DeliverCopies(@Nullable LocalDate on) implements ContractCommand {}

    /** Files the signed contract. */
    record ArchiveContract(@Nullable String location) implements ContractCommand {}

    record SetEffectiveDate(LocalDate effectiveOn) implements ContractCommand {}

    /** Sent by the automation when delivery has taken the contract over. */
    record NoteHandover(LocalDate on) implements ContractCommand {}

    /** Sent by the automation when it was decided that the contract should never have been signed (decision 44). */
    record VoidContract(
            VoidingCause cause, @Limit(Limit.NOTE) String reason, String requestedBy, String decidedBy, LocalDate on)
            implements ContractCommand {}

    /** Sent by the automation when the customer has accepted all that the contract promised. */
    record RecordPerformance(LocalDate performedOn) implements ContractCommand {}

    /** Sent by the automation when the project of the contract is closed (domain 3.4). */
    record CloseContract(LocalDate closedOn) implements ContractCommand {}

    /** Sent by the automation when a change order was assessed, or has come to nothing. */
    record NoteChangeOrder(UUID changeOrderId, @Nullable Money change) implements ContractCommand {}

    /** Sent by the automation when a change order that both sides have signed is applied (R-138, gate G17). */
    record AmendContract(
            UUID changeOrderId,
            LocalDate signedOn,
            LocalDate effectiveOn,
            List<AmendedLine> lines,
            @Nullable AmendedTerms terms,
            @Nullable List<Clause> clauses,
            @Nullable List<PaymentTerm> payments,
            @Nullable List<PaymentMove> moves)
            implements ContractCommand {
        public AmendContract {
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
            moves = moves == null ? null : List.copyOf(moves);
        }
    }
}
