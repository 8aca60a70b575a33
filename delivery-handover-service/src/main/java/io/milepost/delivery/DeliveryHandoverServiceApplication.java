package io.milepost.delivery;

import static io.milepost.delivery.acceptance.AcceptanceCatalogue.ACCEPTANCE;
import static io.milepost.delivery.acceptance.AcceptanceCatalogue.FAILED_NOTICE;
import static io.milepost.delivery.acceptance.AcceptanceCatalogue.SCHEDULED_NOTICE;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.ARCHIVE_RECORD;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.EXPIRED_NOTICE;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.EXPIRING_NOTICE;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.RETENTION_END;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.RETENTION_ENDING;
import static io.milepost.delivery.bookcopy.BookCopyCatalogue.BOOK_COPY;
import static io.milepost.delivery.careprogramme.CareProgrammeCatalogue.CARE_DUE;
import static io.milepost.delivery.careprogramme.CareProgrammeCatalogue.CARE_NOTICE;
import static io.milepost.delivery.careprogramme.CareProgrammeCatalogue.CARE_PROGRAMME;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.CARE_VISIT;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.COMING_NOTICE;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.MISSED_NOTICE;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.VISIT_COMING;
import static io.milepost.delivery.carevisit.CareVisitCatalogue.VISIT_MISSED;
import static io.milepost.delivery.changerequest.ChangeRequestCatalogue.CHANGE_REQUEST;
import static io.milepost.delivery.changerequest.ChangeRequestCatalogue.ESCALATED_NOTICE;
import static io.milepost.delivery.closure.ClosureCatalogue.BLOCKED_NOTICE;
import static io.milepost.delivery.closure.ClosureCatalogue.CLOSURE;
import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.CONTRACT_COPY;
import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.HOLD_NOTICE;
import static io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.COORDINATION_TASK;
import static io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.TASK_NOTICE;
import static io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.TASK_OVERDUE;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.MILESTONE_DUE;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.MILESTONE_NOTICE;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.SLIPPED_NOTICE;
import static io.milepost.delivery.deviation.DeviationCatalogue.CORRECTION_DUE;
import static io.milepost.delivery.deviation.DeviationCatalogue.CORRECTION_NOTICE;
import static io.milepost.delivery.deviation.DeviationCatalogue.DEVIATION;
import static io.milepost.delivery.filinglist.FilingListCatalogue.FILING_LIST;
import static io.milepost.delivery.fulfilment.FulfilmentCatalogue.DELIVERY_DUE;
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
import static io.milepost.delivery.improvementaction.ImprovementActionCatalogue.IMPROVEMENT_OVERDUE;
import static io.milepost.delivery.lesson.LessonCatalogue.LESSON;
import static io.milepost.delivery.resourceallocation.ResourceAllocationCatalogue.RESOURCE_ALLOCATION;
import static io.milepost.delivery.risklist.RiskListCatalogue.RISK_LIST;
import static io.milepost.delivery.ruleset.RuleSetCatalogue.RULE_SET;
import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_BLOCKED_NOTICE;
import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_CLOSURE;
import static io.milepost.delivery.salesteam.SalesTeamCatalogue.SALES_TEAM;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.BREACH_NOTICE;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_CASE;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_DEADLINE;
import static io.milepost.delivery.servicelevel.ServiceLevelCatalogue.SERVICE_LEVEL;
import static io.milepost.delivery.settlement.SettlementCatalogue.SETTLEMENT;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT_EFFECT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;

