package io.milepost.delivery.closure;

import io.milepost.delivery.closure.Closure.ClosureItem;
import io.milepost.delivery.kernel.Rules.Items;
import io.milepost.delivery.kernel.StandardRules;
import java.util.List;

/**
 * Which items a closure has, as the sales process of its deal says (R-188, decision 43). An opened closure keeps the items with which it
 * was opened.
 *
 * @param waivable the items that may be waived for a reason; open receivables can be carried over, a missing acceptance cannot
 */
public record ClosureTemplate(String name, int version, List<ClosureItem> items, List<ClosureItem> waivable) {
    /** Where no process is known. */
    public static final ClosureTemplate STANDARD = of("standard", 1, StandardRules.RULES.closure());

    /** What a strategic deal needs as well whose contract did not name its process. */
    public static final ClosureTemplate STRATEGIC = of("strategic", 1, StandardRules.RULES.strategicClosure());

    public ClosureTemplate {
        items = List.copyOf(items);
        waivable = List.copyOf(waivable);
    }

    /** A code that this service does not know is no item that anybody could tick off, and fails. */
    static ClosureTemplate of(String name, int version, Items items) {
        return new ClosureTemplate(name, version, named(items.items()), named(items.waivable()));
    }

    private static List<ClosureItem> named(List<String> codes) {
        return codes.stream().map(ClosureItem::valueOf).toList();
    }
}
