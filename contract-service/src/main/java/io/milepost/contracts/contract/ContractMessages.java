package io.milepost.contracts.contract;

import static io.milepost.platform.catalogue.Role.ENGINEERING;
import static io.milepost.platform.catalogue.Role.FINANCE;
import static io.milepost.platform.catalogue.Role.IMPORTER;
import static io.milepost.platform.catalogue.Role.LEGAL;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.contracts.contract.domain.Basis;
import io.milepost.contracts.contract.domain.Contract;
import io.milepost.contracts.contract.domain.ContractCommand;
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
import io.milepost.contracts.contract.domain.ContractEvent;
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
import io.milepost.contracts.contract.domain.ContractRefusal;
import io.milepost.contracts.contract.domain.ContractView;
import io.milepost.contracts.contract.domain.PerformanceRefusal;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.decision.Decider;
import java.util.Set;
import java.util.UUID;

/** The contract's commands and events, with paths, roles, names and personal fields. */
public final class ContractMessages {

    public static final Catalogue<Contract, ContractCommand, ContractEvent> CONTRACT = Catalogue.of(
                    "contract",
                    "contracts",
                    new Decider<Contract, ContractCommand, ContractEvent>(
                            new Contract.Unknown(), Contract::decide, Contract::evolve))
            .creates(DraftContract.class, SALES_REP, SALES_MANAGER, LEGAL, IMPORTER)
            .narrowing(DraftContract.class, draft -> drafting(draft.basis()))
            .creates(DraftFromQuotation.class)
            .command(ReviseContract.class, SALES_REP, SALES_MANAGER, LEGAL)
            .command(EditClause.class, SALES_REP, SALES_MANAGER, LEGAL)
            .command(SubmitForReview.class, SALES_REP, SALES_MANAGER)
            .command(DecideReview.class, LEGAL, FINANCE, ENGINEERING)
            .narrowing(DecideReview.class, decide -> Set.of(departmentOf(decide.review())))
            .command(SendForSignature.class, SALES_REP, SALES_MANAGER, LEGAL)
            .command(RecordExplanation.class, SALES_REP, SALES_MANAGER)
            .command(SignContract.class, SALES_MANAGER, LEGAL, IMPORTER)
            .command(DeclineSignature.class, SALES_MANAGER, LEGAL)
            .command(SetEffectiveDate.class, SALES_MANAGER, LEGAL, IMPORTER)
            .command(DeliverCopies.class, SALES_REP, SALES_MANAGER)
            .command(ArchiveContract.class, SALES_MANAGER, LEGAL)
            .command(RecordPerformance.class)
            .command(CloseContract.class)
            .event(ContractDrafted.class, "contract.drafted", 1)
            .event(ContractRevised.class, "contract.revised", 1)
            .event(ContractClauseChanged.class, "contract.clause-changed", 1)
            .event(ContractReviewRequested.class, "contract.review-requested", 1)
            .event(ContractReviewPassed.class, "contract.review-passed", 1)
            .event(ContractReviewRejected.class, "contract.review-rejected", 1)
            .event(ContractApproved.class, "contract.approved", 1)
            .event(ContractApprovalVoided.class, "contract.approval-voided", 1)
            .event(ContractIncompleteFlagged.class, "contract.incomplete-flagged", 1)
            .event(ContractSentForSignature.class, "contract.sent-for-signature", 1)
            .event(ContractTermsExplained.class, "contract.terms-explained", 1)
            .event(ContractPartySigned.class, "contract.party-signed", 1)
            .personal(ContractPartySigned.class, ContractMessages::signatory, "signatory")
            .event(ContractSigned.class, "contract.signed", 1)
            .event(ContractSignatureDeclined.class, "contract.signature-declined", 1)
            .event(ContractCopiesDelivered.class, "contract.copies-delivered", 1)
            .event(ContractArchived.class, "contract.archived", 1)
            .event(ContractBecameEffective.class, "contract.became-effective", 1)
            .event(ContractPerformed.class, "contract.performed", 1)
            .event(ContractClosed.class, "contract.closed", 1)
            .refusals(ContractRefusal.class)
            .refusals(PerformanceRefusal.class)
            .view(ContractView.class, ContractView::of);

    private ContractMessages() {}

    /** What was signed before the system knew of it passes no gate, so it is for the import alone. */
    private static Set<Role> drafting(Basis basis) {
        return switch (basis) {
            case MIGRATED -> Set.of(IMPORTER);
            case QUOTATION, FRAMEWORK, RENEWAL -> Set.of(SALES_REP, SALES_MANAGER, LEGAL, IMPORTER);
        };
    }

    /** A department decides its own review and no other. */
    private static Role departmentOf(Review review) {
        return switch (review) {
            case LEGAL -> LEGAL;
            case FINANCE -> FINANCE;
            case TECHNICAL -> ENGINEERING;
        };
    }

    /** Each party's signatory is a person of its own, so that one can be forgotten without the other. */
    private static UUID signatory(UUID contractId, ContractPartySigned signature) {
        return UUID.nameUUIDFromBytes(
                "signatory %s of %s".formatted(signature.party(), contractId).getBytes(UTF_8));
    }
}
