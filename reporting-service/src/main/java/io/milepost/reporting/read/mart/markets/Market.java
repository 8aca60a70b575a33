package io.milepost.reporting.read.mart.markets;

import static io.milepost.reporting.inbound.lead.ResearchFacts.PUBLISHED;
import static io.milepost.reporting.inbound.lead.ResearchFacts.STARTED;
import static io.milepost.reporting.inbound.lead.ResearchFacts.SUPERSEDED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.lead.ResearchFacts;
import io.milepost.reporting.inbound.lead.ResearchFacts.Competitor;
import io.milepost.reporting.inbound.lead.ResearchFacts.Segment;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import io.milepost.reporting.read.mart.declare.Spread;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<Segment> segments,
        List<Competitor> competitors,
        LocalDate day) {

    Market {
        segments = List.copyOf(segments);
        competitors = List.copyOf(competitors);
    }

    /**
     * What of it lies in one month of the study's period.
     *
     * @param segment null of what lies in no segment whose size is known
     */
    record Month(Market of, Spread part, @Nullable String segment, Money size) {

        boolean known() {
            return true;
        }

        LocalDate month() {
            return part.month();
        }
    }

    /** Segments add up to the whole with what lies in none of them. */
    Map<String, Month> months() {
        var months = new LinkedHashMap<String, Month>();
        var rest = size;
        for (var one : segments) {
            rest = rest == null ? null : rest.minus(one.size());
        }
        for (var part : Spread.months(from, to)) {
            String name = String.valueOf(Periods.month(part.month()));
            for (var one : segments) {
                String segment = Codes.canonical(one.segment());
                months.put(name + " " + segment, new Month(this, part, segment, part.of(one.size())));
            }
            if (rest != null) {
                months.put(name, new Month(this, part, null, part.of(rest)));
            }
        }
        return months;
    }

    Map<String, Rival> rivals() {
        return Rival.of(this);
    }

    private Market becomes(ResearchFacts.Published now, LocalDate on) {
        return new Market(
                title,
                market,
                from,
                to,
                now.marketSize(),
                Objects.requireNonNullElse(now.segments(), List.of()),
                Objects.requireNonNullElse(now.competitors(), List.of()),
                on.isBefore(day) ? day : on);
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
        public String rules() {
            return "2";
        }

        @Override
        public Market apply(@Nullable Market before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(STARTED)) {
                var started = event.as(ResearchFacts.Started.class);
                return new Market(
                        started.title(),
                        started.market(),
                        started.from(),
                        started.to(),
                        null,
                        List.of(),
                        List.of(),
                        day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never started");
            }
            return switch (event.type()) {
                case PUBLISHED -> {
                    var published = event.as(ResearchFacts.Published.class);
                    yield before.becomes(published, published.publishedOn());
                }
                case SUPERSEDED -> before.becomes(new ResearchFacts.Published(null, day, null, null), day);
                default -> throw new IllegalArgumentException("not of market research: " + event.type());
            };
        }
    }
}
