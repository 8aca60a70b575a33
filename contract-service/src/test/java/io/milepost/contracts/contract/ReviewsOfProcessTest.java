package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contracts.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.ReviewRule.Cause;
import io.milepost.contracts.kernel.StandardReviews;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who reviews a contract is what the sales process of its deal says (R-188, decision 27). */
class ReviewsOfProcessTest {
    private static final List<ReviewRule> RULES = List.of(
            rule(Review.LEGAL, Cause.ALWAYS, "9642.01"),
            rule(Review.FINANCE, Cause.ALWAYS, "9642.00"),
            rule(Review.TECHNICAL, Cause.SCOPE, null));

    @Test
    @DisplayName("R-125 to R-127: the matrix of the process asks by value, at least from which it does")
    void the_matrix_of_the_process_rules() {
        drafted(RULES)
                .when(new SubmitForReview())
                .then(new ContractReviewRequested(List.of(Review.FINANCE, Review.TECHNICAL)));
        drafted(null)
                .when(new SubmitForReview())
                .then(new ContractReviewRequested(List.of(Review.FINANCE, Review.TECHNICAL)));
    }

    @Test
    @DisplayName("R-128: a special clause is for the department that the matrix names, and only with its cause")
    void a_special_clause_is_reviewed_by_whom_the_matrix_names() {
        var special = new EditClause("P-1", Clause.Kind.SPECIAL, "penalty", null);
        var rules = List.of(
                rule(Review.FINANCE, Cause.SPECIAL_CLAUSE, null), rule(Review.LEGAL, Cause.PAYMENTS, "9642.01"));
        var clause = new ContractClauseChanged(new Clause("P-1", Clause.Kind.SPECIAL, "penalty"), null);
        drafted(rules)
                .when(special)
                .then(clause)
                .when(new SubmitForReview())
                .then(new ContractReviewRequested(List.of(Review.FINANCE)));
        drafted(null)
                .given(clause)
                .when(new SubmitForReview())
                .then(new ContractReviewRequested(List.of(Review.LEGAL, Review.FINANCE, Review.TECHNICAL)));
        drafted(rules)
                .when(new SubmitForReview())
                .then(new ContractReviewRequested(List.of(Review.FINANCE, Review.TECHNICAL)));
    }

    @Test
    @DisplayName("R-188: a contract keeps what binds it, and is bound by the standard matrix where no other is known")
    void a_contract_keeps_its_matrix() {
        var draft =
                new DraftFromQuotation(QUOTATION, OPPORTUNITY, ACCOUNT, "kim", VALUE, LINES, TERMS, null, "north", 4);
        nothing()
                .when(draft)
                .reading(new ProcessTerms("north", RULES, null, null, null))
                .then(fact("north", 4, RULES));
        nothing()
                .when(draft)
                .reading(new ProcessTerms("north", StandardReviews.RULES, null, null, null))
                .then(fact("north", 4, null));
        nothing().when(draft).then(fact("north", 4, null));
        nothing()
                .when(new DraftFromQuotation(
                        QUOTATION, OPPORTUNITY, ACCOUNT, "kim", VALUE, LINES, TERMS, null, null, null))
                .then(fact(null, null, null));
        assertThat(ContractView.of(nothing().given(fact("north", 4, RULES)).state())
                        .template())
                .isEqualTo("north");
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> drafted(@Nullable List<ReviewRule> rules) {
        return nothing().given(fact("north", 4, rules));
    }

    private static ContractDrafted fact(
            @Nullable String template, @Nullable Integer version, @Nullable List<ReviewRule> rules) {
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
                rules,
                null,
                null,
                null,
                null);
    }

    private static ReviewRule rule(Review review, Cause when, @Nullable String from) {
        return new ReviewRule(review, when, from == null ? null : new BigDecimal(from), null, null);
    }
}
