package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.*;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static io.milepost.platform.decision.Decision.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.OneCustomer;
import io.milepost.contracts.paymentschedule.PaymentSchedule.OtherPayments;
import io.milepost.contracts.paymentschedule.PaymentSchedule.SignedContract;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.decision.Decision;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The money of a customer whose accounts were merged. */
class MergedCustomerTest {
    private static final UUID GOLDEN = new UUID(9, 1);
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000c2");
    private static final MoveSurplus MOVE = new MoveSurplus("R-1", "T-1", usd("250.00"), OTHER, "agreed by phone");

    @Test
    @DisplayName(
            "R-019, R-140: a surplus moves between contracts of accounts that were merged, either way, and to no other account")
    void a_surplus_moves_between_merged_accounts() {
        var sibling = new OtherPayments(GOLDEN, usd("700.00"));
        var paid = aSchedule().given(received("R-1", "550.00"), matched("R-1", 1, "300.00"));
        paid.when(MOVE).reading(sibling).thenRefused(ACCOUNT_DIFFERS, "/toContractId");
        var moved = accepted((PaymentScheduleEvent)
                new PaymentMovedOut("R-1", "T-1", usd("250.00"), TODAY, OTHER, "agreed by phone", TODAY));
        assertThat(PaymentSchedule.decide(paid.state(), MOVE, OneCustomer.on(TODAY, ACCOUNT, GOLDEN, sibling)))
                .isEqualTo(moved);
        assertThat(PaymentSchedule.decide(paid.state(), MOVE, OneCustomer.on(TODAY, GOLDEN, ACCOUNT, sibling)))
                .isEqualTo(moved);
        assertThat(PaymentSchedule.decide(paid.state(), MOVE, OneCustomer.on(TODAY, ACCOUNT, new UUID(9, 2), sibling)))
                .as("merged into another one")
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    @DisplayName(
            "R-019, R-133: payments that are planned for the golden record are kept under the account of the contract")
    void payments_are_the_contracts() {
        var contract = new SignedContract(OPPORTUNITY, ACCOUNT, usd("100.00"), TODAY, null, null);
        var plan = new PlanPayments(OPPORTUNITY, GOLDEN, "kim", usd("100.00"), null, List.of());
        nothing().when(plan).reading(contract).thenRefused(CONTRACT_DIFFERS, "/accountId");
        assertThat(Planning.plan(plan, OneCustomer.on(TODAY, ACCOUNT, GOLDEN, contract))
                        .events()
                        .getFirst())
                .isInstanceOfSatisfying(
                        PaymentScheduleSet.class,
                        set -> assertThat(set.accountId()).isEqualTo(ACCOUNT));
    }
}
