package io.milepost.opportunities;

import io.milepost.opportunities.automation.AutomationConfiguration;
import io.milepost.opportunities.opportunity.OpportunityConfiguration;
import io.milepost.opportunities.pricelist.PriceListConfiguration;
import io.milepost.opportunities.quotation.QuotationConfiguration;
import io.milepost.opportunities.read.salesprocess.SalesProcessConfiguration;
import io.milepost.opportunities.salesproject.SalesProjectConfiguration;
import io.milepost.platform.Platform;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts opportunity-service; what it consists of is imported by name. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    Platform.class,
    PriceListConfiguration.class,
    OpportunityConfiguration.class,
    SalesProjectConfiguration.class,
    QuotationConfiguration.class,
    SalesProcessConfiguration.class,
    AutomationConfiguration.class
})
public class OpportunityServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(OpportunityServiceApplication.class, args);
    }
}
