package io.milepost.opportunities.checklistrun;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.CheckItem;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run through a checklist of a sales project: its key activities held against the process, or its operation checklist
 * . The items are those of its sales process. What does not conform is followed up until somebody else has verified the
 * correction, so there are no waivers.
 *
 * @param checks by the code of the item, in the order of the process
 * @param completed absent while it is open
 */
public record ChecklistRun(
        ChecklistStarted started,
        Map<String, Check> checks,
        @Nullable ChecklistCompleted completed) {
    static final Decider<ChecklistRun, Command, Event> DECIDER =
            new Decider<>(Running::decide, ChecklistRun::begin, ChecklistRun::evolve);

    /** Begins a run; a project may have several, one after the other. */
    public record StartChecklist(UUID salesProjectId, ChecklistKind kind) {}

    /** What may be asked of a run. Its texts may not contain personal data. */
    public sealed interface Command {}

    /** An item is as it should be; {@code evidence} is what shows it, or where that is kept. */
    public record TickItem(String item, @Limit(Limit.NOTE) String evidence) implements Command {}

    /**
     * An item is not as it should be.
     *
     * @param responsible code of the member who is to correct it
     * @param dueOn the last day for that
     */
    public record RaiseFinding(
            String item, @Limit(Limit.NOTE) String finding, String responsible, LocalDate dueOn) implements Command {}

    /** What was done about the finding, and what shows it. */
    public record CorrectFinding(
            String item,
            @Limit(Limit.NOTE) String correction,
            @Limit(Limit.NOTE) String evidence) implements Command {}

    /** Whether the correction is enough, said by somebody other than who made it. */
    public record VerifyCorrection(
            String item,
            boolean enough,
            @Nullable @Limit(Limit.NOTE) String note) implements Command {}

    /** Every item is as it should be, or corrected. */
    public record CompleteChecklist() implements Command {}

    /** Sent by the timer when the last day for a correction has ended. */
    public record MissCorrection(String item, LocalDate dueOn) implements Command {}

    public sealed interface Event {
        UUID salesProjectId();
    }

    /** {@code owner} is whose deal the project is. */
    public record ChecklistStarted(
            UUID salesProjectId,
            ChecklistKind kind,
            List<CheckItem> items,
            String owner,
            LocalDate startedOn,
            String startedBy)
            implements Event {
        public ChecklistStarted {
            items = List.copyOf(items);
        }
    }

    public record ItemTicked(UUID salesProjectId, String item, String evidence, LocalDate on, String tickedBy)
            implements Event {}

    public record QualityFindingRaised(
            UUID salesProjectId,
            String item,
            String finding,
            String responsible,
            LocalDate dueOn,
            LocalDate on,
            String raisedBy)
            implements Event {}

    public record QualityFindingCorrected(
            UUID salesProjectId, String item, String correction, String evidence, LocalDate on, String correctedBy)
            implements Event {}

    /** The correction is enough: the item counts as done. */
    public record QualityFindingResolved(
            UUID salesProjectId, String item, @Nullable String note, LocalDate on, String verifiedBy)
            implements Event {}

    /** The correction is not enough: it is to be corrected again. */
    public record CorrectionRefused(
            UUID salesProjectId, String item, @Nullable String note, LocalDate on, String verifiedBy)
            implements Event {}

    /** Nobody has corrected it in time. */
    public record CorrectionMissed(UUID salesProjectId, String item, String responsible, LocalDate dueOn)
            implements Event {}

    /** {@code findings} is how many items did not conform at first. */
    public record ChecklistCompleted(UUID salesProjectId, ChecklistKind kind, int findings, LocalDate completedOn)
            implements Event {}

    public enum No implements Refusal {
        SALES_PROJECT_MISSING(state("only a sales project that is there has a checklist")),
        SALES_PROJECT_AT_END(state("the sales project has been rejected, terminated or closed, or is closing")),
        CHECKLIST_UNSAID(state("the sales process of the deal names nothing for this checklist")),
        CHECKLIST_COMPLETED(state("the run has been completed")),
        ITEM_UNKNOWN(rule("the checklist has no such item")),
        ITEM_SETTLED(state("the item has been found to conform, or is corrected")),
        ITEM_NONCONFORMING(state("the item has a finding that is not resolved")),
        FINDING_MISSING(state("the item has no finding that waits for this")),
        RESPONSIBLE_UNKNOWN(rule("whoever corrects is in the team, takes part for a department, or owns the deal")),
        CORRECTION_DUE_IN_PAST(rule("a correction cannot be due before today")),
        CORRECTION_NOT_DUE(state("no correction of this item is due on that day")),
        FINDING_NOT_YOURS(sender("a finding is for whom it is assigned to, and for the project director")),
        VERIFIER_IS_CORRECTOR(sender("whoever corrected an item cannot verify the correction")),
        ITEMS_PENDING(state("a run is completed when every item conforms or is corrected"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Which checklist it is. */
    public enum ChecklistKind {
        /** What quality assurance holds against the process. */
        KEY_ACTIVITIES,
        /** What the team goes through while it runs the project. */
        OPERATION;

        List<CheckItem> of(@Nullable Pursuit pursuit) {
            var items = pursuit == null ? null : this == OPERATION ? pursuit.operations() : pursuit.keyActivities();
            return items == null ? List.of() : items;
        }
    }

    public enum Standing {
        PENDING,
        DONE,
        NONCONFORMING,
        /** Waits for its verification. */
        CORRECTED,
        RESOLVED;

        boolean isSettled() {
            return this == DONE || this == RESOLVED;
        }
    }

    /**
     * How one item is.
     *
     * @param finding the last one; null where it always conformed
     * @param correction the last one
     * @param missed whether its day ended without one
     * @param evidence of what was found to conform, or of the correction
     */
    record Check(
            CheckItem item,
            Standing standing,
            @Nullable QualityFindingRaised finding,
            @Nullable QualityFindingCorrected correction,
            boolean missed,
            @Nullable String evidence) {

        static Check of(CheckItem item) {
            return new Check(item, Standing.PENDING, null, null, false, null);
        }

        private Check at(Standing next) {
            return new Check(item, next, finding, correction, missed, evidence);
        }
    }

    /**
     * What has to be known of the sales project.
     *
     * @param pursuit what its sales process asks for; null where that is nothing
     */
    record Checked(ProjectTeam team, @Nullable Pursuit pursuit) {}

    static ChecklistRun begin(Event first) {
        var started = (ChecklistStarted) first;
        var checks = new LinkedHashMap<String, Check>();
        started.items().forEach(item -> checks.put(Codes.canonical(item.code()), Check.of(item)));
        return new ChecklistRun(started, checks, null);
    }

    static ChecklistRun evolve(ChecklistRun run, Event event) {
        return switch (event) {
            case ChecklistStarted _ -> run;
            case ItemTicked ticked -> {
                var item = run.check(ticked.item());
                yield run.with(new Check(item.item(), Standing.DONE, null, null, false, ticked.evidence()));
            }
            case QualityFindingRaised raised -> {
                var item = run.check(raised.item());
                yield run.with(new Check(item.item(), Standing.NONCONFORMING, raised, null, false, null));
            }
            case QualityFindingCorrected done -> {
                var item = run.check(done.item());
                yield run.with(new Check(
                        item.item(), Standing.CORRECTED, item.finding(), done, item.missed(), done.evidence()));
            }
            case QualityFindingResolved resolved ->
                run.with(run.check(resolved.item()).at(Standing.RESOLVED));
            case CorrectionRefused refused -> run.with(run.check(refused.item()).at(Standing.NONCONFORMING));
            case CorrectionMissed missed -> {
                var item = run.check(missed.item());
                yield run.with(new Check(
                        item.item(), item.standing(), item.finding(), item.correction(), true, item.evidence()));
            }
            case ChecklistCompleted end -> new ChecklistRun(run.started, run.checks, end);
        };
    }

    UUID salesProject() {
        return started.salesProjectId();
    }

    private Check check(String code) {
        return checks.getOrDefault(Codes.canonical(code), Check.of(new CheckItem(code, code)));
    }

    private ChecklistRun with(Check check) {
        var others = new LinkedHashMap<>(checks);
        others.put(Codes.canonical(check.item().code()), check);
        return new ChecklistRun(started, others, completed);
    }
}
