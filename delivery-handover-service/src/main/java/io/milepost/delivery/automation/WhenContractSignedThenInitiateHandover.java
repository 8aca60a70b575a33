package io.milepost.delivery.automation;

import io.milepost.delivery.handover.Handover.InitiateHandover;
import io.milepost.delivery.inbound.contract.ContractSigned;
import io.milepost.delivery.kernel.StandardRules;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A signed contract opens its handover, under the contract's own id. A migrated contract has one too, but nobody is reminded
 * of a due date that passed before the suite knew of it. No refusal settles it: a contract is signed once.
 */
public final class WhenContractSignedThenInitiateHandover {
    private static final String MIGRATED = "MIGRATED";

    public static final Automation<ContractSigned> AUTOMATION = new Automation<>(
            "when-contract-signed-then-initiate-handover",
            "contract",
            "contract.signed.v1",
            ContractSigned.class,
            WhenContractSignedThenInitiateHandover::react,
            Set.of());

    private WhenContractSignedThenInitiateHandover() {}

    private static Optional<Reaction.Command> react(Inbound cause, ContractSigned signed) {
        var initiate = new InitiateHandover(
                signed.opportunityId(),
                signed.accountId(),
                signed.owner(),
                signed.value(),
                signed.signedOn().plusDays(StandardRules.RULES.handoverDays()),
                signed.basis().equals(MIGRATED),
                signed.template(),
                signed.templateVersion(),
                signed.template() == null ? null : signed.signedOn());
        return Optional.of(new Reaction.Command(cause.subject(), initiate));
    }
}
