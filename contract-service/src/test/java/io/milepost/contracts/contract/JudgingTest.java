package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.contracts.contract.Contracts.*;
import static io.milepost.contracts.kernel.Review.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.Contract.Basis;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contract.ContractView.Verdict;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.ReviewRule.Cause;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract as a whole, after the departments. */
class JudgingTest {
    static final List<Refusal> OF_JUDGING = List.of(DEPARTMENTS_STILL_REVIEWING, JUDGE_IS_OWNER, WHOLE_IS_JUDGED);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_JUDGING);
    private static final JudgeContract GOOD = new JudgeContract(true, true, true, true, null);
    private static final ContractJudged FOUND_GOOD = new ContractJudged(true, true, true, true, null, "zoe", TODAY);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-124, G14: where the matrix asks for it, nothing is approved or sent before the whole is found fair, valid, lawful and within policy")
    void it_is_judged_last_and_approved_then() {
        var passed = asked(null).given(new ContractReviewPassed(TECHNICAL));
        asked(null).recording(REACHED).when(GOOD).byMember("zoe").thenRefused(DEPARTMENTS_STILL_REVIEWING);
        passed.when(new SendForSignature()).thenRefused(CONTRACT_NOT_APPROVED);
        passed.when(new SignContract(Party.SELLER, null, null)).thenRefused(CONTRACT_NOT_APPROVED);
        var approved = passed.when(GOOD)
                .byMember("zoe")
                .then(FOUND_GOOD, new ContractReviewPassed(WHOLE), new ContractApproved(List.of(TECHNICAL, WHOLE)));
        assertThat(ContractView.of(approved.state()).verdict())
                .isEqualTo(new Verdict(true, true, true, true, null, "zoe", TODAY));
        approved.when(GOOD).byMember("bob").thenNothing();
        approved.when(new SendForSignature()).then(new ContractSentForSignature(OPPORTUNITY, TODAY, "someone"));
    }

    @Test
    @DisplayName(
            "R-124: a contract that is not good in one respect goes back to its author, for a reason, and is judged anew")
    void it_goes_back_in_any_respect() {
        var passed = asked(null).given(new ContractReviewPassed(TECHNICAL));
        for (var bad : List.of(
                new JudgeContract(false, true, true, true, "one-sided"),
                new JudgeContract(true, false, true, true, "one-sided"),
                new JudgeContract(true, true, false, true, "one-sided"),
                new JudgeContract(true, true, true, false, "one-sided"))) {
            var back = passed.when(bad)
                    .byMember("zoe")
                    .then(
                            new ContractJudged(
                                    bad.fair(),
                                    bad.valid(),
                                    bad.lawful(),
                                    bad.withinPolicy(),
                                    "one-sided",
                                    "zoe",
                                    TODAY),
                            new ContractReviewRejected(WHOLE, "one-sided"));
            back.when(new SendForSignature()).thenRefused(CONTRACT_NOT_APPROVED);
            back.when(new SubmitForReview()).then(new ContractReviewRequested(List.of(TECHNICAL, WHOLE)));
        }
        for (var none : new String[] {null, " "}) {
            passed.when(new JudgeContract(true, true, false, true, none)).thenRefused(REASON_MISSING, "/reason");
        }
    }

    @Test
    @DisplayName("R-124: not by its owner, and not by a department's word")
    void not_by_everybody() {
        var passed = asked(null).given(new ContractReviewPassed(TECHNICAL));
        passed.recording(REACHED).when(GOOD).byMember("KIM").thenRefused(JUDGE_IS_OWNER);
        passed.recording(REACHED).when(new DecideReview(WHOLE, true, null)).thenRefused(WHOLE_IS_JUDGED, "/review");
        anApprovedContract().when(GOOD).byMember("zoe").thenRefused(REVIEW_NOT_OPEN);
        aContractOutForSignature().when(GOOD).byMember("zoe").thenRefused(CONTRACT_NOT_DRAFT);
    }

    @Test
    @DisplayName("R-124, R-129: an edit voids the verdict, and the matrix asks for one by value")
    void an_edit_voids_the_verdict() {
        var approved = asked(null)
                .given(
                        new ContractReviewPassed(TECHNICAL),
                        FOUND_GOOD,
                        new ContractReviewPassed(WHOLE),
                        new ContractApproved(List.of(TECHNICAL, WHOLE)));
        var edited = approved.when(new EditClause("P-1", null, "penalty", null))
                .then(
                        new ContractClauseChanged(new Clause("P-1", Clause.Kind.SPECIAL, "penalty"), null),
                        new ContractApprovalVoided(List.of(TECHNICAL, WHOLE)));
        assertThat(ContractView.of(edited.state()).verdict()).isNull();
        drafted("9642.00").when(new SubmitForReview()).then(new ContractReviewRequested(List.of(TECHNICAL, WHOLE)));
        drafted("9642.01").when(new SubmitForReview()).then(new ContractReviewRequested(List.of(TECHNICAL)));
    }

    @Test
    @DisplayName("R-129: a contract in another currency than a limit's is not known to lie below it, and is reviewed")
    void another_currency_is_reviewed() {
        drafted("9642.01", "USD").when(new SubmitForReview()).then(new ContractReviewRequested(List.of(TECHNICAL)));
        for (var limit : List.of("9642.01", "1000000")) {
            drafted(limit, "EUR")
                    .when(new SubmitForReview())
                    .then(new ContractReviewRequested(List.of(TECHNICAL, WHOLE)));
        }
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> asked(@Nullable String fromValue) {
        return drafted(fromValue).given(new ContractReviewRequested(List.of(TECHNICAL, WHOLE)));
    }

    /** As it was before a limit had its currency. */
    private static Scenario<Contract, ContractCommand, ContractEvent> drafted(@Nullable String fromValue) {
        return drafted(fromValue, null);
    }

    private static Scenario<Contract, ContractCommand, ContractEvent> drafted(
            @Nullable String fromValue, @Nullable String currency) {
        var rules = List.of(
                new ReviewRule(Review.TECHNICAL, Cause.SCOPE, null, null, null),
                new ReviewRule(
                        Review.WHOLE,
                        Cause.ALWAYS,
                        fromValue == null ? null : new BigDecimal(fromValue),
                        null,
                        currency == null ? null : Currency.getInstance(currency)));
        var like = Contracts.drafted(Basis.RENEWAL, LINES, TERMS);
        return nothing()
                .given(new ContractDrafted(
                        null,
                        like.basis(),
                        like.basisReason(),
                        null,
                        like.opportunityId(),
                        like.accountId(),
                        like.owner(),
                        like.value(),
                        like.lines(),
                        like.terms(),
                        null,
                        null,
                        "north",
                        4,
                        rules,
                        null,
                        null,
                        null,
                        null));
    }
}
