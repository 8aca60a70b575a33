package io.milepost.contracts.automation;

import io.milepost.contracts.dealrisk.DealRisk.NoteRisk;
import io.milepost.contracts.inbound.opportunity.RiskClosed;
import io.milepost.contracts.inbound.opportunity.RiskRated;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** The risks of a deal are known here as well, so that who reviews its contract can depend on them. */
public final class WhenRiskMovesThenNoteDealRisk {

    public static final Automation<RiskRated> IDENTIFIED = new Automation<>(
            "when-risk-identified-then-note-deal-risk",
            "opportunity",
            "risk.identified.v1",
            RiskRated.class,
            WhenRiskMovesThenNoteDealRisk::rated,
            Set.of());

    public static final Automation<RiskRated> REVIEWED = new Automation<>(
            "when-risk-reviewed-then-note-deal-risk",
            "opportunity",
            "risk.reviewed.v1",
            RiskRated.class,
            WhenRiskMovesThenNoteDealRisk::rated,
            Set.of());

    public static final Automation<RiskClosed> CLOSED = new Automation<>(
            "when-risk-closed-then-note-deal-risk",
            "opportunity",
            "risk.closed.v1",
            RiskClosed.class,
            (cause, closed) ->
                    Optional.of(new Reaction.Command(closed.salesProjectId(), new NoteRisk(cause.subject(), null))),
            Set.of());

    private WhenRiskMovesThenNoteDealRisk() {}

    private static Optional<Reaction.Command> rated(Inbound cause, RiskRated risk) {
        return Optional.of(new Reaction.Command(risk.salesProjectId(), new NoteRisk(cause.subject(), risk.exposure())));
    }
}
