package io.milepost.opportunities.pricelist.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a price list.
 *
 * @param status PUBLISHED, the only one so far
 * @param validFrom of the latest version, as are the items
 */
public record PriceListView(
        String status, String name, LocalDate validFrom, List<PriceItem> items, List<Version> earlierVersions) {

    public static @Nullable PriceListView of(PriceList state) {
        return switch (state) {
            case PriceList.Unknown _ -> null;
            case PriceList.Published(var name, var versions) -> {
                var latest = versions.getLast();
                yield new PriceListView(
                        "PUBLISHED",
                        name,
                        latest.validFrom(),
                        latest.items(),
                        versions.subList(0, versions.size() - 1));
            }
        };
    }
}
