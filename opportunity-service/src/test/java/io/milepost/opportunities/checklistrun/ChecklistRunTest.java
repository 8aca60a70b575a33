package io.milepost.opportunities.checklistrun;

import static io.milepost.opportunities.checklistrun.ChecklistRun.No.*;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CHECKLIST_RUN;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CORRECTION_MISSED;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.CORRECTION_NOTICE;
import static io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.FINDING_NOTICE;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.checklistrun.ChecklistRun.*;
import io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.Item;
import io.milepost.opportunities.checklistrun.ChecklistRunCatalogue.View;
import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.ProjectTeam.Phase;
import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.CheckItem;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.platform.catalogue.Duty.Holders;
import io.milepost.platform.notice.Notice.Addressee;
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

/** Going through the checklists of a sales project that Kim directs and Uma watches. */
class ChecklistRunTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(CHECKLIST_RUN);
    private static final UUID PROJECT = new UUID(1, 1);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final CheckItem KICKOFF = new CheckItem("K1", "the kickoff has minutes");
    private static final CheckItem OFFER = new CheckItem("O1", "the offer was read by two");
    private static final CheckItem VISIT = new CheckItem("O2", "each visit has a note");
    private static final Pursuit PURSUIT = new Pursuit(null, List.of(KICKOFF), List.of(OFFER, VISIT), null);
    private static final Holders KEEPERS = new Holders(Set.of("UMA", "ADA"));

    private static final Scenario<ChecklistRun, Command, Event> NOTHING =
            Scenario.of(CHECKLIST_RUN).recording(REACHED).reading(project(Phase.AUTHORIZED, PURSUIT));
    private static final ChecklistStarted STARTED = started(ChecklistKind.OPERATION, List.of(OFFER, VISIT), "someone");
    private static final Scenario<ChecklistRun, Command, Event> OPEN = NOTHING.given(STARTED);
    private static final RaiseFinding RAISE = new RaiseFinding("O1", "one reader only", "lee", FRIDAY);
    private static final QualityFindingRaised RAISED =
            new QualityFindingRaised(PROJECT, "O1", "one reader only", "lee", FRIDAY, TODAY, "someone");
    private static final CorrectFinding CORRECT = new CorrectFinding("O1", "read again", "mail of Friday");
    private static final QualityFindingCorrected CORRECTED =
            new QualityFindingCorrected(PROJECT, "O1", "read again", "mail of Friday", TODAY, "someone");
    private static final Scenario<ChecklistRun, Command, Event> FAILING = OPEN.given(RAISED);
    private static final Scenario<ChecklistRun, Command, Event> VERIFYING = FAILING.given(CORRECTED);
    private static final QualityFindingResolved RESOLVED =
            new QualityFindingResolved(PROJECT, "O1", null, TODAY, "uma");
    private static final Scenario<ChecklistRun, Command, Event> DONE =
            VERIFYING.given(RESOLVED, new ItemTicked(PROJECT, "O2", "the file", TODAY, "someone"));

    @AfterAll
    static void every_refusal_was_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-174, R-176: the items are those of the sales process, of its key activities or of its operation")
    void the_process_says_what_is_checked() {
        NOTHING.when(new StartChecklist(PROJECT, ChecklistKind.OPERATION)).then(STARTED);
        NOTHING.when(new StartChecklist(PROJECT, ChecklistKind.KEY_ACTIVITIES))
                .then(started(ChecklistKind.KEY_ACTIVITIES, List.of(KICKOFF), "someone"));
        NOTHING.when(new StartChecklist(PROJECT, ChecklistKind.KEY_ACTIVITIES))
                .reading(project(Phase.AUTHORIZED, null))
                .thenRefused(CHECKLIST_UNSAID, "/kind");
        NOTHING.when(new StartChecklist(PROJECT, ChecklistKind.OPERATION))
                .reading(project(Phase.ENDED, PURSUIT))
                .thenRefused(SALES_PROJECT_AT_END);
        Scenario.of(CHECKLIST_RUN)
                .recording(REACHED)
                .when(new StartChecklist(PROJECT, ChecklistKind.OPERATION))
                .thenRefused(SALES_PROJECT_MISSING, "/salesProjectId");
        assertThat(View.of(OPEN.state()).items())
                .containsExactly(
                        new Item("O1", OFFER.asks(), Standing.PENDING, null, null, null, false),
                        new Item("O2", VISIT.asks(), Standing.PENDING, null, null, null, false));
    }

    @Test
    @DisplayName(
            "R-068, R-174: key activities are held against the process by quality assurance or the administrator alone")
    void who_checks() {
        var key = NOTHING.given(started(ChecklistKind.KEY_ACTIVITIES, List.of(KICKOFF), "uma"));
        key.when(new TickItem("K1", "file 9")).reading(KEEPERS).byMember("kim").thenNotYourDuty();
        for (var keeper : List.of("uma", "ada")) {
            key.when(new TickItem("K1", "file 9"))
                    .reading(KEEPERS)
                    .byMember(keeper)
                    .then(new ItemTicked(PROJECT, "K1", "file 9", TODAY, keeper));
        }
        OPEN.when(new TickItem("O1", "file 9"))
                .byMember("kim")
                .then(new ItemTicked(PROJECT, "O1", "file 9", TODAY, "kim"));
        NOTHING.when(new StartChecklist(PROJECT, ChecklistKind.OPERATION))
                .reading(KEEPERS)
                .byMember("kim")
                .thenNotYourDuty();
        for (var command : List.of(RAISE, new VerifyCorrection("O1", true, null), new CompleteChecklist())) {
            VERIFYING.when(command).reading(KEEPERS).byMember("kim").thenNotYourDuty();
        }
    }

    @Test
    @DisplayName("R-176: an item is ticked with evidence, once")
    void items_are_ticked_with_evidence() {
        var ticked = OPEN.when(new TickItem(" o1", "read by Lee and Sam"))
                .then(new ItemTicked(PROJECT, "O1", "read by Lee and Sam", TODAY, "someone"));
        ticked.when(new TickItem("O1", "read by Lee and Sam")).thenNothing();
        ticked.when(new TickItem("O1", "by others")).thenRefused(ITEM_SETTLED);
        OPEN.when(new TickItem("O1", " ")).thenRefused(TEXT_MISSING, "/evidence");
        OPEN.when(new TickItem("K1", "x")).thenRefused(ITEM_UNKNOWN, "/item");
        FAILING.when(new TickItem("O1", "x")).thenRefused(ITEM_NONCONFORMING);
        VERIFYING.when(new TickItem("O1", "x")).thenRefused(ITEM_NONCONFORMING);
        DONE.when(new TickItem("O1", "x")).thenRefused(ITEM_SETTLED);
    }

    @Test
    @DisplayName("R-174, R-176: what does not conform is on record with who corrects it until when, who is told")
    void a_finding_is_raised() {
        OPEN.when(RAISE)
                .then(RAISED)
                .when(new RaiseFinding("o1", "one reader only", "LEE", FRIDAY))
                .thenNothing();
        FAILING.when(new RaiseFinding("O1", "none", "lee", FRIDAY)).thenRefused(ITEM_NONCONFORMING);
        VERIFYING.when(RAISE).thenRefused(ITEM_NONCONFORMING);
        DONE.when(new RaiseFinding("O2", "one has none", "lee", FRIDAY))
                .then(new QualityFindingRaised(PROJECT, "O2", "one has none", "lee", FRIDAY, TODAY, "someone"));
        OPEN.when(new RaiseFinding("O9", "x", "lee", FRIDAY)).thenRefused(ITEM_UNKNOWN, "/item");
        OPEN.when(new RaiseFinding("O1", "", "lee", FRIDAY)).thenRefused(TEXT_MISSING, "/finding");
        OPEN.when(new RaiseFinding("O1", "x", "ghost", FRIDAY)).thenRefused(RESPONSIBLE_UNKNOWN, "/responsible");
        OPEN.when(new RaiseFinding("O1", "x", "lee", TODAY.minusDays(1))).thenRefused(CORRECTION_DUE_IN_PAST, "/dueOn");
        OPEN.when(new RaiseFinding("O1", "x", "lee", TODAY.plusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/dueOn");
        assertThat(FINDING_NOTICE.to()).containsExactly(Addressee.OWNER);
    }

    @Test
    @DisplayName("R-176: whoever it is assigned to, or the director, says what was done about it and what shows that")
    void a_finding_is_corrected() {
        FAILING.when(CORRECT).then(CORRECTED).when(CORRECT).thenNothing();
        FAILING.when(CORRECT).byMember("uma").thenRefused(FINDING_NOT_YOURS);
        for (var member : List.of("lee", "kim")) {
            FAILING.when(CORRECT)
                    .byMember(member)
                    .then(new QualityFindingCorrected(PROJECT, "O1", "read again", "mail of Friday", TODAY, member));
        }
        VERIFYING.when(new CorrectFinding("O1", "other", "x")).thenRefused(FINDING_MISSING);
        OPEN.when(CORRECT).thenRefused(FINDING_MISSING);
        DONE.when(CORRECT).thenRefused(FINDING_MISSING);
        FAILING.when(new CorrectFinding("O9", "x", "x")).thenRefused(ITEM_UNKNOWN, "/item");
        FAILING.when(new CorrectFinding("O1", "", "x")).thenRefused(TEXT_MISSING, "/correction");
        FAILING.when(new CorrectFinding("O1", "x", " ")).thenRefused(TEXT_MISSING, "/evidence");
    }

    @Test
    @DisplayName("R-174, R-176: a correction is verified by somebody else; one that is not enough is to be made again")
    void a_correction_is_verified() {
        var enough = new VerifyCorrection("O1", true, null);
        VERIFYING.when(enough).thenRefused(VERIFIER_IS_CORRECTOR);
        VERIFYING.when(enough).by("uma").then(RESOLVED).when(enough).thenNothing();
        var refused = VERIFYING
                .when(new VerifyCorrection("O1", false, "no date"))
                .by("uma")
                .then(new CorrectionRefused(PROJECT, "O1", "no date", TODAY, "uma"));
        refused.when(new CorrectFinding("O1", "dated", "mail of Monday"))
                .then(new QualityFindingCorrected(PROJECT, "O1", "dated", "mail of Monday", TODAY, "someone"));
        FAILING.when(enough).thenRefused(FINDING_MISSING);
        OPEN.when(enough).thenRefused(FINDING_MISSING);
        DONE.when(new VerifyCorrection("O1", false, null)).thenRefused(FINDING_MISSING);
        VERIFYING.when(new VerifyCorrection("O9", true, null)).thenRefused(ITEM_UNKNOWN, "/item");
        VERIFYING.when(new VerifyCorrection("O1", true, "")).by("uma").thenRefused(TEXT_MISSING, "/note");
    }

    @Test
    @DisplayName(
            "R-176: a correction that does not come in time is missed once, and told to whoever owes it and the manager")
    void a_correction_is_missed() {
        assertThat(awaited(FAILING)).containsExactly("O1 2026-03-06");
        var miss = new MissCorrection("O1", FRIDAY);
        var missed = FAILING.when(miss).then(new CorrectionMissed(PROJECT, "O1", "lee", FRIDAY));
        missed.when(miss).thenNothing();
        assertThat(awaited(missed)).isEmpty();
        assertThat(View.of(missed.when(CORRECT).then(CORRECTED).state())
                        .items()
                        .getFirst()
                        .correctionMissed())
                .isTrue();
        VERIFYING.when(miss).thenNothing();
        assertThat(awaited(VERIFYING)).isEmpty();
        FAILING.when(new MissCorrection("O1", TODAY)).thenRefused(CORRECTION_NOT_DUE);
        FAILING.when(new MissCorrection("O2", FRIDAY)).thenRefused(CORRECTION_NOT_DUE);
        FAILING.when(new MissCorrection("O9", FRIDAY)).thenRefused(CORRECTION_NOT_DUE);
        assertThat(CORRECTION_NOTICE.to()).containsExactly(Addressee.OWNER, Addressee.MANAGER);
    }

    @Test
    @DisplayName("R-174, R-176: a run is complete when every item conforms or its correction was verified")
    void a_run_is_completed() {
        for (var open : List.of(OPEN, FAILING, VERIFYING, VERIFYING.given(RESOLVED))) {
            open.when(new CompleteChecklist()).thenRefused(ITEMS_PENDING);
        }
        var end = new ChecklistCompleted(PROJECT, ChecklistKind.OPERATION, 1, TODAY);
        var completed = DONE.when(new CompleteChecklist()).then(end);
        completed.when(new CompleteChecklist()).thenNothing();
        completed.when(new MissCorrection("O1", FRIDAY)).thenNothing();
        completed.when(RAISE).thenRefused(CHECKLIST_COMPLETED);
        completed.when(new TickItem("O2", "x")).thenRefused(CHECKLIST_COMPLETED);
        var shown = View.of(completed.state());
        assertThat(shown.status()).isEqualTo("COMPLETED");
        assertThat(shown.completedOn()).isEqualTo(TODAY);
        assertThat(shown.items()).extracting(Item::standing).containsExactly(Standing.RESOLVED, Standing.DONE);
        assertThat(shown.items()).extracting(Item::evidence).containsExactly("mail of Friday", "the file");
    }

    private static ChecklistStarted started(ChecklistKind kind, List<CheckItem> items, String by) {
        return new ChecklistStarted(PROJECT, kind, items, "kim", TODAY, by);
    }

    private static List<String> awaited(Scenario<ChecklistRun, Command, Event> run) {
        return CORRECTION_MISSED.dates().apply(run.state()).stream()
                .map(DueDate::command)
                .map(MissCorrection.class::cast)
                .map(miss -> miss.item() + " " + miss.dueOn())
                .toList();
    }

    private static Checked project(Phase phase, @Nullable Pursuit pursuit) {
        return new Checked(
                new ProjectTeam(
                        "kim",
                        phase,
                        List.of(
                                new Seat(Responsible.PD, "kim"),
                                new Seat(Responsible.AR, "lee"),
                                new Seat(Responsible.QA, "uma"))),
                pursuit);
    }
}
