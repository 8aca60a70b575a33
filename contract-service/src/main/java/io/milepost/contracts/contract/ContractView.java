package io.milepost.contracts.contract;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractEvent.ContractAmended;
import io.milepost.contracts.contract.ContractEvent.ContractJudged;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.ContractRules.Content;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.SigningStep;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.kernel.VoidingCause;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a contract.
 *
 * @param status DRAFT, IN_REVIEW, APPROVED, OUT_FOR_SIGNATURE, DECLINED, WITHDRAWN, PARTLY_SIGNED, SIGNED, EFFECTIVE, PERFORMED, CLOSED or VOIDED
 * @param sentOn the day on which it was sent for signature, while nobody has signed
 * @param explainedOn the day on which its terms were explained to the customer, until both have signed, as are by whom, to whom and the check of the text
 * @param signedOn the day of the later signature, once there are both
 * @param performedOn the day on which the customer accepted all of it
 * @param template name of the sales process of its deal; absent where none is known, as is the version
 * @param obligations what both sides owe under that version once it is signed
 * @param value with all amendments so far
 * @param originalValue what both parties signed first
 * @param forecastValue with the change orders that are under way, as they were assessed
 * @param values from which day on which value was agreed; empty until it is signed
 * @param clauses STANDARD where they say what the clause template says, however they are spaced, and SPECIAL elsewhere
 * @param clauseTemplate from which it is drafted; absent where there was none, so that all clauses are special, as is the version
 * @param verdict on the whole, until it is sent for signature
 * @param askedBeforeSigning what has to be done before anybody signs
 * @param neededContents what it has to state before anybody reviews it
 * @param withdrawnOn the day on which it was given up before anybody signed; absent where it was not, as is why
 * @param supersededBy the quotation in the place of its own, where that is why it was given up
 * @param reviewers whose which review is, and those of its changes; the other ones are their departments'
 * @param handedOverOn the day on which delivery took it over
 * @param voidedOn the day on which it was decided that it was signed by mistake; absent where it was not, as is why
 * @param lineHistory which amendment made or changed which line; empty while there is none
 */
