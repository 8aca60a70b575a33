package io.milepost.reporting.read.mart.rates;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.lead.RateFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rate of a pair of currencies on one day, as it was recorded or corrected last.
 *
 * @param day from which it is believed
 */
record ExchangeRate(String from, String to, LocalDate on, BigDecimal rate, LocalDate day) {

    boolean known() {
        return true;
    }

    /** All its digits. */
    String plain() {
        return rate.stripTrailingZeros().toPlainString();
    }

    /** Exchange rate events to rates. */
    record Folding(ZoneId zone) implements Fold<ExchangeRate> {
        @Override
        public String source() {
            return RateFacts.SOURCE;
        }

        @Override
        public Class<ExchangeRate> view() {
            return ExchangeRate.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(RateFacts.RECORDED, RateFacts.CORRECTED);
        }

        @Override
        public LocalDate day(ExchangeRate view) {
            return view.day();
        }

        @Override
        public ExchangeRate apply(@Nullable ExchangeRate before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            var said = event.as(RateFacts.Rate.class);
            return new ExchangeRate(
                    said.from(),
                    said.to(),
                    said.on(),
                    said.rate(),
                    before != null && day.isBefore(before.day()) ? before.day() : day);
        }
    }
}
