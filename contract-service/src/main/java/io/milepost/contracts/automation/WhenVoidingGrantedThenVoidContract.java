package io.milepost.contracts.automation;

import io.milepost.contracts.contract.ContractCommand.VoidContract;
import io.milepost.contracts.contractvoiding.ContractVoiding.VoidingGranted;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A contract is void when two people have said so (decision 44). No refusal settles it: one that was closed in the same moment is parked. */
public final class WhenVoidingGrantedThenVoidContract {

    public static final Automation<VoidingGranted> AUTOMATION = new Automation<>(
            "when-voiding-granted-then-void-contract",
            "contract",
            "contract-voiding.granted.v1",
            VoidingGranted.class,
            (_, granted) -> Optional.of(new Reaction.Command(
                    granted.contractId(),
                    new VoidContract(
                            granted.cause(),
                            granted.reason(),
                            granted.requestedBy(),
                            granted.decidedBy(),
                            granted.on()))),
            Set.of());

    private WhenVoidingGrantedThenVoidContract() {}
}
