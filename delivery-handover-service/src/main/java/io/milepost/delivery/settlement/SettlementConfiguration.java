package io.milepost.delivery.settlement;

import io.milepost.delivery.settlement.domain.Settlement;
import io.milepost.delivery.settlement.domain.SettlementCommand;
import io.milepost.delivery.settlement.domain.SettlementEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the settlement to the platform. */
@Configuration(proxyBeanMethods = false)
public class SettlementConfiguration {

    @Bean
    Catalogue<Settlement, SettlementCommand, SettlementEvent> settlement() {
        return SettlementMessages.SETTLEMENT;
    }
}
