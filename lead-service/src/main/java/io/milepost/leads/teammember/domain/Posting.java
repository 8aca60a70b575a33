package io.milepost.leads.teammember.domain;

import java.time.LocalDate;

/** A place in the organisation from a day on, until the next one. */
public record Posting(String team, String region, LocalDate from) {

    boolean isUnnamed() {
        return team.isBlank() || region.isBlank();
    }
}
