package io.milepost.delivery.salesclosure.domain;

import io.milepost.delivery.kernel.Experience;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of the closure of a sales project. */
public sealed interface SalesClosureCommand {

    /** A strategic deal has ended; {@code contractId} is what it was won by. */
    record OpenSalesClosure(Outcome outcome, @Nullable UUID contractId) implements SalesClosureCommand {}

    /** The closure of this contract's delivery is open too. */
    record ConfirmContract(UUID contractId) implements SalesClosureCommand {}

    /** The papers of the project are filed. */
    record NoteArchive() implements SalesClosureCommand {}

    /** What people do to close a sales project; each is an item of its checklist. */
    sealed interface TaskCommand extends SalesClosureCommand {}

    /**
     * The project was gone through in a meeting.
     *
     * @param heldOn today when absent
     * @param minutes where they are kept
     */
    record HoldReview(
            @Nullable LocalDate heldOn,
            @Nullable @Limit(Limit.TEXT) String minutes) implements TaskCommand {}

    /**
     * How the project went, its problems, what was new and what to do better.
     *
     * @param reference where the report is kept
     */
    record SubmitSalesReport(String reference) implements TaskCommand {}

    /** One thing that the next project should know; as many as there are. */
    record RecordSalesLesson(
            Experience experience, @Limit(Limit.TEXT) String text) implements TaskCommand {}

    /**
     * They are free for other work.
     *
     * @param members codes of the members
     */
    record ReleaseSalesTeam(List<String> members) implements TaskCommand {
        public ReleaseSalesTeam {
            members = List.copyOf(members);
        }
    }

    /** What the project brought in and what it cost, against the profit that was planned, if there was a plan. */
    record EvaluateSalesFinance(
            Money revenue, Money cost, @Nullable Money plannedProfit) implements TaskCommand {}

    /** What quality assurance found. */
    record EvaluateSalesQuality(@Limit(Limit.NOTE) String findings) implements TaskCommand {}

    /** Lets an open item go, for a reason that stays on record with whoever gave it. */
    record WaiveSalesItem(SalesItem item, @Limit(Limit.NOTE) String reason) implements SalesClosureCommand {}

    record CloseSalesProject() implements SalesClosureCommand {}
}
