package io.milepost.contracts.contract;

import static io.milepost.contracts.clausetemplate.ClauseTemplateCatalogue.CLAUSE_TEMPLATE;
import static io.milepost.contracts.dealcopy.DealCopyCatalogue.DEAL_COPY;
import static io.milepost.contracts.reviewmatrix.ReviewMatrixCatalogue.REVIEW_MATRIX;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.contracts.clausetemplate.ClauseTemplate;
import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contract.Reviewing.RiskOfDeal;
import io.milepost.contracts.contract.Withdrawing.DealEnded;
import io.milepost.contracts.contract.Wording.*;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.reviewmatrix.ReviewMatrix;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.notice.NoticeRule;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract's commands and events, with paths, roles, names and personal fields. */
public final class ContractCatalogue {
    private static final String REVIEWER = "the member to whom the review is assigned";

    public static final Catalogue<Contract, ContractCommand, ContractEvent> CONTRACT = Catalogue.of(
                    "contract", "contracts", Contract.DECIDER)
            .creates(DraftContract.class, Drafting::draftByHand, SALES_REP, SALES_MANAGER, LEGAL, IMPORTER)
            .narrowing(DraftContract.class, draft -> drafting(draft.basis()))
            .reads(
                    DraftContract.class,
                    () -> REVIEW_MATRIX,
                    (_, draft) -> matrixOf(draft.process()),
                    ProcessTerms.class,
                    ContractCatalogue::termsOf)
            .reads(
                    DraftContract.class,
                    () -> CLAUSE_TEMPLATE,
                    (_, draft) -> templateOf(draft),
                    NamedTemplate.class,
                    ContractCatalogue::named)
            .reads(
                    DraftContract.class,
                    () -> CLAUSE_TEMPLATE,
                    (_, _) -> ClauseTemplate.idOf(ClauseTemplate.STANDARD),
                    StandardTemplate.class,
                    ContractCatalogue::standard)
            .creates(DraftFromQuotation.class, Drafting::draft)
            .reads(
                    DraftFromQuotation.class,
                    () -> REVIEW_MATRIX,
                    (_, draft) -> matrixOf(draft),
                    ProcessTerms.class,
                    ContractCatalogue::termsOf)
            .reads(
                    DraftFromQuotation.class,
                    () -> CLAUSE_TEMPLATE,
                    (_, draft) -> draft.template() == null ? null : ClauseTemplate.idOf(draft.template()),
                    NamedTemplate.class,
                    ContractCatalogue::named)
            .reads(
                    DraftFromQuotation.class,
                    () -> CLAUSE_TEMPLATE,
                    (_, _) -> ClauseTemplate.idOf(ClauseTemplate.STANDARD),
                    StandardTemplate.class,
                    ContractCatalogue::standard)
            .command(ReviseContract.class, SALES_REP, SALES_MANAGER, LEGAL)
            .command(EditClause.class, SALES_REP, SALES_MANAGER, LEGAL)
            .command(AdoptTemplate.class, SALES_REP, SALES_MANAGER, LEGAL)
            .reads(
                    AdoptTemplate.class,
                    () -> CLAUSE_TEMPLATE,
                    (_, adopt) -> ClauseTemplate.idOf(adopt.name()),
                    NamedTemplate.class,
                    ContractCatalogue::named)
            .command(SubmitForReview.class, SALES_REP, SALES_MANAGER)
            .reads(
                    SubmitForReview.class,
                    () -> DEAL_COPY,
                    (contract, _) -> dealOf(contract),
                    RiskOfDeal.class,
                    deal -> new RiskOfDeal(deal.largestRisk().orElse(null)))
            .reads(
                    SubmitForReview.class,
                    () -> DEAL_COPY,
                    (contract, _) -> dealOf(contract),
                    DealEnded.class,
                    deal -> new DealEnded(deal.end()))
            .command(AssignReview.class, LEGAL, FINANCE, ENGINEERING, SALES_MANAGER, SPONSOR)
            .narrowing(
                    AssignReview.class,
                    assign -> assign.review() == Review.WHOLE
                            ? Set.of(SALES_MANAGER, SPONSOR)
                            : departmentsOf(assign.review()))
            .command(DecideReview.class, LEGAL, FINANCE, ENGINEERING)
            .narrowing(DecideReview.class, decide -> departmentsOf(decide.review()))
            .duty(
                    DecideReview.class,
                    Duty.ofPart(
                            DecideReview.class, REVIEWER, (contract, decide) -> reviewersOf(contract, decide.review())))
            .command(JudgeContract.class, SALES_MANAGER, SPONSOR)
            .duty(JudgeContract.class, REVIEWER, contract -> reviewersOf(contract, Review.WHOLE))
            .command(SendForSignature.class, SALES_REP, SALES_MANAGER, LEGAL)
            .reads(
                    SendForSignature.class,
                    () -> DEAL_COPY,
                    (contract, _) -> dealOf(contract),
                    DealEnded.class,
                    deal -> new DealEnded(deal.end()))
            .command(RecordExplanation.class, SALES_REP, SALES_MANAGER)
            .command(CheckText.class, SALES_REP, SALES_MANAGER, LEGAL)
            .command(SignContract.class, SALES_MANAGER, LEGAL, IMPORTER)
            .command(WithdrawContract.class, SALES_REP, SALES_MANAGER, LEGAL)
            .command(WithdrawSuperseded.class)
            .command(DeclineSignature.class, SALES_MANAGER, LEGAL)
            .command(SetEffectiveDate.class, SALES_MANAGER, LEGAL, IMPORTER)
            .command(DeliverCopies.class, SALES_REP, SALES_MANAGER)
            .command(ArchiveContract.class, SALES_MANAGER, LEGAL)
            .command(NoteHandover.class)
            .command(VoidContract.class)
            .command(RecordPerformance.class)
            .command(CloseContract.class)
            .command(NoteChangeOrder.class)
            .command(AmendContract.class)
            .event(ContractDrafted.class, "contract.drafted", 1)
            .event(ContractRevised.class, "contract.revised", 1)
            .event(ContractClauseChanged.class, "contract.clause-changed", 1)
            .event(ContractTemplateAdopted.class, "contract.template-adopted", 1)
            .event(ContractReviewRequested.class, "contract.review-requested", 1)
            .event(ContractReviewAssigned.class, "contract.review-assigned", 1)
            .event(ContractJudged.class, "contract.judged", 1)
            .event(ContractReviewPassed.class, "contract.review-passed", 1)
            .event(ContractReviewRejected.class, "contract.review-rejected", 1)
            .event(ContractApproved.class, "contract.approved", 1)
            .event(ContractApprovalVoided.class, "contract.approval-voided", 1)
            .event(ContractIncompleteFlagged.class, "contract.incomplete-flagged", 1)
            .event(ContractSentForSignature.class, "contract.sent-for-signature", 1)
            .event(ContractTermsExplained.class, "contract.terms-explained", 1)
            .personal(ContractTermsExplained.class, (id, _) -> listener(id), "explainedTo")
            .event(ContractTextChecked.class, "contract.text-checked", 1)
            .event(ContractPartySigned.class, "contract.party-signed", 1)
            .personal(ContractPartySigned.class, ContractCatalogue::signatory, "signatory")
            .event(ContractSigned.class, "contract.signed", 1)
            .event(ContractSignatureDeclined.class, "contract.signature-declined", 1)
            .event(ContractWithdrawn.class, "contract.withdrawn", 1)
            .event(ContractVoided.class, "contract.voided", 1)
            .event(ContractCopiesDelivered.class, "contract.copies-delivered", 1)
            .event(ContractArchived.class, "contract.archived", 1)
            .event(ContractBecameEffective.class, "contract.became-effective", 1)
            .event(ContractHandedOver.class, "contract.handed-over", 1)
            .event(ContractPerformed.class, "contract.performed", 1)
            .event(ContractClosed.class, "contract.closed", 1)
            .event(ContractForecastChanged.class, "contract.forecast-changed", 1)
            .event(ContractAmended.class, "contract.amended", 1)
            .ownedBy(contract -> contract.draft().owner())
            .refusals(
                    No.class,
                    OWNER_MISSING,
                    REASON_MISSING,
                    TEXT_MISSING,
                    DAY_IN_FUTURE,
                    CURRENCIES_MIXED,
                    AMOUNT_TOO_LARGE)
            .view(ContractView.class, ContractView::of);

