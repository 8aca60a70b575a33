package io.milepost.opportunities.pricelist;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.pricelist.PriceList.*;
import io.milepost.platform.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The price list's commands and events, with paths, roles and names. */
public final class PriceListCatalogue {

    public static final Catalogue<PriceList, Command, Event> PRICE_LIST = Catalogue.of(
                    "price-list", "price-lists", PriceList.DECIDER)
            .creates(PublishPriceList.class, PriceList::publish, SALES_MANAGER, FINANCE, IMPORTER)
            .command(RevisePriceList.class, SALES_MANAGER, FINANCE, IMPORTER)
            .event(PriceListPublished.class, "price-list.published", 1)
            .event(PriceListRevised.class, "price-list.revised", 1)
            .open()
            .refusals(No.class, CURRENCIES_MIXED, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private PriceListCatalogue() {}

    /**
     * What a read shows of a price list.
     *
     * @param status PUBLISHED, the only one so far
     * @param validFrom of the latest version, as are items and rules
     */
    public record View(
            String status,
            String name,
            LocalDate validFrom,
            List<PriceItem> items,
            @Nullable PricingRules rules,
            List<Version> earlierVersions) {
        static View of(PriceList list) {
            var versions = list.versions();
            var latest = versions.getLast();
            return new View(
                    "PUBLISHED",
                    list.name(),
                    latest.validFrom(),
                    latest.items(),
                    latest.rules(),
                    versions.subList(0, versions.size() - 1));
        }
    }
}
