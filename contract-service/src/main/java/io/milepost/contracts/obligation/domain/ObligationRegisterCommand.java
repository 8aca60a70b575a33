package io.milepost.contracts.obligation.domain;

import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a contract's register of obligations. */
public sealed interface ObligationRegisterCommand {

    /**
     * Begins the register of a signed contract, under the contract's own id.
     *
     * @param owner code of the team member who sees to it
     */
    record OpenObligationRegister(UUID contractId, String owner) implements ObligationRegisterCommand {}

    /**
     * Something that one side owes.
     *
     * @param code names it in its register: letters, digits, dots and hyphens
     * @param dueOn the last day on which it is in time
     */
    record AddObligation(
            String code, Debtor debtor, @Limit(Limit.NOTE) String description, LocalDate dueOn)
            implements ObligationRegisterCommand {}

    /**
     * It is done, in time or late.
     *
     * @param evidence what shows it
     * @param on today when absent
     */
    record FulfilObligation(
            String code,
            @Limit(Limit.NOTE) String evidence,
            @Nullable LocalDate on) implements ObligationRegisterCommand {}

    /** The side that it is owed to does without it. */
    record WaiveObligation(String code, @Limit(Limit.NOTE) String reason) implements ObligationRegisterCommand {}

    /** Sent by the timer when the last day has ended. */
    record MarkObligationOverdue(String code) implements ObligationRegisterCommand {}
}
