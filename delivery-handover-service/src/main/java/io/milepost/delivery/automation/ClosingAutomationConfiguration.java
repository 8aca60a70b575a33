package io.milepost.delivery.automation;

import io.milepost.delivery.inbound.contract.CollectionReopened;
import io.milepost.delivery.inbound.contract.ContractSigned;
import io.milepost.delivery.inbound.contract.FullyCollected;
import io.milepost.delivery.inbound.delivery.ClosureOpened;
import io.milepost.delivery.inbound.delivery.ComprehensiveAccepted;
import io.milepost.delivery.inbound.delivery.HandoverAccepted;
import io.milepost.delivery.inbound.delivery.OfContract;
import io.milepost.delivery.inbound.delivery.RecordFiled;
import io.milepost.delivery.inbound.delivery.SalesClosureOpened;
import io.milepost.delivery.inbound.opportunity.OpportunityClosed;
import io.milepost.delivery.inbound.opportunity.OpportunityWon;
import io.milepost.platform.inbox.Automation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the automations from acceptance to closure to the platform. */
@Configuration(proxyBeanMethods = false)
public class ClosingAutomationConfiguration {

    @Bean
    Automation<HandoverAccepted> openAcceptance() {
        return WhenHandoverAcceptedThenOpenAcceptance.AUTOMATION;
    }

    @Bean
    Automation<ComprehensiveAccepted> openSettlement() {
        return WhenComprehensiveAcceptedThenOpenSettlement.AUTOMATION;
    }

    @Bean
    Automation<ContractSigned> openClosure() {
        return WhenContractSignedThenOpenClosure.AUTOMATION;
    }

    @Bean
    Automation<OfContract> completeComprehensiveAcceptance() {
        return WhenFactArrivesThenCompleteItem.COMPREHENSIVE_ACCEPTANCE;
    }

    @Bean
    Automation<OfContract> completeSettlement() {
        return WhenFactArrivesThenCompleteItem.SETTLEMENT;
    }

    @Bean
    Automation<FullyCollected> completeFullCollection() {
        return WhenFactArrivesThenCompleteItem.FULL_COLLECTION;
    }

    @Bean
    Automation<RecordFiled> completeArchive() {
        return WhenFactArrivesThenCompleteItem.ARCHIVE;
    }

    @Bean
    Automation<HandoverAccepted> completeHandover() {
        return WhenFactArrivesThenCompleteItem.HANDOVER;
    }

    @Bean
    Automation<CollectionReopened> reopenCollection() {
        return WhenCollectionReopenedThenReopenItem.AUTOMATION;
    }

    @Bean
    Automation<OpportunityWon> openClosureOfWonDeal() {
        return WhenStrategicDealEndsThenOpenSalesClosure.WON;
    }

    @Bean
    Automation<OpportunityClosed> openClosureOfLostDeal() {
        return WhenStrategicDealEndsThenOpenSalesClosure.LOST;
    }

    @Bean
    Automation<OpportunityClosed> openClosureOfWithdrawnDeal() {
        return WhenStrategicDealEndsThenOpenSalesClosure.WITHDRAWN;
    }

    @Bean
    Automation<SalesClosureOpened> extendClosureOfStrategicDeal() {
        return WhenStrategicContractSignedThenExtendClosure.DEAL;
    }

    @Bean
    Automation<ClosureOpened> confirmContract() {
        return WhenStrategicContractSignedThenExtendClosure.CONTRACT;
    }

    @Bean
    Automation<OfContract> extendClosureOfConfirmedContract() {
        return WhenStrategicContractSignedThenExtendClosure.CONFIRMED;
    }

    @Bean
    Automation<RecordFiled> noteArchive() {
        return WhenSalesPapersFiledThenNoteArchive.AUTOMATION;
    }
}
