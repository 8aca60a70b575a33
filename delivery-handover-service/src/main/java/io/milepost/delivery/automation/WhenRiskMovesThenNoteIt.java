package io.milepost.delivery.automation;

import io.milepost.delivery.inbound.opportunity.RiskClosed;
import io.milepost.delivery.inbound.opportunity.RiskRated;
import io.milepost.delivery.risklist.RiskList.NoteRisk;
import io.milepost.delivery.risklist.RiskList.NoteRiskOver;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/** The risks of a sales project are known here as well, so that they travel with its handover. */
public final class WhenRiskMovesThenNoteIt {

    public static final Automation<RiskRated> IDENTIFIED = rated("identified");
    public static final Automation<RiskRated> REVIEWED = rated("reviewed");

    public static final Automation<RiskClosed> CLOSED = new Automation<>(
            "when-risk-closed-then-note-it",
            "opportunity",
            "risk.closed.v1",
            RiskClosed.class,
            (cause, closed) ->
                    Optional.of(new Reaction.Command(closed.salesProjectId(), new NoteRiskOver(cause.subject()))),
            Set.of());

    private WhenRiskMovesThenNoteIt() {}

    private static Automation<RiskRated> rated(String verb) {
        return new Automation<>(
                "when-risk-%s-then-note-it".formatted(verb),
                "opportunity",
                "risk.%s.v1".formatted(verb),
                RiskRated.class,
                (cause, risk) -> Optional.of(
                        new Reaction.Command(risk.salesProjectId(), new NoteRisk(cause.subject(), risk.exposure()))),
                Set.of());
    }
}
