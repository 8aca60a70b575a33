package io.milepost.leads.teammember.domain;

import java.time.LocalDate;
import java.util.Optional;

/** A place in the organisation from a day on, until the next one. */
public record Posting(String team, String region, LocalDate from) {

    private static final int YEARS_AHEAD = 5;

    /** Whether it is planned for a day that nobody plans for. */
    boolean isFarFrom(LocalDate today) {
        return from.isAfter(today.plusYears(YEARS_AHEAD));
    }

    /** JSON pointer to the first word that is not there. */
    Optional<String> blank() {
        if (team.isBlank()) {
            return Optional.of("/team");
        }
        return region.isBlank() ? Optional.of("/region") : Optional.empty();
    }
}
