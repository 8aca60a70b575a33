package io.milepost.delivery.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.delivery.closure.Closure.CallOffDeliveryClosure;
import io.milepost.delivery.handover.Handover.CallOffHandover;
import io.milepost.delivery.inbound.contract.ContractVoided;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A contract that was signed by mistake is not handed over, and has nothing to close (decision 44). One of before there
 * were handovers has none. No refusal settles it: a handover that was accepted in the same moment is parked for somebody to look at.
 */
public final class WhenContractVoidedThenCallOffDelivery {

    public static final Automation<ContractVoided> HANDOVER = new Automation<>(
            "when-contract-voided-then-call-off-handover",
            "contract",
            "contract.voided.v1",
            ContractVoided.class,
            (cause, voided) -> Optional.of(new Reaction.Command(cause.subject(), new CallOffHandover(voided.on()))),
            Set.of(UNKNOWN_TARGET));

    public static final Automation<ContractVoided> CLOSURE = new Automation<>(
            "when-contract-voided-then-call-off-closure",
            "contract",
            "contract.voided.v1",
            ContractVoided.class,
            (cause, voided) ->
                    Optional.of(new Reaction.Command(cause.subject(), new CallOffDeliveryClosure(voided.on()))),
            Set.of(UNKNOWN_TARGET));

    private WhenContractVoidedThenCallOffDelivery() {}
}
