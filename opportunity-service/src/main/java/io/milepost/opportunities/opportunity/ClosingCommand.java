package io.milepost.opportunities.opportunity;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a deal ends, and how an end is undone. Texts may not contain personal data. */
public sealed interface ClosingCommand extends Opportunity.Command {

    /** Gate G04, not passed; people say what it was and what is learned from it. */
    record RejectOpportunity(
            @Limit(Limit.NOTE) String reason,
            @Nullable @Limit(Limit.NOTE) String lessons,
            @Nullable EndCause cause) implements ClosingCommand {}

    /** The customer decided against us, today unless {@code closedOn} says otherwise; people say what it was and what is learned from it. */
    record CloseAsLost(
            @Limit(Limit.NOTE) String reason,
            @Nullable @Limit(Limit.NOTE) String lessons,
            @Nullable LocalDate closedOn,
            @Nullable EndCause cause)
            implements ClosingCommand {}

    /** We give it up, today unless {@code closedOn} says otherwise; people say what it was and what is learned from it. */
    record Withdraw(
            @Limit(Limit.NOTE) String reason,
            @Nullable LocalDate closedOn,
            @Nullable @Limit(Limit.NOTE) String lessons,
            @Nullable EndCause cause)
            implements ClosingCommand {}

    /** Sent by the automation alone, on a negative ATI decision, with what was said of it. */
    record WithdrawByAti(
            String reason,
            LocalDate decidedOn,
            @Nullable String lessons,
            @Nullable EndCause cause) implements ClosingCommand {}

    /** Sent by the automation alone, when the sales project was given up, with what was said of that. */
    record WithdrawByTermination(
            String reason,
            LocalDate terminatedOn,
            @Nullable String lessons,
            @Nullable EndCause cause) implements ClosingCommand {}

    /** Sent by the automation alone, on a signed contract. */
    record WinOpportunity(UUID contractId, Money value, LocalDate signedOn) implements ClosingCommand {}

    /** Sent by the automation alone, when a contract turned out to be signed by mistake (decision 44). */
    record UndoWin(UUID contractId, String reason, LocalDate on) implements ClosingCommand {}

    /** It was rejected, lost or given up by mistake, or the customer is back: it goes on where it stood (decision 44). */
    record ReopenOpportunity(@Limit(Limit.NOTE) String reason) implements ClosingCommand {}
}
