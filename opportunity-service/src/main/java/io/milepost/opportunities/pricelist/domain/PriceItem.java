package io.milepost.opportunities.pricelist.domain;

import io.milepost.platform.value.Money;
import java.util.List;

/**
 * One product at one price.
 *
 * @param code by which everyone names the product
 * @param aliases other spellings that stand for the same product
 */
public record PriceItem(String code, String name, Money price, List<String> aliases) {
    public PriceItem {
        aliases = List.copyOf(aliases);
    }
}
