package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.contracts.kernel.Party.CUSTOMER;
import static io.milepost.contracts.kernel.Party.SELLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.Terms;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("R-131, G15: the second signature concludes the contract")
class SigningTest {
    private static final SendForSignature SEND = new SendForSignature();
    private static final SignContract SIGN = new SignContract(SELLER, "Kim", null);

    @Test
    void is_signed_on_the_day_of_the_later_signature() {
        aContractSignedBy(SELLER, YESTERDAY)
                .when(new SignContract(CUSTOMER, "Ann", null))
                .then(new ContractPartySigned(CUSTOMER, "Ann", TODAY, "someone"), signed(TODAY));
        aContractSignedBy(CUSTOMER, TODAY)
                .when(new SignContract(SELLER, "Kim", YESTERDAY))
                .then(new ContractPartySigned(SELLER, "Kim", YESTERDAY, "someone"), signed(TODAY));
    }

    @Test
    @DisplayName("R-159: the signature tells the standard that what is delivered is measured against")
    void tells_the_revised_value() {
        var value = usd("4821.00");
        aDraft().given(new ContractRevised(VALUE, value, List.of(line("GTX Pro", "1", "4821.00")), TERMS, null, null))
                .given(by(SELLER, TODAY))
                .when(new SignContract(CUSTOMER, null, null))
                .then(
                        new ContractPartySigned(CUSTOMER, null, TODAY, "someone"),
                        new ContractSigned(
                                OPPORTUNITY,
                                ACCOUNT,
                                "kim",
                                value,
                                TODAY,
                                Basis.QUOTATION,
                                null,
                                null,
                                null,
                                null,
                                "ISO 9001"));
    }

    @Test
    void an_agreed_day_counts_from_the_signature_on() {
        signedWithAgreedDay(TODAY, new ContractBecameEffective(TODAY));
        signedWithAgreedDay(YESTERDAY.minusDays(9), new ContractBecameEffective(TODAY));
        signedWithAgreedDay(TODAY.plusDays(1));
    }

    private void signedWithAgreedDay(LocalDate agreed, ContractEvent... effect) {
        var terms = new Terms("ISO 9001", TODAY, "30 days net", "delivery", "1 year", agreed);
        var events = nothing()
                .given(drafted(Basis.QUOTATION, LINES, terms), by(SELLER, YESTERDAY))
                .when(new SignContract(CUSTOMER, null, TODAY))
                .decision()
                .events();
        assertThat(events).startsWith(new ContractPartySigned(CUSTOMER, null, TODAY, "someone"), signed(TODAY));
        assertThat(events.subList(2, events.size())).containsExactly(effect);
    }

    @Test
    @DisplayName(
            "R-131, G15: two parties are two people: neither a member nor a token notes both signatures, an import does")
    void one_person_notes_one_signature() {
        var customer = new SignContract(CUSTOMER, "Ann", null);
        var out = aContractOutForSignature().given(new ContractPartySigned(SELLER, "Kim", TODAY, "zoe"));
        out.when(customer).byMember("ZOE").thenRefused(RECORDED_BY_ONE, "/party");
        out.when(customer).byMember("bob").then(new ContractPartySigned(CUSTOMER, "Ann", TODAY, "bob"), signed(TODAY));
        out.when(customer).by("erp").then(new ContractPartySigned(CUSTOMER, "Ann", TODAY, "erp"), signed(TODAY));
        var byToken = aContractOutForSignature()
                .when(new SignContract(SELLER, "Kim", null))
                .by("desk")
                .then(new ContractPartySigned(SELLER, "Kim", TODAY, "desk"));
        byToken.when(customer).by("desk").thenRefused(RECORDED_BY_ONE, "/party");
        byToken.when(customer).by("erp").then(new ContractPartySigned(CUSTOMER, "Ann", TODAY, "erp"), signed(TODAY));
        byToken.when(customer)
                .unbound()
                .then(new ContractPartySigned(CUSTOMER, "Ann", TODAY, "automation"), signed(TODAY));
    }

    @Nested
    @DisplayName("R-131, G15: an approved contract is sent for signature, and nobody signs before")
    class OutForSignature {

        @Test
        void goes_out_once_when_it_is_approved() {
            anApprovedContract()
                    .when(SIGN)
                    .thenRefused(CONTRACT_NOT_OUT_FOR_SIGNATURE)
                    .when(SEND)
                    .then(new ContractSentForSignature(OPPORTUNITY, TODAY, "someone"))
                    .when(SEND)
                    .thenNothing()
                    .when(SIGN)
                    .then(new ContractPartySigned(SELLER, "Kim", TODAY, "someone"))
                    .when(SEND)
                    .thenRefused(CONTRACT_NOT_DRAFT);
            aSignedContract().when(SEND).thenRefused(CONTRACT_NOT_DRAFT);
        }

