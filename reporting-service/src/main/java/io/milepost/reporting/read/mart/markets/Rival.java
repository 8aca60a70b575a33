package io.milepost.reporting.read.mart.markets;

import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import io.milepost.reporting.read.mart.declare.Periods;
import io.milepost.reporting.read.mart.declare.Spread;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a competitor sells in one month, as a study says its share.
 *
 * @param segment null of its share of the whole market
 * @param value its part, rounded HALF_UP once for the study's period
 * @param size of what it is a part
 */
record Rival(
        Market of,
        LocalDate month,
        String competitor,
        @Nullable String segment,
        Money value,
        Money size) {
    private static final int PERCENT = 2;
    private static final String WHOLE = "";

    boolean inSegment() {
        return segment != null;
    }

    boolean inMarket() {
        return segment == null;
    }

    static Map<String, Rival> of(Market market) {
        var sizes = new HashMap<String, Money>();
        if (market.size() != null) {
            sizes.put(WHOLE, market.size());
        }
        market.segments().forEach(one -> sizes.put(Codes.canonical(one.segment()), one.size()));
        var rivals = new LinkedHashMap<String, Rival>();
        for (var one : market.competitors()) {
            String segment = one.segment() == null ? null : Codes.canonical(one.segment());
            var size = sizes.get(segment == null ? WHOLE : segment);
            if (size == null) {
                throw new IllegalStateException("a share of what has no size");
            }
            String competitor = Codes.canonical(one.competitor());
            var value = Money.rounded(
                    size.amount().multiply(one.percent()).multiply(BigDecimal.ONE.movePointLeft(PERCENT)),
                    size.currency());
            for (var part : Spread.months(market.from(), market.to())) {
                rivals.put(
                        "%s %s/%s".formatted(Periods.month(part.month()), competitor, segment),
                        new Rival(market, part.month(), competitor, segment, part.of(value), part.of(size)));
            }
        }
        return rivals;
    }
}
