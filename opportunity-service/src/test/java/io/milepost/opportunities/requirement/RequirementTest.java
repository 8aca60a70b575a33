package io.milepost.opportunities.requirement;

import static io.milepost.opportunities.requirement.Requirement.No.*;
import static io.milepost.opportunities.requirement.RequirementCatalogue.REQUIREMENT;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.requirement.Requirement.*;
import io.milepost.opportunities.requirement.RequirementCatalogue.View;
import io.milepost.opportunities.requirement.RequirementEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequirementTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REQUIREMENT);
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final PursuedDeal OPEN = new PursuedDeal(true);
    private static final Scenario<Requirement, Command, RequirementEvent> NOTHING =
            Scenario.of(REQUIREMENT).recording(REACHED).reading(OPEN);
    private static final RequirementOpened OPENED = new RequirementOpened(DEAL, "kim", "Presses");
    private static final OpinionRecorded HEARD = new OpinionRecorded(DEAL, "O-1", "Ann", "it is too loud", TODAY);
    private static final OpinionSorted SORTED =
            new OpinionSorted(DEAL, "O-1", OpinionKind.PAIN_POINT, Weight.MUST, "below 70 dB");
    private static final List<RequirementItem> ITEMS =
            List.of(new RequirementItem("R1", "below 70 dB", Weight.MUST, List.of("O-1")));
    private static final RequirementDrafted FIRST = new RequirementDrafted(DEAL, 1, "two presses", ITEMS, null);
    private static final Scenario<Requirement, Command, RequirementEvent> OPENED_ONE = NOTHING.given(OPENED);
    private static final Scenario<Requirement, Command, RequirementEvent> DRAFT =
            OPENED_ONE.given(HEARD, SORTED, FIRST);
    private static final Scenario<Requirement, Command, RequirementEvent> IN_REVIEW =
            DRAFT.given(new RequirementSubmitted(DEAL, 1, "kim"));
    private static final Scenario<Requirement, Command, RequirementEvent> REVIEWED =
            IN_REVIEW.given(new RequirementReviewed(DEAL, 1, "complete", "lee", TODAY));
    private static final Scenario<Requirement, Command, RequirementEvent> CONFIRMED =
            REVIEWED.given(new RequirementConfirmed(DEAL, 1, "Ann", "mail 7", TODAY, "someone"));
    private static final Scenario<Requirement, Command, RequirementEvent> BASELINED =
            CONFIRMED.given(new RequirementBaselined(DEAL, 1, "kim", TODAY));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-086: a deal that is open has one requirement, owned by somebody")
    void is_opened_once_for_an_open_deal() {
        var open = new OpenRequirement(DEAL, "kim", "Presses");
        NOTHING.when(open).then(OPENED).when(open).thenTaken();
        NOTHING.when(open)
                .holding("requirement-of=" + DEAL, UUID.randomUUID())
                .thenRefused(REQUIREMENT_OF_DEAL_EXISTS, "/opportunityId");
        Scenario.of(REQUIREMENT)
                .recording(REACHED)
                .when(open)
                .thenRefused(PursuedDeal.No.OPPORTUNITY_UNKNOWN, "/opportunityId");
        NOTHING.when(open)
                .reading(new PursuedDeal(false))
                .thenRefused(PursuedDeal.No.OPPORTUNITY_ENDED, "/opportunityId");
        NOTHING.when(new OpenRequirement(DEAL, " ", "Presses")).thenRefused(OWNER_MISSING, "/owner");
        NOTHING.when(new OpenRequirement(DEAL, "kim", " ")).thenRefused(TEXT_MISSING, "/title");
    }

    @Test
    @DisplayName("R-086: opinions are recorded once, sorted by kind and weight, and analysed")
    void opinions_are_collected_and_sorted() {
        var heard = OPENED_ONE
                .when(new RecordOpinion("O-1", "Ann", "it is too loud", null))
                .then(HEARD)
                .when(new RecordOpinion(" o-1", "Ann", "it is too loud", null))
                .thenNothing()
                .when(new RecordOpinion("O-1", "somebody", "it is too loud", null))
                .thenRefused(OPINION_ALREADY_RECORDED, "/code")
                .when(new RecordOpinion("O-1", "Ann", "it is loud", null))
                .thenRefused(OPINION_ALREADY_RECORDED, "/code")
                .when(new RecordOpinion("O-1", "Ann", "it is too loud", TODAY.minusDays(1)))
                .thenRefused(OPINION_ALREADY_RECORDED, "/code");
        heard.when(new SortOpinion("o-1", OpinionKind.PAIN_POINT, Weight.MUST, "below 70 dB"))
                .then(SORTED)
                .when(new SortOpinion("O-1", OpinionKind.PAIN_POINT, Weight.MUST, "below 70 dB"))
                .thenNothing()
                .when(new SortOpinion("O-1", OpinionKind.NEED, Weight.COULD, "not so loud"))
                .then(new OpinionSorted(DEAL, "O-1", OpinionKind.NEED, Weight.COULD, "not so loud"));
        heard.when(new SortOpinion("O-2", OpinionKind.NEED, Weight.MUST, "x")).thenRefused(OPINION_UNKNOWN, "/code");
        OPENED_ONE.when(new RecordOpinion("O-1", "Ann", "x", TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        OPENED_ONE
                .when(new RecordOpinion("O-1", "Ann", "x", LocalDate.parse("0001-01-01")))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
        var full = OPENED_ONE;
        for (var i : IntStream.range(0, Requirement.MOST).toArray()) {
            full = full.given(new OpinionRecorded(DEAL, "N-" + i, "Ann", "x", TODAY));
        }
        full.when(new RecordOpinion("O-1", "Ann", "x", null)).thenRefused(REQUIREMENT_FULL);
    }

    @Test
    @DisplayName("R-087: the document has a scope, items that answer opinions, and the support that the sale needs")
    void a_document_is_drafted_in_versions() {
        var support = List.of(new NeededSupport("Engineering", "a test run", TODAY.plusDays(20)));
        DRAFT.when(new DraftRequirement("two presses", ITEMS, null)).thenNothing();
        DRAFT.when(new DraftRequirement("three presses", ITEMS, support))
                .then(new RequirementDrafted(DEAL, 1, "three presses", ITEMS, support));
        BASELINED
                .when(new DraftRequirement("three presses", ITEMS, null))
                .then(new RequirementDrafted(DEAL, 2, "three presses", ITEMS, null));
        IN_REVIEW.when(new DraftRequirement("three presses", ITEMS, null)).thenRefused(REQUIREMENT_IN_REVIEW);
        DRAFT.when(new DraftRequirement("x", List.of(), null)).thenRefused(ITEMS_MISSING, "/items");
        var twice = List.of(ITEMS.getFirst(), new RequirementItem("r1", "x", Weight.COULD, List.of()));
        DRAFT.when(new DraftRequirement("x", twice, null)).thenRefused(ITEM_REPEATED, "/items/1/code");
        var unheard = List.of(new RequirementItem("R1", "x", Weight.COULD, List.of("O-9")));
        DRAFT.when(new DraftRequirement("x", unheard, null)).thenRefused(OPINION_UNKNOWN, "/items/0/opinions");
        DRAFT.when(new DraftRequirement("three presses", ITEMS, null))
                .reading(new PursuedDeal(false))
                .thenRefused(PursuedDeal.No.OPPORTUNITY_ENDED);
    }

    @Test
    @DisplayName("R-088, G09: a version is submitted with all opinions sorted, and reviewed by somebody else")
    void is_reviewed_by_somebody_else() {
        OPENED_ONE.given(HEARD, FIRST).when(new SubmitRequirement()).thenRefused(OPINIONS_UNSORTED);
        OPENED_ONE.when(new SubmitRequirement()).thenRefused(DRAFT_MISSING);
        var review = DRAFT.when(new SubmitRequirement())
                .by("kim")
                .then(new RequirementSubmitted(DEAL, 1, "kim"))
                .when(new SubmitRequirement())
                .thenNothing();
        review.when(new DecideRequirementReview(true, "complete")).by("kim").thenRefused(REVIEWER_IS_SUBMITTER);
        review.when(new DecideRequirementReview(true, "complete"))
                .by("lee")
                .then(new RequirementReviewed(DEAL, 1, "complete", "lee", TODAY))
                .when(new DecideRequirementReview(true, "complete"))
                .by("lee")
                .thenRefused(REVIEW_NOT_PENDING);
    }

    @Test
    @DisplayName(
            "R-088, G09: a version that fails its review, or that the customer disputes, is followed by a next one")
    void what_is_turned_down_is_written_anew() {
        var failed = IN_REVIEW
                .when(new DecideRequirementReview(false, "no numbers"))
                .by("lee")
                .then(new RequirementReviewFailed(DEAL, 1, "no numbers", "lee", TODAY));
        var disputed = CONFIRMED
                .when(new DisputeRequirement("Ann", "we meant 60 dB", null))
                .then(new RequirementDisputed(DEAL, 1, "Ann", "we meant 60 dB", TODAY));
        REVIEWED.when(new DisputeRequirement("Ann", "we meant 60 dB", null))
                .then(new RequirementDisputed(DEAL, 1, "Ann", "we meant 60 dB", TODAY));
        for (var down : List.of(failed, disputed)) {
            assertThat(View.of(down.state()).status()).isEqualTo("DRAFT");
            down.when(new SubmitRequirement()).thenRefused(DRAFT_MISSING);
            down.when(new DraftRequirement("at 60 dB", ITEMS, null))
                    .then(new RequirementDrafted(DEAL, 2, "at 60 dB", ITEMS, null))
                    .when(new SubmitRequirement())
                    .by("kim")
                    .then(new RequirementSubmitted(DEAL, 2, "kim"));
        }
        for (var not : List.of(DRAFT, IN_REVIEW, BASELINED)) {
            not.when(new DisputeRequirement("Ann", "x", null)).thenRefused(REQUIREMENT_NOT_REVIEWED);
        }
    }

    @Test
    @DisplayName("R-088, G09: it is the baseline once both sides have confirmed that they mean the same")
    void both_sides_confirm() {
        DRAFT.when(new ConfirmRequirement("Ann", "mail 7", null)).thenRefused(REQUIREMENT_NOT_REVIEWED);
        REVIEWED.when(new BaselineRequirement()).thenRefused(REQUIREMENT_NOT_CONFIRMED);
        var confirmed = REVIEWED.when(new ConfirmRequirement("Ann", "mail 7", null))
                .then(new RequirementConfirmed(DEAL, 1, "Ann", "mail 7", TODAY, "someone"))
                .when(new ConfirmRequirement("Ann", "mail 7", null))
                .thenNothing();
        assertThat(View.of(confirmed.state()).baseline()).isZero();
        var baselined = confirmed
                .when(new BaselineRequirement())
                .by("kim")
                .then(new RequirementBaselined(DEAL, 1, "kim", TODAY))
                .when(new BaselineRequirement())
                .thenNothing();
        var view = View.of(baselined.state());
        assertThat(view.baseline()).isEqualTo(1);
        assertThat(view.rounds())
                .extracting(RequirementRound::verdict)
                .containsExactly(
                        RequirementVerdict.REVIEW_PASSED, RequirementVerdict.CONFIRMED, RequirementVerdict.BASELINED);
        var next = baselined.given(new RequirementDrafted(DEAL, 2, "three presses", ITEMS, null));
        assertThat(View.of(next.state()).baseline()).as("until the next is").isEqualTo(1);
        CONFIRMED
                .when(new BaselineRequirement())
                .by("kim")
                .reading(new PursuedDeal(false))
                .thenRefused(PursuedDeal.No.OPPORTUNITY_ENDED);
        REVIEWED.when(new ConfirmRequirement("Ann", " ", null)).thenRefused(TEXT_MISSING, "/evidence");
    }

    @Test
    @DisplayName("R-088, G09: two parties are two people: who notes the customer's confirmation does not give ours")
    void one_person_does_not_confirm_for_both() {
        CONFIRMED.when(new BaselineRequirement()).thenRefused(CONFIRMED_BY_ONE);
        REVIEWED.given(new RequirementConfirmed(DEAL, 1, "Ann", "mail 7", TODAY, "ZOE"))
                .when(new BaselineRequirement())
                .byMember("zoe")
                .thenRefused(CONFIRMED_BY_ONE)
                .when(new BaselineRequirement())
                .byMember("LEE")
                .then(new RequirementBaselined(DEAL, 1, "LEE", TODAY));
        REVIEWED.given(new RequirementConfirmed(DEAL, 1, "Ann", "mail 7", TODAY, null))
                .when(new BaselineRequirement())
                .then(new RequirementBaselined(DEAL, 1, "someone", TODAY));
    }

    @Test
    void shows_where_it_stands() {
        assertThat(List.of(OPENED_ONE, DRAFT, IN_REVIEW, REVIEWED, CONFIRMED, BASELINED))
                .map(requirement -> View.of(requirement.state()).status())
                .containsExactly("COLLECTING", "DRAFT", "IN_REVIEW", "REVIEWED", "CONFIRMED_BY_CUSTOMER", "BASELINED");
    }
}
