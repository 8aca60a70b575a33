package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.contracts.kernel.Party.CUSTOMER;
import static io.milepost.contracts.kernel.Party.SELLER;
import static io.milepost.contracts.kernel.Review.FINANCE;
import static io.milepost.contracts.kernel.Review.LEGAL;
import static io.milepost.contracts.kernel.Review.TECHNICAL;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Between the draft and the signature, and after it. */
class ReviewingTest {
    private static final SubmitForReview SUBMIT = new SubmitForReview();
    private static final SendForSignature SEND = new SendForSignature();
    private static final ContractSentForSignature SENT = new ContractSentForSignature(OPPORTUNITY, TODAY, "someone");
    private static final SignContract SIGN = new SignContract(SELLER, "Kim", null);
    private static final Clause PENALTY = new Clause("P-1", Clause.Kind.SPECIAL, "penalty");
    private static final Clause WARRANTY = new Clause("W-1", Clause.Kind.STANDARD, "warranty", "Warranty");
    private static final List<PaymentTerm> PAYMENTS =
            List.of(new PaymentTerm("all", null, new BigDecimal("100"), Trigger.SIGNATURE, null, null, null));

    @Nested
    @DisplayName("R-124, R-125, R-126, R-127, R-128, G14: who is concerned reviews it")
    class Required {

        @Test
        @DisplayName("R-127: the scope is reviewed by the technical department")
        void the_scope_alone_is_technical() {
            aDraft().when(SUBMIT)
                    .then(requested(FINANCE, TECHNICAL))
                    .when(SUBMIT)
                    .thenNothing();
        }

        @Test
        @DisplayName("R-128: standard clauses pass without legal review, a special one does not")
        void a_special_clause_is_legal() {
            aDraft().given(new ContractClauseChanged(WARRANTY, null))
                    .when(SUBMIT)
                    .then(requested(FINANCE, TECHNICAL));
            aDraft().given(new ContractClauseChanged(PENALTY, null))
                    .when(SUBMIT)
                    .then(requested(LEGAL, FINANCE, TECHNICAL));
        }

        @Test
        @DisplayName("R-126: finance looks at price and payments of every contract, also where it states no payments")
        void payments_are_financial() {
            assertThat(aDraft().state().agreement().payments()).isEmpty();
            aDraft().when(SUBMIT).then(requested(FINANCE, TECHNICAL)).when(SIGN).thenRefused(CONTRACT_NOT_APPROVED);
            var unpaid = new Terms("a", TODAY, null, "b", "c", null);
            nothing()
                    .given(drafted(Basis.RENEWAL, LINES, unpaid))
                    .when(SUBMIT)
                    .thenRefusedOnRecord(CONTRACT_INCOMPLETE, new ContractIncompleteFlagged(List.of("paymentMethod")));
            everything().when(SUBMIT).then(requested(LEGAL, FINANCE, TECHNICAL));
        }

        @Test
        @DisplayName("R-122, R-130: what is incomplete is not reviewed, and that is on record")
        void an_incomplete_contract_is_flagged() {
            nothing()
                    .given(drafted(Basis.RENEWAL, LINES, new Terms("a", TODAY, "b", null, "d", null)))
                    .when(SUBMIT)
                    .thenRefusedOnRecord(CONTRACT_INCOMPLETE, new ContractIncompleteFlagged(List.of("scope")));
        }
    }

    @Nested
    @DisplayName("R-129, G14: it is signed when every review has passed")
    class Deciding {

