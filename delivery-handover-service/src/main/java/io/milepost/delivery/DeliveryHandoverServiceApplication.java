package io.milepost.delivery;

import static io.milepost.delivery.acceptance.AcceptanceCatalogue.ACCEPTANCE;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.ARCHIVE_RECORD;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.RETENTION_END;
import static io.milepost.delivery.closure.ClosureCatalogue.CLOSURE;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER_DUE;
import static io.milepost.delivery.handover.HandoverCatalogue.OVERDUE_NOTICE;
import static io.milepost.delivery.ruleset.RuleSetCatalogue.RULE_SET;
import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_CLOSURE;
import static io.milepost.delivery.salesteam.SalesTeamCatalogue.SALES_TEAM;
import static io.milepost.delivery.settlement.SettlementCatalogue.SETTLEMENT;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT_EFFECT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;

import io.milepost.delivery.automation.WhenCollectionReopenedThenReopenItem;
import io.milepost.delivery.automation.WhenComprehensiveAcceptedThenOpenSettlement;
import io.milepost.delivery.automation.WhenContractSignedThenInitiateHandover;
import io.milepost.delivery.automation.WhenContractSignedThenOpenClosure;
import io.milepost.delivery.automation.WhenFactArrivesThenCompleteItem;
import io.milepost.delivery.automation.WhenHandoverAcceptedThenCreateDeliveryProject;
import io.milepost.delivery.automation.WhenHandoverAcceptedThenOpenAcceptance;
import io.milepost.delivery.automation.WhenSalesPapersFiledThenNoteArchive;
import io.milepost.delivery.automation.WhenSalesTeamAppointedThenNoteSalesTeam;
import io.milepost.delivery.automation.WhenStrategicContractSignedThenExtendClosure;
import io.milepost.delivery.automation.WhenStrategicDealEndsThenOpenSalesClosure;
import io.milepost.delivery.automation.WhenVersionPublishedThenNoteRules;
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
                    DOCUMENT,
                    DOCUMENT_KIND,
                    SALES_TEAM,
                    RULE_SET)
            .reacts(
                    WhenContractSignedThenInitiateHandover.AUTOMATION,
                    WhenHandoverAcceptedThenCreateDeliveryProject.AUTOMATION,
                    WhenHandoverAcceptedThenOpenAcceptance.AUTOMATION,
                    WhenComprehensiveAcceptedThenOpenSettlement.AUTOMATION,
                    WhenContractSignedThenOpenClosure.AUTOMATION,
                    WhenFactArrivesThenCompleteItem.COMPREHENSIVE_ACCEPTANCE,
                    WhenFactArrivesThenCompleteItem.SETTLEMENT,
                    WhenFactArrivesThenCompleteItem.FULL_COLLECTION,
                    WhenFactArrivesThenCompleteItem.ARCHIVE,
                    WhenFactArrivesThenCompleteItem.HANDOVER,
                    WhenCollectionReopenedThenReopenItem.AUTOMATION,
                    WhenSalesTeamAppointedThenNoteSalesTeam.AUTOMATION,
                    WhenVersionPublishedThenNoteRules.AUTOMATION,
                    WhenStrategicDealEndsThenOpenSalesClosure.WON,
                    WhenStrategicDealEndsThenOpenSalesClosure.LOST,
                    WhenStrategicDealEndsThenOpenSalesClosure.WITHDRAWN,
                    WhenStrategicContractSignedThenExtendClosure.DEAL,
                    WhenStrategicContractSignedThenExtendClosure.CONTRACT,
                    WhenStrategicContractSignedThenExtendClosure.CONFIRMED,
                    WhenSalesPapersFiledThenNoteArchive.AUTOMATION)
            .waits(HANDOVER_DUE, RETENTION_END, DOCUMENT_EFFECT)
            .seeds(SeededKinds.of(DeliveryHandoverServiceApplication.class))
            .tells(OVERDUE_NOTICE);

    @Bean
    Service service() {
        return SERVICE;
    }

    public static void main(String[] args) {
        SpringApplication.run(DeliveryHandoverServiceApplication.class, args);
    }
}
