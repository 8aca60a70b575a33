package io.milepost.opportunities.checklistrun;

import static io.milepost.opportunities.checklistrun.ChecklistRun.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.opportunities.checklistrun.ChecklistRun.*;
import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a checklist is gone through, and what does not conform is followed up. */
final class Running {

    private Running() {}

    static Decision<Event> start(StartChecklist start, Occasion occasion) {
        var project = occasion.read(Checked.class).orElse(null);
        if (project == null) {
            return refusedAt("/salesProjectId", SALES_PROJECT_MISSING);
        }
        var items = start.kind().of(project.pursuit());
        return check().that(!project.team().hasEnded(), SALES_PROJECT_AT_END)
                .that(!items.isEmpty(), "/kind", CHECKLIST_UNSAID)
                .accept(() -> new ChecklistStarted(
                        start.salesProjectId(),
                        start.kind(),
                        items,
                        project.team().owner(),
                        occasion.today(),
                        occasion.who().name()));
    }

    static Decision<Event> decide(ChecklistRun run, Command command, Occasion occasion) {
        if (run.completed() != null) {
            return command instanceof CompleteChecklist || command instanceof MissCorrection
                    ? unchanged()
                    : refused(CHECKLIST_COMPLETED);
        }
        return switch (command) {
            case TickItem tick -> tick(run, tick, occasion);
            case RaiseFinding raise -> raise(run, raise, occasion);
            case CorrectFinding correct -> correct(run, correct, occasion);
            case VerifyCorrection verify -> verify(run, verify, occasion);
            case CompleteChecklist _ -> complete(run, occasion);
            case MissCorrection miss -> miss(run, miss);
        };
    }

    private static @Nullable Check of(ChecklistRun run, String item) {
        return run.checks().get(Codes.canonical(item));
    }

    private static Decision<Event> tick(ChecklistRun run, TickItem tick, Occasion occasion) {
        var item = of(run, tick.item());
        if (item == null) {
            return refusedAt("/item", ITEM_UNKNOWN);
        }
        return switch (item.standing()) {
            case PENDING ->
                check().text("/evidence", tick.evidence())
                        .accept(() -> new ItemTicked(
                                run.salesProject(),
                                item.item().code(),
                                tick.evidence(),
                                occasion.today(),
                                occasion.who().name()));
            case DONE -> tick.evidence().equals(item.evidence()) ? unchanged() : refused(ITEM_SETTLED);
            case RESOLVED -> refused(ITEM_SETTLED);
            case NONCONFORMING, CORRECTED -> refused(ITEM_NONCONFORMING);
        };
    }

    /** Also of what was ticked before: what is found later counts. */
    private static Decision<Event> raise(ChecklistRun run, RaiseFinding raise, Occasion occasion) {
        var item = of(run, raise.item());
        if (item == null) {
            return refusedAt("/item", ITEM_UNKNOWN);
        }
        if (item.standing() == Standing.NONCONFORMING || item.standing() == Standing.CORRECTED) {
            var before = Objects.requireNonNull(item.finding());
            return item.standing() == Standing.NONCONFORMING
                            && before.finding().equals(raise.finding())
                            && before.dueOn().equals(raise.dueOn())
                            && Codes.same(before.responsible(), raise.responsible())
                    ? unchanged()
                    : refused(ITEM_NONCONFORMING);
        }
        var team = occasion.read(Checked.class).map(Checked::team);
        return check().text("/finding", raise.finding())
                .that(team.isPresent() && team.get().knows(raise.responsible()), "/responsible", RESPONSIBLE_UNKNOWN)
                .that(!raise.dueOn().isBefore(occasion.today()), "/dueOn", CORRECTION_DUE_IN_PAST)
                .within(NEAR, "/dueOn", raise.dueOn(), occasion.today())
                .accept(() -> new QualityFindingRaised(
                        run.salesProject(),
                        item.item().code(),
                        raise.finding(),
                        raise.responsible(),
                        raise.dueOn(),
                        occasion.today(),
                        occasion.who().name()));
    }

    private static Decision<Event> correct(ChecklistRun run, CorrectFinding correct, Occasion occasion) {
        var item = of(run, correct.item());
        if (item == null) {
            return refusedAt("/item", ITEM_UNKNOWN);
        }
        var finding = item.finding();
        if (finding == null || item.standing() == Standing.RESOLVED) {
            return refused(FINDING_MISSING);
        }
        if (!isFor(finding, occasion.read(Checked.class).map(Checked::team), occasion)) {
            return refused(FINDING_NOT_YOURS);
        }
        var before = item.correction();
        if (item.standing() == Standing.CORRECTED) {
            return before != null
                            && before.correction().equals(correct.correction())
                            && before.evidence().equals(correct.evidence())
                    ? unchanged()
                    : refused(FINDING_MISSING);
        }
        return check().text("/correction", correct.correction())
                .text("/evidence", correct.evidence())
                .accept(() -> new QualityFindingCorrected(
                        run.salesProject(),
                        item.item().code(),
                        correct.correction(),
                        correct.evidence(),
                        occasion.today(),
                        occasion.who().name()));
    }

    private static boolean isFor(QualityFindingRaised finding, Optional<ProjectTeam> team, Occasion occasion) {
        var members = new HashSet<String>();
        members.add(finding.responsible());
        team.flatMap(known -> known.holder(Responsible.PD)).ifPresent(members::add);
        return occasion.who().mayActFor(members);
    }

    private static Decision<Event> verify(ChecklistRun run, VerifyCorrection verify, Occasion occasion) {
        var item = of(run, verify.item());
        if (item == null) {
            return refusedAt("/item", ITEM_UNKNOWN);
        }
        var correction = item.correction();
        if (item.standing() != Standing.CORRECTED || correction == null) {
            return item.standing() == Standing.RESOLVED && verify.enough() ? unchanged() : refused(FINDING_MISSING);
        }
        if (occasion.who().is(correction.correctedBy())) {
            return refused(VERIFIER_IS_CORRECTOR);
        }
        var by = occasion.who().name();
        var code = item.item().code();
        return check().text("/note", verify.note())
                .accept(() -> verify.enough()
                        ? new QualityFindingResolved(run.salesProject(), code, verify.note(), occasion.today(), by)
                        : new CorrectionRefused(run.salesProject(), code, verify.note(), occasion.today(), by));
    }

    private static Decision<Event> complete(ChecklistRun run, Occasion occasion) {
        var open = run.checks().values().stream()
                .filter(item -> !item.standing().isSettled())
                .map(item -> item.item().code())
                .collect(Collectors.joining(", "));
        int findings = (int) run.checks().values().stream()
                .filter(item -> item.finding() != null)
                .count();
        return open.isEmpty()
                ? accepted(
                        new ChecklistCompleted(run.salesProject(), run.started().kind(), findings, occasion.today()))
                : refused(ITEMS_PENDING, "open: " + open);
    }

    private static Decision<Event> miss(ChecklistRun run, MissCorrection miss) {
        var item = of(run, miss.item());
        var finding = item == null ? null : item.finding();
        if (item == null || finding == null || !finding.dueOn().equals(miss.dueOn())) {
            return refused(CORRECTION_NOT_DUE);
        }
        return item.standing() != Standing.NONCONFORMING || item.missed()
                ? unchanged()
                : accepted(new CorrectionMissed(
                        run.salesProject(), item.item().code(), finding.responsible(), finding.dueOn()));
    }
}
