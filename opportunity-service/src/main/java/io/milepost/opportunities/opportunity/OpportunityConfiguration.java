package io.milepost.opportunities.opportunity;

import io.milepost.opportunities.opportunity.domain.Opportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the opportunity to the platform. */
@Configuration(proxyBeanMethods = false)
public class OpportunityConfiguration {

    @Bean
    Catalogue<Opportunity, OpportunityCommand, OpportunityEvent> opportunity() {
        return OpportunityMessages.OPPORTUNITY;
    }
}
