package io.milepost.reporting.read.mart.sales;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.lead.TeamMemberFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Reference.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a member of the sales staff belonged, in the order in which it was said. */
record Places(List<Span> said, LocalDate day) {
    Places {
        said = List.copyOf(said);
    }

    /** Team member events to places. */
    record Folding(ZoneId zone) implements Fold<Places> {
        @Override
        public String source() {
            return TeamMemberFacts.SOURCE;
        }

        @Override
        public Class<Places> view() {
            return Places.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(TeamMemberFacts.REGISTERED, TeamMemberFacts.MOVED);
        }

        @Override
        public LocalDate day(Places view) {
            return view.day();
        }

        @Override
        public Places apply(@Nullable Places before, Inbound event) {
            var placed = event.as(TeamMemberFacts.Placed.class);
            var span = new Span(placed.code(), placed.from(), List.of(placed.team(), placed.region()));
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            return before == null
                    ? new Places(List.of(span), day)
                    : new Places(
                            Stream.concat(before.said().stream(), Stream.of(span))
                                    .toList(),
                            day.isBefore(before.day()) ? before.day() : day);
        }
    }
}
