package io.milepost.contracts.reviewmatrix;

import static io.milepost.contracts.automation.WhenVersionPublishedThenNoteReviewMatrix.AUTOMATION;
import static io.milepost.contracts.reviewmatrix.ReviewMatrixCatalogue.REVIEW_MATRIX;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.CollectionTerms;
import io.milepost.contracts.kernel.CollectionTerms.Approver;
import io.milepost.contracts.kernel.CollectionTerms.WriteOffLimit;
import io.milepost.contracts.kernel.ContractRules;
import io.milepost.contracts.kernel.ContractRules.Content;
import io.milepost.contracts.kernel.ContractRules.ContractType;
import io.milepost.contracts.kernel.ContractRules.RequiredContents;
import io.milepost.contracts.kernel.Debtor;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.ReviewRule.Cause;
import io.milepost.contracts.kernel.RiskLevel;
import io.milepost.contracts.kernel.SigningStep;
import io.milepost.contracts.reviewmatrix.ReviewMatrix.*;
import io.milepost.contracts.reviewmatrix.ReviewMatrixCatalogue.View;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The copy of a review matrix, and how it is kept. */
class ReviewMatrixTest {
    private static final List<ReviewRule> RULES = List.of(
            new ReviewRule(Review.LEGAL, Cause.ALWAYS, new BigDecimal("100000"), null, null),
            new ReviewRule(Review.TECHNICAL, Cause.SCOPE, null, null, null));
    private static final ObligationTerm SITE = new ObligationTerm("SITE-1", Debtor.CUSTOMER, "prepares the site", 30);
    private static final ContractRules RULED = new ContractRules(
            new CollectionTerms(
                    3,
                    40,
                    List.of(
                            new WriteOffLimit(Approver.FINANCE, new BigDecimal("400"), Currency.getInstance("EUR")),
                            new WriteOffLimit(Approver.SPONSOR, null, null)),
                    true,
                    null),
            List.of(new RequiredContents(ContractType.FRAMEWORK, List.of(Content.SCOPE, Content.PRODUCTS))));
    private static final Scenario<ReviewMatrix, Command, Event> NOTHING = Scenario.of(REVIEW_MATRIX);

    @Test
    void is_noted_once() {
        NOTHING.when(new NoteReviewMatrix("north", 4, RULES, null, null, null))
                .then(new ReviewMatrixNoted("north", 4, RULES, null, null, null))
                .when(new NoteReviewMatrix("north", 4, RULES, null, null, null))
                .thenNothing();
        assertThat(NOTHING.given(new ReviewMatrixNoted("north", 4, RULES, null, null, null))
                        .state())
                .isEqualTo(new ReviewMatrix("north", 4, RULES, null, null, null));
    }

    @Test
    @DisplayName("R-137, R-188: what both sides owe under a version is kept with it, and shown")
    void obligations_are_kept_with_it() {
        var owing = NOTHING.when(new NoteReviewMatrix("north", 5, RULES, List.of(SITE), null, null))
                .then(new ReviewMatrixNoted("north", 5, RULES, List.of(SITE), null, null))
                .when(new NoteReviewMatrix("north", 5, RULES, List.of(SITE), null, null))
                .thenNothing();
        assertThat(View.of(owing.state()).obligations()).containsExactly(SITE);
        assertThat(View.of(NOTHING.given(new ReviewMatrixNoted("north", 4, RULES, null, null, null))
                                .state())
                        .obligations())
                .isEmpty();
    }

    @Test
    @DisplayName("R-141, R-188: what a version says of contracts is kept with it, and shown")
    void rules_of_contracts_are_kept_with_it() {
        var ruled = NOTHING.when(new NoteReviewMatrix("north", 5, RULES, null, null, RULED))
                .then(new ReviewMatrixNoted("north", 5, RULES, null, null, RULED))
                .when(new NoteReviewMatrix("north", 5, RULES, null, null, RULED))
                .thenNothing();
        assertThat(View.of(ruled.state()).contractRules()).isEqualTo(RULED);
    }

