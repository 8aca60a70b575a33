package io.milepost.opportunities.opportunity;

import static io.milepost.opportunities.opportunity.Opportunity.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.*;
import io.milepost.opportunities.opportunity.Progress.Standing;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How an opportunity ends: lost or given up by people, won by a signature. */
final class Closing {

    private Closing() {}

    static Decision<OpportunityEvent> lose(Opportunity opportunity, CloseAsLost lost, LocalDate today) {
        var closedOn = Objects.requireNonNullElse(lost.closedOn(), today);
        return switch (opportunity) {
            case Open open ->
                checkEnd(open.deal(), lost.reason(), closedOn, today)
                        .accept(() -> new OpportunityLost(
                                lost.reason(),
                                lost.lessons(),
                                closedOn,
                                open.deal().expectedValue(),
                                open.progress().process().name(),
                                open.progress().process().version()));
            case Ended ended -> refused(ended.reason());
        };
    }

    static Decision<OpportunityEvent> withdraw(Opportunity opportunity, Withdraw withdraw, LocalDate today) {
        var closedOn = Objects.requireNonNullElse(withdraw.closedOn(), today);
        return switch (opportunity) {
            case Open open ->
                checkEnd(open.deal(), withdraw.reason(), closedOn, today)
                        .accept(() -> new OpportunityWithdrawn(
                                withdraw.reason(),
                                closedOn,
                                open.deal().expectedValue(),
                                open.progress().process().name(),
                                open.progress().process().version()));
            case Ended ended -> refused(ended.reason());
        };
    }

    private static Checks checkEnd(Deal deal, String reason, LocalDate closedOn, LocalDate today) {
        return check().reason("/reason", reason)
                .that(!closedOn.isAfter(today), "/closedOn", CLOSED_IN_FUTURE)
                .that(!deal.isIdentifiedAfter(closedOn), "/closedOn", CLOSED_BEFORE_IDENTIFIED);
    }

    /** A signature is a fact: it wins any open opportunity and names the gates that it bypassed (decision 41). */
    static Decision<OpportunityEvent> win(Opportunity opportunity, WinOpportunity win) {
        return switch (opportunity) {
            case Open open -> accepted(won(open, win));
            case Won(var _, var end) when end.contractId().equals(win.contractId()) -> unchanged();
            case Ended ended -> refused(ended.reason());
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
}
