package io.milepost.opportunities.quotation;

import io.milepost.opportunities.quotation.domain.Quotation;
import io.milepost.opportunities.quotation.domain.QuotationCommand;
import io.milepost.opportunities.quotation.domain.QuotationEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the quotation to the platform. */
@Configuration(proxyBeanMethods = false)
public class QuotationConfiguration {

    @Bean
    Catalogue<Quotation, QuotationCommand, QuotationEvent> quotation() {
        return QuotationMessages.QUOTATION;
    }
}
