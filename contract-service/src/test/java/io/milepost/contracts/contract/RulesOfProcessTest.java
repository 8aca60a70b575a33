package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contract.Reviewing.RiskOfDeal;
import io.milepost.contracts.kernel.CollectionTerms;
import io.milepost.contracts.kernel.ContractRules;
import io.milepost.contracts.kernel.ContractRules.Content;
import io.milepost.contracts.kernel.ContractRules.ContractType;
import io.milepost.contracts.kernel.ContractRules.RequiredContents;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.ReviewRule.Cause;
import io.milepost.contracts.kernel.RiskLevel;
import io.milepost.contracts.kernel.StandardReviews;
import io.milepost.contracts.kernel.Terms;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a contract has to state, and who reviews it for the risk of its deal, is what its sales process says. */
class RulesOfProcessTest {
    private static final Terms SCOPE_ALONE = new Terms(null, null, null, "delivery", null, null);
    private static final ContractRules SCOPE =
            new ContractRules(null, List.of(new RequiredContents(ContractType.FRAMEWORK, List.of(Content.SCOPE))));
    private static final ContractRules MUCH = new ContractRules(
            new CollectionTerms(3, 30, null, null, null),
            List.of(new RequiredContents(
                    ContractType.FRAMEWORK, List.of(Content.DURATION, Content.PRODUCTS, Content.SCOPE))));
    private static final List<ReviewRule> RISKY = List.of(
            new ReviewRule(Review.FINANCE, Cause.ALWAYS, null, null, null),
            new ReviewRule(Review.LEGAL, Cause.ALWAYS, null, RiskLevel.MEDIUM, null),
            new ReviewRule(Review.TECHNICAL, Cause.SCOPE, null, RiskLevel.HIGH, null));

    @Test
    @DisplayName("R-122, R-188: a contract has to state what its sales process says for its type, and nothing else")
    void a_type_of_contract_states_what_its_process_says() {
        framework(SCOPE_ALONE, SCOPE)
                .when(new SubmitForReview())
                .then(new ContractReviewRequested(List.of(Review.FINANCE, Review.TECHNICAL)));
        framework(Terms.NONE, SCOPE)
                .when(new SubmitForReview())
                .thenRefusedOnRecord(CONTRACT_INCOMPLETE, new ContractIncompleteFlagged(List.of("scope")));
        framework(SCOPE_ALONE, MUCH)
                .when(new SubmitForReview())
                .thenRefusedOnRecord(
                        CONTRACT_INCOMPLETE,
                        new ContractIncompleteFlagged(List.of("product", "quantity", "price", "duration")));
        assertThat(ContractView.of(framework(SCOPE_ALONE, SCOPE).state()).neededContents())
                .containsExactly(Content.SCOPE);
    }

    @Test
    @DisplayName("Decision 28: a type of which the process says nothing has to state all of it, as without a process")
    void a_type_that_is_not_named_states_everything() {
        var renewal =
                new ContractRules(null, List.of(new RequiredContents(ContractType.RENEWAL, List.of(Content.SCOPE))));
        lacksAllButScope(null);
        lacksAllButScope(renewal);
        lacksAllButScope(new ContractRules(null, null));
        assertThat(ContractView.of(aDraft().state()).neededContents()).containsExactly(Content.values());
    }

    @Test
    @DisplayName("R-131: nothing that the process asks for may be missing when the contract is sent for signature")
    void it_is_asked_again_before_the_signature() {
        var approved = List.<ContractEvent>of(
                new ContractReviewRequested(List.of(Review.FINANCE)),
                new ContractReviewPassed(Review.FINANCE),
                new ContractApproved(List.of(Review.FINANCE)));
        framework(Terms.NONE, SCOPE)
                .given(approved.toArray(ContractEvent[]::new))
                .when(new SendForSignature())
                .thenRefusedOnRecord(CONTRACT_INCOMPLETE, new ContractIncompleteFlagged(List.of("scope")));
        framework(SCOPE_ALONE, SCOPE)
                .given(approved.toArray(ContractEvent[]::new))
                .when(new SendForSignature())
                .by("kim")
                .then(new ContractSentForSignature(OPPORTUNITY, TODAY, "kim"));
    }

