package io.milepost.opportunities.checklistrun;

import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.opportunities.checklistrun.ChecklistRun.*;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The run's commands and events, the days that it waits for, and who is told of them. Quality assurance sees to the process; the operation checklist is ticked by whoever does the work. */
public final class ChecklistRunCatalogue {
    private static final String KEEPER = "quality assurance (QA) or the administrator of the project";

    public static final Catalogue<ChecklistRun, Command, Event> CHECKLIST_RUN = Catalogue.of(
                    "checklist-run", "checklist-runs", ChecklistRun.DECIDER)
            .creates(StartChecklist.class, Running::start, QA, SALES_REP, SALES_MANAGER)
            .reads(
                    StartChecklist.class,
                    () -> SALES_PROJECT,
                    (_, start) -> start.salesProjectId(),
                    Checked.class,
                    ChecklistRunCatalogue::checked)
            .duty(
                    StartChecklist.class,
                    KEEPER,
                    () -> SALES_PROJECT,
                    (_, _, start) -> start.salesProjectId(),
                    ChecklistRunCatalogue::keepers)
            .command(TickItem.class, QA, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .duty(
                    TickItem.class,
                    Duty.of(
                            TickItem.class,
                            KEEPER,
                            () -> SALES_PROJECT,
                            (_, run, _) -> isOfOperation(run) ? null : projectOf(run),
                            (_, project) -> keepers(project)))
            .command(RaiseFinding.class, QA, SALES_REP, SALES_MANAGER)
            .reads(
                    RaiseFinding.class,
                    () -> SALES_PROJECT,
                    (run, _) -> projectOf(run),
                    Checked.class,
                    ChecklistRunCatalogue::checked)
            .duty(
                    RaiseFinding.class,
                    KEEPER,
                    () -> SALES_PROJECT,
                    (_, run, _) -> projectOf(run),
                    ChecklistRunCatalogue::keepers)
            .command(CorrectFinding.class, QA, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .reads(
                    CorrectFinding.class,
                    () -> SALES_PROJECT,
                    (run, _) -> projectOf(run),
                    Checked.class,
                    ChecklistRunCatalogue::checked)
            .command(VerifyCorrection.class, QA, SALES_REP, SALES_MANAGER)
            .duty(
                    VerifyCorrection.class,
                    KEEPER,
                    () -> SALES_PROJECT,
                    (_, run, _) -> projectOf(run),
                    ChecklistRunCatalogue::keepers)
            .command(CompleteChecklist.class, QA, SALES_REP, SALES_MANAGER)
            .duty(
                    CompleteChecklist.class,
                    KEEPER,
                    () -> SALES_PROJECT,
                    (_, run, _) -> projectOf(run),
                    ChecklistRunCatalogue::keepers)
            .command(MissCorrection.class)
            .event(ChecklistStarted.class, "checklist-run.started", 1)
            .event(ItemTicked.class, "checklist-run.item-ticked", 1)
            .event(QualityFindingRaised.class, "checklist-run.finding-raised", 1)
            .event(QualityFindingCorrected.class, "checklist-run.finding-corrected", 1)
            .event(QualityFindingResolved.class, "checklist-run.finding-resolved", 1)
            .event(CorrectionRefused.class, "checklist-run.correction-refused", 1)
            .event(CorrectionMissed.class, "checklist-run.correction-missed", 1)
            .event(ChecklistCompleted.class, "checklist-run.completed", 1)
            .rootedBy(Event::salesProjectId)
            .ownedBy(run -> run.started().owner())
            .refusals(No.class, TEXT_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** A finding waits for the end of the last day for its correction. */
    public static final Due<ChecklistRun> CORRECTION_MISSED =
            new Due<>("correction-missed", CHECKLIST_RUN, MissCorrection.class, ChecklistRunCatalogue::awaited);

    /** Whoever is to correct something is told. */
    public static final NoticeRule<QualityFindingRaised> FINDING_NOTICE = notice("quality-finding-raised")
            .on(CHECKLIST_RUN, QualityFindingRaised.class)
            .about(QualityFindingRaised::item)
            .concerning(QualityFindingRaised::responsible)
            .to(OWNER);

    /** That it was not corrected in time is told to them, and to the manager. */
    public static final NoticeRule<CorrectionMissed> CORRECTION_NOTICE = notice("correction-missed")
            .on(CHECKLIST_RUN, CorrectionMissed.class)
            .about(CorrectionMissed::item)
            .concerning(CorrectionMissed::responsible)
            .to(OWNER, MANAGER);

    private ChecklistRunCatalogue() {}

    private static UUID projectOf(@Nullable ChecklistRun run) {
        return Objects.requireNonNull(run).salesProject();
    }

    private static boolean isOfOperation(@Nullable ChecklistRun run) {
        return Objects.requireNonNull(run).started().kind() == ChecklistKind.OPERATION;
    }

    private static Checked checked(SalesProject project) {
        return new Checked(project.projectTeam(), project.proposed().pursuit());
    }

    private static Set<String> keepers(SalesProject project) {
        var members = new HashSet<>(project.holders(TeamRole.QA));
        members.addAll(project.holders(TeamRole.ADMINISTRATOR));
        return members;
    }

    private static List<DueDate> awaited(ChecklistRun run) {
        return run.checks().values().stream()
                .filter(item -> item.standing() == Standing.NONCONFORMING && !item.missed())
                .map(item -> Objects.requireNonNull(item.finding()))
                .map(finding -> DueDate.endOf(finding.dueOn(), new MissCorrection(finding.item(), finding.dueOn()))
                        .part(finding.item())
                        .ownedBy(finding.responsible()))
                .toList();
    }

    /**
     * What a read shows.
     *
     * @param status OPEN or COMPLETED
     */
    public record View(
            String status,
            UUID salesProjectId,
            ChecklistKind kind,
            String owner,
            LocalDate startedOn,
            List<Item> items,
            @Nullable LocalDate completedOn) {
        public View {
            items = List.copyOf(items);
        }

        static View of(ChecklistRun run) {
            var end = run.completed();
            return new View(
                    end == null ? "OPEN" : "COMPLETED",
                    run.salesProject(),
                    run.started().kind(),
                    run.started().owner(),
                    run.started().startedOn(),
                    run.checks().values().stream().map(Item::of).toList(),
                    end == null ? null : end.completedOn());
        }
    }

    /**
     * How one item is.
     *
     * @param evidence of what was found to conform, or of the correction
     * @param correctionMissed whether the last day for it ended without one
     */
    public record Item(
            String code,
            String asks,
            Standing standing,
            @Nullable String evidence,
            @Nullable QualityFindingRaised finding,
            @Nullable QualityFindingCorrected correction,
            boolean correctionMissed) {
        static Item of(Check check) {
            return new Item(
                    check.item().code(),
                    check.item().asks(),
                    check.standing(),
                    check.evidence(),
                    check.finding(),
                    check.correction(),
                    check.missed());
        }
    }
}
