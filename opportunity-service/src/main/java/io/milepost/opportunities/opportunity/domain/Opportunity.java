package io.milepost.opportunities.opportunity.domain;

import static io.milepost.opportunities.opportunity.domain.DealRefusal.CLOSE_EXPECTED_IN_PAST;
import static io.milepost.opportunities.opportunity.domain.DealRefusal.CURRENCY_CHANGED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_ALREADY_IDENTIFIED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_ALREADY_QUALIFIED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_ALREADY_WON;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_CLOSED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_NOT_QUALIFIED;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OPPORTUNITY_UNKNOWN;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.OWNER_MISSING;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.TEMPLATE_UNKNOWN;
import static io.milepost.opportunities.opportunity.domain.OpportunityRefusal.VALUE_NEGATIVE;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.opportunity.domain.OpportunityCommand.AgreeTerms;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.AuthorizeOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.CloseAsLost;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.PlanMilestones;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.QualifyOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.RejectOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.UpdateValue;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.WinOpportunity;
import io.milepost.opportunities.opportunity.domain.OpportunityCommand.Withdraw;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityAuthorized;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityLost;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityMilestonesPlanned;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityQualified;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityRejected;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityTermsAgreed;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityValueUpdated;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWithdrawn;
import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityWon;
import io.milepost.opportunities.opportunity.domain.salesprocess.SalesProcesses;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A chance to sell, from the day it is identified until it is won, lost or given up. */
public sealed interface Opportunity {

    record Unknown() implements Opportunity {}

    /** Every opportunity that was identified. */
    sealed interface Known extends Opportunity {
        Deal deal();

        default Progress progress() {
            return deal().progress();
        }
    }

    /** Still to be won. */
    sealed interface Open extends Known {
        default Facts facts() {
            return new Facts(!(this instanceof Identified), this instanceof Authorized, deal().terms() != null);
        }
    }

    /** Ended without a contract. */
    sealed interface Closed extends Known {}

    record Identified(Deal deal) implements Open {}

    record Qualified(Deal deal) implements Open {}

    /** With a positive ATI decision. */
    record Authorized(Deal deal) implements Open {}

    record Rejected(Deal deal, OpportunityRejected end) implements Closed {}

    record Lost(Deal deal, OpportunityLost end) implements Closed {}

    record Withdrawn(Deal deal, OpportunityWithdrawn end) implements Closed {}

    record Won(Deal deal, OpportunityWon end) implements Known {}

