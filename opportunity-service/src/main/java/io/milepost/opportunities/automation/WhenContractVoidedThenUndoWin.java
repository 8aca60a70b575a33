package io.milepost.opportunities.automation;

import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.opportunities.inbound.contract.ContractVoided;
import io.milepost.opportunities.opportunity.ClosingCommand.UndoWin;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A deal that was won by a contract which was signed by mistake is open again (decision 44). No refusal settles it: one whose sales
 * project is closed is parked for somebody to look at, and stays won until then.
 */
public final class WhenContractVoidedThenUndoWin {

    public static final Automation<ContractVoided> AUTOMATION = new Automation<>(
            "when-contract-voided-then-undo-win",
            "contract",
            "contract.voided.v1",
            ContractVoided.class,
            (cause, voided) -> Optional.of(new Reaction.Command(
                    voided.opportunityId(), new UndoWin(cause.subject(), voided.reason(), voided.on()))),
            Set.of(UNKNOWN_TARGET));

    private WhenContractVoidedThenUndoWin() {}
}
