package io.milepost.reporting.inbound.lead;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types and fields of lead-service's market research events that reports use. */
public final class ResearchFacts {
    public static final String SOURCE = "lead";
    public static final String STARTED = "market-research.started.v1";
    public static final String PUBLISHED = "market-research.published.v1";
    public static final String SUPERSEDED = "market-research.superseded.v1";

    private ResearchFacts() {}

    /** {@link #STARTED}: the period is that of which it speaks. */
    public record Started(String title, String market, LocalDate from, LocalDate to) {}

    /** {@link #PUBLISHED}: how much all competitors together sell in the period, if that was found. */
    public record Published(
            @Nullable Money marketSize,
            LocalDate publishedOn,
            @Nullable List<Segment> segments,
            @Nullable List<Competitor> competitors) {
        public Published {
            segments = segments == null ? List.of() : List.copyOf(segments);
            competitors = competitors == null ? List.of() : List.copyOf(competitors);
        }
    }

    /** Of {@link Published}: how much all sell in a segment, by its code. */
    public record Segment(String segment, Money size) {}

    /**
     * Of {@link Published}: what part a competitor has, by its code.
     *
     * @param segment of which it is a part; null for the whole market
     */
    public record Competitor(String competitor, @Nullable String segment, BigDecimal percent) {}
}