    static Decision<OpportunityEvent> decide(Opportunity state, OpportunityCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof IdentifyOpportunity identify
                        ? identify(identify, occasion.today())
                        : refused(OPPORTUNITY_UNKNOWN);
            case Known opportunity ->
                switch (command) {
                    case IdentifyOpportunity _ -> refused(OPPORTUNITY_ALREADY_IDENTIFIED);
                    case QualifyOpportunity(var note) -> qualify(opportunity, note);
                    case RejectOpportunity(var reason) -> Closing.reject(opportunity, reason);
                    case AuthorizeOpportunity authorize -> authorize(opportunity, authorize);
                    case UpdateValue(var value) -> update(opportunity, value);
                    case AgreeTerms agree -> agree(opportunity, agree);
                    case PlanMilestones(var milestones) -> plan(opportunity, milestones);
                    case CloseAsLost lost -> Closing.lose(opportunity, lost, occasion.today());
                    case Withdraw withdraw -> Closing.withdraw(opportunity, withdraw, occasion.today());
                    case WinOpportunity win -> Closing.win(opportunity, win);
                    case StageCommand stage -> work(opportunity, stage, occasion);
                };
        };
    }

    static Opportunity evolve(Opportunity state, OpportunityEvent event) {
        return switch (event) {
            case OpportunityIdentified identified -> new Identified(Deal.of(identified));
            case OpportunityQualified qualified -> new Qualified(deal(state).after(qualified));
            case OpportunityAuthorized decision -> new Authorized(deal(state).after(decision));
            case OpportunityTermsAgreed terms -> open(state, deal(state).after(terms));
            case OpportunityMilestonesPlanned planned -> open(state, deal(state).after(planned));
            case OpportunityValueUpdated(var _, var value) ->
                open(state, deal(state).worth(value));
            case StageEvent stage -> open(state, deal(state).after(stage));
            case OpportunityRejected end -> new Rejected(deal(state), end);
            case OpportunityLost end -> new Lost(deal(state), end);
            case OpportunityWithdrawn end -> new Withdrawn(deal(state), end);
            case OpportunityWon end -> new Won(deal(state), end);
        };
    }

    private static Decision<OpportunityEvent> identify(IdentifyOpportunity identify, LocalDate today) {
        if (identify.owner().isBlank()) {
            return refused(OWNER_MISSING).at("/owner");
        }
        if (identify.expectedValue() != null && identify.expectedValue().isNegative()) {
            return refused(VALUE_NEGATIVE).at("/expectedValue");
        }
        if (identify.expectedCloseOn() != null && identify.expectedCloseOn().isBefore(today)) {
            return refused(CLOSE_EXPECTED_IN_PAST).at("/expectedCloseOn");
        }
        var process = SalesProcesses.newest(identify.template());
        if (process.isEmpty()) {
            return refused(TEMPLATE_UNKNOWN).at("/template");
        }
        return accepted(new OpportunityIdentified(
                identify.name(),
                identify.accountId(),
                identify.owner(),
                identify.product(),
                identify.need(),
                identify.expectedValue(),
                identify.expectedCloseOn(),
                identify.leadId(),
                process.get().name(),
                process.get().version(),
                today));
    }

    /** Gate G04, the way through; it may be the last that the stage waited for. */
    private static Decision<OpportunityEvent> qualify(Known opportunity, @Nullable String note) {
        return switch (opportunity) {
            case Identified(var deal) -> {
                var events = new ArrayList<OpportunityEvent>();
                var process = deal.progress().process();
                events.add(
                        new OpportunityQualified(note, deal.identified().owner(), process.name(), process.version()));
                events.addAll(StageWork.consequences(deal.progress(), new Qualified(deal).facts()));
                yield accepted(events);
            }
            case Qualified _, Authorized _ -> qualifyAgain(opportunity.deal(), note);
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    private static Decision<OpportunityEvent> qualifyAgain(Deal deal, @Nullable String note) {
        var passed = Objects.requireNonNull(deal.qualified());
        return note == null || note.equals(passed.note())
                ? unchanged()
                : Decision.<OpportunityEvent>refused(
                                OPPORTUNITY_ALREADY_QUALIFIED, "the opportunity is qualified, with another note")
                        .at("/note");
    }

    /** Gate G06, as the sales project tells it. */
    private static Decision<OpportunityEvent> authorize(Known opportunity, AuthorizeOpportunity authorize) {
        return switch (opportunity) {
            case Identified _ -> refused(OPPORTUNITY_NOT_QUALIFIED);
            case Qualified _ -> accepted(new OpportunityAuthorized(authorize.decidedBy(), authorize.decidedOn()));
            case Authorized _ -> unchanged();
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    /** Kept in whatever stage the deal stands, and the last proof of the one that waited for it. */
    private static Decision<OpportunityEvent> agree(Known opportunity, AgreeTerms agree) {
        return switch (opportunity) {
            case Open open -> {
                var agreed = new OpportunityTermsAgreed(agree.quotationId(), agree.agreedOn());
                if (agreed.equals(open.deal().terms())) {
                    yield unchanged();
                }
                var events = new ArrayList<OpportunityEvent>();
                events.add(agreed);
                var after = open(open, open.deal().after(agreed));
                events.addAll(StageWork.consequences(after.progress(), after.facts()));
                yield accepted(events);
            }
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    private static Decision<OpportunityEvent> plan(Known opportunity, List<PlannedMilestone> milestones) {
        return switch (opportunity) {
            case Open open -> Planning.plan(open, milestones);
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    private static Decision<OpportunityEvent> update(Known opportunity, Money value) {
        return switch (opportunity) {
            case Open _ when value.isNegative() -> refused(VALUE_NEGATIVE).at("/expectedValue");
            case Open open
            when !open.deal().takes(value.currency()) ->
                refused(CURRENCY_CHANGED).at("/expectedValue/currency");
            case Open open when value.equals(open.deal().expectedValue()) -> unchanged();
            case Open open -> accepted(new OpportunityValueUpdated(open.deal().expectedValue(), value));
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    private static Decision<OpportunityEvent> work(Known opportunity, StageCommand command, Occasion occasion) {
        return switch (opportunity) {
            case Open open -> StageWork.decide(open, command, occasion);
            case Closed _ -> refused(OPPORTUNITY_CLOSED);
            case Won _ -> refused(OPPORTUNITY_ALREADY_WON);
        };
    }

    private static Open open(Opportunity state, Deal deal) {
        return switch ((Open) state) {
            case Identified _ -> new Identified(deal);
            case Qualified _ -> new Qualified(deal);
            case Authorized _ -> new Authorized(deal);
        };
    }

    private static Deal deal(Opportunity state) {
        return ((Known) state).deal();
    }

    private static Refused<OpportunityEvent> refused(Refusal reason) {
        return Decision.refused(reason);
    }
}
