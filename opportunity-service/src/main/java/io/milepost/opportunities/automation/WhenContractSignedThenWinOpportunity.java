package io.milepost.opportunities.automation;

import io.milepost.opportunities.inbound.contract.ContractSigned;
import io.milepost.opportunities.opportunity.ClosingCommand.WinOpportunity;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A signed contract wins its opportunity, and nothing else does. A second contract for a won one is noted. A contract
 * for an opportunity that was given up, or that is unknown, is parked for somebody to look at.
 */
public final class WhenContractSignedThenWinOpportunity {

    public static final Automation<ContractSigned> AUTOMATION = new Automation<>(
            "when-contract-signed-then-win-opportunity",
            "contract",
            "contract.signed.v1",
            ContractSigned.class,
            WhenContractSignedThenWinOpportunity::react,
            Set.of());

    private WhenContractSignedThenWinOpportunity() {}

    private static Optional<Reaction.Command> react(Inbound cause, ContractSigned signed) {
        var win = new WinOpportunity(cause.subject(), signed.value(), signed.signedOn());
        return Optional.of(new Reaction.Command(signed.opportunityId(), win));
    }
}
