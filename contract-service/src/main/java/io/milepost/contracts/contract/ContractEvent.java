package io.milepost.contracts.contract;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.AmendedTerms;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.ContractRules;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.PaymentMove;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.SigningStep;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.kernel.VoidingCause;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a contract, refusals on record included. */
public sealed interface ContractEvent {

    /**
     * It begins.
     *
     * @param template name of the sales process of its deal; absent where none is known, as is the version
     * @param reviewRules who reviews it under that version; absent where the standard matrix says so
     * @param obligations what both sides owe under that version once it is signed; absent where nothing is
     * @param asked what has to be done before anybody signs; absent where nothing has
     * @param wording of the clause template that it is drafted from; absent where there was none
     * @param contractRules how its money is collected, and what it has to state under that version; absent where that says nothing
     */
    record ContractDrafted(
            @Nullable String number,
            Basis basis,
            @Nullable String basisReason,
            @Nullable UUID quotationId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            List<ContractLine> lines,
            Terms terms,
            @Nullable List<Clause> clauses,
            @Nullable List<PaymentTerm> payments,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable List<ReviewRule> reviewRules,
            @Nullable List<ObligationTerm> obligations,
            @Nullable StandardWording wording,
            @Nullable List<SigningStep> asked,
            @Nullable ContractRules contractRules)
            implements ContractEvent {
        public ContractDrafted {
            asked = asked == null ? null : List.copyOf(asked);
            reviewRules = reviewRules == null ? null : List.copyOf(reviewRules);
            obligations = obligations == null ? null : List.copyOf(obligations);
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
        }
    }

    record ContractRevised(
            Money previousValue,
            Money value,
            List<ContractLine> lines,
            Terms terms,
            @Nullable List<Clause> clauses,
            @Nullable List<PaymentTerm> payments)
            implements ContractEvent {
        public ContractRevised {
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
        }
    }

    record ContractClauseChanged(Clause clause, @Nullable Clause previous) implements ContractEvent {}

    /** From now on it is compared with this wording; {@code clauses} are all that it has. */
    record ContractTemplateAdopted(StandardWording wording, List<Clause> clauses) implements ContractEvent {
        public ContractTemplateAdopted {
            clauses = List.copyOf(clauses);
        }
    }

    record ContractReviewRequested(List<Review> reviews) implements ContractEvent {
        public ContractReviewRequested {
            reviews = List.copyOf(reviews);
        }
    }

    /**
     * It waits for this member.
     *
     * @param previous who had it until then; absent where nobody did, or it is asked for anew
     */
    record ContractReviewAssigned(
            Review review, String reviewer, @Nullable String previous) implements ContractEvent {}

    /** The verdict on the contract as a whole, by the code of the member, or the system, that gave it. */
    record ContractJudged(
            boolean fair,
            boolean valid,
            boolean lawful,
            boolean withinPolicy,
            @Nullable String reason,
            String judgedBy,
            LocalDate judgedOn)
            implements ContractEvent {}

    record ContractReviewPassed(Review review) implements ContractEvent {}

    /** The contract goes back to its author. */
    record ContractReviewRejected(Review review, String reason) implements ContractEvent {}

    /** Every review has passed; it may be sent for signature (gate G14). */
    record ContractApproved(List<Review> reviews) implements ContractEvent {
        public ContractApproved {
            reviews = List.copyOf(reviews);
        }
    }

    /** The contract was edited after these reviews had passed. */
    record ContractApprovalVoided(List<Review> reviews) implements ContractEvent {
        public ContractApprovalVoided {
            reviews = List.copyOf(reviews);
        }
    }

    /** On record: somebody tried to sign or send a contract that lacks mandatory contents. */
    record ContractIncompleteFlagged(List<String> missing) implements ContractEvent {
        public ContractIncompleteFlagged {
            missing = List.copyOf(missing);
        }
    }

    /** It is with both parties to be signed (gate G15); the opportunity learns it by its id. */
    record ContractSentForSignature(
            UUID opportunityId, LocalDate sentOn, @Nullable String sentBy) implements ContractEvent {}

    /** {@code explainedBy} and {@code explainedTo} are absent in events from before they were kept. */
    record ContractTermsExplained(
            LocalDate on,
            @Nullable String explainedBy,
            @Nullable String explainedTo) implements ContractEvent {}

    record ContractTextChecked(LocalDate on, String checkedBy) implements ContractEvent {}