public record ContractView(
        String status,
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
        List<Clause> clauses,
        List<PaymentTerm> payments,
        List<Review> openReviews,
        List<Review> passedReviews,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate explainedOn,
        @Nullable LocalDate sellerSignedOn,
        @Nullable LocalDate customerSignedOn,
        @Nullable LocalDate signedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate copiesDeliveredOn,
        @Nullable LocalDate archivedOn,
        @Nullable String archivedAt,
        @Nullable LocalDate performedOn,
        @Nullable LocalDate closedOn,
        @Nullable String template,
        @Nullable Integer templateVersion,
        List<ObligationTerm> obligations,
        Money originalValue,
        Money forecastValue,
        List<ValueFrom> values,
        List<LineHistory> lineHistory,
        List<AmendmentView> amendments,
        @Nullable String clauseTemplate,
        @Nullable Integer clauseTemplateVersion,
        @Nullable Verdict verdict,
        @Nullable String explainedBy,
        @Nullable String explainedTo,
        @Nullable LocalDate textCheckedOn,
        @Nullable String textCheckedBy,
        List<SigningStep> askedBeforeSigning,
        List<Content> neededContents,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawReason,
        @Nullable UUID supersededBy,
        List<AssignedReview> reviewers,
        @Nullable LocalDate handedOverOn,
        @Nullable LocalDate voidedOn,
        @Nullable VoidingCause voidCause,
        @Nullable String voidReason) {

    /** What was said of the contract as a whole, by whom and when. */
    public record Verdict(
            boolean fair,
            boolean valid,
            boolean lawful,
            boolean withinPolicy,
            @Nullable String reason,
            String judgedBy,
            LocalDate judgedOn) {}

    /** The value that was agreed for the days from this one on, as it is known now. */
    public record ValueFrom(LocalDate from, Money value) {}

    /**
     * What became of a line of a contract that was amended.
     *
     * @param line absent once an amendment took it away
     * @param addedBy number of the amendment that added it; absent where it was signed first
     * @param changedBy numbers of those that changed it
     * @param removedBy number of the amendment that took it away
     */
    public record LineHistory(
            int number,
            @Nullable ContractLine line,
            @Nullable Integer addedBy,
            List<Integer> changedBy,
            @Nullable Integer removedBy) {}

    /** An amendment in the order in which they were made. */
    public record AmendmentView(
            int number, UUID changeOrderId, LocalDate signedOn, LocalDate effectiveOn, Money change, Money value) {}

    static ContractView of(Contract contract) {
        var draft = contract.draft();
        var agreement = contract.agreement();
        var reviews = contract instanceof Open open ? open.reviews() : Reviews.NONE;
        var preparation = contract instanceof Pending pending ? pending.preparation() : Preparation.NONE;
        var end = contract instanceof Withdrawn withdrawn ? withdrawn.end() : null;
        var mistake = contract instanceof Voided voided ? voided.end() : null;
        var once = contract instanceof Voided voided ? voided.before() : contract;
        var explained = preparation.explained();
        var checked = preparation.checked();
        var progress = once instanceof Signed signed ? signed.progress() : Progress.NONE;
        return new ContractView(
                statusOf(contract),
                draft.number(),
                draft.basis(),
                draft.basisReason(),
                draft.quotationId(),
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                agreement.value(),
                agreement.lines(),
                agreement.terms(),
                agreement.clauses(),
                agreement.payments(),
                reviews.open(),
                reviews.passed(),
                contract instanceof OutForSignature out ? out.sentOn() : null,
                explained == null ? null : explained.on(),
                signedOn(once, Party.SELLER),
                signedOn(once, Party.CUSTOMER),
                once instanceof Signed signed ? signed.signatures().signedOn() : null,
                progress.effectiveOn(),
                progress.copiesDeliveredOn(),
                progress.archivedOn(),
                progress.location(),
                progress.performedOn(),
                progress.closedOn(),
                draft.template(),
                draft.templateVersion(),
                Objects.requireNonNullElse(draft.obligations(), List.of()),
                once instanceof Signed signed ? signed.original().value() : agreement.value(),
                once instanceof Signed signed ? signed.amendments().forecast(signed.original()) : agreement.value(),
                once instanceof Signed signed ? valuesOf(signed) : List.of(),
                once instanceof Signed signed ? LineHistories.of(signed) : List.of(),
                once instanceof Signed signed
                        ? signed.amendments().made().stream()
                                .map(ContractView::amendment)
                                .toList()
                        : List.of(),
                agreement.wording() == null ? null : agreement.wording().template(),
                agreement.wording() == null ? null : agreement.wording().version(),
                verdictOf(reviews.verdict()),
                explained == null ? null : explained.explainedBy(),
                explained == null ? null : explained.explainedTo(),
                checked == null ? null : checked.on(),
                checked == null ? null : checked.checkedBy(),
                Objects.requireNonNullElse(draft.asked(), List.of()),
                contract.needed(),
                end == null ? null : end.on(),
                end == null ? null : end.reason(),
                end == null ? null : end.successorId(),
                contract.assignedReviews(),
                progress.handedOverOn(),
                mistake == null ? null : mistake.on(),
                mistake == null ? null : mistake.cause(),
                mistake == null ? null : mistake.reason());
    }

    private static @Nullable Verdict verdictOf(@Nullable ContractJudged judged) {
        return judged == null
                ? null
                : new Verdict(
                        judged.fair(),
                        judged.valid(),
                        judged.lawful(),
                        judged.withinPolicy(),
                        judged.reason(),
                        judged.judgedBy(),
                        judged.judgedOn());
    }

    private static List<ValueFrom> valuesOf(Signed contract) {
        return contract.amendments()
                .values(contract.original(), contract.signatures().signedOn());
    }

    private static AmendmentView amendment(ContractAmended one) {
        return new AmendmentView(
                one.number(),
                one.changeOrderId(),
                one.signedOn(),
                one.effectiveOn(),
                one.value().minus(one.previousValue()),
                one.value());
    }

    private static String statusOf(Contract contract) {
        return switch (contract) {
            case Draft draft -> statusOf(draft.reviews());
            case Declined _ -> "DECLINED";
            case Withdrawn _ -> "WITHDRAWN";
            case Voided _ -> "VOIDED";
            case OutForSignature _ -> "OUT_FOR_SIGNATURE";
            case PartlySigned _ -> "PARTLY_SIGNED";
            case Signed signed -> statusOf(signed.progress());
        };
    }

    private static String statusOf(Reviews reviews) {
        if (reviews.areRunning()) {
            return "IN_REVIEW";
        }
        return reviews.haveApproved() ? "APPROVED" : "DRAFT";
    }

    private static String statusOf(Progress progress) {
        if (progress.closedOn() != null) {
            return "CLOSED";
        }
        if (progress.performedOn() != null) {
            return "PERFORMED";
        }
        return progress.effectiveOn() == null ? "SIGNED" : "EFFECTIVE";
    }

    private static @Nullable LocalDate signedOn(Contract contract, Party party) {
        return switch (contract) {
            case Open _, OutForSignature _, Over _ -> null;
            case PartlySigned partly ->
                partly.first().party() == party ? partly.first().signedOn() : null;
            case Signed signed -> signed.signatures().by(party).signedOn();
        };
    }
}
