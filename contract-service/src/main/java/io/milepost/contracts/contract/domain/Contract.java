package io.milepost.contracts.contract.domain;

import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_ALREADY_DRAFTED;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_ALREADY_EFFECTIVE;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_NOT_SIGNED;
import static io.milepost.contracts.contract.domain.ContractRefusal.CONTRACT_UNKNOWN;
import static io.milepost.contracts.contract.domain.ContractRefusal.EFFECTIVE_BEFORE_SIGNED;
import static io.milepost.contracts.contract.domain.ContractRefusal.EFFECTIVE_IN_FUTURE;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.contract.domain.ContractCommand.ArchiveContract;
import io.milepost.contracts.contract.domain.ContractCommand.DecideReview;
import io.milepost.contracts.contract.domain.ContractCommand.DeclineSignature;
import io.milepost.contracts.contract.domain.ContractCommand.DeliverCopies;
import io.milepost.contracts.contract.domain.ContractCommand.DraftContract;
import io.milepost.contracts.contract.domain.ContractCommand.EditClause;
import io.milepost.contracts.contract.domain.ContractCommand.ReviseContract;
import io.milepost.contracts.contract.domain.ContractCommand.SetEffectiveDate;
import io.milepost.contracts.contract.domain.ContractCommand.SignContract;
import io.milepost.contracts.contract.domain.ContractCommand.SubmitForReview;
import io.milepost.contracts.contract.domain.ContractEvent.ContractApprovalVoided;
import io.milepost.contracts.contract.domain.ContractEvent.ContractApproved;
import io.milepost.contracts.contract.domain.ContractEvent.ContractArchived;
import io.milepost.contracts.contract.domain.ContractEvent.ContractBecameEffective;
import io.milepost.contracts.contract.domain.ContractEvent.ContractClauseChanged;
import io.milepost.contracts.contract.domain.ContractEvent.ContractCopiesDelivered;
import io.milepost.contracts.contract.domain.ContractEvent.ContractDrafted;
import io.milepost.contracts.contract.domain.ContractEvent.ContractIncompleteFlagged;
import io.milepost.contracts.contract.domain.ContractEvent.ContractPartySigned;
import io.milepost.contracts.contract.domain.ContractEvent.ContractReviewPassed;
import io.milepost.contracts.contract.domain.ContractEvent.ContractReviewRejected;
import io.milepost.contracts.contract.domain.ContractEvent.ContractReviewRequested;
import io.milepost.contracts.contract.domain.ContractEvent.ContractRevised;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSignatureDeclined;
import io.milepost.contracts.contract.domain.ContractEvent.ContractSigned;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** An agreement with a customer, from its draft to the day from which it binds. */
public sealed interface Contract {

    record Unknown() implements Contract {}

    /** Every contract that was drafted. */
    sealed interface Known extends Contract {
        ContractDrafted draft();

        Content content();
    }

    /** Signed by nobody; its content may still change. */
    record Draft(ContractDrafted draft, Content content, Reviews reviews) implements Known {}

    record PartlySigned(ContractDrafted draft, Content content, ContractPartySigned first) implements Known {}

    /** Signed by both parties. */
    sealed interface Concluded extends Known {
        Signatures signatures();

        Filing filing();
    }

    record Signed(ContractDrafted draft, Content content, Signatures signatures, Filing filing) implements Concluded {}

    record Effective(
            ContractDrafted draft, Content content, Signatures signatures, LocalDate effectiveOn, Filing filing)
            implements Concluded {}

    static Decision<ContractEvent> decide(Contract state, ContractCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof DraftContract draft ? Drafting.draft(draft) : refused(CONTRACT_UNKNOWN);
            case Known contract ->
                switch (command) {
                    case DraftContract _ -> refused(CONTRACT_ALREADY_DRAFTED);
                    case ReviseContract revise -> Drafting.revise(contract, revise);
                    case EditClause edit -> Drafting.edit(contract, edit);
                    case SubmitForReview _ -> Reviewing.submit(contract);
                    case DecideReview decide -> Reviewing.decide(contract, decide);
                    case SignContract sign -> Signing.sign(contract, sign, occasion);
                    case DeclineSignature decline -> Signing.decline(contract, decline);
                    case DeliverCopies(var on) -> Papers.deliver(contract, on, occasion);
                    case ArchiveContract(var location) -> Papers.archive(contract, location, occasion);
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
                new Draft(((Draft) state).draft(), Content.of(value, lines, terms, clauses, payments), Reviews.NONE);
            case ContractClauseChanged(var clause, var _) -> {
                var draft = (Draft) state;
                yield new Draft(draft.draft(), draft.content().with(clause), Reviews.NONE);
            }
            case ContractReviewRequested(var reviews) -> reviewed(state, new Reviews(reviews, List.of()));
            case ContractReviewPassed(var review) ->
                reviewed(state, ((Draft) state).reviews().passing(review));
            case ContractReviewRejected _ -> reviewed(state, Reviews.NONE);
            case ContractApproved _, ContractApprovalVoided _, ContractIncompleteFlagged _ -> state;
            case ContractSignatureDeclined _ -> {
                var contract = (Known) state;
                yield new Draft(contract.draft(), contract.content(), Reviews.NONE);
            }
            case ContractCopiesDelivered(var on) -> filed(state, filing -> filing.delivered(on));
            case ContractArchived(var on, var location) -> filed(state, filing -> filing.archived(on, location));
            case ContractPartySigned signature ->
                switch ((Known) state) {
                    case PartlySigned(var draft, var content, var first) ->
                        new Signed(draft, content, Signatures.of(first, signature), Filing.NONE);
                    case Known contract -> new PartlySigned(contract.draft(), contract.content(), signature);
                };
            case ContractSigned _ -> state;
            case ContractBecameEffective(var effectiveOn) -> {
                var contract = (Concluded) state;
                yield new Effective(
                        contract.draft(), contract.content(), contract.signatures(), effectiveOn, contract.filing());
            }
        };
    }

    private static Draft reviewed(Contract state, Reviews reviews) {
        var draft = (Draft) state;
        return new Draft(draft.draft(), draft.content(), reviews);
    }

    private static Concluded filed(Contract state, UnaryOperator<Filing> change) {
        return switch ((Concluded) state) {
            case Signed(var draft, var content, var signatures, var filing) ->
                new Signed(draft, content, signatures, change.apply(filing));
            case Effective(var draft, var content, var signatures, var effectiveOn, var filing) ->
                new Effective(draft, content, signatures, effectiveOn, change.apply(filing));
        };
    }

    private static Decision<ContractEvent> takeEffect(Known contract, LocalDate effectiveOn, Occasion occasion) {
        return switch (contract) {
            case Draft _, PartlySigned _ -> refused(CONTRACT_NOT_SIGNED);
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
