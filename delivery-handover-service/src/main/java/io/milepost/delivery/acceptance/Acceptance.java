package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.AcceptanceRefusal.*;
import static io.milepost.delivery.kernel.Suspension.No.DELIVERY_SUSPENDED;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.kernel.Suspension;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.DocumentVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a customer accepts of one contract, from the accepted handover on.
 *
 * @param points in the order in which they were requested
 */
public record Acceptance(AcceptanceOpened opening, List<Point> points) {
    static final Decider<Acceptance, Command, Event> DECIDER =
            new Decider<>(Acceptance::decide, Acceptance::begin, Acceptance::evolve);

    /**
     * From the accepted handover on there is something to accept.
     *
     * @param beginsOn the first day of delivery; absent where it may have begun before the suite knew of the contract
     * @param currency of the contract, where that is known
     */
    public record OpenAcceptance(
            UUID opportunityId,
            @Nullable LocalDate beginsOn,
            @Nullable Currency currency) {}

    /** What may be asked of an acceptance that is open. */
    public sealed interface Command {}

    /**
     * Asks the customer to accept one point, or all of the contract.
     *
     * @param point the caller's id for it; derived from contract and item when absent
     * @param item what a single point is about
     * @param qualityStandard that of the contract, which need not be stated; where the contract says none, when absent, that of the point
     *     requested last
     */
    public record RequestAcceptance(
            @Nullable UUID point,
            AcceptanceKind kind,
            @Nullable String item,
            @Nullable @Limit(Limit.NOTE) String qualityStandard)
            implements Command {}

    /** About one point that was requested. */
    public sealed interface PointCommand extends Command {
        /** Absent for the comprehensive one. */
        @Nullable
        UUID point();
    }

    public record ScheduleAcceptance(@Nullable UUID point, LocalDate on) implements PointCommand {}

    /**
     * What was found, to be compared with the quality standard.
     *
     * @param on today when absent
     */
    public record RecordInspection(
            @Nullable UUID point,
            @Limit(Limit.NOTE) String measured,
            @Nullable LocalDate on) implements PointCommand {}

    /**
     * What the customer decided.
     *
     * @param acceptor the person of the customer who decided, none of ours; kept as personal data
     * @param remarks needed unless it passed without any
     * @param acceptedOn today when absent
     */
    public record DecideAcceptance(
            @Nullable UUID point,
            AcceptanceResult result,
            @Nullable String acceptor,
            @Nullable @Limit(Limit.NOTE) String remarks,
            @Nullable LocalDate acceptedOn)
            implements PointCommand {}

    /** What failed was corrected; it is inspected again. */
    public record CompleteRectification(@Nullable UUID point) implements PointCommand {}

    /**
     * The acceptance report goes to the customer.
     *
     * @param documentId a controlled document of kind {@code acceptance-report} about this contract; absent where the report is kept elsewhere
     */
    public record IssueReport(
            @Nullable UUID point, @Nullable UUID documentId) implements PointCommand {}

    /** What has happened to the acceptance of a contract, refusals on record included. */
    public sealed interface Event {}

    /**
     * There is something to accept.
     *
     * @param beginsOn the first day of delivery; absent where it may have begun before the suite knew of the contract
     * @param currency of the contract, where that is known
     */
    public record AcceptanceOpened(
            UUID contractId,
            UUID opportunityId,
            @Nullable LocalDate beginsOn,
            @Nullable Currency currency) implements Event {}

    /** On record: the comprehensive acceptance was requested while these single points are open (decision 31). */
    public record AcceptanceRequestRejected(UUID contractId, List<String> open) implements Event {
        public AcceptanceRequestRejected {
            open = List.copyOf(open);
        }
    }

    public record AcceptanceRequested(
            UUID contractId,
            UUID point,
            AcceptanceKind kind,
            @Nullable String item,
            String qualityStandard) implements Event {}

    /** What has happened to one point that was requested. */
    public sealed interface PointEvent extends Event {
        UUID point();
    }

    /** {@code owner} is who sold the contract and comes with the customer, where that is known. */
    public record AcceptanceScheduled(
            UUID point, LocalDate on, @Nullable String owner) implements PointEvent {}

    /**
     * What was measured against the standard.
     *
     * @param by code of the member who inspected, where the token named one
     */
    public record AcceptanceInspected(
            UUID point,
            String qualityStandard,
            String measured,
            LocalDate on,
            @Nullable String by) implements PointEvent {}

