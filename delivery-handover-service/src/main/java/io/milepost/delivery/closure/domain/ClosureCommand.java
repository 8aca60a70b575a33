package io.milepost.delivery.closure.domain;

import io.milepost.delivery.kernel.Experience;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a closure. */
public sealed interface ClosureCommand {

    /** The contract is signed: its delivery will end one day. */
    record OpenClosure(UUID opportunityId, UUID accountId) implements ClosureCommand {}

    /** The deal of this contract is strategic: its delivery needs more to close. */
    record ExtendClosure() implements ClosureCommand {}

    /** Ticks off what happened elsewhere. */
    record CompleteItem(ClosureItem item) implements ClosureCommand {}

    /** Money that had been collected went back: the collection is open again, also where the project is closed. */
    record ReopenCollection() implements ClosureCommand {}

    /** What people do to close a project; each is an item of its checklist. */
    sealed interface TaskCommand extends ClosureCommand {}

    /**
     * How the project went, its problems, what was new and what to do better.
     *
     * @param reference where the report is kept
     */
    record SubmitSummaryReport(String reference) implements TaskCommand {}

    /** One thing that the next project should know; as many as there are. */
    record RecordLesson(
            Experience experience, @Limit(Limit.TEXT) String text) implements TaskCommand {}

    /**
     * They are free for other work.
     *
     * @param members codes of the members
     */
    record ReleasePeople(List<String> members) implements TaskCommand {
        public ReleasePeople {
            members = List.copyOf(members);
        }
    }

    /** What the project brought in and what it cost, against the profit that was planned, if there was a plan. */
    record EvaluateFinance(
            Money revenue, Money cost, @Nullable Money plannedProfit) implements TaskCommand {}

    /** What quality assurance found. */
    record EvaluateQuality(@Limit(Limit.NOTE) String findings) implements TaskCommand {}

    /** Lets an open item go, for a reason that stays on record with whoever gave it. */
    record WaiveItem(ClosureItem item, @Limit(Limit.NOTE) String reason) implements ClosureCommand {}

    record CloseProject() implements ClosureCommand {}
}
