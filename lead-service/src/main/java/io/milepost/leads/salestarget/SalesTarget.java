package io.milepost.leads.salestarget;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to reach in a period: linked to the company's strategy, broken down from the target above it, approved before the
 * period starts, and revised during it with the first figure beside the new one (R-005 to R-008, gate G01).
 */
public sealed interface SalesTarget {
    Decider<SalesTarget, Command, Event> DECIDER =
            new Decider<>(Targeting::decide, Targeting::begin, Targeting::evolve);

    record DraftSalesTarget(Task task) {}

    sealed interface Command {}

    /** Replaces the task of a draft or of a returned target, which is a draft again. */
    record RedraftSalesTarget(Task task) implements Command {}

    /** Asks for approval: whoever answers for the target commits to it. */
    record SubmitSalesTarget() implements Command {}

    record ApproveSalesTarget() implements Command {}

    /** Sends a submitted target back to be changed. */
    record ReturnSalesTarget(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Names who has which part of the target, all parts at once; the last cascade holds. */
    record CascadeSalesTarget(@Limit(100) List<Part> parts) implements Command {
        public CascadeSalesTarget {
            parts = List.copyOf(parts);
        }
    }

    /** Sent by the timer alone, when the first day of the period begins. */
    record StartPeriod(LocalDate from) implements Command {}

    /** Changes the figure of a target whose period runs. */
    record ReviseSalesTarget(
            Figure figure, @Limit(Limit.NOTE) String reason) implements Command {}

    /** Ends a target; before the last day of its period is over, with a reason. */
    record CloseSalesTarget(@Nullable @Limit(Limit.NOTE) String reason) implements Command {}

    sealed interface Event {}

    /**
     * A target is there, and waits for its approval until its period starts.
     *
     * @param assigned what the cascade of the target above gives; null for the company's own
     */
    record SalesTargetDrafted(
            Task task, Strategy strategy, @Nullable Figure assigned, String draftedBy) implements Event {}

    record SalesTargetRedrafted(
            Task task, Strategy strategy, @Nullable Figure assigned, String redraftedBy) implements Event {}

    record SalesTargetSubmitted(String submittedBy, LocalDate submittedOn) implements Event {}

    record SalesTargetReturned(String reason, String returnedBy) implements Event {}

    record SalesTargetApproved(String approvedBy, LocalDate approvedOn) implements Event {}

    /** The period began without an approved target. */
    record SalesTargetNotApprovedInTime(String accountable, LocalDate from) implements Event {}

    record SalesTargetActivated(LocalDate activatedOn) implements Event {}

    /**
     * Who has which part.
     *
     * @param whole the figure that was broken down
     * @param difference how much of the whole the parts are missing, negative where they are more; null where they add up or cannot
     */
    record SalesTargetCascaded(
            List<Part> parts,
            Figure whole,
            Fit fit,
            @Nullable Figure difference) implements Event {
        public SalesTargetCascaded {
            parts = List.copyOf(parts);
        }
    }

    /** The figure number {@code revision}, which counts from 1, beside the one that was approved. */
    record SalesTargetRevised(
            int revision, Figure original, Figure figure, String reason, String revisedBy, LocalDate revisedOn)
            implements Event {}

    record SalesTargetClosed(boolean early, @Nullable String reason, String closedBy, LocalDate closedOn)
            implements Event {}

    enum No implements Refusal {
        ACCOUNTABLE_UNKNOWN(state("no team member has the code of whoever answers for it")),
        TEAM_MISSING(rule("a target of a department must name it")),
        PERIOD_REVERSED(rule("a period cannot end before it begins")),
        PERIOD_NOT_AHEAD(rule("a target must be drafted before its period starts")),
        PERIOD_STARTED(state("a target can only be submitted and approved before its period starts")),
        FIGURE_FAULTY(rule("a figure must say what its metric is measured in, and nothing else")),
        FIGURE_NOT_POSITIVE(rule("a figure must be more than nothing")),
        FIGURE_TOO_LONG(rule("a figure has at most 15 digits before the point and 4 after it")),
        OVER_A_HUNDRED(rule("percent and points end at 100")),
        MIX_NOT_A_HUNDRED(rule("the parts of a mix must add up to 100 percent")),
        TYPE_REPEATED(rule("a type of customer has only one part of a mix")),
        STRATEGY_NOT_ADOPTED(state("a target of the company needs a sales strategy that is adopted")),
        STRATEGY_MISPLACED(
                rule("only a target of the company names its strategy; others have that of the target above")),
        PARENT_MISPLACED(rule("a target of the company has none above it")),
        PARENT_UNKNOWN(state("a target below the company needs one above it")),
        PARENT_CLOSED(state("the target above is closed")),
        PARENT_NOT_APPROVED(state("the target above must be approved first")),
        LEVEL_NOT_BELOW(rule("a part must be of a lower level than the whole")),
        METRIC_DIFFERS(rule("a target has the metric of the one above it")),
        MEASURE_DIFFERS(rule("a figure keeps its currency or unit")),
        PERIOD_OUTSIDE(rule("a period must lie inside that of the target above")),
        NOT_IN_CASCADE(state("the target above has to name this level and member in its cascade first")),
        TARGET_TAKEN(state("whoever answers for it has such a target for the same period already")),
        TARGET_NOT_DRAFT(state("only a draft can be changed or submitted")),
        TARGET_RETURNED(state("a returned target must be redrafted before it is submitted again")),
        TARGET_NOT_SUBMITTED(state("only a submitted target can be approved or returned")),
        TARGET_NOT_ACTIVE(state("a target can only be revised while its period runs")),
        TARGET_CLOSED(state("the target is closed")),
        NOTHING_REVISED(rule("a revision must change the figure")),
        PARTS_MISSING(rule("a cascade needs at least one part")),
        PART_REPEATED(rule("a member has only one part of a level in a cascade")),
        SUBMITTER_NOT_MANAGER(sender("only a sales manager submits a target above that of a seller")),
        APPROVER_IS_AUTHOR(sender("whoever drafted or submitted a target, or answers for it, cannot approve it")),
        REVISER_IS_ACCOUNTABLE(sender("whoever answers for a target cannot revise it"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Whether the parts of a cascade are the whole; percent, points and mixes are never added up. */
    enum Fit {
        ADDS_UP,
        DIFFERS,
        NOT_ADDITIVE
    }

    /**
     * What is to be reached, by whom and when.
     *
     * @param team the department or team whose task it is
     * @param accountable code of the member who answers for it; for a department that is its sales manager
     * @param to the last day of the period
     * @param parentId of the target above, null for the company alone
     * @param strategyId of the company's strategy, named by the company's target alone
     */
    record Task(
            Level level,
            @Nullable String team,
            String accountable,
            Metric metric,
            Figure figure,
            LocalDate from,
            LocalDate to,
            @Nullable UUID parentId,
            @Nullable UUID strategyId) {}

    /** The version of the strategy that was in force when the target was drafted. */
    record Strategy(UUID id, int version) {}

    /** One part of a cascade. */
    record Part(Level level, @Nullable String team, String accountable, Figure figure) {}

    /**
     * What holds in every state.
     *
     * @param authors who drafted, redrafted and submitted it
     * @param cascade the last one
     * @param missed the first day of a period that began without its approval
     */
    record Details(
            Task task,
            Strategy strategy,
            @Nullable Figure assigned,
            Set<String> authors,
            @Nullable SalesTargetCascaded cascade,
            @Nullable LocalDate missed) {
        public Details {
            authors = Set.copyOf(authors);
        }

        Details by(String author) {
            var more = Stream.concat(authors.stream(), Stream.of(author)).collect(Collectors.toSet());
            return new Details(task, strategy, assigned, more, cascade, missed);
        }

        /** A cascade is about a level, a metric and a measure; where those change it is of another task. */
        Details with(SalesTargetRedrafted redrafted) {
            var next = redrafted.task();
            var kept = next.level() == task.level()
                    && next.metric() == task.metric()
                    && next.figure().isMeasuredAs(task.figure());
            return new Details(next, redrafted.strategy(), redrafted.assigned(), authors, kept ? cascade : null, missed)
                    .by(redrafted.redraftedBy());
        }

        Details with(SalesTargetCascaded cascaded) {
            return new Details(task, strategy, assigned, authors, cascaded, missed);
        }

        Details missing(LocalDate from) {
            return new Details(task, strategy, assigned, authors, cascade, from);
        }
    }

    /** Not submitted yet, or {@code returnedFor} a reason. */
    record Draft(Details details, @Nullable String returnedFor) implements SalesTarget {}

    record Submitted(Details details) implements SalesTarget {}

    record Approved(Details details, SalesTargetApproved approval) implements SalesTarget {}

    /** Its period runs. */
    record Active(Details details, SalesTargetApproved approval, List<SalesTargetRevised> revisions)
            implements SalesTarget {
        public Active {
            revisions = List.copyOf(revisions);
        }
    }

    record Closed(SalesTarget before, SalesTargetClosed end) implements SalesTarget {
        @Override
        public Details details() {
            return before.details();
        }
    }

    Details details();

    /** The figure that holds now. */
    default Figure figure() {
        return revisions().isEmpty()
                ? details().task().figure()
                : revisions().getLast().figure();
    }

    default List<SalesTargetRevised> revisions() {
        return switch (this) {
            case Active active -> active.revisions();
            case Closed(var before, var _) -> before.revisions();
            case Draft _, Submitted _, Approved _ -> List.of();
        };
    }

    /** Empty before it is approved. */
    default Optional<SalesTargetApproved> approvalGiven() {
        return switch (this) {
            case Approved(var _, var approval) -> Optional.of(approval);
            case Active active -> Optional.of(active.approval());
            case Closed(var before, var _) -> before.approvalGiven();
            case Draft _, Submitted _ -> Optional.empty();
        };
    }

    /** Approved, before its period or in it, and not closed. */
    default boolean isApproved() {
        return this instanceof Approved || this instanceof Active;
    }
}