    @Test
    @DisplayName(
            "R-188: a contract keeps what its process says of contracts, whether drafted by hand or from a quotation")
    void a_contract_keeps_what_binds_it() {
        var known = new ProcessTerms("north", StandardReviews.RULES, null, null, MUCH);
        nothing()
                .when(new DraftFromQuotation(
                        QUOTATION, OPPORTUNITY, ACCOUNT, "kim", VALUE, LINES, TERMS, null, "north", 4))
                .reading(known)
                .then(drafted(Basis.QUOTATION, null, MUCH));
        nothing()
                .when(new DraftFromQuotation(
                        QUOTATION, OPPORTUNITY, ACCOUNT, "kim", VALUE, LINES, TERMS, null, "north", 4))
                .then(drafted(Basis.QUOTATION, null, null));
        nothing()
                .when(new DraftContract(
                        null,
                        Basis.RENEWAL,
                        "as last year",
                        null,
                        OPPORTUNITY,
                        ACCOUNT,
                        "kim",
                        VALUE,
                        LINES,
                        TERMS,
                        null,
                        null,
                        new ProcessName("north", 4),
                        null))
                .reading(known)
                .then(drafted(Basis.RENEWAL, "as last year", MUCH));
        assertThat(Json.events()
                        .valueToTree(drafted(Basis.QUOTATION, null, null))
                        .has("contractRules"))
                .isFalse();
    }

    @Test
    @DisplayName(
            "R-129, decision 27: a department reviews the contract of a risky deal, from the risk that the matrix names")
    void who_reviews_depends_on_the_risk_of_the_deal() {
        asked(null, Review.FINANCE);
        asked(new RiskOfDeal(null), Review.FINANCE);
        asked(new RiskOfDeal(RiskLevel.LOW), Review.FINANCE);
        asked(new RiskOfDeal(RiskLevel.MEDIUM), Review.LEGAL, Review.FINANCE);
        asked(new RiskOfDeal(RiskLevel.HIGH), Review.LEGAL, Review.FINANCE, Review.TECHNICAL);
    }

    @Test
    @DisplayName("R-138: whoever reviewed what was signed reviews its changes, whatever has become of the risk since")
    void changes_are_reviewed_by_whom_the_risk_had_called() {
        var passed = List.of(Review.LEGAL, Review.FINANCE);
        var sent = risky().given(
                        new ContractReviewRequested(passed),
                        new ContractReviewPassed(Review.LEGAL),
                        new ContractReviewPassed(Review.FINANCE),
                        new ContractApproved(passed),
                        new ContractSentForSignature(OPPORTUNITY, YESTERDAY, null),
                        new ContractTextChecked(YESTERDAY, "lee"));
        var signed = sent.given(by(Party.SELLER, TODAY), by(Party.CUSTOMER, TODAY));
        assertThat(signed.state().reviewers()).containsExactlyElementsOf(passed);
        var unreviewed = risky().given(by(Party.SELLER, TODAY), by(Party.CUSTOMER, TODAY));
        assertThat(unreviewed.state().reviewers()).containsExactly(Review.FINANCE);
    }

    private static void lacksAllButScope(@Nullable ContractRules rules) {
        framework(SCOPE_ALONE, rules)
                .when(new SubmitForReview())
                .thenRefusedOnRecord(
                        CONTRACT_INCOMPLETE,
                        new ContractIncompleteFlagged(List.of(
                                "product",
                                "quantity",
                                "price",
                                "qualityStandard",
                                "deliveryDeadline",
                                "paymentMethod",
                                "duration")));
    }

    private static void asked(@Nullable RiskOfDeal risk, Review... reviews) {
        var submitted = risky().when(new SubmitForReview());
        (risk == null ? submitted : submitted.reading(risk)).then(new ContractReviewRequested(List.of(reviews)));
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> risky() {
        return nothing()
                .given(new ContractDrafted(
                        null,
                        Basis.QUOTATION,
                        null,
                        QUOTATION,
                        OPPORTUNITY,
                        ACCOUNT,
                        "kim",
                        VALUE,
                        LINES,
                        TERMS,
                        null,
                        null,
                        "north",
                        4,
                        RISKY,
                        null,
                        null,
                        null,
                        null));
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> framework(
            Terms terms, @Nullable ContractRules rules) {
        return nothing()
                .given(new ContractDrafted(
                        null,
                        Basis.FRAMEWORK,
                        "call-off",
                        null,
                        OPPORTUNITY,
                        ACCOUNT,
                        "kim",
                        VALUE,
                        List.of(),
                        terms,
                        null,
                        null,
                        "north",
                        4,
                        null,
                        null,
                        null,
                        null,
                        rules));
    }

    private static ContractDrafted drafted(Basis basis, @Nullable String reason, @Nullable ContractRules rules) {
        return new ContractDrafted(
                null,
                basis,
                reason,
                basis == Basis.QUOTATION ? QUOTATION : null,
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                VALUE,
                LINES,
                TERMS,
                null,
                null,
                "north",
                4,
                null,
                null,
                null,
                null,
                rules);
    }
}
