package io.milepost.delivery.acceptance.domain;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to the acceptance of a contract, refusals on record included. */
public sealed interface AcceptanceEvent {

    /**
     * There is something to accept.
     *
     * @param beginsOn the day from which on; absent where delivery may have begun before the suite knew of the contract
     * @param currency of the contract, where that is known
     */
    record AcceptanceOpened(
            UUID contractId,
            UUID opportunityId,
            @Nullable LocalDate beginsOn,
            @Nullable Currency currency) implements AcceptanceEvent {}

    /** On record: the whole was to be accepted while these single points are open (decision 31). */
    record AcceptanceRequestRejected(UUID contractId, List<String> open) implements AcceptanceEvent {
        public AcceptanceRequestRejected {
            open = List.copyOf(open);
        }
    }

    /** About one point. */
    sealed interface PointEvent extends AcceptanceEvent {
        UUID point();
    }

    record AcceptanceRequested(
            UUID contractId,
            UUID point,
            AcceptanceKind kind,
            @Nullable String item,
            String qualityStandard) implements PointEvent {}

    record AcceptanceScheduled(UUID point, LocalDate on) implements PointEvent {}

    record AcceptanceInspected(UUID point, String qualityStandard, String measured, LocalDate on)
            implements PointEvent {}

    record SinglePointAccepted(
            UUID contractId,
            UUID point,
            String item,
            AcceptanceResult result,
            @Nullable String remarks,
            LocalDate acceptedOn)
            implements PointEvent {}

    /**
     * The customer has accepted all of it.
     *
     * @param currency of the contract, where that is known
     */
    record ComprehensiveAccepted(
            UUID contractId,
            UUID point,
            AcceptanceResult result,
            @Nullable String remarks,
            LocalDate acceptedOn,
            @Nullable Currency currency)
            implements PointEvent {}

    record AcceptanceFailed(
            UUID contractId,
            UUID point,
            AcceptanceKind kind,
            @Nullable String item,
            String remarks) implements PointEvent {}

    record RectificationCompleted(UUID point) implements PointEvent {}

    record AcceptanceReportIssued(UUID point, LocalDate on) implements PointEvent {}
}
