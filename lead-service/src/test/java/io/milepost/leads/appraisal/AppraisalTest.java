package io.milepost.leads.appraisal;

import static io.milepost.leads.appraisal.Appraisal.No.*;
import static io.milepost.leads.appraisal.AppraisalCatalogue.APPRAISAL;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.appraisal.Appraisal.*;
import io.milepost.leads.appraisal.AppraisalCatalogue.View;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppraisalTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(APPRAISAL);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID KIM = new UUID(1, 1);
    private static final Figure SIGNED = figure("signed amount", TODAY, 4711);
    private static final ScoreAppraisal SCORE = new ScoreAppraisal(List.of(SIGNED), 80);
    private static final ReviewAppraisal REVIEW =
            new ReviewAppraisal("good year", Recommendation.REWARD, "above target");
    private static final AppraisalOpened OPENED = new AppraisalOpened(KIM, "kim", "2025", "ANN");
    private static final AppraisalScored SCORED = new AppraisalScored(List.of(SIGNED), 80, "ANN");
    private static final AppraisalReviewed REVIEWED =
            new AppraisalReviewed("good year", Recommendation.REWARD, "above target", "ANN", TODAY);
    private static final AppraisalContested CONTESTED = new AppraisalContested("wrong figure", TODAY);
    private static final AppraisalSignedOff SIGNED_OFF = new AppraisalSignedOff("ANN", TODAY);

    private static final Scenario<Appraisal, Command, Event> NOTHING = Scenario.of(APPRAISAL)
            .recording(REACHED)
            .reading(new Seller("kim", List.of(new Line(TODAY.minusYears(1), "ann"))));
    private static final Scenario<Appraisal, Command, Event> OPEN = NOTHING.given(OPENED);
    private static final Scenario<Appraisal, Command, Event> WITH_SCORE = OPEN.given(SCORED);
    private static final Scenario<Appraisal, Command, Event> DECIDED = WITH_SCORE.given(REVIEWED);
    private static final Scenario<Appraisal, Command, Event> DISPUTED = DECIDED.given(CONTESTED);
    private static final Scenario<Appraisal, Command, Event> OVER = DECIDED.given(SIGNED_OFF);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-018: an appraisal is opened, scored on figures of reports, decided, contested, decided again and signed off")
    void goes_from_opening_to_signature() {
        NOTHING.when(new OpenAppraisal(KIM, "2025"))
                .byMember("ANN")
                .then(OPENED)
                .when(SCORE)
                .byMember("ANN")
                .then(SCORED)
                .when(REVIEW)
                .byMember("ANN")
                .then(REVIEWED)
                .when(new ContestAppraisal("wrong figure"))
                .byMember("KIM")
                .then(CONTESTED)
                .when(REVIEW)
                .byMember("ANN")
                .then(REVIEWED)
                .when(new SignOffAppraisal())
                .byMember("ANN")
                .then(SIGNED_OFF)
                .when(new SignOffAppraisal())
                .byMember("ANN")
                .thenNothing();
    }

    @Test
    @DisplayName("R-018: the sales manager of the seller opens, scores, decides and signs off, and nobody else")
    void is_the_duty_of_the_sales_manager_of_the_seller() {
        NOTHING.when(new OpenAppraisal(KIM, "2025")).byMember("BOB").thenNotYourDuty();
        OPEN.when(SCORE).byMember("BOB").thenNotYourDuty();
        WITH_SCORE.when(REVIEW).byMember("BOB").thenNotYourDuty();
        DECIDED.when(new SignOffAppraisal()).byMember("BOB").thenNotYourDuty();
        var seller = new Seller(
                "kim",
                List.of(
                        new Line(TODAY.minusYears(1), "ann"),
                        new Line(TODAY, "bob"),
                        new Line(TODAY.plusDays(1), "cy")));
        OPEN.when(SCORE).reading(seller).byMember("ANN").thenNotYourDuty();
        OPEN.when(SCORE).reading(seller).byMember("BOB").then(new AppraisalScored(List.of(SIGNED), 80, "BOB"));
    }

    @Test
    @DisplayName("R-018: nobody appraises themselves, also where nobody is their manager")
    void nobody_appraises_themselves() {
        var alone = new Seller("kim", List.of(new Line(TODAY.minusYears(1), null)));
        NOTHING.when(new OpenAppraisal(KIM, "2025"))
                .reading(alone)
                .byMember("KIM")
                .thenRefused(DECIDED_BY_APPRAISED);
        OPEN.when(SCORE).reading(alone).byMember("kim ").thenRefused(DECIDED_BY_APPRAISED);
        WITH_SCORE.when(REVIEW).reading(alone).byMember("KIM").thenRefused(DECIDED_BY_APPRAISED);
        DECIDED.when(new SignOffAppraisal()).reading(alone).byMember("KIM").thenRefused(DECIDED_BY_APPRAISED);
        OPEN.when(SCORE).reading(alone).byMember("BOB").then(new AppraisalScored(List.of(SIGNED), 80, "BOB"));
        assertThat(DECIDED_BY_APPRAISED.reason().ofSender()).isTrue();
    }

    @Test
    @DisplayName("R-018: only the appraised member contests, and only what is decided and not signed off")
    void is_contested_by_the_appraised_member() {
        var contest = new ContestAppraisal("wrong figure");
        DECIDED.when(contest).byMember("ANN").thenNotYourDuty();
        DECIDED.when(contest).byMember(" Kim").then(CONTESTED);
        DECIDED.when(new ContestAppraisal(" ")).byMember("KIM").thenRefused(REASON_MISSING, "/reason");
        OPEN.when(contest).byMember("KIM").thenRefused(APPRAISAL_NOT_REVIEWED);
        WITH_SCORE.when(contest).byMember("KIM").thenRefused(APPRAISAL_NOT_REVIEWED);
        DISPUTED.when(contest).byMember("KIM").thenNothing();
        DISPUTED.when(new ContestAppraisal("other")).byMember("KIM").thenRefused(APPRAISAL_CONTESTED);
        OVER.when(contest).byMember("KIM").thenRefused(APPRAISAL_SIGNED_OFF);
    }

    @Test
    @DisplayName("R-018: what is contested is decided again before it is signed off")
    void is_signed_off_when_it_is_decided() {
        OPEN.when(new SignOffAppraisal()).byMember("ANN").thenRefused(APPRAISAL_NOT_REVIEWED);
        WITH_SCORE.when(new SignOffAppraisal()).byMember("ANN").thenRefused(APPRAISAL_NOT_REVIEWED);
        DISPUTED.when(new SignOffAppraisal()).byMember("ANN").thenRefused(APPRAISAL_CONTESTED);
        DISPUTED.when(SCORE).byMember("ANN").thenRefused(APPRAISAL_REVIEWED);
        DECIDED.when(new SignOffAppraisal()).byMember("ANN").then(SIGNED_OFF);
        OVER.when(SCORE).byMember("ANN").thenRefused(APPRAISAL_SIGNED_OFF);
        OVER.when(REVIEW).byMember("ANN").thenRefused(APPRAISAL_SIGNED_OFF);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-018: incentive, reward, penalty or nothing is recommended, with a reason")
    void recommends_with_a_reason(Recommendation recommendation) {
        WITH_SCORE
                .when(new ReviewAppraisal("a", recommendation, "because"))
                .byMember("ANN")
                .then(new AppraisalReviewed("a", recommendation, "because", "ANN", TODAY));
        WITH_SCORE.when(new ReviewAppraisal("a", recommendation, " ")).thenRefused(REASON_MISSING, "/reason");
        WITH_SCORE.when(new ReviewAppraisal("", recommendation, "r")).thenRefused(TEXT_MISSING, "/assessment");
        OPEN.when(new ReviewAppraisal("a", recommendation, "r")).thenRefused(APPRAISAL_NOT_SCORED);
        DECIDED.when(REVIEW).thenNothing();
        DECIDED.when(new ReviewAppraisal("b", recommendation, "r")).thenRefused(APPRAISAL_REVIEWED);
    }

    @Test
    @DisplayName("R-018: a score names its figures with report, day and position")
    void is_scored_on_figures_of_reports() {
        WITH_SCORE.when(SCORE).thenNothing();
        WITH_SCORE
                .when(new ScoreAppraisal(List.of(SIGNED), 70))
                .byMember("ANN")
                .then(new AppraisalScored(List.of(SIGNED), 70, "ANN"));
        refused(new ScoreAppraisal(List.of(), 80), FIGURES_MISSING, "/figures");
        refused(new ScoreAppraisal(List.of(SIGNED), -1), SCORE_IMPLAUSIBLE, "/score");
        refused(new ScoreAppraisal(List.of(SIGNED), 101), SCORE_IMPLAUSIBLE, "/score");
        refused(
                new ScoreAppraisal(List.of(SIGNED, figure("Signed  Amount", TODAY, 4712)), 80),
                FIGURE_REPEATED,
                "/figures/1/measure");
        refused(new ScoreAppraisal(List.of(figure(" ", TODAY, 1)), 80), TEXT_MISSING, "/figures/0/measure");
        refused(
                new ScoreAppraisal(List.of(new Figure("m", BigDecimal.ONE, " ", TODAY, 1)), 80),
                TEXT_MISSING,
                "/figures/0/report");
        refused(new ScoreAppraisal(List.of(figure("m", TODAY.plusDays(1), 1)), 80), DAY_IN_FUTURE, "/figures/0/day");
        refused(new ScoreAppraisal(List.of(figure("m", TODAY, -1)), 80), POSITION_NEGATIVE, "/figures/0/position");
        for (int score : new int[] {0, 100}) {
            OPEN.when(new ScoreAppraisal(List.of(figure("m", TODAY, 0)), score))
                    .byMember("ANN")
                    .then(new AppraisalScored(List.of(figure("m", TODAY, 0)), score, "ANN"));
        }
    }

    @ParameterizedTest
    @CsvSource({"2026,2027-01-01", "2026-Q1,2026-04-01", "2026-Q4,2027-01-01", "2026-02,2026-03-01"})
    @DisplayName("R-018: a year, a quarter or a month is scored when it is over")
    void a_period_is_scored_when_it_is_over(String period, LocalDate after) {
        var open = NOTHING.given(new AppraisalOpened(KIM, "kim", period, "ANN"));
        var score = new ScoreAppraisal(List.of(figure("m", after.minusDays(1), 1)), 80);
        open.when(score).on(after.minusDays(1)).thenRefused(PERIOD_RUNNING);
        open.when(score).on(after).byMember("ANN").then(new AppraisalScored(score.figures(), 80, "ANN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-13", "2026-Q5", "2026-1", "2026-Q1-01", "2226", "2026 "})
    void a_period_is_a_year_quarter_or_month(String period) {
        NOTHING.when(new OpenAppraisal(KIM, period)).thenRefused(PERIOD_FAULTY, "/period");
    }

    @Test
    @DisplayName("R-018: a member has one appraisal for a period")
    void is_the_only_one_of_member_and_period() {
        var open = new OpenAppraisal(KIM, "2025");
        NOTHING.when(open)
                .holding("appraisalOf=%s/2025".formatted(KIM), new UUID(2, 2))
                .thenRefused(APPRAISAL_TAKEN, "/period");
        NOTHING.when(open)
                .byMember("ANN")
                .holding("appraisalOf=%s/2024".formatted(KIM), new UUID(2, 2))
                .then(OPENED);
        Scenario.of(APPRAISAL).recording(REACHED).when(open).thenRefused(APPRAISED_UNKNOWN, "/memberId");
        assertThat(APPRAISAL.command(OpenAppraisal.class).claimed(Scenario.ID, null, open))
                .containsExactly(new Tag("appraisalOf", KIM + "/2025"))
                .isEqualTo(APPRAISAL.event(AppraisalOpened.class).tags().apply(OPENED));
    }

    @Test
    void shows_where_it_stands() {
        assertThat(View.of(OPEN.state())).isEqualTo(new View("OPENED", OPENED, null, null, null, null));
        assertThat(View.of(WITH_SCORE.state())).isEqualTo(new View("SCORED", OPENED, SCORED, null, null, null));
        assertThat(View.of(DECIDED.state())).isEqualTo(new View("REVIEWED", OPENED, SCORED, REVIEWED, null, null));
        assertThat(View.of(DISPUTED.state()))
                .isEqualTo(new View("CONTESTED", OPENED, SCORED, REVIEWED, CONTESTED, null));
        assertThat(View.of(OVER.state())).isEqualTo(new View("SIGNED_OFF", OPENED, SCORED, REVIEWED, null, SIGNED_OFF));
        assertThat(APPRAISAL.ownerOf(OVER.state())).isEqualTo("kim");
    }

    private static void refused(ScoreAppraisal score, Refusal reason, String pointer) {
        OPEN.when(score).thenRefused(reason, pointer);
    }

    private static Figure figure(String measure, LocalDate day, long position) {
        return new Figure(measure, new BigDecimal("12.5"), "sales-by-member", day, position);
    }
}
