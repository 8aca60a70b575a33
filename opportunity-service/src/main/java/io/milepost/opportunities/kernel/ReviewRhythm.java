package io.milepost.opportunities.kernel;

import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often open risks are looked at, as the risk plan of the project says.
 *
 * @param days from one review to the next at most; null where nothing is planned
 */
public record ReviewRhythm(@Nullable Integer days) {

    /** This day, or the last one that the plan leaves. */
    public static LocalDate latest(LocalDate stated, Occasion occasion) {
        return occasion.read(ReviewRhythm.class)
                .map(ReviewRhythm::days)
                .map(occasion.today()::plusDays)
                .filter(last -> last.isBefore(stated))
                .orElse(stated);
    }
}