    /**
     * The customer has accepted one point.
     *
     * @param accountId of the customer, as in all that the customer decides; absent in events from before that was noted
     * @param acceptor the person of the customer who decided, stored sealed; absent likewise
     */
    public record SinglePointAccepted(
            UUID contractId,
            UUID point,
            String item,
            AcceptanceResult result,
            @Nullable String remarks,
            LocalDate acceptedOn,
            @Nullable UUID accountId,
            @Nullable String acceptor)
            implements PointEvent {}

    /**
     * The customer has accepted all of it.
     *
     * @param currency of the contract, where that is known
     * @param visitDays after how many days its sales process has the customer visited; absent where it does not say
     */
    public record ComprehensiveAccepted(
            UUID contractId,
            UUID point,
            AcceptanceResult result,
            @Nullable String remarks,
            LocalDate acceptedOn,
            @Nullable Currency currency,
            @Nullable List<Integer> visitDays,
            @Nullable UUID accountId,
            @Nullable String acceptor)
            implements PointEvent {
        public ComprehensiveAccepted {
            visitDays = visitDays == null ? null : List.copyOf(visitDays);
        }
    }

    /** {@code owner} is who sold the contract, where that is known. */
    public record AcceptanceFailed(
            UUID contractId,
            UUID point,
            AcceptanceKind kind,
            @Nullable String item,
            String remarks,
            @Nullable String owner,
            @Nullable UUID accountId,
            @Nullable String acceptor)
            implements PointEvent {}

    public record RectificationCompleted(UUID point) implements PointEvent {}

    /** {@code document} is the version that was in effect; absent where none was named. */
    public record AcceptanceReportIssued(
            UUID point, LocalDate on, @Nullable DocumentVersion document) implements PointEvent {}

    /** How much of the contract is accepted at once. */
    public enum AcceptanceKind {
        /** One item or one site. */
        SINGLE_POINT,

        /** The whole contract, the final one. */
        COMPREHENSIVE
    }

    /** What the customer says after the inspection. */
    public enum AcceptanceResult {
        PASSED,

        /** Accepted; something is still to be corrected, which holds nothing back. */
        PASSED_WITH_REMARKS,

        FAILED
    }

    public Acceptance {
        points = List.copyOf(points);
    }

    static Decision<Event> open(OpenAcceptance open, Occasion occasion) {
        return accepted(new AcceptanceOpened(occasion.id(), open.opportunityId(), open.beginsOn(), open.currency()));
    }

    static Decision<Event> decide(Acceptance acceptance, Command command, Occasion occasion) {
        return switch (command) {
            case RequestAcceptance _, ScheduleAcceptance _, RecordInspection _
            when Suspension.stands(occasion) -> refused(DELIVERY_SUSPENDED);
            case RequestAcceptance request ->
                Requesting.request(acceptance, request, Agreed.of(occasion).standard());
            case PointCommand about ->
                acceptance
                        .point(about.point())
                        .map(point -> Inspecting.decide(acceptance.opening(), point, about, occasion))
                        .orElseGet(() -> refusedAt("/point", POINT_UNKNOWN));
        };
    }

    static Acceptance begin(Event first) {
        return new Acceptance((AcceptanceOpened) first, List.of());
    }

    static Acceptance evolve(Acceptance acceptance, Event event) {
        return switch (event) {
            case AcceptanceOpened _, AcceptanceRequestRejected _ -> acceptance;
            case AcceptanceRequested requested -> acceptance.with(requested);
            case PointEvent about -> acceptance.with(about);
        };
    }

    private Acceptance with(AcceptanceRequested requested) {
        var point = Point.of(requested, opening.beginsOn());
        return new Acceptance(
                opening, Stream.concat(points.stream(), Stream.of(point)).toList());
    }

    private Acceptance with(PointEvent event) {
        var after = new ArrayList<>(points);
        after.replaceAll(point -> point.id().equals(event.point()) ? point.after(event) : point);
        return new Acceptance(opening, after);
    }

    Optional<Point> comprehensive() {
        return points.stream().filter(Point::isComprehensive).findFirst();
    }

    /** The comprehensive one, where no id is stated. */
    private Optional<Point> point(@Nullable UUID id) {
        return id == null
                ? comprehensive()
                : points.stream().filter(point -> point.id().equals(id)).findFirst();
    }
}
