package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.COMPREHENSIVE;
import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.SINGLE_POINT;
import static io.milepost.delivery.acceptance.Acceptance.AcceptanceResult.FAILED;
import static io.milepost.delivery.acceptance.Acceptance.AcceptanceResult.PASSED;
import static io.milepost.delivery.acceptance.Acceptance.AcceptanceResult.PASSED_WITH_REMARKS;
import static io.milepost.delivery.acceptance.AcceptanceCatalogue.ACCEPTANCE;
import static io.milepost.delivery.acceptance.AcceptanceRefusal.*;
import static io.milepost.delivery.acceptance.Acceptances.*;
import static io.milepost.delivery.kernel.Suspension.No.DELIVERY_SUSPENDED;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;
import static io.milepost.platform.decision.Usual.DOCUMENT_NOT_IN_EFFECT;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.kernel.Agreed;
import io.milepost.platform.testkit.ReachedRefusals;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private static final ReachedRefusals REACHED =
            ReachedRefusals.without(ACCEPTANCE, List.of(DELIVERY_SUSPENDED, DOCUMENT_NOT_IN_EFFECT));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    void is_opened_once_and_nothing_is_accepted_before() {
        nothing().when(request(HALL_A, "Hall A")).thenUnknown();
        nothing()
                .when(new OpenAcceptance(OPPORTUNITY, YESTERDAY, USD))
                .then(new AcceptanceOpened(CONTRACT, OPPORTUNITY, YESTERDAY, USD))
                .when(new OpenAcceptance(OPPORTUNITY, YESTERDAY, USD))
                .thenTaken();
    }

    @Nested
    @DisplayName("R-157: single points are requested")
    class Requesting {

        @Test
        void by_item_once_each() {
            opened().recording(REACHED)
                    .when(request(HALL_A, "Hall A"))
                    .then(requested(HALL_A, "Hall A"))
                    .when(request(HALL_A, "Hall A"))
                    .thenNothing()
                    .when(request(HALL_A, "Hall B"))
                    .thenRefused(POINT_ALREADY_REQUESTED)
                    .when(request(HALL_B, "Hall A"))
                    .thenRefused(POINT_ALREADY_REQUESTED)
                    .when(new RequestAcceptance(HALL_A, SINGLE_POINT, "Hall A", "another standard"))
                    .thenRefused(POINT_ALREADY_REQUESTED)
                    .when(request(HALL_B, "Hall B"))
                    .then(requested(HALL_B, "Hall B"));
        }

        @Test
        @DisplayName("R-159: item and quality standard are known; the standard is that of the last point unless stated")
        void names_its_item_and_its_standard() {
            var unstated = new RequestAcceptance(HALL_B, SINGLE_POINT, "Hall B", null);
            opened().recording(REACHED).when(request(HALL_A, " ")).thenRefused(ITEM_MISSING, "/item");
            opened().recording(REACHED).when(request(HALL_A, null)).thenRefused(ITEM_MISSING, "/item");
            opened().recording(REACHED).when(unstated).thenRefused(QUALITY_STANDARD_MISSING, "/qualityStandard");
            opened().given(requested(HALL_A, "Hall A")).when(unstated).then(requested(HALL_B, "Hall B"));
            opened().recording(REACHED)
                    .reading(new Agreed(null, "ISO 4301", null))
                    .when(request(HALL_A, "Hall A"))
                    .thenRefused(QUALITY_STANDARD_FOREIGN, "/qualityStandard");
        }
    }

    @Test
    @DisplayName("R-158, G19: the whole comes last, as ComprehensiveRequestTest tells in full")
    void the_whole_comes_after_every_point_and_none_after_it() {
        opened().given(requested(HALL_A, "Hall A"))
                .recording(REACHED)
                .when(requestWhole())
                .thenRefusedOnRecord(SINGLE_POINTS_OPEN, new AcceptanceRequestRejected(CONTRACT, List.of("Hall A")));
        opened().given(requestedWhole())
                .recording(REACHED)
                .when(request(HALL_A, "Hall A"))
                .thenRefused(COMPREHENSIVE_ALREADY_REQUESTED);
    }

    @Nested
    @DisplayName("R-157, R-159: scheduled, then inspected")
    class Inspecting {

        @Test
        void is_scheduled_and_rescheduled_until_inspected() {
            var tomorrow = TODAY.plusDays(1);
            opened().given(requested(HALL_A, "Hall A"))
                    .recording(REACHED)
                    .when(new RecordInspection(HALL_A, "fine", null))
                    .thenRefused(POINT_NOT_SCHEDULED)
                    .when(new ScheduleAcceptance(HALL_A, tomorrow))
                    .then(new AcceptanceScheduled(HALL_A, tomorrow, null))
                    .when(new ScheduleAcceptance(HALL_A, tomorrow))
                    .thenNothing()
                    .when(new ScheduleAcceptance(HALL_A, TODAY))
                    .then(new AcceptanceScheduled(HALL_A, TODAY, null));
            for (var late : List.of(inspectedHallA(), passedHallA())) {
                late.recording(REACHED)
                        .when(new ScheduleAcceptance(HALL_A, tomorrow))
                        .thenRefused(POINT_NOT_REQUESTED);
            }
        }

        @Test
        void is_held_against_the_standard_of_its_request() {
            var scheduled = opened().given(
                            requested(HALL_A, "Hall A"), new AcceptanceScheduled(HALL_A, YESTERDAY, null))
                    .recording(REACHED);
            scheduled
                    .when(new RecordInspection(HALL_A, "0.02 mm", null))
                    .then(new AcceptanceInspected(HALL_A, STANDARD, "0.02 mm", TODAY, null));
            scheduled
                    .when(new RecordInspection(HALL_A, "0.02 mm", YESTERDAY))
                    .then(new AcceptanceInspected(HALL_A, STANDARD, "0.02 mm", YESTERDAY, null));
            scheduled.when(new RecordInspection(HALL_A, " ", null)).thenRefused(MEASUREMENT_MISSING, "/measured");
            scheduled
                    .when(new RecordInspection(HALL_A, "0.02 mm", TODAY.plusDays(1)))
                    .thenRefused(INSPECTED_IN_FUTURE, "/on");
        }

        @Test
        @DisplayName("Nothing is inspected before its handover was accepted, nor on a day that nobody means")
        void is_not_inspected_too_early() {
            var requested = opened().given(requested(HALL_A, "Hall A")).recording(REACHED);
            requested
                    .when(new ScheduleAcceptance(HALL_A, YESTERDAY.minusDays(1)))
                    .thenRefused(INSPECTED_TOO_EARLY, "/on")
                    .when(new ScheduleAcceptance(HALL_A, TODAY.plusYears(5).plusDays(1)))
                    .thenRefused(DAY_IMPLAUSIBLE, "/on")
                    .when(new ScheduleAcceptance(HALL_A, TODAY.plusYears(5)))
                    .then(new AcceptanceScheduled(HALL_A, TODAY.plusYears(5), null))
                    .when(new RecordInspection(HALL_A, "0.02 mm", YESTERDAY.minusDays(1)))
                    .thenRefused(INSPECTED_TOO_EARLY, "/on")
                    .when(new RecordInspection(HALL_A, "0.02 mm", YESTERDAY))
                    .then(new AcceptanceInspected(HALL_A, STANDARD, "0.02 mm", YESTERDAY, null))
                    .when(new DecideAcceptance(HALL_A, FAILED, ACCEPTOR, "leaks", null))
                    .then(new AcceptanceFailed(
                            CONTRACT, HALL_A, SINGLE_POINT, "Hall A", "leaks", null, null, ACCEPTOR));
            var ofBefore = nothing()
                    .given(new AcceptanceOpened(CONTRACT, OPPORTUNITY, null, null), requested(HALL_A, "Hall A"))
                    .given(new AcceptanceScheduled(HALL_A, TODAY, null));
            ofBefore.when(new RecordInspection(HALL_A, "0.02 mm", TODAY.minusYears(5)))
                    .then(new AcceptanceInspected(HALL_A, STANDARD, "0.02 mm", TODAY.minusYears(5), null));
            ofBefore.when(new RecordInspection(
                            HALL_A, "0.02 mm", TODAY.minusYears(5).minusDays(1)))
                    .thenRefused(DAY_IMPLAUSIBLE, "/on");
            inspectedHallA()
                    .given(new AcceptanceFailed(
                            CONTRACT, HALL_A, SINGLE_POINT, "Hall A", "leaks", null, null, ACCEPTOR))
                    .given(new RectificationCompleted(HALL_A), new AcceptanceScheduled(HALL_A, TODAY, null))
                    .when(new RecordInspection(HALL_A, "dry", YESTERDAY.minusDays(1)))
                    .thenRefused(INSPECTED_TOO_EARLY, "/on");
        }

        @Test
        void only_what_was_requested_moves() {
            inspectedHallA()
                    .recording(REACHED)
                    .when(new DecideAcceptance(HALL_B, PASSED, ACCEPTOR, null, null))
                    .thenRefused(POINT_UNKNOWN, "/point")
                    .when(new DecideAcceptance(null, PASSED, ACCEPTOR, null, null))
                    .thenRefused(POINT_UNKNOWN, "/point");
        }
    }

    @Nested
    @DisplayName("G18, G19: the customer decides")
    class Deciding {

        @Test
        @DisplayName("R-157, G18: a single point passes, with or without remarks")
        void a_single_point_passes() {
            inspectedHallA()
                    .when(new DecideAcceptance(HALL_A, PASSED, ACCEPTOR, null, null))
                    .then(accepted(HALL_A, "Hall A", PASSED))
                    .when(new DecideAcceptance(HALL_A, FAILED, ACCEPTOR, "second thoughts", null))
                    .thenRefused(POINT_NOT_INSPECTED);
            inspectedHallA()
                    .when(new DecideAcceptance(HALL_A, PASSED_WITH_REMARKS, ACCEPTOR, "one scratch", TODAY))
                    .then(accepted(HALL_A, "Hall A", PASSED_WITH_REMARKS));
        }

        @Test
        @DisplayName("Whoever inspected does not note the decision; another member does")
        void the_inspector_does_not_decide() {
            var inspected = nothing()
                    .recording(REACHED)
                    .given(
                            new AcceptanceOpened(CONTRACT, OPPORTUNITY, null, null),
                            requested(HALL_A, "Hall A"),
                            new AcceptanceScheduled(HALL_A, TODAY, null),
                            new AcceptanceInspected(HALL_A, STANDARD, "dry", TODAY, "ida"));
            var pass = new DecideAcceptance(HALL_A, PASSED, ACCEPTOR, null, null);
            inspected.when(pass).byMember("IDA").thenRefused(DECIDED_BY_INSPECTOR);
            inspected.when(pass).byMember("max").then(accepted(HALL_A, "Hall A", PASSED));
        }

        @Test
        @DisplayName("R-158, G19: the whole passes; it needs no id, there is one")
        void the_whole_passes() {
            inspectedWhole()
                    .when(new DecideAcceptance(null, PASSED, ACCEPTOR, null, YESTERDAY))
                    .then(new ComprehensiveAccepted(
                            CONTRACT, WHOLE, PASSED, null, YESTERDAY, USD, null, null, ACCEPTOR));
        }

        @Test
        @DisplayName("R-161, G18, G19: what failed is rectified and inspected again")
        void what_failed_is_rectified_and_inspected_again() {
            inspectedHallA()
                    .recording(REACHED)
                    .when(new CompleteRectification(HALL_A))
                    .thenRefused(POINT_NOT_FAILED)
                    .when(new DecideAcceptance(HALL_A, FAILED, ACCEPTOR, "leaks", null))
                    .then(new AcceptanceFailed(CONTRACT, HALL_A, SINGLE_POINT, "Hall A", "leaks", null, null, ACCEPTOR))
                    .when(new DecideAcceptance(HALL_A, PASSED, ACCEPTOR, null, null))
                    .thenRefused(POINT_NOT_INSPECTED)
                    .when(new ScheduleAcceptance(HALL_A, TODAY))
                    .thenRefused(POINT_NOT_REQUESTED)
                    .when(new CompleteRectification(HALL_A))
                    .then(new RectificationCompleted(HALL_A))
                    .when(new DecideAcceptance(HALL_A, PASSED, ACCEPTOR, null, null))
                    .thenRefused(POINT_NOT_INSPECTED)
                    .when(new ScheduleAcceptance(HALL_A, TODAY))
                    .then(new AcceptanceScheduled(HALL_A, TODAY, null))
                    .when(new RecordInspection(HALL_A, "dry", null))
                    .then(new AcceptanceInspected(HALL_A, STANDARD, "dry", TODAY, null))
                    .when(new DecideAcceptance(HALL_A, PASSED, ACCEPTOR, null, null))
                    .then(accepted(HALL_A, "Hall A", PASSED));
            inspectedWhole()
                    .when(new DecideAcceptance(WHOLE, FAILED, ACCEPTOR, "hall C is missing", null))
                    .then(new AcceptanceFailed(
                            CONTRACT, WHOLE, COMPREHENSIVE, null, "hall C is missing", null, null, ACCEPTOR))
                    .when(new CompleteRectification(null))
                    .then(new RectificationCompleted(WHOLE));
        }

        @Test
        void whoever_does_not_simply_accept_says_why() {
            for (var remarks : new String[] {null, " "}) {
                for (var result : List.of(FAILED, PASSED_WITH_REMARKS)) {
                    inspectedHallA()
                            .recording(REACHED)
                            .when(new DecideAcceptance(HALL_A, result, ACCEPTOR, remarks, null))
                            .thenRefused(REMARKS_MISSING, "/remarks");
                }
            }
        }

        @Test
        @DisplayName("R-189: the customer's acceptor is named, as SellerTest tells in full")
        void the_acceptor_is_named() {
            var inspected = inspectedHallA().recording(REACHED);
            inspected
                    .when(new DecideAcceptance(HALL_A, PASSED, null, null, null))
                    .thenRefused(ACCEPTOR_MISSING, "/acceptor");
            inspected
                    .when(new DecideAcceptance(HALL_A, PASSED, "max", null, null))
                    .byMember("max")
                    .thenRefused(ACCEPTOR_OURS, "/acceptor");
        }

        @Test
        void after_the_inspection_and_not_on_a_day_to_come() {
            var inspected = inspectedHallA().recording(REACHED);
            inspected
                    .when(new DecideAcceptance(HALL_A, PASSED, ACCEPTOR, null, YESTERDAY.minusDays(1)))
                    .thenRefused(ACCEPTED_BEFORE_INSPECTED, "/acceptedOn");
            inspected
                    .when(new DecideAcceptance(HALL_A, PASSED, ACCEPTOR, null, TODAY.plusDays(1)))
                    .thenRefused(ACCEPTED_IN_FUTURE, "/acceptedOn");
        }
    }

    @Test
    @DisplayName("R-160: the report about what was accepted goes to the customer, once")
    void a_report_is_issued_once() {
        inspectedHallA().recording(REACHED).when(new IssueReport(HALL_A, null)).thenRefused(POINT_NOT_PASSED);
        passedHallA()
                .when(new IssueReport(HALL_A, null))
                .then(new AcceptanceReportIssued(HALL_A, TODAY, null))
                .when(new IssueReport(HALL_A, null))
                .thenNothing();
        acceptedWhole().when(new IssueReport(null, null)).then(new AcceptanceReportIssued(WHOLE, TODAY, null));
    }
}
