package io.milepost.delivery.acceptance;

import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.SINGLE_POINT;
import static io.milepost.delivery.acceptance.AcceptanceCatalogue.ACCEPTANCE;
import static io.milepost.delivery.acceptance.AcceptanceRefusal.*;
import static io.milepost.delivery.acceptance.Acceptances.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.kernel.AfterSales;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.Team;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an acceptance knows of how its contract was sold. */
class SellerTest {
    private static final UUID ACCOUNT = new UUID(1, 1);
    private static final SoldContract NORTH = new SoldContract(
            ACCOUNT,
            "kim",
            new SoldContract.Promised(new UUID(8, 8), 4, new AfterSales(List.of(14, 60), null, null, null, null)));

    @Test
    @DisplayName("R-157, R-161: the day of an acceptance and its failure name who sold the contract, who is told")
    void the_seller_is_named() {
        opened().given(requested(HALL_A, "Hall A"))
                .when(new ScheduleAcceptance(HALL_A, TODAY))
                .reading(NORTH)
                .then(new AcceptanceScheduled(HALL_A, TODAY, "kim"));
        inspectedHallA()
                .when(new DecideAcceptance(HALL_A, AcceptanceResult.FAILED, ACCEPTOR, "leaks", null))
                .reading(NORTH)
                .then(new AcceptanceFailed(
                        CONTRACT, HALL_A, SINGLE_POINT, "Hall A", "leaks", "kim", ACCOUNT, ACCEPTOR));
    }

    @Test
    @DisplayName("R-166, R-188: the accepted whole names the days on which its sales process has the customer visited")
    void the_days_of_visits_are_named() {
        inspectedWhole()
                .when(new DecideAcceptance(null, AcceptanceResult.PASSED, ACCEPTOR, null, TODAY))
                .reading(NORTH)
                .then(new ComprehensiveAccepted(
                        CONTRACT,
                        WHOLE,
                        AcceptanceResult.PASSED,
                        null,
                        TODAY,
                        USD,
                        List.of(14, 60),
                        ACCOUNT,
                        ACCEPTOR));
    }

    @Test
    @DisplayName(
            "R-189, G18, G19: a person of the customer decides, and none of those who sell, deliver, inspect or note")
    void a_person_of_the_customer_decides() {
        var inspected = opened().given(
                        requested(HALL_A, "Hall A"),
                        new AcceptanceScheduled(HALL_A, TODAY, null),
                        new AcceptanceInspected(HALL_A, STANDARD, "dry", TODAY, "ida"))
                .reading(NORTH)
                .reading(new Team(List.of("max", "eva")));
        for (var nobody : new String[] {null, " "}) {
            for (var result : AcceptanceResult.values()) {
                inspected
                        .when(new DecideAcceptance(HALL_A, result, nobody, "one scratch", null))
                        .byMember("quinn")
                        .thenRefused(ACCEPTOR_MISSING, "/acceptor");
            }
        }
        for (var ours : List.of("KIM", "max", " eva", "ida", "Quinn")) {
            inspected
                    .when(new DecideAcceptance(HALL_A, AcceptanceResult.PASSED, ours, null, null))
                    .byMember("quinn")
                    .thenRefused(ACCEPTOR_OURS, "/acceptor");
        }
        inspected
                .when(new DecideAcceptance(HALL_A, AcceptanceResult.PASSED, ACCEPTOR, null, null))
                .byMember("quinn")
                .then(new SinglePointAccepted(
                        CONTRACT, HALL_A, "Hall A", AcceptanceResult.PASSED, null, TODAY, ACCOUNT, ACCEPTOR));
    }

    @Test
    @DisplayName("R-189: who accepted is kept sealed, each of them under a key of their own")
    void who_accepted_is_sealed() {
        var hall = accepted(HALL_A, "Hall A", AcceptanceResult.PASSED);
        var whole = new ComprehensiveAccepted(
                CONTRACT, WHOLE, AcceptanceResult.PASSED, null, TODAY, USD, null, ACCOUNT, ACCEPTOR);
        var failed = new AcceptanceFailed(CONTRACT, HALL_B, SINGLE_POINT, "Hall B", "leaks", "kim", ACCOUNT, ACCEPTOR);
        var persons = new HashSet<UUID>();
        for (var decided : List.of(hall, whole, failed)) {
            var row = ACCEPTANCE.event(decided.getClass());
            assertThat(row.personal()).containsExactly("acceptor");
            persons.add(row.person().apply(CONTRACT, decided));
        }
        assertThat(persons).hasSize(3);
    }
}
