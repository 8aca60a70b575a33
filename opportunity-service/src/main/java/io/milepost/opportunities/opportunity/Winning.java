package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.Progress.Standing;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A signed contract wins an opportunity; only that it was signed by mistake undoes that (decision 44). */
final class Winning {

    private Winning() {}

    /** A signature is a fact: it wins any open opportunity and names the gates that it bypassed (decision 41). */
    static Decision<OpportunityEvent> win(Opportunity opportunity, WinOpportunity win) {
        return switch (opportunity) {
            case Open open -> accepted(won(open, win));
            case Won won
            when won.end().contractId().equals(win.contractId()) || has(won, win.contractId()) -> unchanged();
            case Won _ -> accepted(new OpportunityContractAdded(win.contractId(), win.value(), win.signedOn()));
            case Rejected _, Lost _, Withdrawn _ -> refused(OPPORTUNITY_CLOSED);
        };
    }

    /** The last stage, once entered, succeeds by the signature and in no other way. */
    private static List<OpportunityEvent> won(Open opportunity, WinOpportunity win) {
        var progress = opportunity.progress();
        var process = progress.process();
        var events = new ArrayList<OpportunityEvent>();
        if (progress.isLastStage() && progress.standing() == Standing.ENTERED) {
            events.addAll(Proving.success(progress));
        }
        events.add(new OpportunityWon(
                win.contractId(),
                win.value(),
                win.signedOn(),
                skippedGates(opportunity),
                process.name(),
                process.version()));
        return events;
    }

    private static List<String> skippedGates(Open opportunity) {
        var skipped = new ArrayList<String>();
        var facts = opportunity.facts();
        if (!facts.qualified()) {
            skipped.add("G04");
        }
        var progress = opportunity.progress();
        if (progress.process().needsAti() && !facts.authorized()) {
            skipped.add("G06");
        }
        for (int stage = progress.succeeded() + 1; stage < progress.process().last(); stage++) {
            skipped.add("G08/S" + stage);
        }
        return skipped;
    }

    /**
     * Without its contract the deal is as it was before, unless another contract was signed for it as well. With its sales project closed
     * there is nothing to come back to, as for any end.
     */
    static Decision<OpportunityEvent> undo(Opportunity opportunity, UndoWin undo, Occasion occasion) {
        return switch (opportunity) {
            case Won won
            when has(won, undo.contractId()) ->
                accepted(new OpportunityContractDropped(undo.contractId(), undo.reason()));
            case Won won when !won.end().contractId().equals(undo.contractId()) -> unchanged();
            case Won(var _, var end, var more)
            when !more.isEmpty() ->
                accepted(new OpportunityWon(
                        more.getFirst().contractId(),
                        more.getFirst().value(),
                        more.getFirst().signedOn(),
                        end.skippedGates(),
                        end.template(),
                        end.templateVersion()));
            case Won won ->
                occasion.read(Project.class).filter(Project::closed).isPresent()
                        ? refused(SALES_PROJECT_CLOSED)
                        : accepted(undone(won, undo));
            case Open _, Rejected _, Lost _, Withdrawn _ -> unchanged();
        };
    }

    /** It is worth again what it was expected to bring. */
    private static List<OpportunityEvent> undone(Won won, UndoWin undo) {
        var progress = won.progress().withoutSignature();
        var events = new ArrayList<OpportunityEvent>();
        events.add(new OpportunityReopened(
                undo.reason(), undo.on(), Undone.WON, progress.number(), progress.probability()));
        var expected = won.deal().expectedValue();
        if (expected != null && !expected.equals(won.end().value())) {
            events.add(new OpportunityValueUpdated(won.end().value(), expected));
        }
        return events;
    }

    private static boolean has(Won won, UUID contract) {
        return won.more().stream().anyMatch(one -> one.contractId().equals(contract));
    }

    /** The contract that wins it in the place of another is none of the further ones any more. */
    static Won won(Opportunity opportunity, OpportunityWon end) {
        return opportunity instanceof Won before
                ? dropped(new Won(before.deal(), end, before.more()), end.contractId())
                : new Won(opportunity.deal(), end, List.of());
    }

    static Won added(Won won, OpportunityContractAdded one) {
        return new Won(
                won.deal(),
                won.end(),
                Stream.concat(won.more().stream(), Stream.of(one)).toList());
    }

    static Won dropped(Won won, UUID contract) {
        return new Won(
                won.deal(),
                won.end(),
                won.more().stream()
                        .filter(one -> !one.contractId().equals(contract))
                        .toList());
    }
}