    @Test
    @DisplayName("R-188: what opportunity-service publishes is noted under the name and version of the process")
    void what_is_published_is_noted() {
        var published = ProducerSamples.event("opportunity", AUTOMATION.type(), """
                {"version": 4, "name": "north", "mode": "PROJECT",
                 "template": {"stages": [], "handoverDays": 14, "reviews": [
                   {"department": "LEGAL", "when": "ALWAYS", "fromValue": 100000},
                   {"department": "TECHNICAL", "when": "SCOPE"}]}}""");
        assertThat(AUTOMATION.reaction().to(published, published.as(AUTOMATION.data())))
                .isEqualTo(Optional.of(new Reaction.Command(
                        ReviewMatrix.idOf("North", 4), new NoteReviewMatrix("north", 4, RULES, null, null, null))));
        assertThat(ReviewMatrix.idOf("north", 4)).isNotEqualTo(ReviewMatrix.idOf("north", 3));
        var owing = ProducerSamples.event("opportunity", AUTOMATION.type(), """
                {"version": 4, "name": "north", "mode": "PROJECT",
                 "template": {"stages": [], "handoverDays": 14, "reviews": [], "obligations": [
                   {"code": "SITE-1", "debtor": "CUSTOMER", "title": "prepares the site", "daysAfterSigning": 30}]}}""");
        assertThat(AUTOMATION.reaction().to(owing, owing.as(AUTOMATION.data())))
                .map(Reaction.Command::command)
                .contains(new NoteReviewMatrix("north", 4, List.of(), List.of(SITE), null, null));
        var asking = ProducerSamples.event("opportunity", AUTOMATION.type(), """
                {"version": 4, "name": "north", "mode": "PROJECT",
                 "template": {"stages": [], "handoverDays": 14, "reviews": [],
                   "pursuit": {"asked": ["CHECKED_TEXT", "EVIDENCE", "EXPLAINED_TERMS"]}}}""");
        assertThat(AUTOMATION.reaction().to(asking, asking.as(AUTOMATION.data())))
                .map(Reaction.Command::command)
                .contains(new NoteReviewMatrix(
                        "north",
                        4,
                        List.of(),
                        null,
                        List.of(SigningStep.EXPLAINED_TERMS, SigningStep.CHECKED_TEXT),
                        null));
        var ruled = ProducerSamples.event("opportunity", AUTOMATION.type(), """
                {"version": 4, "name": "north", "mode": "PROJECT",
                 "template": {"stages": [], "handoverDays": 14, "reviews": [
                   {"department": "LEGAL", "when": "ALWAYS", "fromValue": 5, "fromRisk": "HIGH", "currency": "USD"}], "contracts": {
                   "collection": {"remindDaysBefore": 3, "escalateDaysAfter": 40, "holdOnMissedAdvance": true,
                     "writeOffLimits": [{"by": "FINANCE", "upTo": 400, "currency": "EUR"}, {"by": "SPONSOR"}]},
                   "contents": [{"type": "FRAMEWORK", "needed": ["SCOPE", "PRODUCTS"]}]}}}""");
        assertThat(AUTOMATION.reaction().to(ruled, ruled.as(AUTOMATION.data())))
                .map(Reaction.Command::command)
                .contains(new NoteReviewMatrix(
                        "north",
                        4,
                        List.of(new ReviewRule(
                                Review.LEGAL,
                                Cause.ALWAYS,
                                new BigDecimal("5"),
                                RiskLevel.HIGH,
                                Currency.getInstance("USD"))),
                        null,
                        null,
                        RULED));
        for (var sample : ProducerSamples.of("opportunity", "sales-process", AUTOMATION.type())) {
            assertThat(AUTOMATION.reaction().to(sample, sample.as(AUTOMATION.data())))
                    .isPresent();
        }
    }
}
