package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_ALREADY_DRAFTED;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_ALREADY_EFFECTIVE;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_SIGNED;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_UNKNOWN;
import static io.milepost.contracts.contract.domain.ContractRefusal.EFFECTIVE_BEFORE_SIGNED;
import static io.milepost.contracts.contract.domain.ContractRefusal.EFFECTIVE_IN_FUTURE;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.contracts.contract.domain.ContractCommand.ArchiveContract;
import io.milepost.contracts.contract.domain.ContractCommand.CloseContract;
import io.milepost.contracts.contract.domain.ContractCommand.DecideReview;
import io.milepost.contracts.contract.domain.ContractCommand.DeclineSignature;
import io.milepost.contracts.contract.domain.ContractCommand.DeliverCopies;
import io.milepost.contracts.contract.domain.ContractCommand.DraftContract;
import io.milepost.contracts.contract.domain.ContractCommand.DraftFromQuotation;
import io.milepost.contracts.contract.domain.ContractCommand.EditClause;
import io.milepost.contracts.contract.domain.ContractCommand.RecordExplanation;
import io.milepost.contracts.contract.domain.ContractCommand.RecordPerformance;
import io.milepost.contracts.contract.domain.ContractCommand.ReviseContract;
import io.milepost.contracts.contract.domain.ContractCommand.SendForSignature;
import io.milepost.contracts.contract.domain.ContractCommand.SetEffectiveDate;
import io.milepost.contracts.contract.domain.ContractCommand.SignContract;
import io.milepost.contracts.contract.domain.ContractCommand.SubmitForReview;
import io.milepost.contracts.contract.domain.ContractEvent.ContractApprovalVoided;
import io.milepost.contracts.contract.domain.ContractEvent.ContractApproved;
import io.milepost.contracts.contract.domain.ContractEvent.ContractArchived;
import io.milepost.contracts.contract.domain.ContractEvent.ContractBecameEffective;
import io.milepost.contracts.contract.domain.ContractEvent.ContractClauseChanged;
import io.milepost.contracts.contract.domain.ContractEvent.ContractClosed;
import io.milepost.contracts.contract.domain.ContractEvent.ContractCopiesDelivered;
import io.milepost.contracts.contract.domain.ContractEvent.ContractDrafted;
import io.milepost.contracts.contract.domain.ContractEvent.ContractIncompleteFlagged;
import io.milepost.contracts.contract.domain.ContractEvent.ContractPartySigned;
import io.milepost.contracts.contract.domain.ContractEvent.ContractPerformed;
import io.milepost.contracts.contract.domain.ContractEvent.ContractReviewPassed;
import io.milepost.contracts.contract.domain.ContractEvent.ContractReviewRejected;
import io.milepost.contracts.contract.domain.ContractEvent.ContractReviewRequested;
import io.milepost.contracts.contract.domain.ContractEvent.ContractRevised;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSentForSignature;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSignatureDeclined;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSigned;
import io.milepost.contracts.contract.domain.ContractEvent.ContractTermsExplained;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An agreement with a customer, from its draft to the day from which it binds, and until its project is closed. */
public sealed interface Contract {

    record Unknown() implements Contract {}

    /** Every contract that was drafted. */
    sealed interface Known extends Contract {
        ContractDrafted draft();

        Content content();
    }

    /** With its author: its content may change. */
    sealed interface Open extends Known {
        Reviews reviews();
    }

    record Draft(ContractDrafted draft, Content content, Reviews reviews) implements Open {}

    /** A party did not sign; whatever is done to it next makes it a draft again. */
    record Declined(ContractDrafted draft, Content content) implements Open {
        @Override
        public Reviews reviews() {
            return Reviews.NONE;
        }
    }

    /** With the parties. */
    sealed interface Pending extends Known {
        /** The day on which it went out for signature; null for what was signed long ago and noted as such. */
        @Nullable
        LocalDate sentOn();

        /** The day on which its terms were explained to the customer, null until then. */
        @Nullable
        LocalDate explainedOn();
    }

    record OutForSignature(
            ContractDrafted draft,
            Content content,
            LocalDate sentOn,
            @Nullable LocalDate explainedOn) implements Pending {}

    record PartlySigned(
            ContractDrafted draft,
            Content content,
            @Nullable LocalDate sentOn,
            ContractPartySigned first,
            @Nullable LocalDate explainedOn)
            implements Pending {}

    /** Signed by both parties. */
    sealed interface Concluded extends Known {
        Signatures signatures();

        Filing filing();

        Performance performance();
    }

    record Signed(ContractDrafted draft, Content content, Signatures signatures, Filing filing, Performance performance)
            implements Concluded {}

    record Effective(
            ContractDrafted draft,
            Content content,
            Signatures signatures,
            LocalDate effectiveOn,
            Filing filing,
            Performance performance)
            implements Concluded {}

    /** The id of the contract that a quotation becomes. */
    static UUID idOf(UUID quotationId) {
        return UUID.nameUUIDFromBytes(("contract/" + quotationId).getBytes(UTF_8));
    }

