package io.milepost.reporting.read.mart.markets;

import static io.milepost.reporting.inbound.lead.ResearchFacts.PUBLISHED;
import static io.milepost.reporting.inbound.lead.ResearchFacts.STARTED;
import static io.milepost.reporting.inbound.lead.ResearchFacts.SUPERSEDED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.lead.ResearchFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import io.milepost.reporting.read.mart.declare.Spread;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How large a market is, as a study found.
 *
 * @param size null as long as nothing is published, where that was not found, and once another study stands in its place
 */
record Market(
        String title,
        String market,
        LocalDate from,
        LocalDate to,
        @Nullable Money size,
        LocalDate day) {

    /** What of it lies in one month of the study's period. */
    record Month(Market of, Spread part, Money size) {

        boolean known() {
            return true;
        }

        @Nullable
        String forMonth() {
            return Periods.month(part.month());
        }

        @Nullable
        String forQuarter() {
            return Periods.quarter(part.month());
        }

        @Nullable
        String forYear() {
            return Periods.year(part.month());
        }
    }

    Map<String, Month> months() {
        var months = new LinkedHashMap<String, Month>();
        if (size != null) {
            for (var part : Spread.months(from, to)) {
                months.put(String.valueOf(Periods.month(part.month())), new Month(this, part, part.of(size)));
            }
        }
        return months;
    }

    private Market sized(@Nullable Money now, LocalDate on) {
        return new Market(title, market, from, to, now, on.isBefore(day) ? day : on);
    }

    /** Market research events to markets. */
    record Folding(ZoneId zone) implements Fold<Market> {
        @Override
        public String source() {
            return ResearchFacts.SOURCE;
        }

        @Override
        public Class<Market> view() {
            return Market.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(STARTED, PUBLISHED, SUPERSEDED);
        }

        @Override
        public LocalDate day(Market view) {
            return view.day();
        }

        @Override
        public Market apply(@Nullable Market before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(STARTED)) {
                var started = event.as(ResearchFacts.Started.class);
                return new Market(started.title(), started.market(), started.from(), started.to(), null, day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never started");
            }
            return switch (event.type()) {
                case PUBLISHED -> {
                    var published = event.as(ResearchFacts.Published.class);
                    yield before.sized(published.marketSize(), published.publishedOn());
                }
                case SUPERSEDED -> before.sized(null, day);
                default -> throw new IllegalArgumentException("not of market research: " + event.type());
            };
        }
    }
}
