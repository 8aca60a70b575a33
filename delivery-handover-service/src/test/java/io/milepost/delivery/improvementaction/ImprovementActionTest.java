package io.milepost.delivery.improvementaction;

import static io.milepost.delivery.improvementaction.ImprovementAction.No.*;
import static io.milepost.delivery.improvementaction.ImprovementActionCatalogue.*;
import static io.milepost.delivery.settlement.SettlementCatalogue.SETTLEMENT;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.improvementaction.ImprovementAction.*;
import io.milepost.delivery.improvementaction.ImprovementActionCatalogue.View;
import io.milepost.delivery.settlement.Settlement;
import io.milepost.delivery.settlement.Settlement.SettlementConfirmed;
import io.milepost.delivery.settlement.Settlement.SettlementDisputed;
import io.milepost.delivery.settlement.Settlement.SettlementDrafted;
import io.milepost.delivery.settlement.Settlement.SettlementOpened;
import io.milepost.platform.catalogue.Read;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImprovementActionTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(IMPROVEMENT_ACTION);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final UUID CASE = new UUID(1, 1);
    private static final UUID VISIT = new UUID(1, 2);
    private static final UUID CONTRACT = new UUID(1, 3);
    private static final Money AMOUNT = Money.of("100.00", "USD");
    private static final ImprovementActionRaised RAISED =
            new ImprovementActionRaised(CASE, null, Subject.PRODUCT, "a tighter seal", "eva", FRIDAY, null);
    private static final ImprovementActionOverdue LATE = new ImprovementActionOverdue("eva", FRIDAY);
    private static final ImprovementActionDone DONE = new ImprovementActionDone("new seal", TODAY, "eva");
    private static final ImprovementActionDropped DROPPED = new ImprovementActionDropped("no longer made", "KAP");
    private static final Scenario<ImprovementAction, Command, Event> NOTHING =
            Scenario.of(IMPROVEMENT_ACTION).recording(REACHED);
    private static final Scenario<ImprovementAction, Command, Event> OPEN = NOTHING.given(RAISED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-168: an improvement follows from a case or a visit that is known, and has an owner and a day")
    void follows_from_feedback() {
        NOTHING.reading(new KnownCase(true)).when(raise(CASE, null, FRIDAY)).then(RAISED);
        NOTHING.reading(new KnownVisit(true))
                .when(raise(null, VISIT, TODAY))
                .then(new ImprovementActionRaised(null, VISIT, Subject.PRODUCT, "a tighter seal", "eva", TODAY, null));
        NOTHING.when(raise(null, null, FRIDAY)).thenRefused(SOURCE_MISSING);
        NOTHING.when(raise(CASE, null, FRIDAY)).thenRefused(CASE_UNKNOWN, "/caseId");
        NOTHING.when(raise(null, VISIT, FRIDAY)).thenRefused(VISIT_UNKNOWN, "/visitId");
        var known = NOTHING.reading(new KnownCase(true));
        known.when(raise(CASE, null, TODAY.minusDays(1))).thenRefused(DUE_IN_PAST, "/dueOn");
        known.when(raise(CASE, null, TODAY.plusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/dueOn");
        known.when(new RaiseImprovement(CASE, null, Subject.PRODUCT, " ", "eva", FRIDAY, null))
                .thenRefused(TEXT_MISSING, "/what");
        known.when(new RaiseImprovement(CASE, null, Subject.PRODUCT, "seal", " ", FRIDAY, null))
                .thenRefused(OWNER_MISSING, "/owner");
    }

    @Test
    @DisplayName(
            "R-167, R-168: what the customer says of the whole project asks for an improvement too, once they said it")
    void follows_from_the_feedback_on_a_project() {
        var raise = new RaiseImprovement(null, null, Subject.PROCESS, "tell delays sooner", "eva", FRIDAY, CONTRACT);
        NOTHING.when(raise).thenRefused(SETTLEMENT_UNANSWERED, "/contractId");
        var opened = Scenario.of(SETTLEMENT).given(new SettlementOpened(CONTRACT, TODAY, null));
        var drafted = opened.given(new SettlementDrafted(CONTRACT, AMOUNT, null, null, null, null));
        for (var silent : List.of(opened, drafted)) {
            asked(raise, silent.state()).thenRefused(SETTLEMENT_UNANSWERED, "/contractId");
        }
        var raised =
                new ImprovementActionRaised(null, null, Subject.PROCESS, "tell delays sooner", "eva", FRIDAY, CONTRACT);
        var unhappy = drafted.given(new SettlementConfirmed(CONTRACT, AMOUNT, TODAY, 1, "too late", "hash-1"));
        asked(raise, unhappy.state()).then(raised);
        asked(
                        raise,
                        drafted.given(new SettlementDisputed(CONTRACT, AMOUNT, "too late", TODAY))
                                .state())
                .then(raised);
    }

    /** As the catalogue asks the settlement. */
    @SuppressWarnings("unchecked")
    private static Scenario.Attempt<ImprovementAction, Command, Event> asked(
            RaiseImprovement raise, Settlement settlement) {
        var read = (Read<?, Settlement, ?>)
                IMPROVEMENT_ACTION.command(RaiseImprovement.class).reads().getLast();
        assertThat(read.id().of(Scenario.ID, null, raise)).isEqualTo(CONTRACT);
        return NOTHING.when(raise).reading((Record) read.as().apply(settlement));
    }

    @Test
    @DisplayName("R-168: an improvement is tracked until it is done, in time or late, or dropped for a reason")
    void is_tracked_until_it_is_done() {
        OPEN.when(new CompleteImprovement("new seal"))
                .byMember("eva")
                .then(DONE)
                .when(new CompleteImprovement("new seal"))
                .thenNothing()
                .when(new CompleteImprovement("another"))
                .thenRefused(IMPROVEMENT_DONE)
                .when(new PostponeImprovement(FRIDAY, "as it was"))
                .thenRefused(IMPROVEMENT_DONE)
                .when(new DropImprovement("too late"))
                .thenRefused(IMPROVEMENT_DONE);
        OPEN.when(new CompleteImprovement(" ")).thenRefused(TEXT_MISSING, "/result");
        OPEN.when(new DropImprovement(" ")).thenRefused(REASON_MISSING, "/reason");
        OPEN.when(new DropImprovement("no longer made"))
                .byMember("KAP")
                .then(DROPPED)
                .when(new DropImprovement("no longer made"))
                .thenNothing()
                .when(new CompleteImprovement("new seal"))
                .thenRefused(IMPROVEMENT_DROPPED);
        var late = OPEN.given(LATE)
                .when(new CompleteImprovement("new seal"))
                .byMember("eva")
                .then(DONE);
        assertThat(View.of(late.state())).isEqualTo(new View("DONE", RAISED, FRIDAY, true, DONE, null));
    }

    @Test
    @DisplayName(
            "R-168, R-189: an improvement is given to another member, whose it is from then on, so that it can be done")
    void changes_hands() {
        OPEN.when(new AssignImprovement(" EVA")).thenNothing();
        OPEN.when(new AssignImprovement(" ")).thenRefused(OWNER_MISSING, "/owner");
        var given = OPEN.when(new AssignImprovement("zoe")).byMember("KAP").then(new ImprovementActionAssigned("zoe"));
        assertThat(IMPROVEMENT_ACTION.ownerOf(given.state())).isEqualTo("zoe");
        given.when(new CompleteImprovement("new seal")).byMember("eva").thenNotYourDuty();
        given.when(new CompleteImprovement("new seal"))
                .byMember("zoe")
                .then(new ImprovementActionDone("new seal", TODAY, "zoe"));
        given.when(new MarkImprovementOverdue())
                .on(FRIDAY.plusDays(1))
                .then(new ImprovementActionOverdue("zoe", FRIDAY));
        assertThat(IMPROVEMENT_OVERDUE.dates().apply(given.state())).allMatch(date -> "zoe".equals(date.owner()));
        OPEN.given(DONE).when(new AssignImprovement("zoe")).thenRefused(IMPROVEMENT_DONE);
        OPEN.given(DROPPED).when(new AssignImprovement("zoe")).thenRefused(IMPROVEMENT_DROPPED);
    }

    @Test
    @DisplayName("R-168: an improvement is overdue after its last day, once for each such day")
    void falls_due() {
        OPEN.when(new MarkImprovementOverdue()).on(FRIDAY).thenNothing();
        var later = FRIDAY.plusDays(14);
        var postponed = OPEN.when(new MarkImprovementOverdue())
                .on(FRIDAY.plusDays(1))
                .then(LATE)
                .when(new MarkImprovementOverdue())
                .on(FRIDAY.plusDays(2))
                .thenNothing()
                .when(new PostponeImprovement(later, "parts are late"))
                .then(new ImprovementActionPostponed(FRIDAY, later, "parts are late"));
        assertThat(View.of(postponed.state()).status()).isEqualTo("OPEN");
        postponed
                .when(new MarkImprovementOverdue())
                .on(later.plusDays(1))
                .then(new ImprovementActionOverdue("eva", later));
        OPEN.when(new PostponeImprovement(FRIDAY, "as it is")).thenNothing();
        OPEN.when(new PostponeImprovement(later, " ")).thenRefused(REASON_MISSING, "/reason");
        OPEN.when(new PostponeImprovement(TODAY.minusDays(1), "x")).thenRefused(DUE_IN_PAST, "/dueOn");
        assertThat(IMPROVEMENT_OVERDUE.dates().apply(OPEN.state()))
                .containsExactly(
                        DueDate.endOf(FRIDAY, new MarkImprovementOverdue()).ownedBy("eva"));
        Stream.of(LATE, DONE, DROPPED)
                .forEach(event -> assertThat(IMPROVEMENT_OVERDUE
                                .dates()
                                .apply(OPEN.given(event).state()))
                        .isEmpty());
    }

    @Test
    void shows_where_it_stands() {
        assertThat(Stream.of(OPEN, OPEN.given(LATE), OPEN.given(DONE), OPEN.given(DROPPED))
                        .map(scenario -> View.of(scenario.state()).status()))
                .containsExactly("OPEN", "OVERDUE", "DONE", "DROPPED");
        assertThat(IMPROVEMENT_ACTION.ownerOf(OPEN.state())).isEqualTo("eva");
    }

    private static RaiseImprovement raise(@Nullable UUID caseId, @Nullable UUID visitId, LocalDate dueOn) {
        return new RaiseImprovement(caseId, visitId, Subject.PRODUCT, "a tighter seal", "eva", dueOn, null);
    }
}
