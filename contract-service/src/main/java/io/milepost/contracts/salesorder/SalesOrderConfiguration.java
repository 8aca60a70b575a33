package io.milepost.contracts.salesorder;

import io.milepost.contracts.salesorder.domain.SalesOrder;
import io.milepost.contracts.salesorder.domain.SalesOrderCommand;
import io.milepost.contracts.salesorder.domain.SalesOrderEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the sales order to the platform. */
@Configuration(proxyBeanMethods = false)
public class SalesOrderConfiguration {

    @Bean
    Catalogue<SalesOrder, SalesOrderCommand, SalesOrderEvent> salesOrder() {
        return SalesOrderMessages.SALES_ORDER;
    }
}
