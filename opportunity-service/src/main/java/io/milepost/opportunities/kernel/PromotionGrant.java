package io.milepost.opportunities.kernel;

import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion gives, to whom and when, as far as an offer has to know it.
 *
 * @param approved without which it is given to nobody
 * @param percent off the price, for a discount
 * @param benefit what is given or granted, for the other kinds
 * @param until the last day, also where it was ended before that
 * @param products by their codes; all where there are none, as with segments
 */
public record PromotionGrant(
        boolean approved,
        @Nullable BigDecimal percent,
        @Nullable String benefit,
        LocalDate from,
        LocalDate until,
        List<String> products,
        List<String> segments,
        @Nullable Money minimumValue) {
    public PromotionGrant {
        products = List.copyOf(products);
        segments = List.copyOf(segments);
    }

    public boolean isGivenOn(LocalDate day) {
        return approved && !day.isBefore(from) && !day.isAfter(until);
    }

    /** Whether somebody may be given it for buying these products, being of this segment, for so much. */
    public boolean isFor(List<String> bought, @Nullable String segment, @Nullable Money value) {
        boolean known = segments.isEmpty() || segments.stream().anyMatch(code -> Codes.same(code, segment));
        boolean enough = minimumValue == null
                || (value != null
                        && value.currency().equals(minimumValue.currency())
                        && value.compareTo(minimumValue) >= 0);
        return known && enough && bought.stream().anyMatch(this::covers);
    }

    /** Whether this product has part in it. */
    public boolean covers(String product) {
        return products.isEmpty() || products.stream().anyMatch(code -> Codes.same(code, product));
    }
}
