package io.milepost.opportunities.pricelist;

import io.milepost.opportunities.pricelist.domain.PriceList;
import io.milepost.opportunities.pricelist.domain.PriceListCommand;
import io.milepost.opportunities.pricelist.domain.PriceListEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the price list to the platform. */
@Configuration(proxyBeanMethods = false)
public class PriceListConfiguration {

    @Bean
    Catalogue<PriceList, PriceListCommand, PriceListEvent> priceList() {
        return PriceListMessages.PRICE_LIST;
    }
}
