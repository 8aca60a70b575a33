package io.milepost.leads.lead;

import io.milepost.leads.lead.domain.Lead;
import io.milepost.leads.lead.domain.LeadCommand;
import io.milepost.leads.lead.domain.LeadEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the lead to the platform. */
@Configuration(proxyBeanMethods = false)
public class LeadConfiguration {

    @Bean
    Catalogue<Lead, LeadCommand, LeadEvent> lead() {
        return LeadMessages.LEAD;
    }
}
