package io.milepost.leads.developmentplan;

import static io.milepost.leads.developmentplan.DevelopmentPlan.No.*;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_DAY;
import static io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.DEVELOPMENT_PLAN;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.developmentplan.DevelopmentPlan.*;
import io.milepost.leads.developmentplan.DevelopmentPlanCatalogue.View;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DevelopmentPlanTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(DEVELOPMENT_PLAN);
    private static final Scenario<DevelopmentPlan, Command, Event> NONE =
            Scenario.of(DEVELOPMENT_PLAN).recording(REACHED);
    private static final UUID ACME = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-00000000000b");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate DAY = LocalDate.parse("2026-05-31");
    private static final Aim AIM = new Aim("a first order", DAY, "kim");
    private static final Aim LATER = new Aim("a first order", DAY.plusMonths(1), "lee");
    private static final SetDevelopmentPlan SET = new SetDevelopmentPlan("MILL", ACME, AIM);
    private static final CustomerDevelopmentPlanSet PLANNED = new CustomerDevelopmentPlanSet("MILL", ACME, AIM);
    private static final CustomerDevelopmentDayMissed MISSED = new CustomerDevelopmentDayMissed(DAY, "kim");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-020: a plan names a known segment, a known account, a day to come and a known member")
    void is_set() {
        set(SET).then(PLANNED).when(SET).thenTaken();
        set(new SetDevelopmentPlan("mill ", ACME, AIM)).then(new CustomerDevelopmentPlanSet("mill ", ACME, AIM));
        set(new SetDevelopmentPlan("SHOP", ACME, AIM)).thenRefused(SEGMENT_UNKNOWN, "/segment");
        NONE.when(SET)
                .holding("segment-code=MILL", OTHER)
                .holding("code=KIM", OTHER)
                .thenRefused(ACCOUNT_UNKNOWN, "/accountId");
        set(aiming(new Aim(" ", DAY, "kim"))).thenRefused(TEXT_MISSING, "/aim/goal");
        set(aiming(new Aim("an order", DAY, "joe"))).thenRefused(MEMBER_UNKNOWN, "/aim/member");
        set(aiming(new Aim("an order", DAY, " "))).thenRefused(OWNER_MISSING, "/aim/member");
        set(aiming(new Aim("an order", TODAY.minusDays(1), "kim"))).thenRefused(DAY_PASSED, "/aim/by");
        set(aiming(new Aim("an order", TODAY.plusYears(6), "kim"))).thenRefused(DAY_IMPLAUSIBLE, "/aim/by");
        var today = aiming(new Aim("an order", TODAY, "kim"));
        set(today).then(new CustomerDevelopmentPlanSet("MILL", ACME, today.aim()));
    }

    @Test
    @DisplayName("R-020: a customer is developed once at a time in a segment")
    void one_plan_is_open_for_a_customer_and_segment() {
        var key = "development-of=MILL/" + ACME;
        set(SET).holding(key, OTHER).thenRefused(DEVELOPMENT_PLANNED);
        set(SET).holding("development-of=SHOP/" + ACME, OTHER).then(PLANNED);
        var planned = NONE.given(PLANNED);
        assertThat(holds(planned)).isTrue();
        assertThat(holds(planned.given(new CustomerDevelopmentPlanDropped("bankrupt", TODAY))))
                .isFalse();
        assertThat(holds(planned.given(new CustomerDevelopmentPlanFulfilled("ordered", TODAY, false))))
                .isFalse();
    }

    @Test
    @DisplayName("R-020: a plan is revised with a reason and then belongs to whoever does it from now on")
    void is_revised() {
        var planned = NONE.given(PLANNED);
        var revised = revise(planned, LATER, "kim is ill")
                .then(new CustomerDevelopmentPlanRevised(1, LATER, "kim is ill", "someone"));
        revise(revised, LATER, "kim is ill").thenNothing();
        revise(revised, LATER, "another reason").thenRefused(PLAN_NOT_CHANGED, "/aim");
        revise(planned, LATER, " ").thenRefused(REASON_MISSING, "/reason");
        planned.when(new ReviseDevelopmentPlan(LATER, "kim is ill")).thenRefused(MEMBER_UNKNOWN, "/aim/member");
        assertThat(DEVELOPMENT_PLAN.ownerOf(planned.state())).isEqualTo("kim");
        assertThat(DEVELOPMENT_PLAN.ownerOf(revised.state())).isEqualTo("lee");
        assertThat(View.of(revised.state()))
                .isEqualTo(new View("PLANNED", "MILL", ACME, LATER, 1, "kim is ill", null, null, null));
    }

    @Test
    @DisplayName("R-020: a day that passes without it is a fact, once, until a revision sets another day")
    void a_missed_day_is_a_fact() {
        var planned = NONE.given(PLANNED);
        assertThat(DEVELOPMENT_DAY.dates().apply(planned.state()))
                .containsExactly(DueDate.endOf(DAY, new MissDevelopmentDay(DAY)).ownedBy("kim"));
        planned.when(new MissDevelopmentDay(DAY)).on(DAY).thenNothing();
        planned.when(new MissDevelopmentDay(DAY.minusDays(1)))
                .on(DAY.plusDays(1))
                .thenNothing();
        var missed = planned.when(new MissDevelopmentDay(DAY))
                .on(DAY.plusDays(1))
                .then(MISSED)
                .when(new MissDevelopmentDay(DAY))
                .on(DAY.plusDays(1))
                .thenNothing();
        assertThat(DEVELOPMENT_DAY.dates().apply(missed.state())).isEmpty();
        assertThat(View.of(missed.state()).status()).isEqualTo("MISSED");

        var revised = revise(missed, LATER, "more time")
                .then(new CustomerDevelopmentPlanRevised(1, LATER, "more time", "someone"));
        assertThat(View.of(revised.state()))
                .extracting(View::status, View::missed)
                .containsExactly("PLANNED", DAY);
        assertThat(DEVELOPMENT_DAY.dates().apply(revised.state()))
                .containsExactly(DueDate.endOf(LATER.by(), new MissDevelopmentDay(LATER.by()))
                        .ownedBy("lee"));
    }

    @Test
    @DisplayName("R-020: a plan is fulfilled, in time or late, or dropped with a reason, and nothing follows")
    void ends_once() {
        var planned = NONE.given(PLANNED);
        planned.when(new FulfilDevelopmentPlan("")).thenRefused(TEXT_MISSING, "/result");
        planned.when(new DropDevelopmentPlan(" ")).thenRefused(REASON_MISSING, "/reason");
        planned.when(new FulfilDevelopmentPlan("ordered one"))
                .on(DAY)
                .then(new CustomerDevelopmentPlanFulfilled("ordered one", DAY, false))
                .when(new FulfilDevelopmentPlan("ordered one"))
                .thenNothing()
                .when(new FulfilDevelopmentPlan("ordered two"))
                .thenRefused(PLAN_FULFILLED)
                .when(new MissDevelopmentDay(DAY))
                .on(DAY.plusDays(1))
                .thenNothing();
        var late = planned.given(MISSED)
                .when(new FulfilDevelopmentPlan("ordered one"))
                .on(DAY.plusDays(1))
                .then(new CustomerDevelopmentPlanFulfilled("ordered one", DAY.plusDays(1), true));
        assertThat(View.of(late.state()).status()).isEqualTo("FULFILLED");
        var dropped = planned.when(new DropDevelopmentPlan("bankrupt"))
                .then(new CustomerDevelopmentPlanDropped("bankrupt", TODAY))
                .when(new DropDevelopmentPlan("bankrupt"))
                .thenNothing();
        revise(dropped, LATER, "more time").thenRefused(PLAN_DROPPED);
        dropped.when(new MissDevelopmentDay(DAY)).on(DAY.plusDays(1)).thenNothing();
        assertThat(DEVELOPMENT_DAY.dates().apply(dropped.state())).isEmpty();
        assertThat(View.of(dropped.state()).status()).isEqualTo("DROPPED");
    }

    private static boolean holds(Scenario<DevelopmentPlan, Command, Event> scenario) {
        return DEVELOPMENT_PLAN.isHeld("development-of", "MILL/" + ACME, scenario.state());
    }

    private static SetDevelopmentPlan aiming(Aim aim) {
        return new SetDevelopmentPlan("MILL", ACME, aim);
    }

    private static Scenario.Attempt<DevelopmentPlan, Command, Event> set(SetDevelopmentPlan set) {
        return NONE.when(set)
                .holding("segment-code=MILL", OTHER)
                .holding("code=KIM", OTHER)
                .reading(new Customer());
    }

    private static Scenario.Attempt<DevelopmentPlan, Command, Event> revise(
            Scenario<DevelopmentPlan, Command, Event> plan, Aim aim, String reason) {
        return plan.when(new ReviseDevelopmentPlan(aim, reason)).holding("code=LEE", OTHER);
    }

    @Test
    @DisplayName("R-020, R-189: a plan is fulfilled by the member who develops the customer, or a sales manager")
    void is_fulfilled_by_whose_it_is() {
        var work = NONE.given(PLANNED).when(new FulfilDevelopmentPlan("ordered one"));
        work.byMember("stranger").inRole(SALES_REP).thenNotYourDuty();
        assertThat(work.byMember("KIM").inRole(SALES_REP).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(work.byMember("boss").inRole(SALES_MANAGER).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(work.unbound().decision()).isInstanceOf(Decision.Accepted.class);
    }
}
