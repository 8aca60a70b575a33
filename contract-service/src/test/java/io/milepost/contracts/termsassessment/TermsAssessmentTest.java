package io.milepost.contracts.termsassessment;

import static io.milepost.contracts.termsassessment.TermsAssessment.No.*;
import static io.milepost.contracts.termsassessment.TermsAssessmentCatalogue.TERMS_ASSESSMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.termsassessment.TermsAssessment.*;
import io.milepost.contracts.termsassessment.TermsAssessmentCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From the first look at the standard terms to the second. */
class TermsAssessmentTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(TERMS_ASSESSMENT);
    private static final UUID DEAL = Scenario.ID;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Deviation PAYMENT = new Deviation("P-1", "60 days net", List.of(Review.FINANCE));
    private static final Deviation WARRANTY = new Deviation("W-1", "three years", List.of());
    private static final Scenario<TermsAssessment, Command, Event> NOTHING =
            Scenario.of(TERMS_ASSESSMENT).recording(REACHED);
    private static final Scenario<TermsAssessment, Command, Event> STANDARD = NOTHING.given(assessed("lee", List.of()));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-120: the standard terms are assessed before there is a draft: what deviates, and who has to review it")
    void the_standard_terms_are_assessed() {
        NOTHING.when(assess(WARRANTY, PAYMENT))
                .by("lee")
                .then(assessed("lee", List.of(WARRANTY, PAYMENT), Review.LEGAL, Review.FINANCE))
                .when(assess(WARRANTY, PAYMENT))
                .thenTaken();
        NOTHING.when(assess(WARRANTY)).by("lee").then(assessed("lee", List.of(WARRANTY), Review.LEGAL));
        NOTHING.when(assess()).by("lee").then(assessed("lee", List.of()));
    }

    @Test
    @DisplayName("R-120: they are assessed anew when the customer asks for something else, and the latest counts")
    void they_are_assessed_anew() {
        var again = new ReassessStandardTerms(List.of(PAYMENT));
        var deviating = STANDARD.when(again)
                .by("kim")
                .then(assessed("kim", List.of(PAYMENT), Review.LEGAL, Review.FINANCE))
                .when(again)
                .thenNothing();
        assertThat(view(STANDARD).status()).isEqualTo("STANDARD");
        assertThat(view(deviating).status()).isEqualTo("DEVIATING");
        assertThat(view(deviating).reviews()).containsExactly(Review.LEGAL, Review.FINANCE);
        assertThat(view(deviating).deviations()).containsExactly(PAYMENT);
        NOTHING.when(again).thenUnknown();
    }

    @Test
    @DisplayName("R-120: a deviation names a clause, once, and what is wanted instead")
    void says_what_deviates() {
        NOTHING.when(assess(PAYMENT, new Deviation(" ", "x", List.of())))
                .thenRefused(CLAUSE_MISSING, "/deviations/1/clause");
        NOTHING.when(assess(new Deviation("P-1", " ", List.of())))
                .thenRefused(DEVIATION_MISSING, "/deviations/0/wanted");
        STANDARD.when(new ReassessStandardTerms(List.of(PAYMENT, PAYMENT)))
                .thenRefused(CLAUSE_DOUBLED, "/deviations/1/clause");
        STANDARD.when(new ReassessStandardTerms(List.of(PAYMENT, new Deviation("p-1 ", "90 days net", List.of()))))
                .thenRefused(CLAUSE_DOUBLED, "/deviations/1/clause");
        NOTHING.when(assess(PAYMENT)).to(new UUID(1, 2)).thenRefused(OPPORTUNITY_FOREIGN, "/opportunityId");
    }

    private static AssessStandardTerms assess(Deviation... deviations) {
        return new AssessStandardTerms(DEAL, List.of(deviations));
    }

    private static StandardTermsAssessed assessed(String by, List<Deviation> deviations, Review... reviews) {
        return new StandardTermsAssessed(DEAL, deviations, List.of(reviews), by, TODAY);
    }

    private static View view(Scenario<TermsAssessment, Command, Event> assessment) {
        return View.of(assessment.state().latest());
    }
}
