package io.milepost.reporting.inbound.lead;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
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
    public record Published(@Nullable Money marketSize, LocalDate publishedOn) {}
}
