package io.milepost.contracts.contract;

import io.milepost.contracts.contract.domain.Contract;
import io.milepost.contracts.contract.domain.ContractCommand;
import io.milepost.contracts.contract.domain.ContractEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the contract to the platform. */
@Configuration(proxyBeanMethods = false)
public class ContractConfiguration {

    @Bean
    Catalogue<Contract, ContractCommand, ContractEvent> contract() {
        return ContractMessages.CONTRACT;
    }
}