    static Decision<ContractEvent> decide(Contract state, ContractCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case DraftContract draft -> Drafting.draft(draft);
                    case DraftFromQuotation draft -> Drafting.draft(draft);
                    case ContractCommand _ -> refused(CONTRACT_UNKNOWN);
                };
            case Known contract ->
                switch (command) {
                    case DraftContract _, DraftFromQuotation _ -> refused(CONTRACT_ALREADY_DRAFTED);
                    case ReviseContract revise -> Drafting.revise(contract, revise);
                    case EditClause edit -> Drafting.edit(contract, edit);
                    case SubmitForReview _ -> Reviewing.submit(contract);
                    case DecideReview decide -> Reviewing.decide(contract, decide);
                    case SendForSignature _ -> Signing.send(contract, occasion.today());
                    case RecordExplanation _ -> Signing.explain(contract, occasion.today());
                    case SignContract sign -> Signing.sign(contract, sign, occasion);
                    case DeclineSignature decline -> Signing.decline(contract, decline);
                    case DeliverCopies(var on) -> Papers.deliver(contract, on, occasion);
                    case ArchiveContract(var location) -> Papers.archive(contract, location, occasion);
                    case RecordPerformance(var on) -> Performance.perform(contract, on);
                    case CloseContract(var on) -> Performance.close(contract, on);
                    case SetEffectiveDate(var effectiveOn) -> takeEffect(contract, effectiveOn, occasion);
                };
        };
    }

    static Contract evolve(Contract state, ContractEvent event) {
        return switch (event) {
            case ContractDrafted draft ->
                new Draft(
                        draft,
                        Content.of(draft.value(), draft.lines(), draft.terms(), draft.clauses(), draft.payments()),
                        Reviews.NONE);
            case ContractRevised(var _, var value, var lines, var terms, var clauses, var payments) ->
                new Draft(((Open) state).draft(), Content.of(value, lines, terms, clauses, payments), Reviews.NONE);
            case ContractClauseChanged(var clause, var _) -> {
                var open = (Open) state;
                yield new Draft(open.draft(), open.content().with(clause), Reviews.NONE);
            }
            case ContractReviewRequested(var reviews) -> reviewed(state, new Reviews(reviews, List.of()));
            case ContractReviewPassed(var review) ->
                reviewed(state, ((Open) state).reviews().passing(review));
            case ContractReviewRejected _ -> reviewed(state, Reviews.NONE);
            case ContractApproved _, ContractApprovalVoided _, ContractIncompleteFlagged _ -> state;
            case ContractSentForSignature(var _, var sentOn) ->
                new OutForSignature(((Open) state).draft(), ((Open) state).content(), sentOn, null);
            case ContractTermsExplained(var on) -> explained((Pending) state, on);
            case ContractSignatureDeclined _ -> new Declined(((Known) state).draft(), ((Known) state).content());
            case ContractCopiesDelivered(var on) -> filed(state, filing -> filing.delivered(on));
            case ContractArchived(var on, var location) -> filed(state, filing -> filing.archived(on, location));
            case ContractPartySigned signature ->
                switch ((Known) state) {
                    case PartlySigned(var draft, var content, var _, var first, var _) ->
                        new Signed(draft, content, Signatures.of(first, signature), Filing.NONE, Performance.NONE);
                    case OutForSignature(var draft, var content, var sentOn, var explainedOn) ->
                        new PartlySigned(draft, content, sentOn, signature, explainedOn);
                    case Known contract ->
                        new PartlySigned(contract.draft(), contract.content(), null, signature, null);
                };
            case ContractSigned _ -> state;
            case ContractBecameEffective(var effectiveOn) -> {
                var contract = (Concluded) state;
                yield new Effective(
                        contract.draft(),
                        contract.content(),
                        contract.signatures(),
                        effectiveOn,
                        contract.filing(),
                        contract.performance());
            }
            case ContractPerformed(var on) -> carriedOut(state, performance -> performance.performed(on));
            case ContractClosed(var on) -> carriedOut(state, performance -> performance.closed(on));
        };
    }

    private static Draft reviewed(Contract state, Reviews reviews) {
        var open = (Open) state;
        return new Draft(open.draft(), open.content(), reviews);
    }

    private static Pending explained(Pending state, LocalDate on) {
        return switch (state) {
            case OutForSignature(var draft, var content, var sentOn, var _) ->
                new OutForSignature(draft, content, sentOn, on);
            case PartlySigned(var draft, var content, var sentOn, var first, var _) ->
                new PartlySigned(draft, content, sentOn, first, on);
        };
    }

    private static Concluded filed(Contract state, UnaryOperator<Filing> change) {
        return switch ((Concluded) state) {
            case Signed(var draft, var content, var signatures, var filing, var performance) ->
                new Signed(draft, content, signatures, change.apply(filing), performance);
            case Effective(var draft, var content, var signatures, var effectiveOn, var filing, var performance) ->
                new Effective(draft, content, signatures, effectiveOn, change.apply(filing), performance);
        };
    }

    private static Concluded carriedOut(Contract state, UnaryOperator<Performance> change) {
        return switch ((Concluded) state) {
            case Signed(var draft, var content, var signatures, var filing, var performance) ->
                new Signed(draft, content, signatures, filing, change.apply(performance));
            case Effective(var draft, var content, var signatures, var effectiveOn, var filing, var performance) ->
                new Effective(draft, content, signatures, effectiveOn, filing, change.apply(performance));
        };
    }

    private static Decision<ContractEvent> takeEffect(Known contract, LocalDate effectiveOn, Occasion occasion) {
        return switch (contract) {
            case Open _, Pending _ -> refused(CONTRACT_NOT_SIGNED);
            case Effective effective ->
                effectiveOn.equals(effective.effectiveOn()) ? unchanged() : refused(CONTRACT_ALREADY_EFFECTIVE);
            case Signed signed
            when effectiveOn.isBefore(signed.signatures().signedOn()) ->
                refused(EFFECTIVE_BEFORE_SIGNED).at("/effectiveOn");
            case Signed _
            when effectiveOn.isAfter(occasion.today()) ->
                refused(EFFECTIVE_IN_FUTURE).at("/effectiveOn");
            case Signed _ -> accepted(new ContractBecameEffective(effectiveOn));
        };
    }

    private static Refused<ContractEvent> refused(ContractRefusal reason) {
        return Decision.refused(reason);
    }
}
