package io.milepost.opportunities.pricelist.domain;

import java.time.LocalDate;
import java.util.List;

/** What has happened to a price list. */
public sealed interface PriceListEvent {

    record PriceListPublished(String name, LocalDate validFrom, List<PriceItem> items) implements PriceListEvent {
        public PriceListPublished {
            items = List.copyOf(items);
        }
    }

    record PriceListRevised(LocalDate validFrom, List<PriceItem> items) implements PriceListEvent {
        public PriceListRevised {
            items = List.copyOf(items);
        }
    }
}