        @Test
        void is_approved_by_the_last_review_and_goes_out_then() {
            everything()
                    .given(requested(LEGAL, FINANCE, TECHNICAL))
                    .when(passing(FINANCE))
                    .then(new ContractReviewPassed(FINANCE))
                    .when(passing(FINANCE))
                    .thenNothing()
                    .when(passing(LEGAL))
                    .then(new ContractReviewPassed(LEGAL))
                    .when(SIGN)
                    .thenRefused(CONTRACT_NOT_APPROVED)
                    .when(passing(TECHNICAL))
                    .then(new ContractReviewPassed(TECHNICAL), new ContractApproved(List.of(FINANCE, LEGAL, TECHNICAL)))
                    .when(SUBMIT)
                    .thenNothing()
                    .when(SEND)
                    .then(SENT)
                    .when(SIGN)
                    .then(new ContractPartySigned(SELLER, "Kim", TODAY, "someone"));
        }

        @Test
        void a_rejection_gives_its_reason_and_sends_it_back() {
            var inReview = everything().given(requested(LEGAL, FINANCE, TECHNICAL), new ContractReviewPassed(LEGAL));
            inReview.when(new DecideReview(FINANCE, false, " ")).thenRefused(REASON_MISSING, "/reason");
            inReview.when(new DecideReview(FINANCE, false, "no advance"))
                    .then(new ContractReviewRejected(FINANCE, "no advance"))
                    .when(passing(TECHNICAL))
                    .thenRefused(REVIEW_NOT_OPEN)
                    .when(SIGN)
                    .thenRefused(CONTRACT_NOT_APPROVED)
                    .when(SUBMIT)
                    .then(requested(LEGAL, FINANCE, TECHNICAL));
        }

        @Test
        void nothing_is_reviewed_nor_changed_once_it_is_out_for_signature() {
            for (var signed :
                    List.of(aContractOutForSignature(), aContractSignedBy(SELLER, TODAY), aSignedContract())) {
                signed.when(SUBMIT).thenRefused(CONTRACT_NOT_DRAFT);
                signed.when(passing(LEGAL)).thenRefused(CONTRACT_NOT_DRAFT);
                signed.when(edit(PENALTY)).thenRefused(CONTRACT_NOT_DRAFT);
            }
        }
    }

    @Nested
    @DisplayName("R-129: any edit voids what was approved")
    class Editing {

        @Test
        void a_clause_is_added_and_changed() {
            var stricter = new Clause("P-1", Clause.Kind.SPECIAL, "twice the penalty");
            aDraft().when(edit(PENALTY))
                    .then(new ContractClauseChanged(PENALTY, null))
                    .when(edit(PENALTY))
                    .thenNothing()
                    .when(edit(stricter))
                    .then(new ContractClauseChanged(stricter, PENALTY));
        }

        @Test
        void an_approved_contract_is_a_draft_again() {
            var voided = new ContractApprovalVoided(List.of(TECHNICAL));
            anApprovedContract()
                    .when(edit(WARRANTY))
                    .then(new ContractClauseChanged(WARRANTY, null), voided)
                    .when(SIGN)
                    .thenRefused(CONTRACT_NOT_APPROVED);
            anApprovedContract()
                    .when(new ReviseContract(VALUE, LINES, TERMS, null, PAYMENTS))
                    .then(new ContractRevised(VALUE, VALUE, LINES, TERMS, null, PAYMENTS), voided)
                    .when(SUBMIT)
                    .then(requested(FINANCE, TECHNICAL));
        }

        @Test
        @DisplayName("R-128: a code names one clause in every spelling; the first one stays")
        void a_clause_is_found_in_every_spelling() {
            var changed = new Clause(WARRANTY.code(), Clause.Kind.SPECIAL, "other", "Warranty");
            aDraft().given(new ContractClauseChanged(WARRANTY, null))
                    .when(new EditClause(
                            " " + WARRANTY.code().toLowerCase(Locale.ROOT), Clause.Kind.SPECIAL, "other", null))
                    .then(new ContractClauseChanged(changed, WARRANTY))
                    .when(edit(changed))
                    .thenNothing();
        }

