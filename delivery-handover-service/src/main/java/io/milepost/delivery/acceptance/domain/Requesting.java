package io.milepost.delivery.acceptance.domain;

import static io.milepost.delivery.acceptance.domain.AcceptanceRefusal.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.delivery.acceptance.domain.Acceptance.Open;
import io.milepost.delivery.acceptance.domain.AcceptanceCommand.RequestAcceptance;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceRequestRejected;
import io.milepost.delivery.acceptance.domain.AcceptanceEvent.AcceptanceRequested;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Single points first, then the whole: the comprehensive acceptance waits for all of them, if there are any (R-158, gate G19). */
final class Requesting {

    private Requesting() {}

    static Decision<AcceptanceEvent> request(Open open, RequestAcceptance request, Occasion occasion) {
        if (request.kind() == AcceptanceKind.SINGLE_POINT && isBlank(request.item())) {
            return Decision.<AcceptanceEvent>refused(ITEM_MISSING).at("/item");
        }
        var standard = standardOf(open, request);
        if (isBlank(standard)) {
            return Decision.<AcceptanceEvent>refused(QUALITY_STANDARD_MISSING).at("/qualityStandard");
        }
        var requested = new AcceptanceRequested(
                occasion.id(), idOf(request, occasion), request.kind(), request.item(), standard);
        var same =
                open.points().stream().filter(point -> isSame(point, requested)).findFirst();
        if (same.isPresent()) {
            return again(same.get(), request, requested);
        }
        if (open.comprehensive().isPresent()) {
            return Decision.refused(COMPREHENSIVE_ALREADY_REQUESTED);
        }
        var waiting = open.openItems();
        if (request.kind() == AcceptanceKind.COMPREHENSIVE && !waiting.isEmpty()) {
            return Decision.<AcceptanceEvent>refused(SINGLE_POINTS_OPEN, "open: " + String.join(", ", waiting))
                    .onRecord(List.of(new AcceptanceRequestRejected(occasion.id(), waiting)));
        }
        return Decision.accepted(requested);
    }

    /** The same id, or the same item under another. */
    private static boolean isSame(Point point, AcceptanceRequested requested) {
        return point.point().equals(requested.point())
                || (point.kind() == requested.kind()
                        && point.item() != null
                        && Codes.same(point.item(), requested.item()));
    }

    private static Decision<AcceptanceEvent> again(
            Point point, RequestAcceptance request, AcceptanceRequested requested) {
        var alike = (request.point() == null || point.point().equals(request.point()))
                && point.kind() == requested.kind()
                && Codes.same(point.item(), requested.item())
                && (request.qualityStandard() == null || point.qualityStandard().equals(request.qualityStandard()));
        return alike ? Decision.unchanged() : Decision.refused(POINT_ALREADY_REQUESTED);
    }

    private static String standardOf(Open open, RequestAcceptance request) {
        return Optional.ofNullable(request.qualityStandard())
                .or(() -> open.points().reversed().stream()
                        .map(Point::qualityStandard)
                        .findFirst())
                .orElse("");
    }

    private static UUID idOf(RequestAcceptance request, Occasion occasion) {
        return Objects.requireNonNullElseGet(
                request.point(),
                () -> UUID.nameUUIDFromBytes("%s acceptance of %s: %s"
                        .formatted(request.kind(), occasion.id(), request.item())
                        .getBytes(UTF_8)));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
