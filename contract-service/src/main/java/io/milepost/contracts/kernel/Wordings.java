package io.milepost.contracts.kernel;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The versions of a clause template from which contracts may be drafted, each from its day on. */
public record Wordings(List<Dated> versions) {
    public Wordings {
        versions = List.copyOf(versions);
    }

    public record Dated(LocalDate from, StandardWording wording) {}

    /** The latest version that is in effect on this day. */
    public Optional<StandardWording> on(LocalDate day) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(day))
                .map(Dated::wording)
                .max(Comparator.comparingInt(StandardWording::version));
    }
}
