package io.milepost.contracts.obligation;

import io.milepost.contracts.obligation.domain.ObligationRegister;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.timer.Due;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the register of obligations to the platform, and the days that it waits for. */
@Configuration(proxyBeanMethods = false)
public class ObligationRegisterConfiguration {

    @Bean
    Catalogue<ObligationRegister, ObligationRegisterCommand, ObligationRegisterEvent> obligationRegister() {
        return ObligationRegisterMessages.OBLIGATION_REGISTER;
    }

    @Bean
    Due<ObligationRegister> overdueObligation() {
        return ObligationDates.OVERDUE;
    }
}
