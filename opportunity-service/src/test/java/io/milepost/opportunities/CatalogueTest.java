package io.milepost.opportunities;

import static io.milepost.opportunities.opportunity.OpportunityMessages.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListMessages.PRICE_LIST;

import io.milepost.opportunities.pricelist.domain.PriceItem;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.ContractFiles;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every aggregate of this service: names, published files, laws. */
class CatalogueTest {
    private static final List<Catalogue<?, ?, ?>> CATALOGUES = List.of(PRICE_LIST, OPPORTUNITY);

    @Test
    void everything_is_declared_and_well_named() {
        CatalogueWalk.check(CATALOGUES);
    }

    @Test
    void what_is_published_was_approved() {
        ContractFiles.check("opportunity", CATALOGUES);
    }

    @Test
    void laws_of_the_price_list() {
        var item = new PriceItem("GTX Pro", "GTX Pro", Money.of("4821.00", "USD"), List.of("GTXPro"));
        Laws.of(PRICE_LIST).suggesting("items", List.of(item)).check();
    }

    @Test
    void laws_of_the_opportunity() {
        Laws.of(OPPORTUNITY).terminal("REJECTED", "LOST", "WITHDRAWN", "WON").check();
    }
}
