package io.milepost.leads.salestarget;

import static io.milepost.leads.salestarget.SalesTarget.No.*;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.PERIOD_START;
import static io.milepost.leads.salestarget.SalesTargetCatalogue.SALES_TARGET;
import static io.milepost.leads.salestarget.Targets.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.salestarget.Drafting.Whole;
import io.milepost.leads.salestarget.SalesTarget.*;
import io.milepost.leads.salestarget.SalesTargetCatalogue.View;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesTargetTest {
    private static final Scenario<SalesTarget, Command, Event> DRAFT =
            Scenario.of(SALES_TARGET).given(DRAFTED);
    private static final Scenario<SalesTarget, Command, Event> WAITING = DRAFT.given(SUBMITTED);
    private static final Scenario<SalesTarget, Command, Event> ACTIVE = WAITING.given(APPROVED, ACTIVATED);
    private static final SalesTargetReturned RETURNED = new SalesTargetReturned("too bold", "boss");

    @Test
    @DisplayName("R-005, G01: a target is submitted, approved by somebody else, and active when its period starts")
    void goes_all_the_way() {
        var active = DRAFT.when(new SubmitSalesTarget())
                .byMember("kim")
                .inRole(Role.SALES_MANAGER)
                .then(SUBMITTED)
                .when(new SubmitSalesTarget())
                .thenNothing()
                .when(new ApproveSalesTarget())
                .by("boss")
                .then(APPROVED)
                .when(new ApproveSalesTarget())
                .by("another")
                .thenNothing()
                .when(new StartPeriod(FROM))
                .on(FROM)
                .then(ACTIVATED)
                .when(new StartPeriod(FROM))
                .on(FROM)
                .thenNothing();
        assertThat(View.of(active.state()).status()).isEqualTo("ACTIVE");
    }

    @Test
    @DisplayName("G01: on the day before its period a target can still be approved, on its first day not any more")
    void is_approved_before_the_period_starts() {
        WAITING.when(new ApproveSalesTarget())
                .by("boss")
                .on(FROM.minusDays(1))
                .then(new SalesTargetApproved("boss", FROM.minusDays(1)));
        WAITING.when(new ApproveSalesTarget()).by("boss").on(FROM).thenRefused(PERIOD_STARTED);
        WAITING.when(new ApproveSalesTarget()).by("boss").on(TO.plusYears(1)).thenRefused(PERIOD_STARTED);
        DRAFT.when(new SubmitSalesTarget())
                .by("kim")
                .inRole(Role.SALES_MANAGER)
                .on(FROM)
                .thenRefused(PERIOD_STARTED);
        DRAFT.when(new SubmitSalesTarget())
                .by("kim")
                .inRole(Role.SALES_MANAGER)
                .on(FROM.minusDays(1))
                .then(new SalesTargetSubmitted("kim", FROM.minusDays(1)));
    }

    @Test
    @DisplayName("G01: neither the drafter, the submitter nor whoever answers for it approves a target")
    void is_approved_by_somebody_else() {
        var redrafted = DRAFT.given(
                new SalesTargetRedrafted(COMPANY, STRATEGY, null, "max"), new SalesTargetSubmitted("ann", TODAY));
        for (var author : List.of("someone", "max", "ann", "kim")) {
            redrafted.when(new ApproveSalesTarget()).by(author).thenRefused(APPROVER_IS_AUTHOR);
            redrafted.when(new ApproveSalesTarget()).byMember(author).thenRefused(APPROVER_IS_AUTHOR);
        }
        redrafted.when(new ApproveSalesTarget()).byMember("boss").then(APPROVED);
        redrafted.when(new ApproveSalesTarget()).unbound().then(new SalesTargetApproved("automation", TODAY));
        DRAFT.when(new ApproveSalesTarget()).by("boss").thenRefused(TARGET_NOT_SUBMITTED);
    }

    @Test
    @DisplayName("R-007, G01: a part is approved after the target above, which still has to name it")
    void the_target_above_is_approved_first() {
        var east = Scenario.of(SALES_TARGET)
                .given(
                        new SalesTargetDrafted(EAST, STRATEGY, usd("600000.00"), "someone"),
                        new SalesTargetSubmitted("lee", TODAY));
        var approve = east.when(new ApproveSalesTarget()).by("boss");
        approve.reading(whole(true, false)).then(APPROVED);
        approve.reading(whole(false, false)).thenRefused(PARENT_NOT_APPROVED);
        approve.reading(whole(false, true)).thenRefused(PARENT_CLOSED);
        approve.thenRefused(PARENT_UNKNOWN);
        approve.reading(new Whole(COMPANY, MILLION, STRATEGY, true, false, List.of()))
                .thenRefused(NOT_IN_CASCADE);
        var shorter = during(COMPANY, FROM.plusDays(1), TO);
        approve.reading(new Whole(
                        shorter,
                        MILLION,
                        STRATEGY,
                        true,
                        false,
                        whole(true, false).parts()))
                .thenRefused(PERIOD_OUTSIDE);
    }

    @Test
    @DisplayName("R-005: what is returned says why, and is redrafted before it is submitted again")
    void a_returned_target_is_redrafted() {
        WAITING.when(new ReturnSalesTarget(" ")).thenRefused(REASON_MISSING, "/reason");
        DRAFT.when(new ReturnSalesTarget("too bold")).thenRefused(TARGET_NOT_SUBMITTED);
        var returned = WAITING.when(new ReturnSalesTarget("too bold"))
                .by("boss")
                .then(RETURNED)
                .when(new ReturnSalesTarget("too bold"))
                .thenNothing();
        assertThat(View.of(returned.state()))
                .extracting(View::status, View::returnedFor)
                .containsExactly("RETURNED", "too bold");
        returned.when(new ReturnSalesTarget("too shy")).thenRefused(TARGET_NOT_SUBMITTED);
        returned.when(new SubmitSalesTarget())
                .by("kim")
                .inRole(Role.SALES_MANAGER)
                .thenRefused(TARGET_RETURNED);
        returned.when(new ApproveSalesTarget()).by("boss").thenRefused(TARGET_NOT_SUBMITTED);

        var next = task(Level.COMPANY, null, "kim", usd("900000.00"));
        var redrafted = returned.when(new RedraftSalesTarget(next))
                .holding("code=KIM", OTHER)
                .reading(ADOPTED)
                .then(new SalesTargetRedrafted(next, STRATEGY, null, "someone"));
        redrafted.when(new RedraftSalesTarget(next)).thenNothing();
        redrafted
                .when(new SubmitSalesTarget())
                .by("kim")
                .inRole(Role.SALES_MANAGER)
                .then(SUBMITTED);
        assertThat(View.of(redrafted.state()).status()).isEqualTo("DRAFT");
        returned.when(new RedraftSalesTarget(COMPANY))
                .holding("code=KIM", OTHER)
                .reading(ADOPTED)
                .then(new SalesTargetRedrafted(COMPANY, STRATEGY, null, "someone"));
        WAITING.when(new RedraftSalesTarget(next)).thenRefused(TARGET_NOT_DRAFT);
        ACTIVE.when(new RedraftSalesTarget(next)).thenRefused(TARGET_NOT_DRAFT);
    }

    @Test
    @DisplayName(
            "R-005, G01: a period that starts without approval is a fact, once; the target can be redrafted for a later one")
    void not_approved_in_time_is_a_fact() {
        var late = new SalesTargetNotApprovedInTime("kim", FROM);
        for (var open : List.of(DRAFT, WAITING, WAITING.given(RETURNED))) {
            assertThat(PERIOD_START.dates().apply(open.state()))
                    .containsExactly(
                            DueDate.startOf(FROM, new StartPeriod(FROM)).ownedBy("kim"));
            var missed = open.when(new StartPeriod(FROM))
                    .on(FROM)
                    .then(late)
                    .when(new StartPeriod(FROM))
                    .on(FROM)
                    .thenNothing();
            assertThat(PERIOD_START.dates().apply(missed.state())).isEmpty();
            assertThat(View.of(missed.state()).notApprovedInTime()).isEqualTo(FROM);
        }
        DRAFT.when(new StartPeriod(FROM)).on(FROM.minusDays(1)).thenNothing();
        DRAFT.when(new StartPeriod(FROM.minusDays(3))).on(FROM).thenNothing();

        var later = during(COMPANY, FROM.plusMonths(3), TO);
        var moved = DRAFT.given(late)
                .when(new RedraftSalesTarget(later))
                .on(FROM)
                .holding("code=KIM", OTHER)
                .reading(ADOPTED)
                .then(new SalesTargetRedrafted(later, STRATEGY, null, "someone"));
        assertThat(PERIOD_START.dates().apply(moved.state()))
                .containsExactly(DueDate.startOf(later.from(), new StartPeriod(later.from()))
                        .ownedBy("kim"));
        DRAFT.given(late)
                .when(new RedraftSalesTarget(during(COMPANY, FROM.plusDays(1), TO)))
                .on(FROM.plusDays(1))
                .holding("code=KIM", OTHER)
                .reading(ADOPTED)
                .thenRefused(PERIOD_NOT_AHEAD, "/task/from");
    }

    @Test
    @DisplayName(
            "R-008: a target is revised during its period, and each revision keeps the first figure beside its own")
    void a_revision_keeps_the_original() {
        var down = usd("800000.00");
        var up = usd("850000.00");
        var revised = ACTIVE.when(new ReviseSalesTarget(down, "the market shrank"))
                .by("boss")
                .on(FROM.plusDays(90))
                .then(new SalesTargetRevised(1, MILLION, down, "the market shrank", "boss", FROM.plusDays(90)))
                .when(new ReviseSalesTarget(down, "the market shrank"))
                .by("boss")
                .thenNothing()
                .when(new ReviseSalesTarget(up, "less than feared"))
                .by("boss")
                .on(FROM.plusDays(180))
                .then(new SalesTargetRevised(2, MILLION, up, "less than feared", "boss", FROM.plusDays(180)));
        var view = View.of(revised.state());
        assertThat(view.figure()).isEqualTo(up);
        assertThat(view.task().figure()).isEqualTo(MILLION);
        assertThat(view.revisions()).extracting(SalesTargetRevised::revision).containsExactly(1, 2);
        assertThat(view.revisions()).allMatch(revision -> revision.original().equals(MILLION));
    }

    @Test
    @DisplayName(
            "R-008: a revision changes the figure, keeps its currency, says why, and is not of whoever answers for it")
    void faulty_revisions_are_refused() {
        var down = new ReviseSalesTarget(usd("800000.00"), "the market shrank");
        ACTIVE.when(new ReviseSalesTarget(MILLION, "no")).by("boss").thenRefused(NOTHING_REVISED, "/figure");
        ACTIVE.when(new ReviseSalesTarget(usd("0.00"), "no"))
                .by("boss")
                .thenRefused(FIGURE_NOT_POSITIVE, "/figure/amount");
        ACTIVE.when(new ReviseSalesTarget(Figure.of(Money.of("1.00", "EUR")), "no"))
                .by("boss")
                .thenRefused(MEASURE_DIFFERS, "/figure");
        ACTIVE.when(new ReviseSalesTarget(usd("1.00"), " ")).by("boss").thenRefused(REASON_MISSING, "/reason");
        ACTIVE.when(down).byMember("KIM").thenRefused(REVISER_IS_ACCOUNTABLE);
        for (var early : List.of(DRAFT, WAITING, WAITING.given(APPROVED))) {
            early.when(down).by("boss").thenRefused(TARGET_NOT_ACTIVE);
        }
    }

    @Test
    @DisplayName("R-005: a target is closed when its period is over, or before that with a reason, and nothing follows")
    void is_closed() {
        var over = TO.plusDays(1);
        var closed = ACTIVE.when(new CloseSalesTarget(null))
                .by("boss")
                .on(over)
                .then(new SalesTargetClosed(false, null, "boss", over))
                .when(new CloseSalesTarget(null))
                .thenNothing()
                .when(new CloseSalesTarget("why not"))
                .thenRefused(TARGET_CLOSED);
        assertThat(View.of(closed.state()).status()).isEqualTo("CLOSED");
        ACTIVE.when(new CloseSalesTarget(null)).on(TO).thenRefused(REASON_MISSING, "/reason");
        ACTIVE.when(new CloseSalesTarget(" ")).on(over).thenRefused(REASON_MISSING, "/reason");
        var early = DRAFT.when(new CloseSalesTarget("drafted twice"))
                .by("boss")
                .then(new SalesTargetClosed(true, "drafted twice", "boss", TODAY));
        for (Command command : List.of(
                new RedraftSalesTarget(COMPANY),
                new SubmitSalesTarget(),
                new ApproveSalesTarget(),
                new ReturnSalesTarget("no"),
                new CascadeSalesTarget(List.of()),
                new ReviseSalesTarget(usd("1.00"), "no"))) {
            early.when(command).thenRefused(TARGET_CLOSED);
        }
        early.when(new StartPeriod(FROM)).on(FROM).thenNothing();
        assertThat(PERIOD_START.dates().apply(early.state())).isEmpty();
    }

    @Test
    @DisplayName("R-007: a cascade stays through the states and ends with what it is a cascade of")
    void a_cascade_stays() {
        var cascaded = new SalesTargetCascaded(
                List.of(part(Level.SELLER, "East", "lee", "1000000.00")), MILLION, Fit.ADDS_UP, null);
        for (var open : List.of(DRAFT, WAITING, WAITING.given(APPROVED), ACTIVE)) {
            assertThat(Whole.of(open.given(cascaded).state()).parts()).isEqualTo(cascaded.parts());
        }
        var euros = task(Level.COMPANY, null, "kim", Figure.of(Money.of("1.00", "EUR")));
        var changed = DRAFT.given(cascaded, new SalesTargetRedrafted(euros, STRATEGY, null, "kim"));
        assertThat(Whole.of(changed.state()).parts()).isEmpty();
        var longer = DRAFT.given(
                cascaded, new SalesTargetRedrafted(during(COMPANY, FROM, TO.plusDays(1)), STRATEGY, null, "kim"));
        assertThat(Whole.of(longer.state()).parts()).isEqualTo(cascaded.parts());
    }

    @Test
    void what_those_below_see_is_the_figure_of_today_and_whether_it_is_approved() {
        assertThat(Whole.of(WAITING.state()).approved()).isFalse();
        var revised = ACTIVE.given(new SalesTargetRevised(1, MILLION, usd("1.00"), "no", "boss", LocalDate.EPOCH));
        assertThat(Whole.of(revised.state()))
                .isEqualTo(new Whole(COMPANY, usd("1.00"), STRATEGY, true, false, List.of()));
        assertThat(Whole.of(revised.given(new SalesTargetClosed(true, "no", "boss", TO))
                        .state()))
                .isEqualTo(new Whole(COMPANY, usd("1.00"), STRATEGY, false, true, List.of()));
    }
}
