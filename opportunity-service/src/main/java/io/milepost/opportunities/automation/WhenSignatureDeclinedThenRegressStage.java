package io.milepost.opportunities.automation;

import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.Opportunity.No.OPPORTUNITY_CLOSED;
import static io.milepost.opportunities.opportunity.Opportunity.No.STAGE_NOT_EARLIER;

import io.milepost.opportunities.inbound.contract.SignatureDeclined;
import io.milepost.opportunities.opportunity.Opportunity.ReturnFromSigning;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** A declined signature takes a deal that stands in signing back to the stage before it, with that reason (domain 3.5). Otherwise nothing follows. */
public final class WhenSignatureDeclinedThenRegressStage {
    public static final Automation<SignatureDeclined> AUTOMATION = new Automation<>(
            "when-signature-declined-then-regress-stage",
            "contract",
            "contract.signature-declined.v1",
            SignatureDeclined.class,
            WhenSignatureDeclinedThenRegressStage::react,
            Set.of(STAGE_NOT_EARLIER, OPPORTUNITY_CLOSED, OPPORTUNITY_ALREADY_WON));

    private WhenSignatureDeclinedThenRegressStage() {}

    private static Optional<Reaction.Command> react(Inbound cause, SignatureDeclined declined) {
        return Optional.ofNullable(declined.opportunityId())
                .map(id -> new Reaction.Command(id, new ReturnFromSigning(declined.reason())));
    }
}
