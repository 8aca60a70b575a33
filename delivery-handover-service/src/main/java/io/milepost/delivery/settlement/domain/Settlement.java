package io.milepost.delivery.settlement.domain;

import static io.milepost.delivery.settlement.domain.SettlementRefusal.*;
import static io.milepost.delivery.settlement.domain.SettlementRefusal.CURRENCIES_MIXED;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.delivery.settlement.domain.SettlementCommand.CompleteSettlement;
import io.milepost.delivery.settlement.domain.SettlementCommand.ConfirmSettlement;
import io.milepost.delivery.settlement.domain.SettlementCommand.DisputeSettlement;
import io.milepost.delivery.settlement.domain.SettlementCommand.DraftSettlement;
import io.milepost.delivery.settlement.domain.SettlementCommand.OpenSettlement;
import io.milepost.delivery.settlement.domain.SettlementEvent.SettlementCompleted;
import io.milepost.delivery.settlement.domain.SettlementEvent.SettlementConfirmed;
import io.milepost.delivery.settlement.domain.SettlementEvent.SettlementDisputed;
import io.milepost.delivery.settlement.domain.SettlementEvent.SettlementDrafted;
import io.milepost.delivery.settlement.domain.SettlementEvent.SettlementOpened;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;

/** What is finally owed for a contract, from its acceptance to the day on which it is settled. */
public sealed interface Settlement {

    record Unknown() implements Settlement {}

    /** Every settlement that was opened. */
    sealed interface Known extends Settlement {
        SettlementOpened opening();
    }

    /** Accepted; no amount is stated yet. */
    record Opened(SettlementOpened opening) implements Known {}

    record Draft(SettlementOpened opening, Money amount) implements Known {}

    /** Back with us, until another draft. */
    record Disputed(SettlementOpened opening, Money amount, String reason) implements Known {}

    record Confirmed(SettlementOpened opening, Money amount, LocalDate on) implements Known {}

    record Settled(SettlementOpened opening, Money amount, LocalDate confirmedOn, LocalDate on) implements Known {}

    static Decision<SettlementEvent> decide(Settlement state, SettlementCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                command instanceof OpenSettlement(var acceptedOn, var currency)
                        ? accepted(new SettlementOpened(occasion.id(), acceptedOn, currency))
                        : refused(SETTLEMENT_UNKNOWN);
            case Known settlement ->
                switch (command) {
                    case OpenSettlement _ -> refused(SETTLEMENT_ALREADY_OPENED);
                    case DraftSettlement(var amount) -> draft(settlement, amount);
                    case ConfirmSettlement _ -> confirm(settlement, occasion.today());
                    case DisputeSettlement(var reason) -> dispute(settlement, reason, occasion.today());
                    case CompleteSettlement _ -> complete(settlement, occasion.today());
                };
        };
    }

    static Settlement evolve(Settlement state, SettlementEvent event) {
        return switch (event) {
            case SettlementOpened opening -> new Opened(opening);
            case SettlementDrafted(var _, var amount) -> new Draft(((Known) state).opening(), amount);
            case SettlementDisputed(var _, var amount, var reason, var _) ->
                new Disputed(((Known) state).opening(), amount, reason);
            case SettlementConfirmed(var _, var amount, var on) -> new Confirmed(((Known) state).opening(), amount, on);
            case SettlementCompleted(var _, var amount, var on) -> {
                var confirmed = (Confirmed) state;
                yield new Settled(confirmed.opening(), amount, confirmed.on(), on);
            }
        };
    }

    private static Decision<SettlementEvent> draft(Known settlement, Money amount) {
        return switch (settlement) {
            case Confirmed _, Settled _ -> refused(SETTLEMENT_CONFIRMED);
            case Opened _, Draft _, Disputed _
            when amount.isNegative() -> refused(AMOUNT_NEGATIVE).at("/amount");
            case Opened _, Draft _, Disputed _
            when !isOwn(amount.currency(), settlement) ->
                refused(CURRENCIES_MIXED).at("/amount/currency");
            case Draft draft when draft.amount().equals(amount) -> unchanged();
            case Opened _, Draft _, Disputed _ ->
                accepted(new SettlementDrafted(settlement.opening().contractId(), amount));
        };
    }

    /** That of the contract or, where nobody has said it, of what was drafted before. */
    private static boolean isOwn(Currency currency, Known settlement) {
        if (settlement.opening().currency() != null) {
            return currency.equals(settlement.opening().currency());
        }
        return switch (settlement) {
            case Draft(var _, var amount) -> currency.equals(amount.currency());
            case Disputed(var _, var amount, var _) -> currency.equals(amount.currency());
            case Opened _, Confirmed _, Settled _ -> true;
        };
    }

    private static Decision<SettlementEvent> confirm(Known settlement, LocalDate today) {
        return switch (settlement) {
            case Draft(var opening, var amount) ->
                accepted(new SettlementConfirmed(opening.contractId(), amount, today));
            case Confirmed _, Settled _ -> unchanged();
            case Opened _, Disputed _ -> refused(SETTLEMENT_NOT_DRAFT);
        };
    }

    private static Decision<SettlementEvent> dispute(Known settlement, String reason, LocalDate today) {
        return switch (settlement) {
            case Draft _ when reason.isBlank() -> refused(REASON_MISSING).at("/reason");
            case Draft(var opening, var amount) ->
                accepted(new SettlementDisputed(opening.contractId(), amount, reason, today));
            case Confirmed _, Settled _ -> refused(SETTLEMENT_CONFIRMED);
            case Opened _, Disputed _ -> refused(SETTLEMENT_NOT_DRAFT);
        };
    }

    private static Decision<SettlementEvent> complete(Known settlement, LocalDate today) {
        return switch (settlement) {
            case Confirmed(var opening, var amount, var _) ->
                accepted(new SettlementCompleted(opening.contractId(), amount, today));
            case Settled _ -> unchanged();
            case Opened _, Draft _, Disputed _ -> refused(SETTLEMENT_NOT_CONFIRMED);
        };
    }

    private static Refused<SettlementEvent> refused(SettlementRefusal reason) {
        return Decision.refused(reason);
    }
}
