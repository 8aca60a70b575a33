package io.milepost.delivery.salesclosure;

import static io.milepost.delivery.salesclosure.SalesClosure.No.*;
import static io.milepost.delivery.salesclosure.SalesClosure.SalesItem.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.kernel.Experience;
import io.milepost.platform.decision.Checklist;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.DocumentVersion;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of what was done to win a strategic deal, also where it was not won.
 *
 * @param confirmed whether the closure of its contract's delivery is known to be open
 * @param calledOff whether its deal goes on, so that nothing is to be closed until that ends again
 * @param blockedBy what was open when somebody tried to close it last; the same is announced once
 */
public record SalesClosure(
        SalesClosureOpened opening,
        Checklist<SalesItem, TaskEvent> checklist,
        boolean confirmed,
        boolean calledOff,
        List<SalesItem> blockedBy) {
    static final Decider<SalesClosure, Command, Event> DECIDER =
            new Decider<>(SalesClosure::decide, SalesClosure::begin, Completing::evolve);

    /** What may be asked of a closure that is open or closed. */
    public sealed interface Command {}

    /**
     * A deal has ended that had a sales project, or whose process is to say whether it had; or the project was given up before its deal.
     *
     * @param contractId the contract with which it was won
     * @param template name of its sales process; absent for a strategic deal from before its version was told
     */
    public record OpenSalesClosure(
            Outcome outcome,
            @Nullable UUID contractId,
            @Nullable String template,
            @Nullable Integer templateVersion) implements Command {}

    /** The closure of this contract's delivery is open too. */
    public record ConfirmContract(UUID contractId) implements Command {}

    /** The papers of the project are filed. */
    public record NoteArchive() implements Command {}

    /** What people do to close a sales project; each is an item of its checklist. */
    public sealed interface TaskCommand extends Command {}

    /**
     * The project was reviewed in a meeting.
     *
     * @param heldOn today when absent
     * @param minutes where they are kept
     */
    public record HoldReview(
            @Nullable LocalDate heldOn,
            @Nullable @Limit(Limit.TEXT) String minutes) implements TaskCommand {}

    /**
     * How the project went, its problems, what was new and what to do better.
     *
     * @param documentId of the report, a controlled document of kind {@code summary-report} about this project
     * @param reference where it is kept; its code, if absent
     */
    public record SubmitSalesReport(
            @Nullable UUID documentId, @Nullable String reference) implements TaskCommand {}

    /** One thing that the next project should know; as many as there are. */
    public record RecordSalesLesson(
            Experience experience, @Limit(Limit.TEXT) String text) implements TaskCommand {}

    /**
     * They are free for other work.
     *
     * @param members codes of the members
     */
    public record ReleaseSalesTeam(List<String> members) implements TaskCommand {
        public ReleaseSalesTeam {
            members = List.copyOf(members);
        }
    }

    /**
     * What the project earned and cost, compared with what was planned.
     *
     * @param plannedProfit the difference of the other two, if absent
     */
    public record EvaluateSalesFinance(
            Money revenue,
            Money cost,
            @Nullable Money plannedProfit,
            @Nullable Money plannedRevenue,
            @Nullable Money plannedCost)
            implements TaskCommand {}

    /** What quality assurance found. */
    public record EvaluateSalesQuality(@Limit(Limit.NOTE) String findings) implements TaskCommand {}

    /** Waives an open item, for a reason that stays on record with whoever gave it. */
    public record WaiveSalesItem(
            SalesItem item, @Limit(Limit.NOTE) String reason) implements Command {}

    public record CloseSalesProject() implements Command {}

    /** The deal was reopened (decision 44). */
    public record CallOffClosure() implements Command {}

    /** What has happened to the closure of a sales project, refusals on record included. */
    public sealed interface Event {}

    /**
     * A strategic deal has ended; the checklist as it stood in its template on that day.
     *
     * @param contractId the contract with which it was won
     * @param waivable the items that may be waived for a reason
     */
    public record SalesClosureOpened(
            UUID opportunityId,
            Outcome outcome,
            @Nullable UUID contractId,
            String template,
            int templateVersion,
            List<SalesItem> items,
            List<SalesItem> waivable)
            implements Event {
        public SalesClosureOpened {
            items = List.copyOf(items);
            waivable = List.copyOf(waivable);
        }
    }

    /** The contract with which the deal was won is known to be signed and its own closure to be open. */
    public record SalesContractConfirmed(UUID opportunityId, UUID contractId) implements Event {}

    public record SalesArchiveDone(UUID opportunityId) implements Event {}

    /** {@code approvedBy} is the subject of the token that waived it, in one of the roles that may. */
    public record SalesItemWaived(UUID opportunityId, SalesItem item, String reason, String approvedBy)
            implements Event {}

    /** On record: somebody tried to close the project while these items are open; {@code director} is its PD, where there is one. */
    public record SalesClosureBlocked(
            UUID opportunityId,
            List<SalesItem> open,
            @Nullable String director) implements Event {
        public SalesClosureBlocked {
            open = List.copyOf(open);
        }
    }

    /** The end of the sales side of a deal. */
    public record SalesProjectClosed(
            UUID opportunityId, Outcome outcome, @Nullable UUID contractId, LocalDate closedOn) implements Event {}

    /** The deal goes on: what was done to close its project stays in the history, and is done anew when it ends again. */
    public record SalesClosureCalledOff(UUID opportunityId, LocalDate on) implements Event {}

    /** What people did to close the project; it ticks off an item. */
    public sealed interface TaskEvent extends Event {}

    public record SalesReviewHeld(
            UUID opportunityId, LocalDate heldOn, @Nullable String minutes) implements TaskEvent {}

    /** {@code document} is the version of the report that was in effect; absent in events from before one was asked for. */
    public record SalesReportSubmitted(
            UUID opportunityId, String reference, @Nullable DocumentVersion document) implements TaskEvent {}

    public record SalesLessonRecorded(UUID opportunityId, Experience experience, String text) implements TaskEvent {}

    public record SalesTeamReleased(UUID opportunityId, List<String> members, LocalDate on) implements TaskEvent {
        public SalesTeamReleased {
            members = List.copyOf(members);
        }
    }

    /**
     * The financial result of the project.
     *
     * @param profit revenue less cost; negative where it lost money
     * @param plannedRevenue absent in events from before a whole plan was asked for, as is the planned cost
     */
    public record SalesFinanceEvaluated(
            UUID opportunityId,
            Money revenue,
            Money cost,
            Money profit,
            @Nullable Money plannedProfit,
            @Nullable Money plannedRevenue,
            @Nullable Money plannedCost)
            implements TaskEvent {}

    public record SalesQualityEvaluated(UUID opportunityId, String findings) implements TaskEvent {}

    /** What the closure of a sales project refuses in addition to what every checklist does. */
    public enum No implements Refusal {
        ENDED_OTHERWISE(state("the sales project is being closed for another end of its deal")),
        CLOSURE_CALLED_OFF(state("the deal was reopened: there is nothing to close until it ends again")),
        CONTRACT_FOREIGN(state("the deal was not won with this contract")),
        PROCESS_UNKNOWN(state("what the sales process of the deal says of closing is not known here yet")),
        HELD_IN_FUTURE(rule("the date of the review cannot be in the future"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** How a sales project or its deal ended. */
    public enum Outcome {
        WON,
        LOST,
        WITHDRAWN,

        /** Withdrawn because the decision on the project was negative (G06). */
        ATI_REJECTED,

        /** The project was given up, and its deal with it. */
        TERMINATED
    }

    /** What has to be done before a sales project closes. */
    public enum SalesItem {
        PROJECT_REVIEW,
        SUMMARY_REPORT,
        LESSONS,
        PEOPLE_RELEASED,
        FINANCIAL_EVALUATION,
        QUALITY_EVALUATION,
        ARCHIVE,

        /** On no checklist, since it is always asked for: the register books of the deal are back. */
        REGISTER_BOOKS
    }

    /** With the items of its sales process, however the deal ended (decision 43); nothing where that has no sales project. */
    static Decision<Event> open(Command command, Occasion occasion) {
        var open = (OpenSalesClosure) command;
        var known = occasion.read(SalesTemplate.class);
        if (known.isEmpty() && open.template() != null && !open.template().equals(SalesTemplate.STRATEGIC.name())) {
            return refused(PROCESS_UNKNOWN);
        }
        var template = known.orElse(SalesTemplate.STRATEGIC);
        return template.items().isEmpty()
                ? unchanged()
                : accepted(new SalesClosureOpened(
                        occasion.id(),
                        open.outcome(),
                        open.contractId(),
                        template.name(),
                        template.version(),
                        template.items(),
                        template.waivable()));
    }

    static Decision<Event> decide(SalesClosure closure, Command command, Occasion occasion) {
        if (closure.calledOff) {
            return Completing.afterReopening(closure, command, occasion);
        }
        return switch (command) {
            case OpenSalesClosure open -> Completing.again(closure.opening(), open);
            case ConfirmContract(var contractId) -> Completing.confirm(closure, contractId);
            case NoteArchive _ -> Completing.noteArchive(closure);
            case TaskCommand task -> Completing.record(closure, task, occasion);
            case WaiveSalesItem(var item, var reason) ->
                Completing.waive(closure, item, reason, occasion.who().name());
            case CloseSalesProject _ -> Completing.close(closure, occasion);
            case CallOffClosure _ ->
                accepted(new SalesClosureCalledOff(closure.opening.opportunityId(), occasion.today()));
        };
    }

    static SalesClosure begin(Event first) {
        var opening = (SalesClosureOpened) first;
        return new SalesClosure(opening, Checklist.of(opening.items(), opening.waivable()), false, false, List.of());
    }

    SalesClosure with(Checklist<SalesItem, TaskEvent> changed) {
        return new SalesClosure(opening, changed, confirmed, calledOff, blockedBy);
    }
}
