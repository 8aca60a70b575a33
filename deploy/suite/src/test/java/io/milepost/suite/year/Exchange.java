package io.milepost.suite.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What amounts are worth in one currency, at the rates that somebody recorded. */
final class Exchange {
    private final Into into;
    private final Map<String, TreeMap<LocalDate, BigDecimal>> rates = new HashMap<>();
    private final TreeSet<LocalDate> changes = new TreeSet<>();

    /** There is no rate for an amount that is not nothing. */
    static final class MissingRate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private MissingRate(String what) {
            super(what);
        }
    }

    Exchange(List<Fact> facts, Into into) {
        this.into = into;
        var pairs = new HashMap<String, Fact>();
        for (var fact : facts) {
            if (fact.name().startsWith("exchange-rate.")) {
                pairs.put(fact.subject(), fact);
            }
        }
        for (var said : pairs.values()) {
            if (said.said("to").equals(into.currency())) {
                var on = LocalDate.parse(said.said("on"));
                rates.computeIfAbsent(said.said("from"), _ -> new TreeMap<>())
                        .put(on, new BigDecimal(said.said("rate")));
                changes.add(on);
            }
        }
    }

    String currency() {
        return into.currency();
    }

    /** The first of the days that have the same rates as this one, or as the one whose rates are asked for. */
    LocalDate since(LocalDate day) {
        var of = into.ratesOf() == null ? day : into.ratesOf();
        var since = changes.floor(of);
        return since == null ? LocalDate.MIN : since;
    }

    BigDecimal worth(BigDecimal amount, @Nullable String currency, LocalDate since) {
        if (amount.signum() == 0 || into.currency().equals(currency)) {
            return amount;
        }
        var rate = rates.getOrDefault(String.valueOf(currency), new TreeMap<>()).floorEntry(since);
        if (rate == null) {
            throw new MissingRate("of %s since %s".formatted(currency, since));
        }
        return amount.multiply(rate.getValue());
    }
}
