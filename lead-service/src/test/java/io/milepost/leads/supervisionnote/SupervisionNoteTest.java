package io.milepost.leads.supervisionnote;

import static io.milepost.leads.supervisionnote.SupervisionNote.No.*;
import static io.milepost.leads.supervisionnote.SupervisionNoteCatalogue.SUPERVISION_NOTE;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.supervisionnote.SupervisionNote.*;
import io.milepost.leads.supervisionnote.SupervisionNoteCatalogue.View;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupervisionNoteTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SUPERVISION_NOTE);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID KIM = new UUID(1, 1);
    private static final RecordSupervisionNote LATE =
            new RecordSupervisionNote("kim", Aspect.ATTENDANCE, "came at ten", null);
    private static final SupervisionNoteRecorded NOTED =
            new SupervisionNoteRecorded("kim", Aspect.ATTENDANCE, "came at ten", TODAY, "ANN");
    private static final Scenario<SupervisionNote, Command, Event> NOTHING =
            Scenario.of(SUPERVISION_NOTE).recording(REACHED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-017: a finding about attendance, conduct or policy is noted of a known member")
    void notes_a_finding(Aspect aspect) {
        var on = TODAY.minusDays(3);
        NOTHING.when(new RecordSupervisionNote("kim", aspect, "as agreed", on))
                .byMember("ANN")
                .holding("code=KIM", KIM)
                .then(new SupervisionNoteRecorded("kim", aspect, "as agreed", on, "ANN"));
    }

    @Test
    @DisplayName("R-017: a note is of today or before, about somebody else who is in the directory")
    void refuses_what_cannot_be() {
        NOTHING.when(LATE).byMember("ANN").holding("code=KIM", KIM).then(NOTED);
        NOTHING.when(LATE).byMember("ANN").thenRefused(NOTE_MEMBER_UNKNOWN, "/member");
        NOTHING.when(LATE).byMember("KIM").holding("code=KIM", KIM).thenRefused(OWN_CONDUCT, "/member");
        NOTHING.when(note(" ", TODAY)).holding("code=KIM", KIM).thenRefused(TEXT_MISSING, "/finding");
        NOTHING.when(note("x", TODAY.plusDays(1))).holding("code=KIM", KIM).thenRefused(DAY_IN_FUTURE, "/on");
        NOTHING.when(note("x", TODAY.minusYears(6))).holding("code=KIM", KIM).thenRefused(DAY_IMPLAUSIBLE, "/on");
    }

    @Test
    @DisplayName(
            "R-017, R-189: a note is corrected with a reason by whoever recorded it, and never by whom it is about")
    void is_corrected() {
        var corrected = new SupervisionNoteCorrected("came at nine", "wrong clock", "ANN");
        var noted = NOTHING.given(NOTED);
        noted.when(new CorrectSupervisionNote("came at nine", "wrong clock"))
                .byMember("ANN")
                .then(corrected);
        noted.when(new CorrectSupervisionNote("came at nine", "wrong clock"))
                .by("kim")
                .thenRefused(OWN_CONDUCT);
        noted.when(new CorrectSupervisionNote("came at nine", "wrong clock"))
                .byMember("BOB")
                .thenNotYourDuty();
        noted.when(new CorrectSupervisionNote("came at nine", " ")).thenRefused(REASON_MISSING, "/reason");
        noted.when(new CorrectSupervisionNote("", "wrong clock")).thenRefused(TEXT_MISSING, "/finding");
        assertThat(View.of(noted.state()))
                .isEqualTo(new View("RECORDED", "kim", Aspect.ATTENDANCE, "came at ten", TODAY, "ANN"));
        assertThat(View.of(noted.given(corrected).state()))
                .isEqualTo(new View("CORRECTED", "kim", Aspect.ATTENDANCE, "came at nine", TODAY, "ANN"));
    }

    @Test
    @DisplayName("R-017: only managers read what supervision found, and what it says of somebody is sealed")
    void is_read_by_managers_only() {
        assertThat(SUPERVISION_NOTE.readers()).containsExactly(Role.SALES_MANAGER);
        assertThat(SUPERVISION_NOTE.event(SupervisionNoteRecorded.class).personal())
                .containsExactly("finding");
        assertThat(SUPERVISION_NOTE.event(SupervisionNoteCorrected.class).personal())
                .containsExactly("finding", "reason");
    }

    private static RecordSupervisionNote note(String finding, LocalDate on) {
        return new RecordSupervisionNote("kim", Aspect.CONDUCT, finding, on);
    }
}