        @Test
        @DisplayName(
                "R-125: the legal department reviews anew whatever clause changes: in preparation, in negotiation, at signing")
        void the_legal_review_is_repeated() {
            var stricter = edit(new Clause("P-1", Clause.Kind.SPECIAL, "twice the penalty"));
            var all = requested(LEGAL, FINANCE, TECHNICAL);
            var preparing = everything().given(all, new ContractReviewPassed(LEGAL));
            var negotiating = preparing.given(
                    new ContractReviewPassed(FINANCE),
                    new ContractReviewPassed(TECHNICAL),
                    new ContractApproved(List.of(LEGAL, FINANCE, TECHNICAL)));
            var signing = negotiating.given(SENT, new ContractSignatureDeclined(OPPORTUNITY, CUSTOMER, "penalty"));
            for (var contract : List.of(preparing, negotiating, signing)) {
                var edited = contract.given(
                        contract.when(stricter).decision().events().toArray(ContractEvent[]::new));
                edited.when(SEND).thenRefused(CONTRACT_NOT_APPROVED);
                edited.when(SUBMIT)
                        .then(all)
                        .when(passing(FINANCE))
                        .then(new ContractReviewPassed(FINANCE))
                        .when(passing(TECHNICAL))
                        .then(new ContractReviewPassed(TECHNICAL))
                        .when(SEND)
                        .thenRefused(CONTRACT_NOT_APPROVED)
                        .when(passing(LEGAL))
                        .then(
                                new ContractReviewPassed(LEGAL),
                                new ContractApproved(List.of(FINANCE, TECHNICAL, LEGAL)));
            }
        }

        @Test
        void an_edit_during_the_reviews_ends_them() {
            aDraft().given(requested(TECHNICAL))
                    .when(edit(WARRANTY))
                    .then(new ContractClauseChanged(WARRANTY, null))
                    .when(passing(TECHNICAL))
                    .thenRefused(REVIEW_NOT_OPEN);
        }
    }

    @Test
    @DisplayName("R-133: the signed contract tells its payments")
    void the_signature_tells_the_payments() {
        everything()
                .given(by(SELLER, TODAY))
                .when(new SignContract(CUSTOMER, null, null))
                .then(
                        new ContractPartySigned(CUSTOMER, null, TODAY, "someone"),
                        new ContractSigned(
                                OPPORTUNITY,
                                ACCOUNT,
                                "kim",
                                VALUE,
                                TODAY,
                                Basis.QUOTATION,
                                PAYMENTS,
                                null,
                                null,
                                null,
                                "ISO 9001"));
    }

    @Test
    @DisplayName("R-132: copies are delivered and the contract is archived when both have signed, each once")
    void the_papers_are_filed() {
        aSignedContract()
                .when(new DeliverCopies(TODAY))
                .then(new ContractCopiesDelivered(TODAY))
                .when(new DeliverCopies(null))
                .thenNothing()
                .when(new ArchiveContract("shelf 4"))
                .then(new ContractArchived(TODAY, "shelf 4"))
                .when(new ArchiveContract("shelf 4"))
                .thenNothing();
        for (var open : List.of(anApprovedContract(), aContractSignedBy(SELLER, TODAY))) {
            open.when(new DeliverCopies(null)).thenRefused(CONTRACT_NOT_SIGNED);
            open.when(new ArchiveContract(null)).thenRefused(CONTRACT_NOT_SIGNED);
        }
    }

    /** A special clause, payments and a scope. */
    private static Scenario<Contract, ContractCommand, ContractEvent> everything() {
        return aDraft().given(new ContractRevised(VALUE, VALUE, LINES, TERMS, List.of(PENALTY, WARRANTY), PAYMENTS));
    }

    private static ContractReviewRequested requested(Review... reviews) {
        return new ContractReviewRequested(List.of(reviews));
    }

    private static DecideReview passing(Review review) {
        return new DecideReview(review, true, null);
    }

    private static EditClause edit(Clause clause) {
        return new EditClause(clause.code(), clause.kind(), clause.text(), clause.title());
    }
}
