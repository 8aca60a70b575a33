package io.milepost.opportunities.opportunity;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said of a deal besides its stage, each as a fact of its own; a deal that ended keeps what was known. */
public sealed interface ParticularCommand extends Opportunity.Command {

    /** Somebody else answers for it from now on; {@code owner} is the code of the member. */
    record ChangeOwner(String owner, @Limit(Limit.NOTE) String reason) implements ParticularCommand {}

    record AssignAccount(UUID accountId) implements ParticularCommand {}

    record ChangeProduct(String product) implements ParticularCommand {}

    /** What the customer looks for, in free words; kept as personal data. */
    record ReviseNeed(@Limit(Limit.NOTE) String need) implements ParticularCommand {}

    record ExpectClose(LocalDate expectedCloseOn) implements ParticularCommand {}

    /** What the customer can spend, in whatever currency. */
    record StateBudget(Money budget) implements ParticularCommand {}

    /** Who else is after the deal, by the id that lead-service has for the competitor, and how they stand. */
    record NoteCompetitor(
            UUID competitorId, @Limit(Limit.NOTE) String position) implements ParticularCommand {}

    record DropCompetitor(
            UUID competitorId, @Limit(Limit.NOTE) String reason) implements ParticularCommand {}

    /**
     * Something was shown to the customer or discussed with them, today unless {@code on} says otherwise.
     *
     * @param customers who of the customer took part; personal data
     * @param members codes of those who took part for us
     * @param products that were shown or discussed
     * @param evidence where the minutes are kept
     */
    record RecordSession(
            SessionKind kind,
            @Nullable LocalDate on,
            @Limit(Limit.NOTE) String customers,
            List<String> members,
            List<String> products,
            @Limit(Limit.NOTE) String outcome,
            String evidence)
            implements ParticularCommand {
        public RecordSession {
            members = List.copyOf(members);
            products = List.copyOf(products);
        }
    }

    /** Nothing is done for it for the time being, not past {@code until}. */
    record PutOnHold(
            @Limit(Limit.NOTE) String reason, @Nullable LocalDate until) implements ParticularCommand {}

    record ResumeOpportunity(@Limit(Limit.NOTE) String note) implements ParticularCommand {}

    /** What a session with the customer was. */
    enum SessionKind {
        DEMONSTRATION,
        PRESENTATION,
        TECHNICAL_EXCHANGE
    }
}
