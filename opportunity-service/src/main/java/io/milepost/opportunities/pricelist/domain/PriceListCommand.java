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

    /**
     * Another version of the list. It replaces the one before from its day on, which comes after that of the version that holds today, and
     * takes the place of one that was to begin on the same day.
     */
    record RevisePriceList(
            LocalDate validFrom, @Limit(Limit.PRICES) List<PriceItem> items) implements PriceListCommand {
        public RevisePriceList {
            items = List.copyOf(items);
        }
    }
}
