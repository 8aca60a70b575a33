package io.milepost.delivery.acceptance.domain;

import static io.milepost.delivery.acceptance.domain.AcceptanceRefusal.*;
import static io.milepost.delivery.acceptance.domain.AcceptanceRefusal.DAY_IMPLAUSIBLE;
import static io.milepost.delivery.acceptance.domain.AcceptanceRefusal.INSPECTED_TOO_EARLY;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.acceptance.domain.AcceptanceCommand.CompleteRectification;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.DecideAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.IssueReport;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.PointCommand;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.RecordInspection;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.ScheduleAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceFailed;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceInspected;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceOpened;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceReportIssued;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceScheduled;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.ComprehensiveAccepted;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.RectificationCompleted;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.SinglePointAccepted;
import io.milepost.delivery.acceptance.domain.Progress.Failed;
import io.milepost.delivery.acceptance.domain.Progress.Inspected;
import io.milepost.delivery.acceptance.domain.Progress.Passed;
import io.milepost.delivery.acceptance.domain.Progress.Scheduled;
import io.milepost.delivery.acceptance.domain.Progress.Uninspected;
import io.milepost.delivery.kernel.Horizon;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** The way of one point: scheduled, inspected, then passed and reported, or failed, rectified and inspected again. */
final class Accepting {

    private Accepting() {}

    static Decision<AcceptanceEvent> decide(
            AcceptanceOpened opening, Point point, PointCommand command, Occasion occasion) {
        var id = point.point();
        return switch (command) {
            case ScheduleAcceptance(var _, var on) -> schedule(point, on, occasion.today());
            case RecordInspection inspect -> inspect(point, inspect, occasion);
            case DecideAcceptance decide ->
                point.progress() instanceof Inspected inspected
                        ? conclude(opening, point, inspected, decide, occasion)
                        : refused(POINT_NOT_INSPECTED);
            case CompleteRectification _ ->
                point.progress() instanceof Failed
                        ? accepted(new RectificationCompleted(id))
                        : refused(POINT_NOT_FAILED);
            case IssueReport _ -> report(id, point.progress(), occasion.today());
        };
    }

    private static Decision<AcceptanceEvent> schedule(Point point, LocalDate on, LocalDate today) {
        return switch (point.progress()) {
            case Scheduled(var before, var _) when before.equals(on) -> unchanged();
            case Uninspected _
            when !Horizon.NEAR.reaches(on, today) -> refused(DAY_IMPLAUSIBLE).at("/on");
            case Uninspected waiting ->
                isTooEarly(on, waiting)
                        ? refused(INSPECTED_TOO_EARLY).at("/on")
                        : accepted(new AcceptanceScheduled(point.point(), on));
            case Inspected _, Failed _, Passed _ -> refused(POINT_NOT_REQUESTED);
        };
    }

    private static Decision<AcceptanceEvent> inspect(Point point, RecordInspection inspect, Occasion occasion) {
        var on = Objects.requireNonNullElse(inspect.on(), occasion.today());
        if (!(point.progress() instanceof Scheduled scheduled)) {
            return refused(POINT_NOT_SCHEDULED);
        }
        if (inspect.measured().isBlank()) {
            return refused(MEASUREMENT_MISSING).at("/measured");
        }
        if (on.isAfter(occasion.today())) {
            return refused(INSPECTED_IN_FUTURE).at("/on");
        }
        if (isTooEarly(on, scheduled)) {
            return refused(INSPECTED_TOO_EARLY).at("/on");
        }
        return Horizon.NEAR.reaches(on, occasion.today())
                ? accepted(new AcceptanceInspected(point.point(), point.qualityStandard(), inspect.measured(), on))
                : refused(DAY_IMPLAUSIBLE).at("/on");
    }

    private static boolean isTooEarly(LocalDate on, Uninspected point) {
        return point.notBefore() != null && on.isBefore(point.notBefore());
    }

    private static Decision<AcceptanceEvent> conclude(
            AcceptanceOpened opening, Point point, Inspected inspected, DecideAcceptance decide, Occasion occasion) {
        var remarks = decide.remarks() == null || decide.remarks().isBlank() ? null : decide.remarks();
        if (decide.result() != AcceptanceResult.PASSED && remarks == null) {
            return refused(REMARKS_MISSING).at("/remarks");
        }
        var on = Objects.requireNonNullElse(decide.acceptedOn(), occasion.today());
        if (on.isAfter(occasion.today())) {
            return refused(ACCEPTED_IN_FUTURE).at("/acceptedOn");
        }
        if (on.isBefore(inspected.on())) {
            return refused(ACCEPTED_BEFORE_INSPECTED).at("/acceptedOn");
        }
        var contract = occasion.id();
        var id = point.point();
        return switch (decide.result()) {
            case FAILED ->
                accepted(new AcceptanceFailed(
                        contract, id, point.kind(), point.item(), Objects.requireNonNullElse(remarks, "")));
            case PASSED, PASSED_WITH_REMARKS ->
                accepted(
                        point.isComprehensive()
                                ? new ComprehensiveAccepted(
                                        contract, id, decide.result(), remarks, on, opening.currency())
                                : new SinglePointAccepted(contract, id, point.title(), decide.result(), remarks, on));
        };
    }

    private static Decision<AcceptanceEvent> report(UUID point, Progress progress, LocalDate today) {
        if (!(progress instanceof Passed passed)) {
            return refused(POINT_NOT_PASSED);
        }
        return passed.reportOn() == null ? accepted(new AcceptanceReportIssued(point, today)) : unchanged();
    }

    private static Refused<AcceptanceEvent> refused(AcceptanceRefusal reason) {
        return Decision.refused(reason);
    }
}
