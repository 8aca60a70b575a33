package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.COMPREHENSIVE;
import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.SINGLE_POINT;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** Acceptances as tests need them: a press in two halls, then the whole. */
final class Acceptances {
    static final UUID CONTRACT = Scenario.ID;
    static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
    static final UUID HALL_A = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
    static final UUID HALL_B = UUID.fromString("01900000-0000-7000-8000-0000000000d2");
    static final UUID WHOLE = UUID.fromString("01900000-0000-7000-8000-0000000000d3");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate YESTERDAY = TODAY.minusDays(1);
    static final Currency USD = Currency.getInstance("USD");
    static final String STANDARD = "ISO 9001";

    /** Of the customer. */
    static final String ACCEPTOR = "Jane Roe";

    private Acceptances() {}

    static Scenario<Acceptance, Command, Event> nothing() {
        return Scenario.of(AcceptanceCatalogue.ACCEPTANCE);
    }

    static Scenario<Acceptance, Command, Event> opened() {
        return nothing().given(new AcceptanceOpened(CONTRACT, OPPORTUNITY, YESTERDAY, USD));
    }

    static RequestAcceptance request(UUID point, String item) {
        return new RequestAcceptance(point, SINGLE_POINT, item, STANDARD);
    }

    static RequestAcceptance requestWhole() {
        return new RequestAcceptance(WHOLE, COMPREHENSIVE, null, STANDARD);
    }

    static AcceptanceRequested requested(UUID point, String item) {
        return new AcceptanceRequested(CONTRACT, point, SINGLE_POINT, item, STANDARD);
    }

    static AcceptanceRequested requestedWhole() {
        return new AcceptanceRequested(CONTRACT, WHOLE, COMPREHENSIVE, null, STANDARD);
    }

    /** Hall A, requested, scheduled and inspected yesterday. */
    static Scenario<Acceptance, Command, Event> inspectedHallA() {
        return inspected(opened().given(requested(HALL_A, "Hall A")), HALL_A);
    }

    /** The whole, without single points, inspected yesterday. */
    static Scenario<Acceptance, Command, Event> inspectedWhole() {
        return inspected(opened().given(requestedWhole()), WHOLE);
    }

    static Scenario<Acceptance, Command, Event> passedHallA() {
        return inspectedHallA().given(accepted(HALL_A, "Hall A", AcceptanceResult.PASSED));
    }

    static Scenario<Acceptance, Command, Event> acceptedWhole() {
        return inspectedWhole()
                .given(new ComprehensiveAccepted(
                        CONTRACT, WHOLE, AcceptanceResult.PASSED, null, TODAY, USD, null, null, ACCEPTOR));
    }

    static SinglePointAccepted accepted(UUID point, String item, AcceptanceResult result) {
        var remarks = result == AcceptanceResult.PASSED ? null : "one scratch";
        return new SinglePointAccepted(CONTRACT, point, item, result, remarks, TODAY, null, ACCEPTOR);
    }

    private static Scenario<Acceptance, Command, Event> inspected(
            Scenario<Acceptance, Command, Event> before, UUID point) {
        return before.given(
                new AcceptanceScheduled(point, YESTERDAY, null),
                new AcceptanceInspected(point, STANDARD, "all within limits", YESTERDAY, null));
    }
}