    /**
     * One party has signed.
     *
     * @param recordedBy who noted it: code of the member, or the token's subject; absent in what was stored before tokens were compared
     */
    record ContractPartySigned(
            Party party,
            @Nullable String signatory,
            LocalDate signedOn,
            @Nullable String recordedBy) implements ContractEvent {}

    /**
     * Both parties have signed. It says everything that others act on: the deal is won, the account is a customer, the payments start.
     *
     * @param payments as agreed; absent when the contract states none
     * @param template name of the sales process of its deal; absent where none is known, as is the version
     * @param obligations what both sides owe from now on under that version; absent where nothing is
     * @param qualityStandard what is delivered is measured against it; absent when the contract states none
     */
    record ContractSigned(
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            LocalDate signedOn,
            Basis basis,
            @Nullable List<PaymentTerm> payments,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable List<ObligationTerm> obligations,
            @Nullable String qualityStandard)
            implements ContractEvent {
        public ContractSigned {
            payments = payments == null ? null : List.copyOf(payments);
            obligations = obligations == null ? null : List.copyOf(obligations);
        }
    }

    /** A party does not sign (gate G15); the opportunity learns it by its id. */
    record ContractSignatureDeclined(UUID opportunityId, Party party, String reason) implements ContractEvent {}

    /**
     * It is given up before anybody has signed it.
     *
     * @param reason absent where its quotation was replaced
     * @param successorId the quotation in the place of its own; absent where people gave it up
     * @param by code of the member, or the system, that did
     */
    record ContractWithdrawn(
            UUID opportunityId,
            @Nullable String reason,
            @Nullable UUID successorId,
            LocalDate on,
            String by) implements ContractEvent {}

    /**
     * It was signed by mistake, and counts for nothing (decision 44).
     *
     * @param value with its amendments
     * @param requestedBy who asked for it; {@code decidedBy} is somebody else
     */
    record ContractVoided(
            UUID opportunityId,
            UUID accountId,
            String owner,
            Money value,
            LocalDate signedOn,
            VoidingCause cause,
            String reason,
            String requestedBy,
            String decidedBy,
            LocalDate on)
            implements ContractEvent {}

    /** What may happen once both parties have signed, in any order. */
    sealed interface ProgressEvent extends ContractEvent {}

    record ContractCopiesDelivered(LocalDate on) implements ProgressEvent {}

    record ContractArchived(LocalDate on, @Nullable String location) implements ProgressEvent {}

    record ContractBecameEffective(LocalDate effectiveOn) implements ProgressEvent {}

    /** Delivery has taken it over. */
    record ContractHandedOver(LocalDate on) implements ProgressEvent {}

    /** The customer has accepted everything that it promised. */
    record ContractPerformed(LocalDate performedOn) implements ProgressEvent {}

    /** Its project is closed: delivered, settled, filed and paid for. */
    record ContractClosed(LocalDate closedOn) implements ProgressEvent {}

    /** What change orders make of a signed contract. */
    sealed interface AmendmentEvent extends ContractEvent {}

    /**
     * A change order that is under way would change the value, or no longer does.
     *
     * @param change what it would add to the value; absent once it was rejected or withdrawn
     * @param forecastValue the value if everything that is under way is agreed as it was assessed
     */
    record ContractForecastChanged(
            UUID changeOrderId, @Nullable Money change, Money forecastValue) implements AmendmentEvent {}

    /**
     * Both sides have changed it, from a day on (gate G17). It says everything that others act on: what the contract is worth, what it
     * promises until when, and how the payments follow.
     *
     * @param number of the amendment, from 1
     * @param originalValue what was signed first
     * @param previousValue with all amendments before this one
     * @param value with this one
     * @param lines that it adds, changes or takes away, each with its number
     * @param previousTerms what the terms said of that which is set anew
     * @param payments how the difference is paid, where that was agreed
     * @param moves instalments by date that get another day
     */
    record ContractAmended(
            int number,
            UUID changeOrderId,
            UUID opportunityId,
            UUID accountId,
            String owner,
            LocalDate signedOn,
            LocalDate effectiveOn,
            Money originalValue,
            Money previousValue,
            Money value,
            List<AmendedLine> lines,
            @Nullable AmendedTerms previousTerms,
            @Nullable AmendedTerms terms,
            @Nullable List<Clause> clauses,
            @Nullable List<PaymentTerm> payments,
            @Nullable List<PaymentMove> moves)
            implements AmendmentEvent {
        public ContractAmended {
            lines = List.copyOf(lines);
            clauses = clauses == null ? null : List.copyOf(clauses);
            payments = payments == null ? null : List.copyOf(payments);
            moves = moves == null ? null : List.copyOf(moves);
        }
    }
}
