package io.milepost.opportunities.opportunity.domain;

import static io.milepost.opportunities.opportunity.domain.DealRefusal.CLOSED_BEFORE_IDENTIFIED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.CLOSED_IN_FUTURE;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_ALREADY_QUALIFIED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_CLOSED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.REASON_MISSING;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.opportunity.domain.Opportunity.Authorized;
import io.milepost.opportunities.opportunity.domain.Opportunity.Closed;
import io.milepost.opportunities.opportunity.domain.Opportunity.Identified;
import io.milepost.opportunities.opportunity.domain.Opportunity.Known;
import io.milepost.opportunities.opportunity.domain.Opportunity.Open;
import io.milepost.opportunities.opportunity.domain.Opportunity.Qualified;
import io.milepost.opportunities.opportunity.domain.Opportunity.Won;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.CloseAsLost;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.WinOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.Withdraw;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityRejected;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWithdrawn;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWon;
import io.milepost.opportunities.opportunity.domain.salesprocess.SalesProcess;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How an opportunity ends: rejected, lost or given up by people, won by a signature. */
final class Closing {

    private Closing() {}

    /** Gate G04, the way out. */
    static Decision<OpportunityEvent> reject(Known opportunity, String reason) {
        return switch (opportunity) {
            case Identified _ when reason.isBlank() -> refused(REASON_MISSING).at("/reason");
            case Identified _ -> accepted(new OpportunityRejected(reason));
            case Qualified _, Authorized _ -> refused(OPPORTUNITY_ALREADY_QUALIFIED);
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    static Decision<OpportunityEvent> lose(Known opportunity, CloseAsLost lost, LocalDate today) {
        var closedOn = Objects.requireNonNullElse(lost.closedOn(), today);
        var value = opportunity.deal().expectedValue();
        var fault = closingFault(opportunity, lost.reason(), closedOn, today);
        return fault.isPresent()
                ? fault.get()
                : accepted(
                        new OpportunityLost(lost.reason(), lost.lessons(), closedOn, value, templateOf(opportunity)));
    }

    static Decision<OpportunityEvent> withdraw(Known opportunity, Withdraw withdraw, LocalDate today) {
        var closedOn = Objects.requireNonNullElse(withdraw.closedOn(), today);
        var value = opportunity.deal().expectedValue();
        var fault = closingFault(opportunity, withdraw.reason(), closedOn, today);
        return fault.isPresent()
                ? fault.get()
                : accepted(new OpportunityWithdrawn(withdraw.reason(), closedOn, value, templateOf(opportunity)));
    }

    /** What keeps it from being closed by hand. */
    private static Optional<Refused<OpportunityEvent>> closingFault(
            Known opportunity, String reason, LocalDate closedOn, LocalDate today) {
        return switch (opportunity) {
            case Closed _ -> Optional.of(refused(OPPORTUNITY_CLOSED));
            case Won _ -> Optional.of(refused(OPPORTUNITY_ALREADY_WON));
            case Open _
            when reason.isBlank() -> Optional.of(refused(REASON_MISSING).at("/reason"));
            case Open _
            when closedOn.isAfter(today) ->
                Optional.of(refused(CLOSED_IN_FUTURE).at("/closedOn"));
            case Open open
            when open.deal().isIdentifiedAfter(closedOn) ->
                Optional.of(refused(CLOSED_BEFORE_IDENTIFIED).at("/closedOn"));
            case Open _ -> Optional.empty();
        };
    }

    /** A signature is a fact: it wins any open opportunity and names the gates that it went past (decision 41). */
    static Decision<OpportunityEvent> win(Known opportunity, WinOpportunity win) {
        return switch (opportunity) {
            case Open open -> accepted(won(open, win));
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won(var _, var end) ->
                end.contractId().equals(win.contractId()) ? unchanged() : refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    /** The last stage, once entered, succeeds by the signature and in no other way. */
    private static List<OpportunityEvent> won(Open opportunity, WinOpportunity win) {
        var progress = opportunity.progress();
        var events = new ArrayList<OpportunityEvent>();
        if (progress.isLastStage() && progress.standing() == Standing.ENTERED) {
            events.addAll(StageWork.success(progress));
        }
        events.add(new OpportunityWon(
                win.contractId(), win.value(), win.signedOn(), skippedGates(opportunity), templateOf(opportunity)));
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
        for (int stage = progress.succeeded() + 1; stage < SalesProcess.LAST; stage++) {
            skipped.add("G08/S" + stage);
        }
        return skipped;
    }

    private static String templateOf(Known opportunity) {
        return opportunity.progress().process().name();
    }

    private static Refused<OpportunityEvent> refused(Refusal reason) {
        return Decision.refused(reason);
    }
}
