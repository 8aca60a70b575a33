package io.milepost.delivery;

import static io.milepost.delivery.acceptance.AcceptanceCatalogue.ACCEPTANCE;
import static io.milepost.delivery.acceptance.AcceptanceCatalogue.FAILED_NOTICE;
import static io.milepost.delivery.acceptance.AcceptanceCatalogue.SCHEDULED_NOTICE;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.ARCHIVE_RECORD;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.EXPIRED_NOTICE;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.EXPIRING_NOTICE;
import static io.milepost.delivery.bookcopy.BookCopyCatalogue.BOOK_COPY;
import static io.milepost.delivery.careprogramme.CareProgrammeCatalogue.CARE_NOTICE;
import static io.milepost.delivery.careprogramme.CareProgrammeCatalogue.CARE_PROGRAMME;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.CARE_VISIT;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.COMING_NOTICE;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.MISSED_NOTICE;
import static io.milepost.delivery.changerequest.ChangeRequestCatalogue.CHANGE_REQUEST;
import static io.milepost.delivery.changerequest.ChangeRequestCatalogue.ESCALATED_NOTICE;
import static io.milepost.delivery.closure.ClosureCatalogue.BLOCKED_NOTICE;
import static io.milepost.delivery.closure.ClosureCatalogue.CLOSURE;
import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.CONTRACT_COPY;
import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.HOLD_NOTICE;
import static io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.COORDINATION_TASK;
import static io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.TASK_NOTICE;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.MILESTONE_DUE;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.MILESTONE_NOTICE;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.SLIPPED_NOTICE;
import static io.milepost.delivery.deviation.DeviationCatalogue.CORRECTION_NOTICE;
import static io.milepost.delivery.deviation.DeviationCatalogue.DEVIATION;
import static io.milepost.delivery.filinglist.FilingListCatalogue.FILING_LIST;
import static io.milepost.delivery.fulfilment.FulfilmentCatalogue.DELIVERY_NOTICE;
import static io.milepost.delivery.fulfilment.FulfilmentCatalogue.FULFILMENT;
import static io.milepost.delivery.handover.HandoverCatalogue.COMING_HANDOVER_NOTICE;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER_COMING;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER_DUE;
import static io.milepost.delivery.handover.HandoverCatalogue.OVERDUE_NOTICE;
import static io.milepost.delivery.handover.HandoverCatalogue.RETURNED_NOTICE;
import static io.milepost.delivery.improvementaction.ImprovementActionCatalogue.IMPROVEMENT_ACTION;
import static io.milepost.delivery.improvementaction.ImprovementActionCatalogue.IMPROVEMENT_NOTICE;
import static io.milepost.delivery.lesson.LessonCatalogue.LESSON;
import static io.milepost.delivery.resourceallocation.ResourceAllocationCatalogue.RESOURCE_ALLOCATION;
import static io.milepost.delivery.risklist.RiskListCatalogue.RISK_LIST;
import static io.milepost.delivery.ruleset.RuleSetCatalogue.RULE_SET;
import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_BLOCKED_NOTICE;
import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_CLOSURE;
import static io.milepost.delivery.salesteam.SalesTeamCatalogue.SALES_TEAM;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.BREACH_NOTICE;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_CASE;
import static io.milepost.delivery.servicelevel.ServiceLevelCatalogue.SERVICE_LEVEL;
import static io.milepost.delivery.settlement.SettlementCatalogue.SETTLEMENT;
import static io.milepost.platform.auditrecord.AuditRecordCatalogue.AUDIT_RECORD;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;
import static io.milepost.platform.privacy.ErasureCatalogue.ERASURE;
import static io.milepost.platform.webhook.WebhookCatalogue.WEBHOOK;

import io.milepost.delivery.deliveryproject.DeliveryEvent.DeliveryCompleted;
import io.milepost.delivery.deliveryproject.DeliveryEvent.DeliveryMilestoneMissed;
import io.milepost.delivery.deliveryproject.DeliveryEvent.DeliveryMilestoneSlipped;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.kernel.Paper;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.documents.Samples;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.ContractFiles;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.PermissionMatrix;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for every aggregate of this service: names, published files, laws. */
class CatalogueTest {
    /** Those that people send commands to. */
    static final List<Catalogue<?, ?, ?>> COMMANDED = List.of(
            HANDOVER,
            DELIVERY_PROJECT,
            ACCEPTANCE,
            SETTLEMENT,
            CLOSURE,
            SALES_CLOSURE,
            ARCHIVE_RECORD,
            LESSON,
            DOCUMENT,
            DOCUMENT_KIND,
            SERVICE_LEVEL,
            SERVICE_CASE,
            CARE_VISIT,
            IMPROVEMENT_ACTION,
            CARE_PROGRAMME,
            COORDINATION_TASK,
            FULFILMENT,
            DEVIATION,
            RESOURCE_ALLOCATION,
            CHANGE_REQUEST);

