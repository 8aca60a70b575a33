package io.milepost.delivery.closure;

import static io.milepost.delivery.closure.Closure.No.CLOSURE_CALLED_OFF;
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
 * The end of a contract's life, item by item.
 *
 * @param extension what its deal, a strategic one, needs as well; null where that is not known
 * @param calledOff whether its contract turned out to be signed by mistake, so that nothing is to be closed
 * @param blockedBy what was open when somebody tried to close it last; the same is announced once
 */
public record Closure(
        ClosureOpened opening,
        @Nullable ClosureItemsAdded extension,
        Checklist<ClosureItem, TaskEvent> checklist,
        boolean calledOff,
        List<ClosureItem> blockedBy) {
    static final Decider<Closure, Command, Event> DECIDER =
            new Decider<>(Closure::decide, Evolution::begin, Evolution::evolve);

    /** The contract is signed: its delivery will end one day. It names the sales process of its deal, where that is known. */
    public record OpenClosure(
            UUID opportunityId,
            UUID accountId,
            @Nullable String template,
            @Nullable Integer templateVersion) {}

    /** What may be asked of a closure that is open or closed. */
    public sealed interface Command {}

    /** The deal of this contract is strategic: its delivery needs more to close. */
    public record ExtendClosure() implements Command {}

    /** Ticks off what happened elsewhere. */
    public record CompleteItem(ClosureItem item) implements Command {}

    /** Money that had been collected went back: the collection is open again, even where the project is closed. */
    public record ReopenCollection() implements Command {}

    /** Sent by the automation when the contract turned out to be signed by mistake (decision 44). */
    public record CallOffDeliveryClosure(LocalDate on) implements Command {}

    /** What people do to close a project; each is an item of its checklist. */
    public sealed interface TaskCommand extends Command {}

    /**
     * How the project went, its problems, what was new and what to do better.
     *
     * @param documentId of the report, a controlled document of kind {@code summary-report} about this project
     * @param reference where it is kept; its code, if absent
     */
    public record SubmitSummaryReport(
            @Nullable UUID documentId, @Nullable String reference) implements TaskCommand {}

    /** One thing that the next project should know; as many as there are. */
    public record RecordLesson(
            Experience experience, @Limit(Limit.TEXT) String text) implements TaskCommand {}

    /**
     * They are free for other work.
     *
     * @param members codes of the members, the whole team among them
     * @param resources ids of the resource allocations that are released with them
     */
    public record ReleasePeople(
            List<String> members, @Nullable List<UUID> resources) implements TaskCommand {
        public ReleasePeople {
            members = List.copyOf(members);
            resources = resources == null ? null : List.copyOf(resources);
        }
    }

    /**
     * What the project earned and cost, compared with what was planned.
     *
     * @param plannedProfit the difference of the other two, if absent
     * @param plannedRevenue the value of the contract, where it is known, if absent
     */
    public record EvaluateFinance(
            Money revenue,
            Money cost,
            @Nullable Money plannedProfit,
            @Nullable Money plannedRevenue,
            @Nullable Money plannedCost)
            implements TaskCommand {}

    /** What quality assurance found. */
    public record EvaluateQuality(@Limit(Limit.NOTE) String findings) implements TaskCommand {}

    /** Waives an open item, for a reason that stays on record with whoever gave it. */
    public record WaiveItem(
            ClosureItem item, @Limit(Limit.NOTE) String reason) implements Command {}

    public record CloseProject() implements Command {}

    /** What has happened to a closure, refusals on record included. */
    public sealed interface Event {}

    /**
     * The checklist as it stood in its template on that day.
     *
     * @param waivable the items that may be waived for a reason
     */
    public record ClosureOpened(
            UUID contractId,
            UUID opportunityId,
            UUID accountId,
            ClosureKind kind,
            String template,
            int templateVersion,
            List<ClosureItem> items,
            List<ClosureItem> waivable)
            implements Event {
        public ClosureOpened {
            items = List.copyOf(items);
            waivable = List.copyOf(waivable);
        }
    }

    /** The deal of the contract is strategic: these items are needed as well. */
    public record ClosureItemsAdded(
            UUID contractId, String template, int templateVersion, List<ClosureItem> items, List<ClosureItem> waivable)
            implements Event {
        public ClosureItemsAdded {
            items = List.copyOf(items);
            waivable = List.copyOf(waivable);
        }
    }

    public record ClosureItemDone(UUID contractId, ClosureItem item) implements Event {}

    /** What was done is open again. */
    public record ClosureItemReopened(UUID contractId, ClosureItem item) implements Event {}

    /** The same of a project that is closed, and stays closed; somebody has to look after it nevertheless. */
    public record ClosureItemReopenedAfterClose(UUID contractId, ClosureItem item) implements Event {}

    /**
     * An item was waived.
     *
     * @param approvedBy the subject of the token that waived it, in one of the roles that may
     */
    public record ClosureItemWaived(UUID contractId, ClosureItem item, String reason, String approvedBy)
            implements Event {}

    /**
     * On record: somebody tried to close the project while these items are open, and no others were the last time.
     *
     * @param owner code of the member who sold the contract, where that is known
     */
    public record ClosureBlocked(
            UUID contractId,
            List<ClosureItem> open,
            @Nullable String owner) implements Event {
        public ClosureBlocked {
            open = List.copyOf(open);
        }
    }

    /** There is nothing to close. */
    public record ClosureCalledOff(UUID contractId, LocalDate on) implements Event {}

    /** The end of the whole life cycle of the deal. */
    public record ProjectClosed(UUID contractId, UUID opportunityId, UUID accountId, LocalDate closedOn)
            implements Event {}

    /** What people did to close the project; it ticks off an item. */
    public sealed interface TaskEvent extends Event {}

    /** {@code document} is the version of the report that was in effect; absent in events from before one was asked for. */
    public record SummaryReportSubmitted(
            UUID contractId, String reference, @Nullable DocumentVersion document) implements TaskEvent {}

    public record LessonRecorded(UUID contractId, Experience experience, String text) implements TaskEvent {}

    public record PeopleReleased(
            UUID contractId,
            List<String> members,
            LocalDate on,
            @Nullable List<UUID> resources) implements TaskEvent {
        public PeopleReleased {
            members = List.copyOf(members);
            resources = resources == null ? null : List.copyOf(resources);
        }
    }

    /**
     * The financial result of the project.
     *
     * @param profit revenue less cost; negative where it lost money
     * @param plannedRevenue absent in events from before a whole plan was asked for, as is the planned cost
     */
    public record FinancialEvaluationDone(
            UUID contractId,
            Money revenue,
            Money cost,
            Money profit,
            @Nullable Money plannedProfit,
            @Nullable Money plannedRevenue,
            @Nullable Money plannedCost)
            implements TaskEvent {}

    public record QualityEvaluationDone(UUID contractId, String findings) implements TaskEvent {}

    /** What a closure refuses in addition to what every checklist does. */
    public enum No implements Refusal {
        CLOSURE_CALLED_OFF(state("the contract was signed by mistake, and there is nothing to close")),
        DELIVERY_UNFINISHED(
                state("milestones are not reached or issues of high severity are open, and nobody has waived that")),
        NOTHING_TO_WAIVE(state("every milestone is reached and no issue of high severity is open")),
        RESOURCES_IN_USE(state("resources that were given to the delivery are not released")),
        ITEM_NOT_ON_CHECKLIST(rule("the template of this closure does not have the item"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Whose end it is (decision 38); a sales project has a closure of its own, see ADR 0017. */
    public enum ClosureKind {
        DELIVERY_PROJECT
    }

    /** What has to be done before a delivery project closes. */
    public enum ClosureItem {
        COMPREHENSIVE_ACCEPTANCE,
        SETTLEMENT,
        FULL_COLLECTION,
        ARCHIVE,
        HANDOVER,
        SUMMARY_REPORT,
        LESSONS,
        PEOPLE_RELEASED,
        FINANCIAL_EVALUATION,
        QUALITY_EVALUATION,

        /** On no checklist, since it is always asked for: the register books of the deal are back. */
        REGISTER_BOOKS,
        /** On no checklist either: milestones are reached and issues of high severity resolved, or that is waived. */
        DELIVERY
    }

    static Decision<Event> decide(Closure closure, Command command, Occasion occasion) {
        return switch (command) {
            case TaskCommand _, WaiveItem _, CloseProject _ when closure.calledOff -> refused(CLOSURE_CALLED_OFF);
            case CallOffDeliveryClosure(var on) -> Completing.callOff(closure, on);
            case ExtendClosure _ -> Completing.extend(closure);
            case CompleteItem(var item) -> Completing.complete(closure, item);
            case ReopenCollection _ -> Completing.reopenCollection(closure);
            case TaskCommand task -> Completing.record(closure, task, occasion);
            case WaiveItem(var item, var reason) -> Completing.waive(closure, item, reason, occasion);
            case CloseProject _ -> Completing.close(closure, occasion);
        };
    }

    public Closure {
        blockedBy = List.copyOf(blockedBy);
    }

    /** The one that needs the most. */
    String template() {
        return extension == null ? opening.template() : extension.template();
    }

    int templateVersion() {
        return extension == null ? opening.templateVersion() : extension.templateVersion();
    }

    /** Opened without knowing the sales process of its deal, which may turn out to be strategic. */
    boolean canBeExtended() {
        return extension == null
                && opening.template().equals(ClosureTemplate.STANDARD.name())
                && opening.templateVersion() == ClosureTemplate.STANDARD.version();
    }
}