        @Test
        @DisplayName("R-122, R-129, G14: what is incomplete or not approved does not go out")
        void does_not_go_out_before() {
            aDraft().when(SEND).thenRefused(CONTRACT_NOT_APPROVED);
            var noScope = new Terms("a", TODAY, "b", null, "d", null);
            nothing()
                    .given(drafted(Basis.RENEWAL, LINES, noScope))
                    .when(SEND)
                    .thenRefusedOnRecord(CONTRACT_INCOMPLETE, new ContractIncompleteFlagged(List.of("scope")));
        }

        @Test
        @DisplayName("R-130: the terms are explained before both have signed, once")
        void terms_are_explained() {
            for (var contract : List.of(aContractOutForSignature(), aContractSignedBy(SELLER, TODAY))) {
                contract.when(new RecordExplanation(null, null, null))
                        .then(new ContractTermsExplained(TODAY, "someone", null))
                        .when(new RecordExplanation(null, null, null))
                        .thenNothing();
            }
            aContractOutForSignature()
                    .given(new ContractTermsExplained(YESTERDAY, null, null), by(SELLER, TODAY))
                    .when(new RecordExplanation(null, null, null))
                    .thenNothing();
            for (var contract : List.of(anApprovedContract(), aSignedContract())) {
                contract.when(new RecordExplanation(null, null, null)).thenRefused(CONTRACT_NOT_OUT_FOR_SIGNATURE);
            }
        }

        @Test
        void a_contract_that_was_signed_before_anybody_sent_it_is_concluded_all_the_same() {
            anApprovedContract()
                    .given(by(SELLER, YESTERDAY))
                    .when(new SignContract(CUSTOMER, null, TODAY))
                    .then(new ContractPartySigned(CUSTOMER, null, TODAY, "someone"), signed(TODAY));
        }
    }

    @Nested
    @DisplayName("R-131, G15: a party may decline")
    class Declining {
        private final DeclineSignature decline = new DeclineSignature(CUSTOMER, "price");

        @Test
        void it_may_be_changed_and_tried_again_even_when_the_other_party_has_signed() {
            for (var contract : List.of(aContractOutForSignature(), aContractSignedBy(SELLER, TODAY))) {
                contract.when(decline)
                        .then(new ContractSignatureDeclined(OPPORTUNITY, CUSTOMER, "price"))
                        .when(decline)
                        .thenRefused(CONTRACT_NOT_OUT_FOR_SIGNATURE)
                        .when(SIGN)
                        .thenRefused(CONTRACT_NOT_APPROVED)
                        .when(SEND)
                        .thenRefused(CONTRACT_NOT_APPROVED)
                        .when(new EditClause("W-1", Clause.Kind.STANDARD, "warranty", null))
                        .then(new ContractClauseChanged(
                                new Clause("W-1", Clause.Kind.STANDARD, "warranty", "Warranty"), null))
                        .when(new SubmitForReview())
                        .then(new ContractReviewRequested(List.of(Review.FINANCE, Review.TECHNICAL)))
                        .when(new DecideReview(Review.FINANCE, true, null))
                        .then(new ContractReviewPassed(Review.FINANCE))
                        .when(new DecideReview(Review.TECHNICAL, true, null))
                        .then(
                                new ContractReviewPassed(Review.TECHNICAL),
                                new ContractApproved(List.of(Review.FINANCE, Review.TECHNICAL)))
                        .when(SEND)
                        .then(new ContractSentForSignature(OPPORTUNITY, TODAY, "someone"));
            }
        }

        @Test
        void an_unchanged_contract_is_reviewed_anew() {
            aContractOutForSignature()
                    .given(new ContractSignatureDeclined(OPPORTUNITY, CUSTOMER, "price"))
                    .when(new SubmitForReview())
                    .then(new ContractReviewRequested(List.of(Review.FINANCE, Review.TECHNICAL)));
        }

        @Test
        void only_what_was_sent_is_declined_and_not_by_who_has_signed() {
            anApprovedContract().when(decline).thenRefused(CONTRACT_NOT_OUT_FOR_SIGNATURE);
            aContractOutForSignature()
                    .when(new DeclineSignature(SELLER, "a mistake in the lines"))
                    .then(new ContractSignatureDeclined(OPPORTUNITY, SELLER, "a mistake in the lines"));
            aContractSignedBy(SELLER, TODAY)
                    .when(new DeclineSignature(SELLER, "price"))
                    .thenRefused(PARTY_ALREADY_SIGNED);
            aSignedContract().when(decline).thenRefused(CONTRACT_NOT_OUT_FOR_SIGNATURE);
        }
    }
}
