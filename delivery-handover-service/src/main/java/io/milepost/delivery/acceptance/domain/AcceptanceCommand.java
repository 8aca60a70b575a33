package io.milepost.delivery.acceptance.domain;

import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of the acceptance of a contract. */
public sealed interface AcceptanceCommand {

    /**
     * From the accepted handover on there is something to accept.
     *
     * @param beginsOn the day from which on; absent where delivery may have begun before the suite knew of the contract
     * @param currency of the contract, where that is known
     */
    record OpenAcceptance(
            UUID opportunityId,
            @Nullable LocalDate beginsOn,
            @Nullable Currency currency) implements AcceptanceCommand {}

    /**
     * Asks the customer to accept one point, or all of the contract.
     *
     * @param point the caller's id for it; derived from contract and item when absent
     * @param item what a single point is about
     * @param qualityStandard as the contract says; when absent, that of the point requested last
     */
    record RequestAcceptance(
            @Nullable UUID point,
            AcceptanceKind kind,
            @Nullable String item,
            @Nullable @Limit(Limit.NOTE) String qualityStandard)
            implements AcceptanceCommand {}

    /** About one point that was requested. */
    sealed interface PointCommand extends AcceptanceCommand {
        /** Absent for the comprehensive one. */
        @Nullable
        UUID point();
    }

    record ScheduleAcceptance(@Nullable UUID point, LocalDate on) implements PointCommand {}

    /**
     * What was found, to be held against the quality standard.
     *
     * @param on today when absent
     */
    record RecordInspection(
            @Nullable UUID point,
            @Limit(Limit.NOTE) String measured,
            @Nullable LocalDate on) implements PointCommand {}

    /**
     * What the customer decided.
     *
     * @param remarks needed unless it passed without any
     * @param acceptedOn today when absent
     */
    record DecideAcceptance(
            @Nullable UUID point,
            AcceptanceResult result,
            @Nullable @Limit(Limit.NOTE) String remarks,
            @Nullable LocalDate acceptedOn)
            implements PointCommand {}

    /** What failed was put right; it is inspected again. */
    record CompleteRectification(@Nullable UUID point) implements PointCommand {}

    /** The acceptance report goes to the customer. */
    record IssueReport(@Nullable UUID point) implements PointCommand {}
}
