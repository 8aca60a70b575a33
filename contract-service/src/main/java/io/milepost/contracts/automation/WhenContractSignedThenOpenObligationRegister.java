package io.milepost.contracts.automation;

import io.milepost.contracts.contract.ContractEvent.ContractSigned;
import io.milepost.contracts.obligation.ObligationRegister.OpenObligationRegister;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Automation.Unreached;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * What the sales process of a contract says that both sides owe is owed from its signature on. A register that
 * somebody has opened by hand before holds it already.
 */
public final class WhenContractSignedThenOpenObligationRegister {

    public static final Automation<ContractSigned> AUTOMATION = new Automation<>(
            "when-contract-signed-then-open-obligation-register",
            "contract",
            "contract.signed.v1",
            ContractSigned.class,
            WhenContractSignedThenOpenObligationRegister::react,
            Set.of(Unreached.ALREADY_EXISTS));

    private WhenContractSignedThenOpenObligationRegister() {}

    private static Optional<Reaction.Command> react(Inbound cause, ContractSigned signed) {
        return signed.obligations() == null
                ? Optional.empty()
                : Optional.of(new Reaction.Command(
                        cause.subject(), new OpenObligationRegister(cause.subject(), signed.owner())));
    }
}
