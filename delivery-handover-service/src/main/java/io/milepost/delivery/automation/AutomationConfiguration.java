package io.milepost.delivery.automation;

import io.milepost.delivery.inbound.contract.ContractSigned;
import io.milepost.delivery.inbound.delivery.HandoverAccepted;
import io.milepost.platform.inbox.Automation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the automations of handover and delivery project to the platform. */
@Configuration(proxyBeanMethods = false)
public class AutomationConfiguration {

    @Bean
    Automation<ContractSigned> initiateHandover() {
        return WhenContractSignedThenInitiateHandover.AUTOMATION;
    }

    @Bean
    Automation<HandoverAccepted> createDeliveryProject() {
        return WhenHandoverAcceptedThenCreateDeliveryProject.AUTOMATION;
    }
}