import io.milepost.delivery.automation.WhenAdvanceMissedThenHoldDelivery;
import io.milepost.delivery.automation.WhenChangeOrderEndsThenNoteChange;
import io.milepost.delivery.automation.WhenCollectionReopenedThenReopenItem;
import io.milepost.delivery.automation.WhenComprehensiveAcceptedThenOpenSettlement;
import io.milepost.delivery.automation.WhenComprehensiveAcceptedThenPlanReturnVisits;
import io.milepost.delivery.automation.WhenContractAmendedThenFollowAmendment;
import io.milepost.delivery.automation.WhenContractMovesThenNoteIt;
import io.milepost.delivery.automation.WhenContractSignedThenInitiateHandover;
import io.milepost.delivery.automation.WhenContractSignedThenOpenClosure;
import io.milepost.delivery.automation.WhenContractVoidedThenCallOffDelivery;
import io.milepost.delivery.automation.WhenDealEndsThenKeepLesson;
import io.milepost.delivery.automation.WhenDeliveryComesToItsEndThenNoteIt;
import io.milepost.delivery.automation.WhenFactArrivesThenCompleteItem;
import io.milepost.delivery.automation.WhenHandoverAcceptedThenCreateDeliveryProject;
import io.milepost.delivery.automation.WhenHandoverAcceptedThenOpenAcceptance;
import io.milepost.delivery.automation.WhenLessonRecordedThenKeepLesson;
import io.milepost.delivery.automation.WhenOpportunityReopenedThenCallOffSalesClosure;
import io.milepost.delivery.automation.WhenOrderConfirmedThenOpenFulfilment;
import io.milepost.delivery.automation.WhenPaperArisesThenListIt;
import io.milepost.delivery.automation.WhenPeopleReleasedThenReleaseResources;
import io.milepost.delivery.automation.WhenRecordMovesThenNoteIt;
import io.milepost.delivery.automation.WhenRegisterBookMovesThenNoteIt;
import io.milepost.delivery.automation.WhenRiskMovesThenNoteIt;
import io.milepost.delivery.automation.WhenSalesPapersFiledThenNoteArchive;
import io.milepost.delivery.automation.WhenSalesTeamAppointedThenNoteSalesTeam;
import io.milepost.delivery.automation.WhenStrategicContractSignedThenExtendClosure;
import io.milepost.delivery.automation.WhenStrategicDealEndsThenOpenSalesClosure;
import io.milepost.delivery.automation.WhenVersionPublishedThenNoteRules;
import io.milepost.delivery.servicelevel.ServiceLevelCatalogue;
import io.milepost.platform.Platform;
import io.milepost.platform.Service;
import io.milepost.platform.controlled.SeededKinds;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Starts delivery-handover-service, and says what it consists of. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(Platform.class)
public class DeliveryHandoverServiceApplication {
    private static final Service SERVICE = Service.of("delivery")
            .decides(
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
                    SALES_TEAM,
                    RULE_SET,
                    CONTRACT_COPY,
                    BOOK_COPY,
                    RISK_LIST,
                    FILING_LIST,
                    SERVICE_LEVEL,
                    SERVICE_CASE,
                    CARE_VISIT,
                    IMPROVEMENT_ACTION,
                    CARE_PROGRAMME,
                    COORDINATION_TASK,
                    FULFILMENT,
                    DEVIATION,
                    RESOURCE_ALLOCATION,
                    CHANGE_REQUEST)
            .reacts(
                    WhenContractSignedThenInitiateHandover.AUTOMATION,
                    WhenContractVoidedThenCallOffDelivery.HANDOVER,
                    WhenContractVoidedThenCallOffDelivery.CLOSURE,
                    WhenHandoverAcceptedThenCreateDeliveryProject.AUTOMATION,
                    WhenHandoverAcceptedThenOpenAcceptance.AUTOMATION,
                    WhenComprehensiveAcceptedThenOpenSettlement.AUTOMATION,
                    WhenComprehensiveAcceptedThenPlanReturnVisits.AUTOMATION,
                    WhenOrderConfirmedThenOpenFulfilment.AUTOMATION,
                    WhenChangeOrderEndsThenNoteChange.APPLIED,
                    WhenChangeOrderEndsThenNoteChange.REJECTED,
                    WhenChangeOrderEndsThenNoteChange.WITHDRAWN,
                    WhenPaperArisesThenListIt.DOCUMENT_OF_SALES,
                    WhenPaperArisesThenListIt.DOCUMENT_OF_DELIVERY,
                    WhenPaperArisesThenListIt.DOCUMENT_OF_MARKETING,
                    WhenPaperArisesThenListIt.DOCUMENT_OF_CONTRACT,
                    WhenPaperArisesThenListIt.SOLUTION,
                    WhenPaperArisesThenListIt.BILL,
                    WhenPaperArisesThenListIt.BID,
                    WhenPaperArisesThenListIt.QUOTATION,
                    WhenPaperArisesThenListIt.CONTRACT,
                    WhenPaperArisesThenListIt.AMENDMENT,
                    WhenPaperArisesThenListIt.REGISTER_BOOK,
                    WhenRecordMovesThenNoteIt.FILED,
                    WhenRecordMovesThenNoteIt.DISPOSED,
                    WhenRecordMovesThenNoteIt.SIGNED,
                    WhenRecordMovesThenNoteIt.PAPERS_OF_DEAL,
                    WhenContractSignedThenOpenClosure.AUTOMATION,
                    WhenFactArrivesThenCompleteItem.COMPREHENSIVE_ACCEPTANCE,
                    WhenFactArrivesThenCompleteItem.SETTLEMENT,
                    WhenFactArrivesThenCompleteItem.FULL_COLLECTION,
                    WhenFactArrivesThenCompleteItem.ARCHIVE,
                    WhenFactArrivesThenCompleteItem.HANDOVER,
                    WhenCollectionReopenedThenReopenItem.AUTOMATION,
                    WhenSalesTeamAppointedThenNoteSalesTeam.AUTOMATION,
                    WhenVersionPublishedThenNoteRules.AUTOMATION,
                    WhenContractAmendedThenFollowAmendment.AUTOMATION,
                    WhenContractMovesThenNoteIt.SIGNED,
                    WhenContractMovesThenNoteIt.AMENDED,
                    WhenContractMovesThenNoteIt.PAID,
                    WhenContractMovesThenNoteIt.REVERSED,
                    WhenContractMovesThenNoteIt.REFUNDED,
                    WhenContractMovesThenNoteIt.MOVED_OUT,
                    WhenContractMovesThenNoteIt.MOVED_IN,
                    WhenContractMovesThenNoteIt.RESTORED,
                    WhenAdvanceMissedThenHoldDelivery.MISSED,
                    WhenAdvanceMissedThenHoldDelivery.PAID,
                    WhenAdvanceMissedThenHoldDelivery.LIFTED,
                    WhenStrategicDealEndsThenOpenSalesClosure.WON,
                    WhenStrategicDealEndsThenOpenSalesClosure.LOST,
                    WhenStrategicDealEndsThenOpenSalesClosure.WITHDRAWN,
                    WhenStrategicDealEndsThenOpenSalesClosure.TERMINATED,
                    WhenOpportunityReopenedThenCallOffSalesClosure.AUTOMATION,
                    WhenStrategicContractSignedThenExtendClosure.DEAL,
                    WhenStrategicContractSignedThenExtendClosure.CONTRACT,
                    WhenStrategicContractSignedThenExtendClosure.CONFIRMED,
                    WhenSalesPapersFiledThenNoteArchive.AUTOMATION,
                    WhenPeopleReleasedThenReleaseResources.AUTOMATION,
                    WhenRegisterBookMovesThenNoteIt.ISSUED,
                    WhenRegisterBookMovesThenNoteIt.RECOVERED,
                    WhenRiskMovesThenNoteIt.IDENTIFIED,
                    WhenRiskMovesThenNoteIt.REVIEWED,
                    WhenRiskMovesThenNoteIt.CLOSED,
                    WhenDeliveryComesToItsEndThenNoteIt.ACCEPTED,
                    WhenDeliveryComesToItsEndThenNoteIt.SETTLED,
                    WhenDeliveryComesToItsEndThenNoteIt.CLOSED,
                    WhenLessonRecordedThenKeepLesson.DELIVERY,
                    WhenLessonRecordedThenKeepLesson.SALES,
                    WhenDealEndsThenKeepLesson.LOST,
                    WhenDealEndsThenKeepLesson.WITHDRAWN,
                    WhenDealEndsThenKeepLesson.REJECTED)
            .waits(
                    HANDOVER_COMING,
                    HANDOVER_DUE,
                    RETENTION_END,
                    RETENTION_ENDING,
                    MILESTONE_DUE,
                    VISIT_COMING,
                    DOCUMENT_EFFECT,
                    SERVICE_DEADLINE,
                    VISIT_MISSED,
                    IMPROVEMENT_OVERDUE,
                    CARE_DUE,
                    TASK_OVERDUE,
                    DELIVERY_DUE,
                    CORRECTION_DUE)
            .seeds(SeededKinds.of(DeliveryHandoverServiceApplication.class))
            .seeds(ServiceLevelCatalogue.seeds())
            .tells(
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
                    COMING_NOTICE);

    @Bean
    Service service() {
        return SERVICE;
    }

    public static void main(String[] args) {
        SpringApplication.run(DeliveryHandoverServiceApplication.class, args);
    }
}
