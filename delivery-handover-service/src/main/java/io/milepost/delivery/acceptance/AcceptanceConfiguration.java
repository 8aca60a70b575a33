package io.milepost.delivery.acceptance;

import io.milepost.delivery.acceptance.domain.Acceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the acceptance to the platform. */
@Configuration(proxyBeanMethods = false)
public class AcceptanceConfiguration {

    @Bean
    Catalogue<Acceptance, AcceptanceCommand, AcceptanceEvent> acceptance() {
        return AcceptanceMessages.ACCEPTANCE;
    }
}
