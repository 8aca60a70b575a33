package io.milepost.contracts.contract.domain;

import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a contract.
 *
 * @param status DRAFT, IN_REVIEW, APPROVED, OUT_FOR_SIGNATURE, DECLINED, PARTLY_SIGNED, SIGNED, EFFECTIVE, PERFORMED or CLOSED
 * @param sentOn the day on which it went out for signature, while nobody has signed
 * @param explainedOn the day on which its terms were explained to the customer, until both have signed
 * @param signedOn the day of the later signature, once both are there
 * @param performedOn the day on which the customer accepted all of it
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
        @Nullable LocalDate closedOn) {

    public static @Nullable ContractView of(Contract state) {
        return switch (state) {
            case Contract.Unknown _ -> null;
            case Contract.Draft draft -> view(statusOf(draft.reviews()), draft, null, null, null, null);
            case Contract.Declined declined -> view("DECLINED", declined, null, null, null, null);
            case Contract.OutForSignature out -> view("OUT_FOR_SIGNATURE", out, null, null, null, null);
            case Contract.PartlySigned partly -> {
                var day = partly.first().signedOn();
                yield partly.first().party() == Party.SELLER
                        ? view("PARTLY_SIGNED", partly, day, null, null, null)
                        : view("PARTLY_SIGNED", partly, null, day, null, null);
            }
            case Contract.Signed signed -> concluded("SIGNED", signed, null);
            case Contract.Effective effective -> concluded("EFFECTIVE", effective, effective.effectiveOn());
        };
    }

    private static String statusOf(Reviews reviews) {
        if (reviews.areRunning()) {
            return "IN_REVIEW";
        }
        return reviews.haveApproved() ? "APPROVED" : "DRAFT";
    }

    /** How far it is carried out, else what it is otherwise. */
    private static String statusOf(Performance performance, String otherwise) {
        if (performance.closedOn() != null) {
            return "CLOSED";
        }
        return performance.performedOn() == null ? otherwise : "PERFORMED";
    }

    private static ContractView concluded(String status, Contract.Concluded contract, @Nullable LocalDate effectiveOn) {
        var signatures = contract.signatures();
        return view(
                statusOf(contract.performance(), status),
                contract,
                signatures.seller(),
                signatures.customer(),
                signatures.signedOn(),
                effectiveOn);
    }

    private static ContractView view(
            String status,
            Contract.Known contract,
            @Nullable LocalDate sellerSignedOn,
            @Nullable LocalDate customerSignedOn,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate effectiveOn) {
        var draft = contract.draft();
        var content = contract.content();
        var reviews = contract instanceof Contract.Open open ? open.reviews() : Reviews.NONE;
        var filing = contract instanceof Contract.Concluded concluded ? concluded.filing() : Filing.NONE;
        var performance = contract instanceof Contract.Concluded concluded ? concluded.performance() : Performance.NONE;
        return new ContractView(
                status,
                draft.number(),
                draft.basis(),
                draft.basisReason(),
                draft.quotationId(),
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                content.value(),
                content.lines(),
                content.terms(),
                content.clauses(),
                content.payments(),
                reviews.open(),
                reviews.passed(),
                contract instanceof Contract.OutForSignature out ? out.sentOn() : null,
                contract instanceof Contract.Pending pending ? pending.explainedOn() : null,
                sellerSignedOn,
                customerSignedOn,
                signedOn,
                effectiveOn,
                filing.copiesDeliveredOn(),
                filing.archivedOn(),
                filing.location(),
                performance.performedOn(),
                performance.closedOn());
    }
}