    static final List<Catalogue<?, ?, ?>> CATALOGUES = Stream.concat(
                    COMMANDED.stream(),
                    Stream.<Catalogue<?, ?, ?>>of(
                            SALES_TEAM,
                            RULE_SET,
                            CONTRACT_COPY,
                            BOOK_COPY,
                            RISK_LIST,
                            FILING_LIST,
                            AUDIT_RECORD,
                            ERASURE,
                            WEBHOOK,
                            NoticeCatalogue.of(
                                    COMING_HANDOVER_NOTICE,
                                    OVERDUE_NOTICE,
                                    BREACH_NOTICE,
                                    MISSED_NOTICE,
                                    IMPROVEMENT_NOTICE,
                                    CARE_NOTICE,
                                    TASK_NOTICE,
                                    DELIVERY_NOTICE,
                                    CORRECTION_NOTICE,
                                    ESCALATED_NOTICE,
                                    EXPIRING_NOTICE,
                                    EXPIRED_NOTICE,
                                    BLOCKED_NOTICE,
                                    SALES_BLOCKED_NOTICE,
                                    RETURNED_NOTICE,
                                    HOLD_NOTICE,
                                    SCHEDULED_NOTICE,
                                    FAILED_NOTICE,
                                    SLIPPED_NOTICE,
                                    MILESTONE_NOTICE,
                                    COMING_NOTICE)))
            .toList();

    /** What the examples of requests say where the name of a field is no good value. */
    private static final Samples EXAMPLES = Samples.choosing("""
        {
          "PublishServiceLevel.promises": [{"kind": "PROBLEM", "urgency": "HIGH", "answerWithin": 0, "solveWithin": 2}],
          "ReviseServiceLevel.promises": [{"kind": "PROBLEM", "urgency": "HIGH", "answerWithin": 0, "solveWithin": 1}],
          "OpenCase.serviceLevelId": "0190c000-0000-7000-8000-000000000101",
          "ScheduleMeeting.on": "2099-12-31",
          "ReturnHandover.defects": ["the drawings are missing"],
          "BaselinePlan.milestones": [{"code": "M1", "name": "installed", "plannedOn": "2026-03-31"}],
          "RebaselinePlan.milestones": [{"code": "M1", "name": "installed", "plannedOn": "2026-04-30"}],
          "ReachMilestone.milestone": "M1",
          "SlipMilestone.milestone": "M1",
          "DefineDocumentKind.approvers": ["SALES_MANAGER"],
          "ReviseDocumentKind.approvers": ["SALES_MANAGER"],
          "DraftDocument.kindId": "0190c000-0000-7000-8000-000000000002",
          "ApproveDocument.effectiveOn": "2026-12-31",
          "ScheduleVisit.contractId": "b80bb774-0288-3da1-b201-890375a60c8f",
          "RaiseImprovement.caseId": "b80bb774-0288-3da1-b201-890375a60c8f",
          "PlanCareProgramme.accounts": ["b80bb774-0288-3da1-b201-890375a60c8f"],
          "AllocateResource.until": "2026-12-31",
          "ReleasePeople.members": ["Zane Levy"],
          "EvaluateFinance.plannedProfit": {"amount": "250.00", "currency": "USD"},
          "EvaluateFinance.plannedRevenue": {"amount": "1250.00", "currency": "USD"},
          "EvaluateFinance.plannedCost": {"amount": "1000.00", "currency": "USD"},
          "EvaluateSalesFinance.plannedProfit": {"amount": "250.00", "currency": "USD"},
          "EvaluateSalesFinance.plannedRevenue": {"amount": "1250.00", "currency": "USD"},
          "EvaluateSalesFinance.plannedCost": {"amount": "1000.00", "currency": "USD"},
          "ReleaseSalesTeam.members": ["Anna Snelling"],
          "FileRecord.contractId": null,
          "FileRecord.papers": null
        }\
        """);

