package io.milepost.opportunities.pricelist.domain;

import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import java.util.List;

/** What may be asked of a price list. */
public sealed interface PriceListCommand {

    record PublishPriceList(
            String name,
            LocalDate validFrom,
            @Limit(Limit.PRICES) List<PriceItem> items) implements PriceListCommand {
        public PublishPriceList {
            items = List.copyOf(items);
        }
    }

    /** The next version of the list; it replaces the one before from its day on. */
    record RevisePriceList(
            LocalDate validFrom, @Limit(Limit.PRICES) List<PriceItem> items) implements PriceListCommand {
        public RevisePriceList {
            items = List.copyOf(items);
        }
    }
}
