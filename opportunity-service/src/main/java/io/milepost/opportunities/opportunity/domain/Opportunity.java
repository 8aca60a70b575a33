package io.milepost.opportunities.opportunity.domain;

import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.CLOSED_IN_FUTURE;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_ALREADY_IDENTIFIED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_ALREADY_QUALIFIED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_CLOSED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_UNKNOWN;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OWNER_MISSING;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.REASON_MISSING;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.VALUE_NEGATIVE;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.opportunity.domain.OpportunityCommand.CloseAsLost;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.QualifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.RejectOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.UpdateValue;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.WinOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.Withdraw;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityQualified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityRejected;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityValueUpdated;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWithdrawn;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWon;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A chance to sell, from the day it is identified until it is won, lost or given up. */
public sealed interface Opportunity {

    record Unknown() implements Opportunity {}

    /** Every opportunity that was identified. */
    sealed interface Known extends Opportunity {
        Deal deal();
    }

    /** Still to be won. */
    sealed interface Open extends Known {}

    /** Ended without a contract. */
    sealed interface Closed extends Known {}

    record Identified(Deal deal) implements Open {}

    record Qualified(Deal deal) implements Open {}

    record Rejected(Deal deal, OpportunityRejected end) implements Closed {}

    record Lost(Deal deal, OpportunityLost end) implements Closed {}

    record Withdrawn(Deal deal, OpportunityWithdrawn end) implements Closed {}

    record Won(Deal deal, OpportunityWon end) implements Known {}

    static Decision<OpportunityEvent> decide(Opportunity state, OpportunityCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof IdentifyOpportunity identify ? identify(identify) : refused(OPPORTUNITY_UNKNOWN);
            case Known opportunity ->
                switch (command) {
                    case IdentifyOpportunity _ -> refused(OPPORTUNITY_ALREADY_IDENTIFIED);
                    case QualifyOpportunity(var note) -> qualify(opportunity, note);
                    case RejectOpportunity(var reason) -> reject(opportunity, reason);
                    case UpdateValue(var value) -> update(opportunity, value);
                    case CloseAsLost lost -> lose(opportunity, lost, occasion);
                    case Withdraw withdraw -> withdraw(opportunity, withdraw, occasion);
                    case WinOpportunity win -> win(opportunity, win);
                };
        };
    }

    static Opportunity evolve(Opportunity state, OpportunityEvent event) {
        return switch (event) {
            case OpportunityIdentified identified -> new Identified(new Deal(identified, identified.expectedValue()));
            case OpportunityQualified _ -> new Qualified(deal(state));
            case OpportunityValueUpdated(var _, var value) -> {
                var deal = new Deal(deal(state).identified(), value);
                yield state instanceof Qualified ? new Qualified(deal) : new Identified(deal);
            }
            case OpportunityRejected end -> new Rejected(deal(state), end);
            case OpportunityLost end -> new Lost(deal(state), end);
            case OpportunityWithdrawn end -> new Withdrawn(deal(state), end);
            case OpportunityWon end -> new Won(deal(state), end);
        };
    }

    private static Decision<OpportunityEvent> identify(IdentifyOpportunity identify) {
        if (identify.owner().isBlank()) {
            return refused(OWNER_MISSING).at("/owner");
        }
        if (identify.expectedValue() != null && identify.expectedValue().isNegative()) {
            return refused(VALUE_NEGATIVE).at("/expectedValue");
        }
        return accepted(new OpportunityIdentified(
                identify.name(),
                identify.accountId(),
                identify.owner(),
                identify.product(),
                identify.need(),
                identify.expectedValue(),
                identify.expectedCloseOn(),
                identify.leadId()));
    }

    /** Gate G04, the way through. */
    private static Decision<OpportunityEvent> qualify(Known opportunity, @Nullable String note) {
        return switch (opportunity) {
            case Identified _ -> accepted(new OpportunityQualified(note));
            case Qualified _ -> unchanged();
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    /** Gate G04, the way out. */
    private static Decision<OpportunityEvent> reject(Known opportunity, String reason) {
        return switch (opportunity) {
            case Identified _ when reason.isBlank() -> refused(REASON_MISSING).at("/reason");
            case Identified _ -> accepted(new OpportunityRejected(reason));
            case Qualified _ -> refused(OPPORTUNITY_ALREADY_QUALIFIED);
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    private static Decision<OpportunityEvent> update(Known opportunity, Money value) {
        return switch (opportunity) {
            case Open _ when value.isNegative() -> refused(VALUE_NEGATIVE).at("/expectedValue");
            case Open open when value.equals(open.deal().expectedValue()) -> unchanged();
            case Open open -> accepted(new OpportunityValueUpdated(open.deal().expectedValue(), value));
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    private static Decision<OpportunityEvent> lose(Known opportunity, CloseAsLost lost, Occasion occasion) {
        var closedOn = Objects.requireNonNullElse(lost.closedOn(), occasion.today());
        var value = opportunity.deal().expectedValue();
        var fault = closingFault(opportunity, lost.reason(), closedOn, occasion);
        return fault.isPresent()
                ? fault.get()
                : accepted(new OpportunityLost(lost.reason(), lost.lessons(), closedOn, value));
    }

    private static Decision<OpportunityEvent> withdraw(Known opportunity, Withdraw withdraw, Occasion occasion) {
        var closedOn = Objects.requireNonNullElse(withdraw.closedOn(), occasion.today());
        var value = opportunity.deal().expectedValue();
        var fault = closingFault(opportunity, withdraw.reason(), closedOn, occasion);
        return fault.isPresent() ? fault.get() : accepted(new OpportunityWithdrawn(withdraw.reason(), closedOn, value));
    }

    /** What keeps it from being closed by hand. */
    private static Optional<Refused<OpportunityEvent>> closingFault(
            Known opportunity, String reason, LocalDate closedOn, Occasion occasion) {
        return switch (opportunity) {
            case Closed _ -> Optional.of(refused(OPPORTUNITY_CLOSED));
            case Won _ -> Optional.of(refused(OPPORTUNITY_ALREADY_WON));
            case Open _
            when reason.isBlank() -> Optional.of(refused(REASON_MISSING).at("/reason"));
            case Open _
            when closedOn.isAfter(occasion.today()) ->
                Optional.of(refused(CLOSED_IN_FUTURE).at("/closedOn"));
            case Open _ -> Optional.empty();
        };
    }

    /** A signature is a fact: it wins any open opportunity and names the gates that it went past (decision 41). */
    private static Decision<OpportunityEvent> win(Known opportunity, WinOpportunity win) {
        return switch (opportunity) {
            case Identified _ -> accepted(won(win, List.of("G04")));
            case Qualified _ -> accepted(won(win, List.of()));
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won(var _, var end) ->
                end.contractId().equals(win.contractId()) ? unchanged() : refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    private static OpportunityWon won(WinOpportunity win, List<String> skippedGates) {
        return new OpportunityWon(win.contractId(), win.value(), win.signedOn(), skippedGates);
    }

    private static Deal deal(Opportunity state) {
        return ((Known) state).deal();
    }

    private static Refused<OpportunityEvent> refused(OpportunityRefusal reason) {
        return Decision.refused(reason);
    }
}