    @Test
    void everything_is_declared_and_well_named() {
        CatalogueWalk.check(CATALOGUES);
    }

    @Test
    void what_is_published_was_approved() {
        ContractFiles.check("delivery", CATALOGUES, List.of(), EXAMPLES);
    }

    @Test
    @DisplayName("R-189: who may do what by each operation stands in docs/permissions.md as it is in the code")
    void what_each_role_may_do_is_published() {
        PermissionMatrix.of("delivery", CATALOGUES).verify();
    }

    @Test
    void laws_of_the_handover() {
        Laws.of(HANDOVER)
                .suggesting("defects", List.of("the drawings are missing"))
                .suggesting("AddPackageItem.kind", ItemKind.DOCUMENT, ItemKind.CUSTOMER_INFORMATION, ItemKind.RISK)
                .suggesting("mode", HandoverMode.MEETING)
                .suggesting("ScheduleMeeting.on", LocalDate.parse("2027-01-01"))
                .suggesting("minutes", "file 9")
                .suggesting("attendees", List.of("kim"))
                .rare(HandoverPackageDeclaredReady.class)
                .rare(HandoverMeetingScheduled.class)
                .rare(HandoverHeld.class)
                .rare(HandoverAccepted.class)
                .rare(HandoverReturned.class)
                .waits(HANDOVER_COMING, HANDOVER_DUE)
                .terminal("CALLED_OFF")
                .check();
    }

    @Test
    void laws_of_a_handover_that_was_held() {
        var day = LocalDate.parse("2026-03-02");
        var id = Scenario.ID;
        Laws.of(HANDOVER)
                .after(
                        new HandoverInitiated(id, id, id, "kim", null, day, false, null, null, null),
                        new HandoverMeetingScheduled(day, HandoverMode.MEETING, null, day),
                        new HandoverHeld(day, "file 9", List.of("kim")))
                .suggesting("defects", List.of(), List.of("the drawings are missing"))
                .rare(HandoverInitiated.class)
                .rare(HandoverPackageDeclaredReady.class)
                .rare(HandoverMeetingScheduled.class)
                .rare(HandoverHeld.class)
                .waits(HANDOVER_COMING, HANDOVER_DUE)
                .terminal("ACCEPTED", "CALLED_OFF")
                .check();
    }

    @Test
    void laws_of_the_sales_team() {
        Laws.of(SALES_TEAM).check();
    }

    @Test
    void laws_of_the_book_copy() {
        Laws.of(BOOK_COPY).check();
        Laws.of(RISK_LIST).check();
    }

    @Test
    void laws_of_the_filing_list() {
        var paper = new Paper(Scenario.ID, "bid", null, 1);
        Laws.of(FILING_LIST)
                .suggesting("papers", List.of(paper), List.of(new Paper(Scenario.ID, "bid", null, 2)))
                .suggesting("recordId", new UUID(1, 1), new UUID(2, 2))
                .check();
    }

    @Test
    void laws_of_the_contract_copy() {
        Laws.of(CONTRACT_COPY)
                .suggesting("receiptNo", "R-1", "R-2")
                .suggesting("amendment", 0, 1, 2)
                .suggesting("instalment", 1, 2)
                .check();
    }

    @Test
    void laws_of_the_rule_set() {
        Laws.of(RULE_SET).check();
    }

    @Test
    void laws_of_the_delivery_project() {
        var installed = new PlannedMilestone("alpha", "presses installed", LocalDate.parse("2026-03-09"));
        Laws.of(DELIVERY_PROJECT)
                .suggesting("milestones", List.of(installed))
                .suggesting("milestone", "alpha")
                .suggesting("severity", Severity.LOW)
                .repeating(RaiseIssue.class)
                .repeating(InformCustomer.class)
                .suggesting("expectedOn", LocalDate.parse("2026-03-09"))
                .suggesting("newDate", LocalDate.parse("2026-04-09"), LocalDate.parse("2026-05-09"))
                .rare(DeliveryCompleted.class)
                .rare(DeliveryMilestoneSlipped.class)
                .rare(DeliveryMilestoneMissed.class)
                .waits(MILESTONE_DUE)
                .terminal("CLOSED")
                .check();
    }
}
