package io.milepost.delivery.salesclosure;

import io.milepost.delivery.salesclosure.domain.SalesClosure;
import io.milepost.delivery.salesclosure.domain.SalesClosureCommand;
import io.milepost.delivery.salesclosure.domain.SalesClosureEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the closure of a sales project to the platform. */
@Configuration(proxyBeanMethods = false)
public class SalesClosureConfiguration {

    @Bean
    Catalogue<SalesClosure, SalesClosureCommand, SalesClosureEvent> salesClosure() {
        return SalesClosureMessages.SALES_CLOSURE;
    }
}
