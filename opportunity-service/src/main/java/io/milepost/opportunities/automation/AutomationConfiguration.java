package io.milepost.opportunities.automation;

import io.milepost.opportunities.inbound.contract.ContractSigned;
import io.milepost.opportunities.inbound.lead.LeadConverted;
import io.milepost.opportunities.quotation.domain.Quotation;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.timer.Due;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the automations to the platform. */
@Configuration(proxyBeanMethods = false)
public class AutomationConfiguration {

    @Bean
    Automation<LeadConverted> identifyOpportunity() {
        return WhenLeadConvertedThenIdentifyOpportunity.AUTOMATION;
    }

    @Bean
    Automation<ContractSigned> winOpportunity() {
        return WhenContractSignedThenWinOpportunity.AUTOMATION;
    }

    @Bean
    Due<Quotation> expireQuotation() {
        return WhenValidityEndsThenExpireQuotation.DUE;
    }
}
