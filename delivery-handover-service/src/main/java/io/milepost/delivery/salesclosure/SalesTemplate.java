package io.milepost.delivery.salesclosure;

import io.milepost.delivery.kernel.Rules.Items;
import io.milepost.delivery.kernel.StandardRules;
import io.milepost.delivery.salesclosure.SalesClosure.SalesItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sales process of a deal says of closing its sales project.
 *
 * @param items none where there is no sales project
 */
record SalesTemplate(String name, int version, List<SalesItem> items, List<SalesItem> waivable) {
    /** Of a strategic deal whose version is not known. */
    static final SalesTemplate STRATEGIC = of("strategic", 1, StandardRules.RULES.salesClosure());

    SalesTemplate {
        items = List.copyOf(items);
        waivable = List.copyOf(waivable);
    }

    static SalesTemplate of(String name, int version, @Nullable Items items) {
        return items == null
                ? new SalesTemplate(name, version, List.of(), List.of())
                : new SalesTemplate(name, version, named(items.items()), named(items.waivable()));
    }

    private static List<SalesItem> named(List<String> codes) {
        return codes.stream().map(SalesItem::valueOf).toList();
    }
}