    /** To whom a review is assigned, or handed over, learns that it waits; so does whose it was when the contract is reviewed anew. */
    public static final NoticeRule<ContractReviewAssigned> REVIEW_NOTICE = notice("contract-review-due")
            .on(CONTRACT, ContractReviewAssigned.class)
            .about(assigned -> "review " + assigned.review())
            .concerning(ContractReviewAssigned::reviewer)
            .to(OWNER);

    /** Whoever answers for the contract has it back (gate G14). */
    public static final NoticeRule<ContractReviewRejected> REJECTED_NOTICE = notice("contract-review-rejected")
            .on(CONTRACT, ContractReviewRejected.class)
            .about(rejected -> "review " + rejected.review())
            .to(OWNER);

    private ContractCatalogue() {}

    private static List<String> reviewersOf(Contract contract, Review review) {
        return AssignedReview.reviewersOf(review, contract.assignedReviews());
    }

    private static @Nullable UUID dealOf(@Nullable Contract contract) {
        return contract == null ? null : contract.draft().opportunityId();
    }

    private static @Nullable UUID matrixOf(@Nullable ProcessName process) {
        return process == null ? null : ReviewMatrix.idOf(process.name(), process.version());
    }

    private static @Nullable UUID matrixOf(DraftFromQuotation draft) {
        var version = draft.templateVersion();
        return draft.template() == null || version == null ? null : ReviewMatrix.idOf(draft.template(), version);
    }

