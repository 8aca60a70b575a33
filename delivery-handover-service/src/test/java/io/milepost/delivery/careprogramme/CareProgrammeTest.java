package io.milepost.delivery.careprogramme;

import static io.milepost.delivery.careprogramme.CareProgramme.No.*;
import static io.milepost.delivery.careprogramme.CareProgrammeCatalogue.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.careprogramme.CareProgramme.*;
import io.milepost.delivery.careprogramme.CareProgrammeCatalogue.View;
import io.milepost.delivery.careprogramme.CareProgrammeEvent.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CareProgrammeTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(CARE_PROGRAMME);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate MARCH = LocalDate.parse("2026-03-31");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-30");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(1, 2);
    private static final UUID STRANGER = new UUID(1, 9);
    private static final Scenario<CareProgramme, Command, CareProgrammeEvent> NOTHING =
            Scenario.of(CARE_PROGRAMME).recording(REACHED);
    private static final CareProgrammePlanned MONTHLY = planned(Rhythm.MONTHLY, null);
    private static final Scenario<CareProgramme, Command, CareProgrammeEvent> RUNNING = NOTHING.given(MONTHLY);
    private static final CareProgrammeEnded END = new CareProgrammeEnded("merged", TODAY);
    private static final Scenario<CareProgramme, Command, CareProgrammeEvent> ENDED = RUNNING.given(END);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-169: a programme of news, events or regular contact is for accounts, from a day on")
    void is_planned() {
        NOTHING.when(plan("press news", "kim", List.of(ONE, TWO), MARCH, null)).then(MONTHLY);
        NOTHING.when(plan(" ", "kim", List.of(ONE), MARCH, null)).thenRefused(TEXT_MISSING, "/title");
        NOTHING.when(plan("news", " ", List.of(ONE), MARCH, null)).thenRefused(OWNER_MISSING, "/owner");
        NOTHING.when(plan("news", "kim", List.of(), MARCH, null)).thenRefused(AUDIENCE_MISSING, "/accounts");
        NOTHING.when(plan("news", "kim", List.of(ONE, ONE), MARCH, null)).thenRefused(ACCOUNT_TWICE, "/accounts/1");
        NOTHING.when(plan("news", "kim", List.of(ONE), TODAY.plusYears(6), null))
                .thenRefused(DAY_IMPLAUSIBLE, "/from");
        NOTHING.when(plan("news", "kim", List.of(ONE), MARCH, MARCH.minusDays(1)))
                .thenRefused(ENDS_BEFORE_IT_BEGINS, "/until");
    }

    @Test
    @DisplayName("R-169: what is done in time counts for the next due day, which is done with once all are reached")
    void an_activity_counts_for_the_next_day() {
        RUNNING.when(new RecordCareActivity(null, "letter", List.of(ONE)))
                .byMember("kim")
                .then(activity(TODAY, MARCH, TWO))
                .when(new RecordCareActivity(TODAY, "letter", List.of(ONE)))
                .thenNothing()
                .when(new RecordCareActivity(null, "letter", List.of(TWO)))
                .byMember("kim")
                .then(new CareActivityRecorded(TODAY, "letter", List.of(TWO), MARCH, "kim", List.of()))
                .when(new RecordCareActivity(APRIL, "letter", List.of(ONE)))
                .on(APRIL)
                .byMember("kim")
                .then(activity(APRIL, APRIL, TWO));
        RUNNING.when(new RecordCareActivity(APRIL, "letter", List.of(ONE)))
                .on(APRIL)
                .byMember("kim")
                .then(new CareActivityRecorded(APRIL, "letter", List.of(ONE), null, "kim", null));
        RUNNING.when(new RecordCareActivity(null, " ", List.of(ONE))).thenRefused(TEXT_MISSING, "/what");
        RUNNING.when(new RecordCareActivity(TODAY.plusDays(1), "x", List.of(ONE)))
                .thenRefused(DAY_IN_FUTURE, "/on");
        RUNNING.when(new RecordCareActivity(null, "x", List.of())).thenRefused(AUDIENCE_MISSING, "/accounts");
        RUNNING.when(new RecordCareActivity(null, "x", List.of(ONE, STRANGER)))
                .thenRefused(ACCOUNT_NOT_IN_AUDIENCE, "/accounts/1");
    }

    @Test
    @DisplayName("R-169: whom a period did not reach is on record, once, and the next period waits for all again")
    void whom_a_period_did_not_reach_is_on_record() {
        RUNNING.when(new MissCareActivity(MARCH)).on(MARCH).thenNothing();
        var nobody = new CareActivityMissed(MARCH, "kim", List.of(ONE, TWO));
        var missed = RUNNING.when(new MissCareActivity(MARCH))
                .on(MARCH.plusDays(1))
                .then(nobody)
                .when(new MissCareActivity(MARCH))
                .on(MARCH.plusDays(2))
                .thenNothing();
        assertThat(dues(missed)).containsExactly(due(APRIL));
        assertThat(View.of(missed.state()).missed()).containsExactly(MARCH);
        var one = new CareActivityMissed(MARCH, "kim", List.of(TWO));
        var partly = RUNNING.given(activity(TODAY, MARCH, TWO));
        assertThat(dues(partly)).containsExactly(due(MARCH));
        assertThat(View.of(partly.state()).unreached()).containsExactly(TWO);
        var over = partly.when(new MissCareActivity(MARCH)).on(APRIL).then(one);
        assertThat(View.of(over.state()).notReached()).containsExactly(one);
        assertThat(View.of(over.state()).unreached()).containsExactly(ONE, TWO);
        partly.given(activity(TODAY, MARCH))
                .when(new MissCareActivity(MARCH))
                .on(APRIL)
                .thenNothing();
    }

    @Test
    @DisplayName("R-169: what was recorded when one account was enough stays as it was told then")
    void reads_what_was_recorded_before() {
        var before = RUNNING.given(
                new CareActivityRecorded(TODAY, "letter", List.of(ONE), MARCH, "kim", null),
                new CareActivityMissed(APRIL, "kim", null),
                new CareAudienceChanged(List.of(ONE), null));
        assertThat(dues(before)).containsExactly(due(LocalDate.parse("2026-05-31")));
        assertThat(View.of(before.state()).missed()).containsExactly(APRIL);
    }

    @Test
    @DisplayName("R-169: something is due once, monthly or quarterly, until the programme is over")
    void falls_due() {
        assertThat(dues(RUNNING)).containsExactly(due(MARCH));
        assertThat(dues(ENDED)).isEmpty();
        var once = NOTHING.given(planned(Rhythm.ONCE, null), activity(TODAY, MARCH));
        assertThat(dues(once)).isEmpty();
        assertThat(View.of(once.state()).status()).isEqualTo("COMPLETED");
        var quarterly = NOTHING.given(planned(Rhythm.QUARTERLY, null), activity(TODAY, MARCH));
        assertThat(dues(quarterly)).containsExactly(due(LocalDate.parse("2026-06-30")));
        var over = NOTHING.given(planned(Rhythm.MONTHLY, APRIL.minusDays(1)), activity(TODAY, MARCH));
        assertThat(dues(over)).isEmpty();
    }

    @Test
    @DisplayName(
            "R-169: whom it is for may change while it runs; a period in which all of those were reached is done with")
    void the_audience_changes() {
        RUNNING.when(new ChangeAudience(List.of(ONE, TWO))).thenNothing();
        RUNNING.when(new ChangeAudience(List.of(TWO)))
                .then(new CareAudienceChanged(List.of(TWO), null))
                .when(new RecordCareActivity(null, "letter", List.of(ONE)))
                .thenRefused(ACCOUNT_NOT_IN_AUDIENCE, "/accounts/0");
        RUNNING.when(new ChangeAudience(List.of())).thenRefused(AUDIENCE_MISSING, "/accounts");
        var reached = RUNNING.given(activity(TODAY, MARCH, TWO));
        assertThat(dues(reached.when(new ChangeAudience(List.of(ONE)))
                        .then(new CareAudienceChanged(List.of(ONE), MARCH))))
                .containsExactly(due(APRIL));
        reached.when(new ChangeAudience(List.of(ONE, STRANGER)))
                .then(new CareAudienceChanged(List.of(ONE, STRANGER), null))
                .when(new MissCareActivity(MARCH))
                .on(APRIL)
                .then(new CareActivityMissed(MARCH, "kim", List.of(STRANGER)));
    }

    @Test
    void ends_for_a_reason() {
        RUNNING.when(new EndCareProgramme(" ")).thenRefused(REASON_MISSING, "/reason");
        RUNNING.when(new EndCareProgramme("merged"))
                .then(END)
                .when(new EndCareProgramme("merged"))
                .thenNothing();
        Stream.of(
                        new EndCareProgramme("other"),
                        new ChangeAudience(List.of(TWO)),
                        new RecordCareActivity(null, "letter", List.of(ONE)))
                .forEach(late -> ENDED.when(late).thenRefused(PROGRAMME_ENDED));
        ENDED.when(new MissCareActivity(MARCH)).on(APRIL).thenNothing();
        assertThat(View.of(ENDED.state()).status()).isEqualTo("ENDED");
        assertThat(View.of(RUNNING.state()).status()).isEqualTo("RUNNING");
        assertThat(CARE_PROGRAMME.ownerOf(RUNNING.state())).isEqualTo("kim");
    }

    private static CareProgrammePlanned planned(Rhythm rhythm, @Nullable LocalDate until) {
        return new CareProgrammePlanned(
                "press news", CareKind.PRODUCT_NEWS, rhythm, "kim", List.of(ONE, TWO), MARCH, until);
    }

    private static PlanCareProgramme plan(
            String title, String owner, List<UUID> accounts, LocalDate from, @Nullable LocalDate until) {
        return new PlanCareProgramme(title, CareKind.PRODUCT_NEWS, Rhythm.MONTHLY, owner, accounts, from, until);
    }

    private static CareActivityRecorded activity(LocalDate on, LocalDate dueOn, UUID... unreached) {
        return new CareActivityRecorded(on, "letter", List.of(ONE), dueOn, "kim", List.of(unreached));
    }

    private static List<DueDate> dues(Scenario<CareProgramme, Command, CareProgrammeEvent> scenario) {
        return List.copyOf(CARE_DUE.dates().apply(scenario.state()));
    }

    private static DueDate due(LocalDate day) {
        return DueDate.endOf(day, new MissCareActivity(day)).ownedBy("kim");
    }
}
