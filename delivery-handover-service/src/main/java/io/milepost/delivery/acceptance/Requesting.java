package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.AcceptanceRefusal.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Single points first, then the whole: the comprehensive acceptance waits for all of them, if there are any (R-158, gate G19). */
final class Requesting {
    private Requesting() {}

    /** {@code agreed} is the standard of the contract, which nobody may replace; null where it says none. */
    static Decision<Event> request(Acceptance acceptance, RequestAcceptance request, @Nullable String agreed) {
        var contract = acceptance.opening().contractId();
        var item = Objects.requireNonNullElse(request.item(), "");
        var stated = request.qualityStandard();
        var standard = agreed != null ? agreed : stated != null ? stated : lastStandard(acceptance);
        var requested =
                new AcceptanceRequested(contract, idOf(request, contract), request.kind(), request.item(), standard);
        return check().that(request.kind() == AcceptanceKind.COMPREHENSIVE || !item.isBlank(), "/item", ITEM_MISSING)
                .text("/qualityStandard", standard, QUALITY_STANDARD_MISSING)
                .that(stated == null || Codes.same(stated, standard), "/qualityStandard", QUALITY_STANDARD_FOREIGN)
                .then(() -> acceptance.points().stream()
                        .filter(point -> isSame(point, requested))
                        .findFirst()
                        .map(point -> again(point, request))
                        .orElseGet(() -> first(acceptance, requested)));
    }

    private static String lastStandard(Acceptance acceptance) {
        var points = acceptance.points();
        return points.isEmpty() ? "" : points.getLast().qualityStandard();
    }

    private static UUID idOf(RequestAcceptance request, UUID contract) {
        return Objects.requireNonNullElseGet(
                request.point(),
                () -> UUID.nameUUIDFromBytes("%s acceptance of %s: %s"
                        .formatted(request.kind(), contract, request.item())
                        .getBytes(UTF_8)));
    }

    /** The same id, or the same item under another. */
    private static boolean isSame(Point point, AcceptanceRequested requested) {
        return point.id().equals(requested.point())
                || (point.kind() == requested.kind()
                        && point.item() != null
                        && Codes.same(point.item(), requested.item()));
    }

    private static Decision<Event> again(Point point, RequestAcceptance request) {
        var alike = (request.point() == null || point.id().equals(request.point()))
                && point.kind() == request.kind()
                && Codes.same(point.item(), request.item())
                && (request.qualityStandard() == null
                        || Codes.same(point.qualityStandard(), request.qualityStandard()));
        return alike ? unchanged() : refused(POINT_ALREADY_REQUESTED);
    }

    private static Decision<Event> first(Acceptance acceptance, AcceptanceRequested requested) {
        if (acceptance.comprehensive().isPresent()) {
            return refused(COMPREHENSIVE_ALREADY_REQUESTED);
        }
        var open = openItems(acceptance);
        return requested.kind() == AcceptanceKind.COMPREHENSIVE && !open.isEmpty()
                ? Decision.<Event>refused(SINGLE_POINTS_OPEN, "open: " + String.join(", ", open))
                        .onRecord(List.of(new AcceptanceRequestRejected(requested.contractId(), open)))
                : accepted(requested);
    }

    /** The single points that hold a comprehensive acceptance back. */
    private static List<String> openItems(Acceptance acceptance) {
        return acceptance.points().stream()
                .filter(point -> !point.isComprehensive() && !point.isPassed())
                .map(Point::title)
                .toList();
    }
}
