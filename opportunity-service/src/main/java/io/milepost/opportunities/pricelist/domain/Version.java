package io.milepost.opportunities.pricelist.domain;

import java.time.LocalDate;
import java.util.List;

/** The items of a price list from a day on, until the next version. */
public record Version(LocalDate validFrom, List<PriceItem> items) {
    public Version {
        items = List.copyOf(items);
    }
}
