package io.milepost.contracts.contract;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.AssignedReview;

/** How a contract begins and changes. */
final class Evolution {

    private Evolution() {}

    static Contract begin(ContractEvent first) {
        var draft = (ContractDrafted) first;
        return new Draft(
                draft,
                Agreement.of(
                        draft.value(),
                        draft.lines(),
                        draft.terms(),
                        draft.clauses(),
                        draft.payments(),
                        draft.wording()),
                Reviews.NONE);
    }

    static Contract evolve(Contract contract, ContractEvent event) {
        var draft = contract.draft();
        var agreement = contract.agreement();
        return switch (event) {
            case ContractDrafted _,
                    ContractApproved _,
                    ContractApprovalVoided _,
                    ContractIncompleteFlagged _,
                    ContractSigned _ -> contract;
            case ContractRevised(var _, var value, var lines, var terms, var clauses, var payments) ->
                new Draft(
                        draft,
                        Agreement.of(value, lines, terms, clauses, payments, agreement.wording()),
                        Reviews.over(contract));
            case ContractClauseChanged(var clause, var _) ->
                new Draft(draft, agreement.with(clause), Reviews.over(contract));
            case ContractTemplateAdopted(var wording, var clauses) ->
                new Draft(draft, agreement.rewritten(wording, clauses), Reviews.over(contract));
            case ContractReviewRequested(var reviews) ->
                new Draft(draft, agreement, Reviews.over(contract).asking(reviews));
            case ContractReviewAssigned(var review, var reviewer, var _) ->
                new Draft(
                        draft, agreement, ((Open) contract).reviews().assigning(new AssignedReview(review, reviewer)));
            case ContractJudged verdict ->
                new Draft(draft, agreement, ((Open) contract).reviews().judged(verdict));
            case ContractReviewPassed(var review) ->
                new Draft(draft, agreement, ((Open) contract).reviews().passing(review));
            case ContractReviewRejected _ -> new Draft(draft, agreement, Reviews.over(contract));
            case ContractSentForSignature(var _, var sentOn, var sentBy) ->
                new OutForSignature(
                        draft,
                        agreement,
                        sentOn,
                        new Preparation(
                                ((Open) contract).reviews().passed(),
                                ((Open) contract).reviews().assigned(),
                                sentBy,
                                null,
                                null));
            case ContractTermsExplained explained -> Preparing.explained((Pending) contract, explained);
            case ContractTextChecked checked -> Preparing.checked((Pending) contract, checked);
            case ContractSignatureDeclined _ ->
                new Declined(
                        draft,
                        agreement,
                        Reviews.by(((Pending) contract).preparation().assigned()));
            case ContractWithdrawn end -> new Withdrawn(draft, agreement, end);
            case ContractVoided end -> new Voided(draft, agreement, (Signed) contract, end);
            case ContractPartySigned signature -> Signing.signed(contract, signature);
            case ProgressEvent fact -> {
                var signed = (Signed) contract;
                yield new Signed(
                        draft,
                        signed.original(),
                        signed.approvedBy(),
                        signed.assigned(),
                        signed.amendments(),
                        signed.signatures(),
                        signed.progress().with(fact));
            }
            case AmendmentEvent change -> {
                var signed = (Signed) contract;
                yield new Signed(
                        draft,
                        signed.original(),
                        signed.approvedBy(),
                        signed.assigned(),
                        signed.amendments().with(change),
                        signed.signatures(),
                        signed.progress());
            }
        };
    }
}
