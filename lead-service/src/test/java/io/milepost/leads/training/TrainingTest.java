package io.milepost.leads.training;

import static io.milepost.leads.kernel.StaffRefusal.*;
import static io.milepost.leads.training.Training.No.*;
import static io.milepost.leads.training.TrainingCatalogue.TRAINING;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.training.Training.*;
import io.milepost.leads.training.TrainingCatalogue.View;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(TRAINING);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID KIM = new UUID(1, 1);
    private static final UUID LEE = new UUID(1, 2);
    private static final UUID ANN = new UUID(1, 3);
    private static final PlanTraining PLAN = plan(Topic.OBJECTION_DRILL, "kim", "lee");
    private static final TrainingPlanned PLANNED = planned(Topic.OBJECTION_DRILL, "kim", "lee");
    private static final TrainingHeld HELD = new TrainingHeld(TODAY);

    private static final Scenario<Training, Command, Event> NOTHING =
            Scenario.of(TRAINING).recording(REACHED);
    private static final Scenario<Training, Command, Event> UPCOMING = NOTHING.given(PLANNED);
    private static final Scenario<Training, Command, Event> OVER = UPCOMING.given(HELD);
    private static final Scenario<Training, Command, Event> CANCELLED = UPCOMING.given(new TrainingCancelled("fire"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-015: a training is planned for known members, held, and says who came and who was absent")
    void is_planned_held_and_attended() {
        NOTHING.when(PLAN)
                .holding("code=KIM", KIM)
                .holding("code=LEE", LEE)
                .then(PLANNED)
                .when(new HoldTraining(null))
                .then(HELD)
                .when(new RecordAttendance(List.of("Kim ", "ann")))
                .holding("code=ANN", ANN)
                .then(new TrainingAttendanceRecorded(List.of("Kim ", "ann"), List.of("lee")));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-015: a training has a topic of a known kind")
    void has_a_topic(Topic topic) {
        NOTHING.when(plan(topic, "kim")).holding("code=KIM", KIM).then(planned(topic, "kim"));
    }

    @Test
    @DisplayName("R-015: who is not in the directory, or has left it, is neither planned nor said to have come")
    void knows_its_participants() {
        NOTHING.when(PLAN).holding("code=KIM", KIM).thenRefused(MEMBER_UNKNOWN, "/participants/1");
        NOTHING.when(plan(Topic.COACHING, "kim", " "))
                .holding("code=KIM", KIM)
                .thenRefused(MEMBER_UNKNOWN, "/participants/1");
        NOTHING.when(plan(Topic.COACHING, "kim", "KIM "))
                .holding("code=KIM", KIM)
                .thenRefused(MEMBER_REPEATED, "/participants/1");
        NOTHING.when(plan(Topic.COACHING)).thenRefused(PARTICIPANTS_MISSING, "/participants");
        OVER.when(new RecordAttendance(List.of("kim", "ann"))).thenRefused(MEMBER_UNKNOWN, "/attended/1");
        OVER.when(new RecordAttendance(List.of("kim", "kim"))).thenRefused(MEMBER_REPEATED, "/attended/1");
        assertThat(TRAINING.command(PlanTraining.class).claimed(Scenario.ID, null, plan(Topic.COACHING, "kim")))
                .containsExactlyInAnyOrder(new Tag("code", "KIM"), new Tag("code", "kim"));
        assertThat(TRAINING.command(RecordAttendance.class)
                        .claimed(Scenario.ID, UPCOMING.state(), new RecordAttendance(List.of("LEE"))))
                .containsExactly(new Tag("code", "LEE"));
    }

    @Test
    @DisplayName("R-015: who was planned is known, also after leaving")
    void counts_who_has_left_since() {
        OVER.when(new RecordAttendance(List.of("lee")))
                .then(new TrainingAttendanceRecorded(List.of("lee"), List.of("kim")));
    }

    @Test
    @DisplayName("R-015: attendance is only of a training that was held, and can be corrected")
    void is_attended_only_where_it_was_held() {
        UPCOMING.when(new RecordAttendance(List.of("kim"))).thenRefused(TRAINING_NOT_HELD);
        CANCELLED.when(new RecordAttendance(List.of("kim"))).thenRefused(TRAINING_CANCELLED);
        OVER.when(new RecordAttendance(List.of("kim")))
                .then(new TrainingAttendanceRecorded(List.of("kim"), List.of("lee")))
                .when(new RecordAttendance(List.of("kim")))
                .thenNothing()
                .when(new RecordAttendance(List.of()))
                .then(new TrainingAttendanceRecorded(List.of(), List.of("kim", "lee")));
    }

    @Test
    @DisplayName("R-015: a training is held or cancelled, once")
    void is_held_or_cancelled() {
        UPCOMING.when(new HoldTraining(TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        UPCOMING.when(new HoldTraining(TODAY.minusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        UPCOMING.when(new HoldTraining(TODAY.minusDays(1))).then(new TrainingHeld(TODAY.minusDays(1)));
        OVER.when(new HoldTraining(null)).thenNothing();
        OVER.when(new HoldTraining(TODAY)).thenNothing();
        OVER.when(new HoldTraining(TODAY.minusDays(1))).thenRefused(TRAINING_HELD);
        OVER.when(new CancelTraining("fire")).thenRefused(TRAINING_HELD);
        UPCOMING.when(new CancelTraining(" ")).thenRefused(REASON_MISSING, "/reason");
        UPCOMING.when(new CancelTraining("fire"))
                .then(new TrainingCancelled("fire"))
                .when(new CancelTraining("fire"))
                .thenNothing()
                .when(new CancelTraining("flood"))
                .thenRefused(TRAINING_CANCELLED);
        CANCELLED.when(new HoldTraining(null)).thenRefused(TRAINING_CANCELLED);
    }

    @Test
    void says_what_it_is_about() {
        NOTHING.when(new PlanTraining(Topic.SKILLS, " ", "a", "t", TODAY, List.of("kim")))
                .thenRefused(TEXT_MISSING, "/title");
        NOTHING.when(new PlanTraining(Topic.SKILLS, "t", " ", "t", TODAY, List.of("kim")))
                .thenRefused(TEXT_MISSING, "/aims");
        NOTHING.when(new PlanTraining(Topic.SKILLS, "t", "a", "", TODAY, List.of("kim")))
                .thenRefused(TEXT_MISSING, "/trainer");
        NOTHING.when(new PlanTraining(Topic.SKILLS, "t", "a", "t", TODAY.plusYears(6), List.of("kim")))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
    }

    @Test
    void shows_all_of_it() {
        var attendance = new TrainingAttendanceRecorded(List.of("kim"), List.of("lee"));
        assertThat(View.of(UPCOMING.state())).isEqualTo(new View("PLANNED", PLANNED, null, null, null));
        assertThat(View.of(OVER.given(attendance).state()))
                .isEqualTo(new View("HELD", PLANNED, TODAY, attendance, null));
        assertThat(View.of(CANCELLED.state())).isEqualTo(new View("CANCELLED", PLANNED, null, null, "fire"));
    }

    private static PlanTraining plan(Topic topic, String... participants) {
        return new PlanTraining(topic, "Price", "hold the price", "Ann", TODAY, List.of(participants));
    }

    private static TrainingPlanned planned(Topic topic, String... participants) {
        return new TrainingPlanned(topic, "Price", "hold the price", "Ann", TODAY, List.of(participants));
    }
}
