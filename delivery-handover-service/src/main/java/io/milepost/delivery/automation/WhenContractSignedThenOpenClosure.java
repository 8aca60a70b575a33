package io.milepost.delivery.automation;

import io.milepost.delivery.closure.Closure.OpenClosure;
import io.milepost.delivery.inbound.contract.ContractSigned;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A signed contract will end one day: its closure is open from the first day on, under the contract's own id, so that every fact on
 * the way finds its checklist. No refusal settles it: a contract is signed once.
 */
public final class WhenContractSignedThenOpenClosure {

    public static final Automation<ContractSigned> AUTOMATION = new Automation<>(
            "when-contract-signed-then-open-closure",
            "contract",
            "contract.signed.v1",
            ContractSigned.class,
            WhenContractSignedThenOpenClosure::react,
            Set.of());

    private WhenContractSignedThenOpenClosure() {}

    private static Optional<Reaction.Command> react(Inbound cause, ContractSigned signed) {
        var open = new OpenClosure(
                signed.opportunityId(), signed.accountId(), signed.template(), signed.templateVersion());
        return Optional.of(new Reaction.Command(cause.subject(), open));
    }
}
