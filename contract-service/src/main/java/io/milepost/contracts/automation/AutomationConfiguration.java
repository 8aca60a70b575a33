package io.milepost.contracts.automation;

import io.milepost.contracts.contract.domain.ContractEvent.ContractSigned;
import io.milepost.contracts.inbound.delivery.ComprehensiveAccepted;
import io.milepost.contracts.inbound.delivery.DeliveryClosed;
import io.milepost.contracts.inbound.delivery.MilestoneReached;
import io.milepost.contracts.inbound.delivery.SinglePointAccepted;
import io.milepost.contracts.inbound.opportunity.QuotationAccepted;
import io.milepost.platform.inbox.Automation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the automations to the platform. */
@Configuration(proxyBeanMethods = false)
public class AutomationConfiguration {

    @Bean
    Automation<QuotationAccepted> draftContract() {
        return WhenQuotationAcceptedThenDraftContract.AUTOMATION;
    }

    @Bean
    Automation<ContractSigned> planPayments() {
        return WhenContractSignedThenPlanPayments.AUTOMATION;
    }

    @Bean
    Automation<MilestoneReached> triggerByMilestone() {
        return WhenMilestoneReachedThenTriggerInstalments.AUTOMATION;
    }

    @Bean
    Automation<SinglePointAccepted> triggerBySinglePoint() {
        return WhenSinglePointAcceptedThenTriggerInstalments.AUTOMATION;
    }

    @Bean
    Automation<ComprehensiveAccepted> triggerByAcceptance() {
        return WhenComprehensiveAcceptedThenTriggerInstalments.AUTOMATION;
    }

    @Bean
    Automation<ComprehensiveAccepted> recordPerformance() {
        return WhenDeliveryEndsThenCarryOutContract.PERFORMED;
    }

    @Bean
    Automation<DeliveryClosed> closeContract() {
        return WhenDeliveryEndsThenCarryOutContract.CLOSED;
    }
}
