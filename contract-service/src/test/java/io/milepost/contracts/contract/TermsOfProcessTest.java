package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.PROCESS_FAULTY;
import static io.milepost.contracts.contract.Contracts.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.Debtor;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.ReviewRule.Cause;
import io.milepost.contracts.kernel.StandardReviews;
import io.milepost.platform.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the sales process of its deal says of a contract besides its reviews. */
class TermsOfProcessTest {
    private static final List<ReviewRule> RULES =
            List.of(new ReviewRule(Review.FINANCE, Cause.ALWAYS, null, null, null));
    private static final List<ObligationTerm> OBLIGATIONS = List.of(
            new ObligationTerm("SITE-1", Debtor.CUSTOMER, "prepares the site", 30),
            new ObligationTerm("T.1", Debtor.OURS, "trains the operators", 90));

    @Test
    @DisplayName("R-137, R-188: a contract keeps what will be owed under it, and says so when both have signed")
    void a_contract_keeps_what_will_be_owed() {
        var draft =
                new DraftFromQuotation(QUOTATION, OPPORTUNITY, ACCOUNT, "kim", VALUE, LINES, TERMS, null, "north", 4);
        nothing()
                .when(draft)
                .reading(new ProcessTerms("north", StandardReviews.RULES, null, OBLIGATIONS, null))
                .then(fact("north", 4, OBLIGATIONS));
        nothing().when(draft).then(fact("north", 4, null));

        var owing = nothing().given(fact("north", 4, OBLIGATIONS));
        assertThat(ContractView.of(owing.state()).obligations()).isEqualTo(OBLIGATIONS);
        owing.given(new ContractSentForSignature(OPPORTUNITY, YESTERDAY, null), by(Party.SELLER, YESTERDAY))
                .when(new SignContract(Party.CUSTOMER, "sealed name", TODAY))
                .by("desk")
                .then(
                        new ContractPartySigned(Party.CUSTOMER, "sealed name", TODAY, "desk"),
                        new ContractSigned(
                                OPPORTUNITY,
                                ACCOUNT,
                                "kim",
                                VALUE,
                                TODAY,
                                Basis.QUOTATION,
                                null,
                                "north",
                                4,
                                OBLIGATIONS,
                                "ISO 9001"));
    }

    @Test
    @DisplayName("R-188: a contract drafted by hand is bound by the process that it names, as one from a quotation is")
    void a_contract_drafted_by_hand_names_its_process() {
        nothing()
                .when(byHand("North ", 4))
                .reading(new ProcessTerms("north", RULES, null, OBLIGATIONS, null))
                .then(drafted("north", 4, RULES, OBLIGATIONS))
                .when(new SubmitForReview())
                .then(new ContractReviewRequested(List.of(Review.FINANCE)));
        nothing()
                .when(byHand("north", 4))
                .reading(new ProcessTerms("north", StandardReviews.RULES, null, null, null))
                .then(drafted("north", 4, null, null));
    }

    @Test
    @DisplayName(
            "A contract drafted by hand without a process, or of one that is not known here, is bound by the standard terms")
    void what_is_not_known_is_standard() {
        nothing().when(byHand(null)).then(drafted(null, null, null, null));
        nothing()
                .when(byHand("unheard of", Integer.MAX_VALUE))
                .then(drafted("unheard of", Integer.MAX_VALUE, null, null))
                .when(new SubmitForReview())
                .then(new ContractReviewRequested(List.of(Review.FINANCE, Review.TECHNICAL)));
    }

    @Test
    void what_can_be_no_version_is_refused() {
        nothing().when(byHand(" ", 4)).thenRefused(PROCESS_FAULTY, "/process/name");
        for (int version : List.of(0, -1, Integer.MIN_VALUE)) {
            nothing().when(byHand("north", version)).thenRefused(PROCESS_FAULTY, "/process/version");
        }
        nothing().when(byHand("north", 1)).then(drafted("north", 1, null, null));
    }

    @Test
    @DisplayName("A contract under which nothing is owed is stored and published as it was before")
    void nothing_is_said_where_nothing_is_owed() {
        assertThat(Json.events().valueToTree(fact("north", 4, null)).has("obligations"))
                .isFalse();
        assertThat(Json.events().valueToTree(signed(TODAY)).has("obligations")).isFalse();
        assertThat(Json.events().valueToTree(fact("north", 4, OBLIGATIONS)).has("obligations"))
                .as("control")
                .isTrue();
        assertThat(ContractView.of(aDraft().state()).obligations()).isEmpty();
    }

    private static DraftContract byHand(String process, int version) {
        return byHand(new ProcessName(process, version));
    }

    private static DraftContract byHand(@Nullable ProcessName process) {
        return new DraftContract(
                "C-1",
                Basis.FRAMEWORK,
                "call-off",
                null,
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                VALUE,
                LINES,
                TERMS,
                null,
                null,
                process,
                null);
    }

    private static ContractDrafted drafted(
            @Nullable String template,
            @Nullable Integer version,
            @Nullable List<ReviewRule> rules,
            @Nullable List<ObligationTerm> obligations) {
        return new ContractDrafted(
                "C-1",
                Basis.FRAMEWORK,
                "call-off",
                null,
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                VALUE,
                LINES,
                TERMS,
                null,
                null,
                template,
                version,
                rules,
                obligations,
                null,
                null,
                null);
    }

    private static ContractDrafted fact(
            @Nullable String template, @Nullable Integer version, @Nullable List<ObligationTerm> obligations) {
        return new ContractDrafted(
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
                template,
                version,
                null,
                obligations,
                null,
                null,
                null);
    }
}
