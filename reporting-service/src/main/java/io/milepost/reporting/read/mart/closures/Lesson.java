package io.milepost.reporting.read.mart.closures;

import static io.milepost.reporting.inbound.delivery.KeepingFacts.LESSON_COLLECTED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.delivery.KeepingFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was learned from a project, as reports count it; the words are found where they are kept.
 *
 * @param outcome how the deal of a sales project ended
 */
record Lesson(String project, UUID opportunity, @Nullable String outcome, String kind, LocalDate keptOn) {

    boolean known() {
        return true;
    }

    String dealId() {
        return opportunity.toString();
    }

    @Nullable
    String forMonth() {
        return Periods.month(keptOn);
    }

    @Nullable
    String forQuarter() {
        return Periods.quarter(keptOn);
    }

    @Nullable
    String forYear() {
        return Periods.year(keptOn);
    }

    /** Lesson events to lessons. */
    record Folding(ZoneId zone) implements Fold<Lesson> {
        @Override
        public String source() {
            return KeepingFacts.SOURCE;
        }

        @Override
        public Class<Lesson> view() {
            return Lesson.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(LESSON_COLLECTED);
        }

        @Override
        public LocalDate day(Lesson view) {
            return view.keptOn();
        }

        @Override
        public Lesson apply(@Nullable Lesson before, Inbound event) {
            var collected = event.as(KeepingFacts.Collected.class);
            return new Lesson(
                    collected.project(),
                    collected.opportunityId(),
                    collected.outcome(),
                    collected.kind(),
                    collected.on());
        }
    }
}
