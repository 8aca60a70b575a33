package io.milepost.reporting.read.team;

import io.milepost.reporting.read.cells.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A member of the sales organisation with all places that it ever had, in the order in which they were said. */
record TeamMember(String code, List<Placement> placements, LocalDate day) implements View {
    TeamMember {
        placements = List.copyOf(placements);
    }

    TeamMember placed(Placement next, LocalDate on) {
        return new TeamMember(
                code, Stream.concat(placements.stream(), Stream.of(next)).toList(), notBefore(on));
    }

    /** The latest place that began on or before the day; of two that begin on one day, the one said last. */
    Optional<Placement> on(LocalDate asOf) {
        return placements.stream()
                .filter(placement -> !placement.from().isAfter(asOf))
                .reduce((one, next) -> next.from().isBefore(one.from()) ? one : next);
    }
}
