package io.milepost.leads.appraisal;

import static io.milepost.leads.appraisal.Appraisal.No.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one of the sellers did in a period: scored on figures of the reports, decided and signed off by the sales manager, who is never the
 * one appraised.
 */
public sealed interface Appraisal {
    Decider<Appraisal, Command, Event> DECIDER = new Decider<>(Appraising::decide, Appraisal::begin, Appraisal::evolve);

    /** The key of the tag by which an appraisal holds its member and period. */
    String APPRAISAL_OF = "appraisalOf";

    /**
     * Opens the one appraisal of a member for a period.
     *
     * @param memberId the entity of the team member
     * @param period a year, quarter or month: 2026, 2026-Q1 or 2026-03
     */
    record OpenAppraisal(UUID memberId, String period) {}

    sealed interface Command {}

    /**
     * Scores the period on figures of the reports; said again before the review, it replaces what was said before.
     *
     * @param score from 0 to 100
     */
    record ScoreAppraisal(@Limit(100) List<Figure> figures, int score) implements Command {
        public ScoreAppraisal {
            figures = List.copyOf(figures);
        }
    }

    /**
     * Decides about it, the first time or after the member has contested it.
     *
     * @param reason why this is recommended
     */
    record ReviewAppraisal(
            @Limit(Limit.NOTE) String assessment,
            Recommendation recommendation,
            @Limit(Limit.NOTE) String reason) implements Command {}

    /** The member does not agree. */
    record ContestAppraisal(@Limit(Limit.NOTE) String reason) implements Command {}

    record SignOffAppraisal() implements Command {}

    sealed interface Event {}

    /** {@code member} is the code of the member at that time. */
    record AppraisalOpened(UUID memberId, String member, String period, String openedBy) implements Event {}

    record AppraisalScored(List<Figure> figures, int score, String scoredBy) implements Event {
        public AppraisalScored {
            figures = List.copyOf(figures);
        }
    }

    record AppraisalReviewed(
            String assessment, Recommendation recommendation, String reason, String reviewedBy, LocalDate on)
            implements Event {}

    record AppraisalContested(String reason, LocalDate on) implements Event {}

    record AppraisalSignedOff(String signedOffBy, LocalDate on) implements Event {}

    enum No implements Refusal {
        APPRAISED_UNKNOWN(state("there is no such team member")),
        APPRAISAL_TAKEN(state("the member has an appraisal for this period")),
        PERIOD_RUNNING(state("a period is scored when it is over")),
        APPRAISAL_NOT_SCORED(state("the appraisal is not scored")),
        APPRAISAL_NOT_REVIEWED(state("the appraisal is not reviewed")),
        APPRAISAL_REVIEWED(state("the appraisal is reviewed")),
        APPRAISAL_CONTESTED(state("the member has contested the appraisal, which is to be reviewed again")),
        APPRAISAL_SIGNED_OFF(state("the appraisal is signed off")),
        PERIOD_FAULTY(rule("a period is a year, a quarter or a month: 2026, 2026-Q1 or 2026-03")),
        FIGURES_MISSING(rule("an appraisal is scored on at least one figure")),
        FIGURE_REPEATED(rule("a figure of a report is named only once")),
        POSITION_NEGATIVE(rule("a position of a report cannot be negative")),
        SCORE_IMPLAUSIBLE(rule("a score is from 0 to 100")),
        DECIDED_BY_APPRAISED(sender("nobody appraises themselves"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What the manager proposes. */
    enum Recommendation {
        NONE,
        INCENTIVE,
        REWARD,
        PENALTY
    }

    /**
     * A figure as a report had it.
     *
     * @param measure what it says: {@code signed amount}, {@code collections rate}
     * @param report name of the report
     * @param day up to which the report was
     * @param position up to which the report had heard, as it states it
     */
    record Figure(String measure, BigDecimal value, String report, LocalDate day, long position) {}

    /** What has to be known of the member: the code, and the code of the manager on a day, by the days from which each holds. */
    record Seller(String code, List<Line> lines) {
        public Seller {
            lines = List.copyOf(lines);
        }

        /** The codes of the managers to whom the member reports on that day: one or none. */
        List<String> managersOn(LocalDate day) {
            return lines.stream()
                    .filter(line -> !line.from().isAfter(day))
                    .reduce((_, later) -> later)
                    .map(Line::manager)
                    .stream()
                    .toList();
        }
    }

    /** To whom a member reports from a day on. */
    record Line(LocalDate from, @Nullable String manager) {}

    AppraisalOpened opening();

    record Opened(AppraisalOpened opening) implements Appraisal {}

    record Scored(AppraisalOpened opening, AppraisalScored scoring) implements Appraisal {}

    record Reviewed(Scored scored, AppraisalReviewed review) implements Appraisal {
        @Override
        public AppraisalOpened opening() {
            return scored.opening();
        }
    }

    record Contested(Reviewed reviewed, AppraisalContested contest) implements Appraisal {
        @Override
        public AppraisalOpened opening() {
            return reviewed.opening();
        }
    }

    record SignedOff(Reviewed reviewed, AppraisalSignedOff end) implements Appraisal {
        @Override
        public AppraisalOpened opening() {
            return reviewed.opening();
        }
    }

    static Appraisal begin(Event first) {
        return new Opened((AppraisalOpened) first);
    }

    static Appraisal evolve(Appraisal appraisal, Event event) {
        return switch (event) {
            case AppraisalOpened _ -> appraisal;
            case AppraisalScored scoring -> new Scored(appraisal.opening(), scoring);
            case AppraisalReviewed review ->
                new Reviewed(
                        appraisal instanceof Contested(var reviewed, var _) ? reviewed.scored() : (Scored) appraisal,
                        review);
            case AppraisalContested contest -> new Contested((Reviewed) appraisal, contest);
            case AppraisalSignedOff end -> new SignedOff((Reviewed) appraisal, end);
        };
    }
}
