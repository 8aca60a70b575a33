package io.milepost.contracts.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.contracts.contract.ContractEvent.ContractVoided;
import io.milepost.contracts.obligation.ObligationRegister.WaiveAll;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.VoidPayments;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** Of a contract that was signed by mistake nothing is to be paid, and nobody owes anything else (decision 44). Some have no schedule, or no register. */
public final class WhenContractVoidedThenNothingIsOwed {

    public static final Automation<ContractVoided> PAYMENTS = new Automation<>(
            "when-contract-voided-then-void-payments",
            "contract",
            "contract.voided.v1",
            ContractVoided.class,
            (cause, voided) -> Optional.of(new Reaction.Command(cause.subject(), new VoidPayments(voided.on()))),
            Set.of(UNKNOWN_TARGET));

    public static final Automation<ContractVoided> OBLIGATIONS = new Automation<>(
            "when-contract-voided-then-waive-obligations",
            "contract",
            "contract.voided.v1",
            ContractVoided.class,
            (cause, voided) -> Optional.of(
                    new Reaction.Command(cause.subject(), new WaiveAll(voided.reason(), voided.decidedBy()))),
            Set.of(UNKNOWN_TARGET));

    private WhenContractVoidedThenNothingIsOwed() {}
}
