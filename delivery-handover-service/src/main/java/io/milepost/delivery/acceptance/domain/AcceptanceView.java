package io.milepost.delivery.acceptance.domain;

import io.milepost.delivery.acceptance.domain.Progress.Failed;
import io.milepost.delivery.acceptance.domain.Progress.Inspected;
import io.milepost.delivery.acceptance.domain.Progress.Passed;
import io.milepost.delivery.acceptance.domain.Progress.Requested;
import io.milepost.delivery.acceptance.domain.Progress.Scheduled;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of the acceptance of a contract.
 *
 * @param status OPEN, or ACCEPTED once the comprehensive acceptance passed
 * @param acceptedOn the day of the comprehensive acceptance
 */
public record AcceptanceView(
        String status,
        UUID contractId,
        UUID opportunityId,
        @Nullable LocalDate acceptedOn,
        List<PointView> points) {
    public AcceptanceView {
        points = List.copyOf(points);
    }

    /**
     * One point.
     *
     * @param status REQUESTED, SCHEDULED, INSPECTED, FAILED, PASSED, PASSED_WITH_REMARKS or REPORTED
     * @param scheduledOn the day agreed for the inspection that is still to come
     */
    public record PointView(
            UUID point,
            AcceptanceKind kind,
            @Nullable String item,
            String status,
            String qualityStandard,
            @Nullable LocalDate scheduledOn,
            @Nullable String measured,
            @Nullable LocalDate inspectedOn,
            @Nullable AcceptanceResult result,
            @Nullable String remarks,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate reportOn) {}

    public static @Nullable AcceptanceView of(Acceptance state) {
        return switch (state) {
            case Acceptance.Unknown _ -> null;
            case Acceptance.Open open -> {
                var acceptedOn = open.comprehensive()
                        .map(Point::progress)
                        .map(progress -> progress instanceof Passed passed ? passed.acceptedOn() : null)
                        .orElse(null);
                yield new AcceptanceView(
                        acceptedOn == null ? "OPEN" : "ACCEPTED",
                        open.opening().contractId(),
                        open.opening().opportunityId(),
                        acceptedOn,
                        open.points().stream().map(AcceptanceView::of).toList());
            }
        };
    }

    private static PointView of(Point point) {
        return switch (point.progress()) {
            case Requested _ -> view(point, "REQUESTED", null, null, null, null, null, null);
            case Scheduled(var on, var _) -> view(point, "SCHEDULED", on, null, null, null, null, null);
            case Inspected inspected -> view(point, "INSPECTED", null, inspected, null, null, null, null);
            case Failed(var inspected, var remarks) ->
                view(point, "FAILED", null, inspected, AcceptanceResult.FAILED, remarks, null, null);
            case Passed(var inspected, var result, var remarks, var on, var reportOn) ->
                view(
                        point,
                        reportOn == null ? result.name() : "REPORTED",
                        null,
                        inspected,
                        result,
                        remarks,
                        on,
                        reportOn);
        };
    }

    private static PointView view(
            Point point,
            String status,
            @Nullable LocalDate scheduledOn,
            @Nullable Inspected inspected,
            @Nullable AcceptanceResult result,
            @Nullable String remarks,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate reportOn) {
        return new PointView(
                point.point(),
                point.kind(),
                point.item(),
                status,
                point.qualityStandard(),
                scheduledOn,
                inspected == null ? null : inspected.measured(),
                inspected == null ? null : inspected.on(),
                result,
                remarks,
                acceptedOn,
                reportOn);
    }
}
