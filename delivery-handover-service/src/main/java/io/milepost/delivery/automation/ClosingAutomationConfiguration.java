package io.milepost.delivery.automation;

import io.milepost.delivery.inbound.contract.ContractSigned;
import io.milepost.delivery.inbound.contract.FullyCollected;
import io.milepost.delivery.inbound.delivery.ComprehensiveAccepted;
import io.milepost.delivery.inbound.delivery.HandoverAccepted;
import io.milepost.delivery.inbound.delivery.OfContract;
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
    Automation<OfContract> completeArchive() {
        return WhenFactArrivesThenCompleteItem.ARCHIVE;
    }
}
