package io.milepost.opportunities.salesproject;

import io.milepost.opportunities.salesproject.domain.SalesProject;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the sales project to the platform. */
@Configuration(proxyBeanMethods = false)
public class SalesProjectConfiguration {

    @Bean
    Catalogue<SalesProject, SalesProjectCommand, SalesProjectEvent> salesProject() {
        return SalesProjectMessages.SALES_PROJECT;
    }
}
