package io.milepost.opportunities.risk;

import static io.milepost.opportunities.risk.Risk.No.*;
import static io.milepost.opportunities.risk.RiskCatalogue.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.Element;
import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.risk.Risk.*;
import io.milepost.opportunities.risk.RiskCatalogue.View;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RiskTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(RISK);
    private static final UUID PROJECT = new UUID(1, 1);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final Rating LIKELY = new Rating(Likelihood.HIGH, Impact.MEDIUM);
    private static final Response SECOND = new Response(Strategy.REDUCE, "a second supplier");
    private static final List<Seat> SEATS = List.of(
            new Seat(Responsible.PD, "pam"),
            new Seat(Responsible.AR, "ann"),
            new Seat(Responsible.SR, "sam"),
            new Seat(Responsible.FR, "ray"),
            new Seat(Responsible.QA, "uma"));
    private static final RiskIdentified IDENTIFIED = identified("ray", SECOND);

    private static final Scenario<Risk, Command, Event> NOTHING =
            Scenario.of(RISK).recording(REACHED);
    private static final Scenario<Risk, Command, Event> AUTHORIZED =
            NOTHING.reading(new ProjectTeam("kim", Phase.AUTHORIZED, SEATS));
    private static final Scenario<Risk, Command, Event> OPEN = AUTHORIZED.given(IDENTIFIED);
    private static final Scenario<Risk, Command, Event> CLOSED =
            OPEN.given(new RiskClosed(PROJECT, "settled", TODAY, "ray"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-058: what is recorded at establishment comes with a response, and only while there is a project")
    void is_recorded_at_establishment() {
        var preparing = NOTHING.reading(new ProjectTeam("kim", Phase.PREPARING, List.of()));
        preparing.when(identify(null, null)).thenRefused(RESPONSE_MISSING, "/response");
        preparing.when(identify(null, SECOND)).then(identified("kim", SECOND));
        NOTHING.when(identify(null, SECOND)).thenRefused(SALES_PROJECT_MISSING, "/salesProjectId");
        NOTHING.reading(new ProjectTeam("kim", Phase.ENDED, SEATS))
                .when(identify(null, SECOND))
                .thenRefused(SALES_PROJECT_AT_END);
        AUTHORIZED.when(identify(null, null)).then(identified("ray", null));
    }

    @Test
    @DisplayName("R-081: a risk says what, how likely, how bad and what is done about it")
    void says_what_it_is() {
        AUTHORIZED.when(saying(" ", "c", SECOND, FRIDAY)).thenRefused(TEXT_MISSING, "/statement");
        AUTHORIZED.when(saying("s", " ", SECOND, FRIDAY)).thenRefused(TEXT_MISSING, "/cause");
        AUTHORIZED
                .when(saying("s", "c", new Response(Strategy.AVOID, " "), FRIDAY))
                .thenRefused(TEXT_MISSING, "/response/measure");
        AUTHORIZED.when(saying("s", "c", SECOND, TODAY.minusDays(1))).thenRefused(REVIEW_IN_PAST, "/reviewOn");
        AUTHORIZED.when(saying("s", "c", SECOND, TODAY.plusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/reviewOn");
        assertThat(exposure(Likelihood.LOW, Impact.MEDIUM)).isEqualTo(Exposure.LOW);
        assertThat(exposure(Likelihood.LOW, Impact.HIGH)).isEqualTo(Exposure.MEDIUM);
        assertThat(exposure(Likelihood.MEDIUM, Impact.HIGH)).isEqualTo(Exposure.HIGH);
        assertThat(exposure(Likelihood.MEDIUM, Impact.MEDIUM)).isEqualTo(Exposure.MEDIUM);
        assertThat(exposure(Likelihood.CERTAIN, Impact.LOW)).isEqualTo(Exposure.MEDIUM);

        var replied = OPEN.when(new PlanResponse(new Response(Strategy.ACCEPT, "wait")))
                .byMember("ray")
                .then(new RiskResponsePlanned(PROJECT, new Response(Strategy.ACCEPT, "wait"), "ray"))
                .when(new PlanResponse(new Response(Strategy.ACCEPT, "wait")))
                .thenNothing();
        assertThat(View.of(replied.state()).status()).isEqualTo("MITIGATING");
        OPEN.when(new PlanResponse(new Response(Strategy.ACCEPT, " "))).thenRefused(TEXT_MISSING, "/response/measure");
        CLOSED.when(new PlanResponse(SECOND)).thenRefused(RISK_CLOSED);
        assertThat(View.of(AUTHORIZED.given(identified("ray", null)).state()).status())
                .isEqualTo("IDENTIFIED");
    }

    @Test
    @DisplayName("R-082: who answers for what it is about owns a risk, unless another one of the team is named")
    void has_an_owner_from_the_start() {
        AUTHORIZED.when(about(Element.SOLUTION)).then(identified(Element.SOLUTION, "sam"));
        AUTHORIZED.when(about(Element.COMMERCE_AND_FINANCING)).then(identified(Element.COMMERCE_AND_FINANCING, "ann"));
        AUTHORIZED.when(about(Element.CUSTOMER_RELATIONSHIP)).then(identified(Element.CUSTOMER_RELATIONSHIP, "ann"));
        AUTHORIZED.when(about(null)).then(identified(null, "pam", SECOND));
        AUTHORIZED.when(identify(" UMA", SECOND)).then(identified(" UMA", SECOND));
        AUTHORIZED.when(identify("kim", SECOND)).then(identified("kim", SECOND));
        AUTHORIZED.when(identify("zoe", SECOND)).thenRefused(OWNER_NOT_IN_TEAM, "/owner");
        AUTHORIZED.when(identify(" ", SECOND)).thenRefused(OWNER_NOT_IN_TEAM, "/owner");
    }

    @Test
    @DisplayName("R-082: the director gives a risk to another one of the team, and it is never without an owner")
    void is_given_to_another_owner() {
        var assign = OPEN.when(new AssignRiskOwner("sam")).reading(new Holders(Set.of("PAM")));
        assign.byMember("ray").thenNotYourDuty();
        assign.byMember("pam")
                .then(new RiskOwnerAssigned(PROJECT, "sam", "ray"))
                .when(new AssignRiskOwner("Sam "))
                .thenNothing();
        OPEN.when(new AssignRiskOwner("zoe")).thenRefused(OWNER_NOT_IN_TEAM, "/owner");
        OPEN.when(new AssignRiskOwner(" ")).thenRefused(OWNER_MISSING, "/owner");
        CLOSED.when(new AssignRiskOwner("sam")).thenRefused(RISK_CLOSED);
    }

    @Test
    @DisplayName(
            "R-082: an open risk holds its owner in the team, a closed one does not, and one given away holds the new one")
    void holds_its_owner_in_the_team() {
        var held = RISK.holds().get("riskOwner");
        assertThat(held.apply(OPEN.state())).containsExactly(PROJECT + "/RAY");
        assertThat(held.apply(CLOSED.state())).isEmpty();
        var given = new RiskOwnerAssigned(PROJECT, "sam", "ray");
        assertThat(held.apply(OPEN.given(given).state())).containsExactly(PROJECT + "/SAM");
        assertThat(RISK.event(RiskOwnerAssigned.class).tags().apply(given))
                .containsExactly(new Tag("riskOwner", PROJECT + "/SAM"));
        assertThat(RISK.event(RiskIdentified.class).tags().apply(IDENTIFIED))
                .containsExactlyInAnyOrder(
                        new Tag("riskOf", PROJECT.toString()), new Tag("riskOwner", PROJECT + "/RAY"));
        assertThat(RISK.ownerOf(OPEN.state())).isEqualTo("ray");
    }

    @Test
    @DisplayName(
            "R-068, R-173: who tracks it, the director and quality assurance watch a risk, and nobody else of the team")
    void is_watched_by_its_owner() {
        var review = new ReviewRisk(new Rating(Likelihood.LOW, Impact.LOW), "one supplier more", FRIDAY.plusDays(7));
        var reviewed = new RiskReviewed(
                PROJECT, review.rating(), Exposure.LOW, "one supplier more", FRIDAY.plusDays(7), TODAY, "ray");
        var asked = OPEN.when(review).reading(new Holders(Set.of("PAM", "UMA", "ray")));
        asked.byMember("sam").thenNotYourDuty();
        var after = asked.byMember("ray")
                .then(reviewed)
                .when(review)
                .byMember("ray")
                .thenNothing();
        var view = View.of(after.state());
        assertThat(view.exposure()).isEqualTo(Exposure.LOW);
        assertThat(view.reviewOn()).isEqualTo(FRIDAY.plusDays(7));
        OPEN.when(new ReviewRisk(LIKELY, " ", FRIDAY)).thenRefused(TEXT_MISSING, "/finding");
        OPEN.when(new ReviewRisk(LIKELY, "x", TODAY.minusDays(1))).thenRefused(REVIEW_IN_PAST, "/nextOn");
        CLOSED.when(review).thenRefused(RISK_CLOSED);
        for (var command : List.of(PlanResponse.class, ReviewRisk.class, MarkRiskOccurred.class, CloseRisk.class)) {
            assertThat(RISK.command(command).duty()).isNotNull();
        }
    }

    @Test
    @DisplayName("R-173: a review that nobody held in time is missed once, and the next one makes up for it")
    void its_review_is_missed() {
        var missed = new RiskReviewMissed(PROJECT, "ray", FRIDAY);
        var late = OPEN.when(new MissReview(FRIDAY))
                .on(FRIDAY.plusDays(1))
                .then(missed)
                .when(new MissReview(FRIDAY))
                .on(FRIDAY.plusDays(2))
                .thenNothing();
        OPEN.when(new MissReview(FRIDAY)).on(FRIDAY).thenNothing();
        OPEN.when(new MissReview(FRIDAY.plusDays(1))).on(FRIDAY.plusDays(3)).thenNothing();
        CLOSED.when(new MissReview(FRIDAY)).on(FRIDAY.plusDays(1)).thenNothing();
        assertThat(View.of(late.state()).reviewMissed()).isTrue();
        assertThat(dates(OPEN))
                .containsExactly(DueDate.endOf(FRIDAY, new MissReview(FRIDAY)).ownedBy("ray"));
        assertThat(dates(late)).isEmpty();
        assertThat(dates(CLOSED)).isEmpty();
        var made = late.given(
                new RiskReviewed(PROJECT, LIKELY, Exposure.HIGH, "x", FRIDAY.plusDays(7), FRIDAY.plusDays(1), "ray"));
        assertThat(View.of(made.state()).reviewMissed()).isFalse();
        assertThat(dates(made)).hasSize(1);
    }

    @Test
    @DisplayName("R-173: a risk that is left open when its project ends lapses at its next review, and nobody is told")
    void lapses_with_its_project() {
        var lapsed = OPEN.when(new MissReview(FRIDAY))
                .reading(new ProjectTeam("kim", Phase.ENDED, SEATS))
                .on(FRIDAY.plusDays(1))
                .unbound()
                .then(new RiskClosed(PROJECT, null, FRIDAY.plusDays(1), "automation"));
        assertThat(View.of(lapsed.state()).status()).isEqualTo("CLOSED");
        assertThat(dates(lapsed)).isEmpty();
    }

    @Test
    @DisplayName("R-173: that it has occurred is noted once, and it stays open until it is closed with its outcome")
    void occurs_and_is_closed() {
        var mark = new MarkRiskOccurred(TODAY, "two weeks lost");
        var occurred = OPEN.when(mark)
                .byMember("ray")
                .then(new RiskOccurred(PROJECT, "ray", TODAY, "two weeks lost", "ray"))
                .when(mark)
                .thenNothing()
                .when(new MarkRiskOccurred(TODAY, "three weeks lost"))
                .thenRefused(RISK_ALREADY_OCCURRED)
                .when(new MarkRiskOccurred(TODAY.minusDays(1), "two weeks lost"))
                .thenRefused(RISK_ALREADY_OCCURRED);
        assertThat(View.of(occurred.state()).status()).isEqualTo("OCCURRED");
        occurred.when(new CloseRisk("made up for"))
                .byMember("ray")
                .then(new RiskClosed(PROJECT, "made up for", TODAY, "ray"))
                .when(new CloseRisk("made up for"))
                .thenNothing()
                .when(new CloseRisk("lost"))
                .thenRefused(RISK_CLOSED);
        OPEN.when(new MarkRiskOccurred(TODAY.plusDays(1), "x")).thenRefused(DAY_IN_FUTURE, "/occurredOn");
        OPEN.when(new MarkRiskOccurred(TODAY.minusYears(6), "x")).thenRefused(DAY_IMPLAUSIBLE, "/occurredOn");
        OPEN.when(new MarkRiskOccurred(TODAY, " ")).thenRefused(TEXT_MISSING, "/consequence");
        OPEN.when(new CloseRisk(" ")).thenRefused(TEXT_MISSING, "/outcome");
        CLOSED.when(mark).thenRefused(RISK_CLOSED);
        assertThat(View.of(CLOSED.state()).end()).isNotNull();
    }

    private static Exposure exposure(Likelihood likelihood, Impact impact) {
        return new Rating(likelihood, impact).exposure();
    }

    private static List<DueDate> dates(Scenario<Risk, Command, Event> risk) {
        return RISK_REVIEW_MISSED.dates().apply(risk.state());
    }

    private static IdentifyRisk identify(@Nullable String owner, @Nullable Response response) {
        return new IdentifyRisk(
                PROJECT, Element.DELIVERY, "the steel comes late", null, LIKELY, response, owner, FRIDAY);
    }

    private static IdentifyRisk about(@Nullable Element element) {
        return new IdentifyRisk(PROJECT, element, "the steel comes late", null, LIKELY, SECOND, null, FRIDAY);
    }

    private static IdentifyRisk saying(String statement, String cause, Response response, LocalDate reviewOn) {
        return new IdentifyRisk(PROJECT, Element.DELIVERY, statement, cause, LIKELY, response, null, reviewOn);
    }

    private static RiskIdentified identified(String owner, @Nullable Response response) {
        return identified(Element.DELIVERY, owner, response);
    }

    private static RiskIdentified identified(@Nullable Element element, String owner) {
        return identified(element, owner, SECOND);
    }

    private static RiskIdentified identified(@Nullable Element element, String owner, @Nullable Response response) {
        return new RiskIdentified(
                PROJECT,
                element,
                "the steel comes late",
                null,
                LIKELY,
                Exposure.HIGH,
                response,
                owner,
                FRIDAY,
                TODAY,
                "someone");
    }
}
