package io.milepost.contracts.automation;

import io.milepost.contracts.inbound.delivery.SettlementCompleted;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.ClaimFinalPayment;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * What is settled with the customer is claimed. No refusal settles it: where the settled amount is not what is to be paid, or
 * nobody planned any payments, it is parked until a change order, a credit note or a plan says so.
 */
public final class WhenSettlementCompletedThenClaimFinalPayment {

    public static final Automation<SettlementCompleted> AUTOMATION = new Automation<>(
            "when-settlement-completed-then-claim-final-payment",
            "delivery",
            "settlement.completed.v1",
            SettlementCompleted.class,
            (_, settled) -> Optional.of(
                    new Reaction.Command(settled.contractId(), new ClaimFinalPayment(settled.amount(), settled.on()))),
            Set.of());

    private WhenSettlementCompletedThenClaimFinalPayment() {}
}
