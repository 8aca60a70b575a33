package io.milepost.delivery.salesclosure;

import static io.milepost.platform.catalogue.Role.DELIVERY_MANAGER;
import static io.milepost.platform.catalogue.Role.FINANCE;
import static io.milepost.platform.catalogue.Role.QA;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.delivery.kernel.TaskRefusal;
import io.milepost.delivery.salesclosure.domain.SalesClosure;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.CloseSalesProject;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.ConfirmContract;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.EvaluateSalesFinance;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.EvaluateSalesQuality;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.HoldReview;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.NoteArchive;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.OpenSalesClosure;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.RecordSalesLesson;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.ReleaseSalesTeam;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.SubmitSalesReport;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand.WaiveSalesItem;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesArchiveDone;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesClosureBlocked;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesClosureOpened;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesContractConfirmed;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesFinanceEvaluated;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesItemWaived;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesLessonRecorded;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesProjectClosed;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesQualityEvaluated;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesReportSubmitted;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesReviewHeld;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent.SalesTeamReleased;
import io.milepost.delivery.salesclosure.domain.SalesClosureRefusal;
import io.milepost.delivery.salesclosure.domain.SalesClosureView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The commands and events of a sales project's closure, with paths, roles and names. Its id is the opportunity's, so that is its root. */
public final class SalesClosureMessages {

    public static final Catalogue<SalesClosure, SalesClosureCommand, SalesClosureEvent> SALES_CLOSURE = Catalogue.of(
                    "sales-closure",
                    "sales-closures",
                    new Decider<SalesClosure, SalesClosureCommand, SalesClosureEvent>(
                            new SalesClosure.Unknown(), SalesClosure::decide, SalesClosure::evolve))
            .creates(OpenSalesClosure.class)
            .command(ConfirmContract.class)
            .command(NoteArchive.class)
            .command(HoldReview.class, SALES_MANAGER, DELIVERY_MANAGER)
            .command(SubmitSalesReport.class, SALES_REP, SALES_MANAGER)
            .command(RecordSalesLesson.class, SALES_REP, SALES_MANAGER, DELIVERY_MANAGER, QA)
            .command(ReleaseSalesTeam.class, SALES_MANAGER)
            .command(EvaluateSalesFinance.class, FINANCE)
            .command(EvaluateSalesQuality.class, QA)
            .command(WaiveSalesItem.class, SALES_MANAGER, QA)
            .command(CloseSalesProject.class, SALES_MANAGER, QA)
            .event(SalesClosureOpened.class, "sales-closure.opened", 1)
            .event(SalesContractConfirmed.class, "sales-closure.contract-confirmed", 1)
            .event(SalesReviewHeld.class, "sales-closure.project-review-held", 1)
            .event(SalesReportSubmitted.class, "sales-closure.summary-report-submitted", 1)
            .event(SalesLessonRecorded.class, "sales-closure.lesson-recorded", 1)
            .event(SalesTeamReleased.class, "sales-closure.people-released", 1)
            .event(SalesFinanceEvaluated.class, "sales-closure.financial-evaluation-done", 1)
            .event(SalesQualityEvaluated.class, "sales-closure.quality-evaluation-done", 1)
            .event(SalesArchiveDone.class, "sales-closure.archive-done", 1)
            .event(SalesItemWaived.class, "sales-closure.item-waived", 1)
            .event(SalesClosureBlocked.class, "sales-closure.blocked", 1)
            .event(SalesProjectClosed.class, "sales-closure.project-closed", 1)
            .refusals(SalesClosureRefusal.class)
            .refusals(TaskRefusal.class)
            .view(SalesClosureView.class, SalesClosureView::of);

    private SalesClosureMessages() {}
}
