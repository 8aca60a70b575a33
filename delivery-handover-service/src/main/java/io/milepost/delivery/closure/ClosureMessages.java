package io.milepost.delivery.closure;

import static io.milepost.platform.catalogue.Role.DELIVERY_MANAGER;
import static io.milepost.platform.catalogue.Role.FINANCE;
import static io.milepost.platform.catalogue.Role.QA;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.delivery.closure.domain.Closure;
import io.milepost.delivery.closure.domain.ClosureCommand;
import io.milepost.delivery.closure.domain.ClosureCommand.CloseProject;
import io.milepost.delivery.closure.domain.ClosureCommand.CompleteItem;
import io.milepost.delivery.closure.domain.ClosureCommand.EvaluateFinance;
import io.milepost.delivery.closure.domain.ClosureCommand.EvaluateQuality;
import io.milepost.delivery.closure.domain.ClosureCommand.ExtendClosure;
import io.milepost.delivery.closure.domain.ClosureCommand.OpenClosure;
import io.milepost.delivery.closure.domain.ClosureCommand.RecordLesson;
import io.milepost.delivery.closure.domain.ClosureCommand.ReleasePeople;
import io.milepost.delivery.closure.domain.ClosureCommand.ReopenCollection;
import io.milepost.delivery.closure.domain.ClosureCommand.SubmitSummaryReport;
import io.milepost.delivery.closure.domain.ClosureCommand.WaiveItem;
import io.milepost.delivery.closure.domain.ClosureEvent;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureBlocked;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemDone;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemReopened;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemReopenedAfterClose;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemWaived;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureItemsAdded;
import io.milepost.delivery.closure.domain.ClosureEvent.ClosureOpened;
import io.milepost.delivery.closure.domain.ClosureEvent.FinancialEvaluationDone;
import io.milepost.delivery.closure.domain.ClosureEvent.LessonRecorded;
import io.milepost.delivery.closure.domain.ClosureEvent.PeopleReleased;
import io.milepost.delivery.closure.domain.ClosureEvent.ProjectClosed;
import io.milepost.delivery.closure.domain.ClosureEvent.QualityEvaluationDone;
import io.milepost.delivery.closure.domain.ClosureEvent.SummaryReportSubmitted;
import io.milepost.delivery.closure.domain.ClosureRefusal;
import io.milepost.delivery.closure.domain.ClosureView;
import io.milepost.delivery.kernel.TaskRefusal;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/**
 * The closure's commands and events, with paths, roles and names. Its id is the contract's. What happens elsewhere ticks off its item by
 * itself, nobody has a role to; the rest of a strategic deal's checklist is somebody's task.
 */
public final class ClosureMessages {

    public static final Catalogue<Closure, ClosureCommand, ClosureEvent> CLOSURE = Catalogue.of(
                    "closure",
                    "closures",
                    new Decider<Closure, ClosureCommand, ClosureEvent>(
                            new Closure.Unknown(), Closure::decide, Closure::evolve))
            .creates(OpenClosure.class)
            .command(ExtendClosure.class)
            .command(CompleteItem.class)
            .command(ReopenCollection.class)
            .command(SubmitSummaryReport.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER)
            .command(RecordLesson.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .command(ReleasePeople.class, SALES_MANAGER, DELIVERY_MANAGER)
            .command(EvaluateFinance.class, FINANCE)
            .command(EvaluateQuality.class, QA)
            .command(WaiveItem.class, SALES_MANAGER, QA)
            .command(CloseProject.class, DELIVERY_MANAGER, SALES_MANAGER, QA)
            .event(ClosureOpened.class, "closure.opened", 1)
            .event(ClosureItemsAdded.class, "closure.items-added", 1)
            .event(ClosureItemDone.class, "closure.item-done", 1)
            .event(ClosureItemReopened.class, "closure.item-reopened", 1)
            .event(ClosureItemReopenedAfterClose.class, "closure.item-reopened-after-close", 1)
            .event(ClosureItemWaived.class, "closure.item-waived", 1)
            .event(ClosureBlocked.class, "closure.blocked", 1)
            .event(ProjectClosed.class, "closure.project-closed", 1)
            .event(SummaryReportSubmitted.class, "closure.summary-report-submitted", 1)
            .event(LessonRecorded.class, "closure.lesson-recorded", 1)
            .event(PeopleReleased.class, "closure.people-released", 1)
            .event(FinancialEvaluationDone.class, "closure.financial-evaluation-done", 1)
            .event(QualityEvaluationDone.class, "closure.quality-evaluation-done", 1)
            .refusals(ClosureRefusal.class)
            .refusals(TaskRefusal.class)
            .view(ClosureView.class, ClosureView::of);

    private ClosureMessages() {}
}
