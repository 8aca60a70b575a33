package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.COMPREHENSIVE;
import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.SINGLE_POINT;
import static io.milepost.delivery.acceptance.Acceptance.AcceptanceResult.PASSED_WITH_REMARKS;
import static io.milepost.delivery.acceptance.AcceptanceRefusal.*;
import static io.milepost.delivery.acceptance.Acceptances.*;

import io.milepost.delivery.acceptance.Acceptance.*;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-158, G19: comprehensive acceptance is requested when no single point is open")
class ComprehensiveRequestTest {

    @Test
    @DisplayName("Decision 31: refused on record, naming each point that is open")
    void is_rejected_while_a_point_is_open() {
        var open = new AcceptanceRequestRejected(CONTRACT, List.of("Hall B"));
        var both = new AcceptanceRequestRejected(CONTRACT, List.of("Hall A", "Hall B"));
        opened().given(requested(HALL_A, "Hall A"), requested(HALL_B, "Hall B"))
                .when(requestWhole())
                .thenRefusedOnRecord(SINGLE_POINTS_OPEN, both);
        passedHallA()
                .given(requested(HALL_B, "Hall B"))
                .when(requestWhole())
                .thenRefusedOnRecord(SINGLE_POINTS_OPEN, open);
    }

    @Test
    void is_rejected_while_a_point_has_failed_and_after_its_rectification() {
        var open = new AcceptanceRequestRejected(CONTRACT, List.of("Hall A"));
        inspectedHallA()
                .given(new AcceptanceFailed(CONTRACT, HALL_A, SINGLE_POINT, "Hall A", "leaks", null, null, ACCEPTOR))
                .when(requestWhole())
                .thenRefusedOnRecord(SINGLE_POINTS_OPEN, open)
                .given(new RectificationCompleted(HALL_A))
                .when(requestWhole())
                .thenRefusedOnRecord(SINGLE_POINTS_OPEN, open);
    }

    @Test
    @DisplayName("Decision 31: passed with remarks is passed, and so is one whose report is out")
    void is_requested_when_all_points_passed() {
        passedHallA().when(requestWhole()).then(requestedWhole());
        inspectedHallA()
                .given(accepted(HALL_A, "Hall A", PASSED_WITH_REMARKS), new AcceptanceReportIssued(HALL_A, TODAY, null))
                .when(requestWhole())
                .then(requestedWhole());
    }

    @Test
    @DisplayName("Decision 31: a small contract has a comprehensive acceptance only")
    void needs_no_single_point() {
        opened().when(requestWhole())
                .then(requestedWhole())
                .when(requestWhole())
                .thenNothing();
    }

    @Test
    void no_point_is_added_to_the_whole() {
        var whole = opened().given(requestedWhole());
        whole.when(request(HALL_A, "Hall A")).thenRefused(COMPREHENSIVE_ALREADY_REQUESTED);
        whole.when(new RequestAcceptance(HALL_B, COMPREHENSIVE, null, STANDARD))
                .thenRefused(COMPREHENSIVE_ALREADY_REQUESTED);
        acceptedWhole().when(request(HALL_A, "Hall A")).thenRefused(COMPREHENSIVE_ALREADY_REQUESTED);
    }
}
