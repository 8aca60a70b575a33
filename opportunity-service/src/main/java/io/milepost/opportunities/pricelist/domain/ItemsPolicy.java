package io.milepost.opportunities.pricelist.domain;

import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.CODE_REPEATED;
import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.CURRENCIES_MIXED;
import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.ITEMS_MISSING;
import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.PRICE_NEGATIVE;
import static io.milepost.opportunities.pricelist.domain.PriceListRefusal.WORD_MISSING;

import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the items of one version must be: named once each in whatever spelling, and in one currency. */
final class ItemsPolicy {

    private ItemsPolicy() {}

    static Optional<Refused<PriceListEvent>> fault(List<PriceItem> items) {
        if (items.isEmpty()) {
            return refused(ITEMS_MISSING, "/items");
        }
        var taken = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var pointer = "/items/" + i;
            var words = Stream.concat(Stream.of(item.code()), item.aliases().stream())
                    .toList();
            if (item.name().isBlank() || words.stream().anyMatch(String::isBlank)) {
                return refused(WORD_MISSING, pointer);
            }
            if (item.price().isNegative()) {
                return refused(PRICE_NEGATIVE, pointer + "/price");
            }
            if (!item.price().currency().equals(items.getFirst().price().currency())) {
                return refused(CURRENCIES_MIXED, pointer + "/price/currency");
            }
            if (!words.stream().allMatch(word -> taken.add(Codes.canonical(word)))) {
                return refused(CODE_REPEATED, pointer);
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused<PriceListEvent>> refused(PriceListRefusal reason, String pointer) {
        return Optional.of(Decision.<PriceListEvent>refused(reason).at(pointer));
    }
}
