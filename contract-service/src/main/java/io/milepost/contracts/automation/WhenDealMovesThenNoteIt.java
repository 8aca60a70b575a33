package io.milepost.contracts.automation;

import io.milepost.contracts.dealcopy.DealCopy.NoteEnd;
import io.milepost.contracts.dealcopy.DealCopy.NoteRisk;
import io.milepost.contracts.inbound.opportunity.OpportunityLost;
import io.milepost.contracts.inbound.opportunity.OpportunityRejected;
import io.milepost.contracts.inbound.opportunity.OpportunityReopened;
import io.milepost.contracts.inbound.opportunity.OpportunityWithdrawn;
import io.milepost.contracts.inbound.opportunity.RiskClosed;
import io.milepost.contracts.inbound.opportunity.RiskRated;
import io.milepost.contracts.kernel.DealEnd;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The risks of a deal, and that it ended without a contract, are known here as well: who reviews its contracts can depend on the one, and none goes on after the other. */
public final class WhenDealMovesThenNoteIt {

    public static final Automation<RiskRated> IDENTIFIED = new Automation<>(
            "when-risk-identified-then-note-it",
            "opportunity",
            "risk.identified.v1",
            RiskRated.class,
            WhenDealMovesThenNoteIt::rated,
            Set.of());

    public static final Automation<RiskRated> REVIEWED = new Automation<>(
            "when-risk-reviewed-then-note-it",
            "opportunity",
            "risk.reviewed.v1",
            RiskRated.class,
            WhenDealMovesThenNoteIt::rated,
            Set.of());

    public static final Automation<RiskClosed> CLOSED = new Automation<>(
            "when-risk-closed-then-note-it",
            "opportunity",
            "risk.closed.v1",
            RiskClosed.class,
            (cause, closed) ->
                    Optional.of(new Reaction.Command(closed.salesProjectId(), new NoteRisk(cause.subject(), null))),
            Set.of());

    public static final Automation<OpportunityRejected> REJECTED =
            ended("rejected", OpportunityRejected.class, DealEnd.REJECTED);

    public static final Automation<OpportunityLost> LOST = ended("lost", OpportunityLost.class, DealEnd.LOST);

    public static final Automation<OpportunityWithdrawn> WITHDRAWN =
            ended("withdrawn", OpportunityWithdrawn.class, DealEnd.WITHDRAWN);

    public static final Automation<OpportunityReopened> REOPENED = ended("reopened", OpportunityReopened.class, null);

    private WhenDealMovesThenNoteIt() {}

    private static <T> Automation<T> ended(String verb, Class<T> told, @Nullable DealEnd end) {
        return new Automation<>(
                "when-opportunity-%s-then-note-it".formatted(verb),
                "opportunity",
                "opportunity.%s.v1".formatted(verb),
                told,
                (cause, _) -> Optional.of(new Reaction.Command(cause.subject(), new NoteEnd(end))),
                Set.of());
    }

    private static Optional<Reaction.Command> rated(Inbound cause, RiskRated risk) {
        return Optional.of(new Reaction.Command(risk.salesProjectId(), new NoteRisk(cause.subject(), risk.exposure())));
    }
}
