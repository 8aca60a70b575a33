package io.milepost.delivery.acceptance.domain;

import static io.milepost.delivery.acceptance.domain.AcceptanceRefusal.*;

import io.milepost.delivery.acceptance.domain.AcceptanceCommand.OpenAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.PointCommand;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.RequestAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceFailed;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceInspected;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceOpened;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceReportIssued;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceRequestRejected;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceRequested;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceScheduled;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.ComprehensiveAccepted;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.PointEvent;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.RectificationCompleted;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.SinglePointAccepted;
import io.milepost.delivery.acceptance.domain.Progress.Failed;
import io.milepost.delivery.acceptance.domain.Progress.Inspected;
import io.milepost.delivery.acceptance.domain.Progress.Passed;
import io.milepost.delivery.acceptance.domain.Progress.Requested;
import io.milepost.delivery.acceptance.domain.Progress.Scheduled;
import io.milepost.delivery.acceptance.domain.Progress.Uninspected;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a customer accepts of one contract. */
public sealed interface Acceptance {

    record Unknown() implements Acceptance {}

    /**
     * From the accepted handover on.
     *
     * @param points in the order in which they were requested
     */
    record Open(AcceptanceOpened opening, List<Point> points) implements Acceptance {
        public Open {
            points = List.copyOf(points);
        }

        Optional<Point> comprehensive() {
            return points.stream().filter(Point::isComprehensive).findFirst();
        }

        Optional<Point> point(@Nullable UUID id) {
            return id == null
                    ? comprehensive()
                    : points.stream().filter(point -> point.point().equals(id)).findFirst();
        }

        /** The single points that hold a comprehensive acceptance back. */
        List<String> openItems() {
            return points.stream()
                    .filter(point -> !point.isComprehensive() && !point.isPassed())
                    .map(Point::title)
                    .toList();
        }
    }

    static Decision<AcceptanceEvent> decide(Acceptance state, AcceptanceCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof OpenAcceptance(var opportunityId, var beginsOn, var currency)
                        ? Decision.accepted(new AcceptanceOpened(occasion.id(), opportunityId, beginsOn, currency))
                        : Decision.refused(ACCEPTANCE_UNKNOWN);
            case Open open ->
                switch (command) {
                    case OpenAcceptance _ -> Decision.refused(ACCEPTANCE_ALREADY_OPENED);
                    case RequestAcceptance request -> Requesting.request(open, request, occasion);
                    case PointCommand about ->
                        open.point(about.point())
                                .map(point -> Accepting.decide(open.opening(), point, about, occasion))
                                .orElseGet(() -> Decision.<AcceptanceEvent>refused(POINT_UNKNOWN)
                                        .at("/point"));
                };
        };
    }

    static Acceptance evolve(Acceptance state, AcceptanceEvent event) {
        return switch (event) {
            case AcceptanceOpened opening -> new Open(opening, List.of());
            case AcceptanceRequestRejected _ -> state;
            case AcceptanceRequested(var _, var id, var kind, var item, var standard) -> {
                var open = (Open) state;
                var point = new Point(
                        id, kind, item, standard, new Requested(open.opening().beginsOn()));
                yield new Open(
                        open.opening(),
                        Stream.concat(open.points().stream(), Stream.of(point)).toList());
            }
            case PointEvent about -> moved((Open) state, about);
        };
    }

    private static Open moved(Open open, PointEvent event) {
        var points = new ArrayList<>(open.points());
        points.replaceAll(
                point -> point.point().equals(event.point()) ? point.at(progress(point.progress(), event)) : point);
        return new Open(open.opening(), points);
    }

    private static Progress progress(Progress before, PointEvent event) {
        return switch (event) {
            case AcceptanceRequested _ -> before;
            case RectificationCompleted _ ->
                new Requested(((Failed) before).inspection().on());
            case AcceptanceScheduled(var _, var on) -> new Scheduled(on, ((Uninspected) before).notBefore());
            case AcceptanceInspected(var _, var _, var measured, var on) -> new Inspected(measured, on);
            case AcceptanceFailed failed -> new Failed((Inspected) before, failed.remarks());
            case SinglePointAccepted(var _, var _, var _, var result, var remarks, var on) ->
                new Passed((Inspected) before, result, remarks, on, null);
            case ComprehensiveAccepted(var _, var _, var result, var remarks, var on, var _) ->
                new Passed((Inspected) before, result, remarks, on, null);
            case AcceptanceReportIssued(var _, var on) -> {
                var passed = (Passed) before;
                yield new Passed(passed.inspection(), passed.result(), passed.remarks(), passed.acceptedOn(), on);
            }
        };
    }
}
