package io.milepost.reporting.read.mart.targets;

import static io.milepost.reporting.inbound.lead.AppraisalFacts.OPENED;
import static io.milepost.reporting.inbound.lead.AppraisalFacts.SCORED;
import static io.milepost.reporting.inbound.lead.AppraisalFacts.SIGNED_OFF;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.lead.AppraisalFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An appraisal as reports know it.
 *
 * @param period 2026, 2026-Q1 or 2026-03
 * @param score null as long as there is none
 */
record Appraisal(String member, String period, @Nullable Long score, boolean isSignedOff, LocalDate day) {
    private static final int YEAR = 4;

    boolean scored() {
        return score != null;
    }

    long points() {
        return score == null ? 0 : score;
    }

    /** Null of one for a month or a year. */
    @Nullable
    String forQuarter() {
        return period.contains("Q") ? period : null;
    }

    String forYear() {
        return period.substring(0, Math.min(YEAR, period.length()));
    }

    /** Appraisal events to appraisals. */
    record Folding(ZoneId zone) implements Fold<Appraisal> {
        @Override
        public String source() {
            return AppraisalFacts.SOURCE;
        }

        @Override
        public Class<Appraisal> view() {
            return Appraisal.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(OPENED, SCORED, SIGNED_OFF);
        }

        @Override
        public LocalDate day(Appraisal view) {
            return view.day();
        }

        @Override
        public Appraisal apply(@Nullable Appraisal before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(OPENED)) {
                var opened = event.as(AppraisalFacts.Opened.class);
                return new Appraisal(opened.member(), opened.period(), null, false, day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never opened");
            }
            LocalDate on = day.isBefore(before.day) ? before.day : day;
            return event.type().equals(SCORED)
                    ? new Appraisal(
                            before.member,
                            before.period,
                            event.as(AppraisalFacts.Scored.class).score(),
                            before.isSignedOff,
                            on)
                    : new Appraisal(before.member, before.period, before.score, true, on);
        }
    }
}