    private static @Nullable UUID templateOf(DraftContract draft) {
        var process = draft.process() == null ? null : draft.process().name();
        var name = draft.clauseTemplate() == null ? process : draft.clauseTemplate();
        return name == null ? null : ClauseTemplate.idOf(name);
    }

    private static NamedTemplate named(ClauseTemplate template) {
        return new NamedTemplate(template.wordings());
    }

    private static StandardTemplate standard(ClauseTemplate template) {
        return new StandardTemplate(template.wordings());
    }

    private static ProcessTerms termsOf(ReviewMatrix matrix) {
        return new ProcessTerms(
                matrix.process(), matrix.rules(), matrix.asked(), matrix.obligations(), matrix.contractRules());
    }

    /** What was signed before the system knew of it passes no gate, so only the import may record it. */
    private static Set<Role> drafting(Basis basis) {
        return switch (basis) {
            case MIGRATED -> Set.of(IMPORTER);
            case QUOTATION, FRAMEWORK, RENEWAL -> Set.of(SALES_REP, SALES_MANAGER, LEGAL, IMPORTER);
        };
    }

    /** A department decides only its own review. */
    private static Set<Role> departmentsOf(Review review) {
        return switch (review) {
            case LEGAL -> Set.of(LEGAL);
            case FINANCE -> Set.of(FINANCE);
            case TECHNICAL -> Set.of(ENGINEERING);
            case WHOLE -> Set.of(LEGAL, FINANCE, ENGINEERING);
        };
    }

    /** Who had it explained may be somebody else than who signs. */
    private static UUID listener(UUID contractId) {
        return UUID.nameUUIDFromBytes("listener of %s".formatted(contractId).getBytes(UTF_8));
    }

    /** Each party's signatory is a separate person, so that one can be forgotten without the other. */
    private static UUID signatory(UUID contractId, ContractPartySigned signature) {
        return UUID.nameUUIDFromBytes(
                "signatory %s of %s".formatted(signature.party(), contractId).getBytes(UTF_8));
    }
}
