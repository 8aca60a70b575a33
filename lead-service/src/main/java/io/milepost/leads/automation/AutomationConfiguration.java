package io.milepost.leads.automation;

import io.milepost.leads.inbound.contract.ContractSigned;
import io.milepost.platform.inbox.Automation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the automations to the platform. */
@Configuration(proxyBeanMethods = false)
public class AutomationConfiguration {

    @Bean
    Automation<ContractSigned> accountBecomesCustomer() {
        return WhenContractSignedThenAccountBecomesCustomer.AUTOMATION;
    }
}
