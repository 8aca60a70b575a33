package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.AcceptanceRefusal.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Usual.DOCUMENT_NOT_IN_EFFECT;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.acceptance.Point.*;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.Team;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One point: scheduled, inspected, then passed and reported, or failed, rectified and inspected again. */
final class Inspecting {
    private static final String REPORT = "acceptance-report";

    private Inspecting() {}

    static Decision<Event> decide(AcceptanceOpened opening, Point point, PointCommand command, Occasion occasion) {
        return switch (command) {
            case ScheduleAcceptance(var _, var on) -> schedule(point, on, occasion);
            case RecordInspection inspect -> inspect(point, inspect, occasion);
            case DecideAcceptance decide -> conclude(opening, point, decide, occasion);
            case CompleteRectification _ -> rectify(point);
            case IssueReport(var _, var document) -> report(opening, point, document, occasion);
        };
    }

    private static Decision<Event> schedule(Point point, LocalDate on, Occasion occasion) {
        return switch (point.stage()) {
            case Scheduled(var before, var _) when before.equals(on) -> unchanged();
            case Uninspected waiting ->
                check().within(NEAR, "/on", on, occasion.today())
                        .that(!isTooEarly(on, waiting), "/on", INSPECTED_TOO_EARLY)
                        .accept(() -> new AcceptanceScheduled(point.id(), on, seller(occasion)));
            case Inspected _, Failed _, Passed _ -> refused(POINT_NOT_REQUESTED);
        };
    }

    private static Decision<Event> inspect(Point point, RecordInspection inspect, Occasion occasion) {
        var today = occasion.today();
        var on = Objects.requireNonNullElse(inspect.on(), today);
        return switch (point.stage()) {
            case Scheduled scheduled ->
                check().text("/measured", inspect.measured(), MEASUREMENT_MISSING)
                        .that(!on.isAfter(today), "/on", INSPECTED_IN_FUTURE)
                        .that(!isTooEarly(on, scheduled), "/on", INSPECTED_TOO_EARLY)
                        .within(NEAR, "/on", on, today)
                        .accept(() -> new AcceptanceInspected(
                                point.id(),
                                point.qualityStandard(),
                                inspect.measured(),
                                on,
                                occasion.who().member()));
            case Requested _, Inspected _, Failed _, Passed _ -> refused(POINT_NOT_SCHEDULED);
        };
    }

    private static @Nullable String seller(Occasion occasion) {
        return occasion.read(SoldContract.class).map(SoldContract::owner).orElse(null);
    }

    private static @Nullable List<Integer> visitDays(Occasion occasion) {
        return occasion.read(SoldContract.class)
                .map(SoldContract::promised)
                .map(promised -> promised.what().visitDays())
                .orElse(null);
    }

    private static boolean isTooEarly(LocalDate on, Uninspected point) {
        return point.notBefore() != null && on.isBefore(point.notBefore());
    }

    private static Decision<Event> conclude(
            AcceptanceOpened opening, Point point, DecideAcceptance decide, Occasion occasion) {
        var today = occasion.today();
        var remarks = Objects.requireNonNullElse(decide.remarks(), "");
        var on = Objects.requireNonNullElse(decide.acceptedOn(), today);
        return switch (point.stage()) {
            case Inspected inspected ->
                check().that(
                                decide.result() == AcceptanceResult.PASSED || !remarks.isBlank(),
                                "/remarks",
                                REMARKS_MISSING)
                        .that(!on.isAfter(today), "/acceptedOn", ACCEPTED_IN_FUTURE)
                        .that(!on.isBefore(inspected.on()), "/acceptedOn", ACCEPTED_BEFORE_INSPECTED)
                        .text("/acceptor", decide.acceptor() == null ? "" : decide.acceptor(), ACCEPTOR_MISSING)
                        .that(!isOurs(decide.acceptor(), inspected, occasion), "/acceptor", ACCEPTOR_OURS)
                        .that(!occasion.who().isMember(inspected.by()), DECIDED_BY_INSPECTOR)
                        .accept(() -> concluded(opening, point, decide, remarks, on, occasion));
            case Requested _, Scheduled _, Failed _, Passed _ -> refused(POINT_NOT_INSPECTED);
        };
    }

    /** Whoever sold, delivers, inspected or notes it accepts nothing in the customer's name. */
    private static boolean isOurs(@Nullable String acceptor, Inspected inspected, Occasion occasion) {
        var ours = Stream.of(
                        Stream.ofNullable(seller(occasion)),
                        Stream.ofNullable(inspected.by()),
                        Team.of(occasion).members().stream())
                .flatMap(some -> some);
        return acceptor != null && (occasion.who().is(acceptor) || ours.anyMatch(code -> Codes.same(code, acceptor)));
    }

    private static Event concluded(
            AcceptanceOpened opening,
            Point point,
            DecideAcceptance decide,
            String remarks,
            LocalDate on,
            Occasion occasion) {
        var contract = opening.contractId();
        var result = decide.result();
        var acceptor = decide.acceptor();
        var account =
                occasion.read(SoldContract.class).map(SoldContract::accountId).orElse(null);
        var stated = remarks.isBlank() ? null : remarks;
        return switch (result) {
            case FAILED ->
                new AcceptanceFailed(
                        contract, point.id(), point.kind(), point.item(), remarks, seller(occasion), account, acceptor);
            case PASSED, PASSED_WITH_REMARKS ->
                switch (point.kind()) {
                    case COMPREHENSIVE ->
                        new ComprehensiveAccepted(
                                contract,
                                point.id(),
                                result,
                                stated,
                                on,
                                opening.currency(),
                                visitDays(occasion),
                                account,
                                acceptor);
                    case SINGLE_POINT ->
                        new SinglePointAccepted(
                                contract, point.id(), point.title(), result, stated, on, account, acceptor);
                };
        };
    }

    private static Decision<Event> rectify(Point point) {
        return switch (point.stage()) {
            case Failed _ -> accepted(new RectificationCompleted(point.id()));
            case Uninspected _, Inspected _, Passed _ -> refused(POINT_NOT_FAILED);
        };
    }

    /** Once; again where another version of the report is in effect by then. */
    private static Decision<Event> report(
            AcceptanceOpened opening, Point point, @Nullable UUID documentId, Occasion occasion) {
        return switch (point.stage()) {
            case Passed passed -> {
                var document = NeededDocument.inEffect(occasion, documentId, REPORT, opening.contractId());
                var known =
                        passed.reportOn() != null && (documentId == null || Objects.equals(document, passed.report()));
                yield known
                        ? unchanged()
                        : check().that(documentId == null || document != null, "/documentId", DOCUMENT_NOT_IN_EFFECT)
                                .accept(() -> new AcceptanceReportIssued(point.id(), occasion.today(), document));
            }
            case Uninspected _, Inspected _, Failed _ -> refused(POINT_NOT_PASSED);
        };
    }
}
