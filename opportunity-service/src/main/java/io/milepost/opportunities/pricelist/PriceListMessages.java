package io.milepost.opportunities.pricelist;

import static io.milepost.platform.catalogue.Role.FINANCE;
import static io.milepost.platform.catalogue.Role.IMPORTER;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;

import io.milepost.opportunities.pricelist.domain.PriceList;
import io.milepost.opportunities.pricelist.domain.PriceListCommand;
import io.milepost.opportunities.pricelist.domain.PriceListCommand.PublishPriceList;
import io.milepost.opportunities.pricelist.domain.PriceListCommand.RevisePriceList;
import io.milepost.opportunities.pricelist.domain.PriceListEvent;
import io.milepost.opportunities.pricelist.domain.PriceListEvent.PriceListPublished;
import io.milepost.opportunities.pricelist.domain.PriceListEvent.PriceListRevised;
import io.milepost.opportunities.pricelist.domain.PriceListRefusal;
import io.milepost.opportunities.pricelist.domain.PriceListView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The price list's commands and events, with paths, roles and names. */
public final class PriceListMessages {

    public static final Catalogue<PriceList, PriceListCommand, PriceListEvent> PRICE_LIST = Catalogue.of(
                    "price-list",
                    "price-lists",
                    new Decider<PriceList, PriceListCommand, PriceListEvent>(
                            new PriceList.Unknown(), PriceList::decide, PriceList::evolve))
            .creates(PublishPriceList.class, SALES_MANAGER, FINANCE, IMPORTER)
            .command(RevisePriceList.class, SALES_MANAGER, FINANCE, IMPORTER)
            .event(PriceListPublished.class, "price-list.published", 1)
            .event(PriceListRevised.class, "price-list.revised", 1)
            .refusals(PriceListRefusal.class)
            .view(PriceListView.class, PriceListView::of);

    private PriceListMessages() {}
}
