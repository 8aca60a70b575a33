package io.milepost.reporting.read.mart.projects;

import static io.milepost.reporting.inbound.opportunity.WeeklyReportFacts.BEGUN;
import static io.milepost.reporting.inbound.opportunity.WeeklyReportFacts.CIRCULATED;
import static io.milepost.reporting.inbound.opportunity.WeeklyReportFacts.DUE;
import static io.milepost.reporting.inbound.opportunity.WeeklyReportFacts.MISSED;
import static io.milepost.reporting.inbound.opportunity.WeeklyReportFacts.SUBMITTED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.WeeklyReportFacts;
import io.milepost.reporting.inbound.opportunity.WeeklyReportFacts.OfWeek;
import io.milepost.reporting.inbound.opportunity.WeeklyReportFacts.Submitted;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The weekly reports that one sales project owes, as reports know them.
 *
 * @param weeks by the day on which each is due
 */
record WeeklyReports(UUID project, String owner, Map<LocalDate, Week> weeks, LocalDate day) {
    WeeklyReports {
        weeks = new TreeMap<>(weeks);
    }

    /**
     * What became of the report of a week.
     *
     * @param progress what was achieved, in the words of the report; null while there is none
     */
    record Week(@Nullable String progress, boolean late, boolean missed, boolean circulated) {
        static final Week OWED = new Week(null, false, false, false);
    }

    /** One as it counts. */
    record Row(UUID project, String owner, LocalDate dueOn, Week week) {
        String dealId() {
            return project.toString();
        }

        @Nullable
        String progress() {
            return week.progress();
        }

        boolean known() {
            return true;
        }

        boolean submitted() {
            return week.progress() != null;
        }

        boolean inTime() {
            return submitted() && !week.late();
        }

        boolean late() {
            return submitted() && week.late();
        }

        /** Its day is over, and it has not come since. */
        boolean missing() {
            return !submitted() && week.missed();
        }

        boolean circulated() {
            return week.circulated();
        }

        String state() {
            if (submitted()) {
                return week.late() ? "LATE" : "SUBMITTED";
            }
            return week.missed() ? "MISSED" : "DUE";
        }

        @Nullable
        String forMonth() {
            return Periods.month(dueOn);
        }

        @Nullable
        String forQuarter() {
            return Periods.quarter(dueOn);
        }
    }

    Map<String, Row> rows() {
        var rows = new LinkedHashMap<String, Row>();
        weeks.forEach((dueOn, week) -> rows.put(dueOn.toString(), new Row(project, owner, dueOn, week)));
        return rows;
    }

    private WeeklyReports with(LocalDate dueOn, Week week, LocalDate on) {
        var all = new TreeMap<>(weeks);
        all.put(dueOn, week);
        return new WeeklyReports(project, owner, all, on.isBefore(day) ? day : on);
    }

    /** Weekly reporting events to weeks. */
    record Folding(ZoneId zone) implements Fold<WeeklyReports> {
        @Override
        public String source() {
            return WeeklyReportFacts.SOURCE;
        }

        @Override
        public Class<WeeklyReports> view() {
            return WeeklyReports.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(BEGUN, DUE, SUBMITTED, CIRCULATED, MISSED);
        }

        @Override
        public LocalDate day(WeeklyReports view) {
            return view.day();
        }

        @Override
        public WeeklyReports apply(@Nullable WeeklyReports before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(BEGUN)) {
                var begun = event.as(WeeklyReportFacts.Begun.class);
                return new WeeklyReports(begun.salesProjectId(), begun.owner(), Map.of(), day);
            }
            if (before == null) {
                throw new IllegalStateException("its sales project owes no reports");
            }
            LocalDate dueOn = event.as(OfWeek.class).week();
            var known = Objects.requireNonNullElse(before.weeks.get(dueOn), Week.OWED);
            var now = switch (event.type()) {
                case DUE -> known;
                case MISSED -> new Week(known.progress(), known.late(), true, known.circulated());
                case CIRCULATED -> new Week(known.progress(), known.late(), known.missed(), true);
                case SUBMITTED -> {
                    var report = event.as(Submitted.class);
                    yield new Week(report.progress(), report.late(), known.missed(), known.circulated());
                }
                default -> throw new IllegalArgumentException("not of weekly reports: " + event.type());
            };
            return before.with(dueOn, now, day);
        }
    }
}
