package io.milepost.delivery.settlement;

import static io.milepost.delivery.settlement.Settlement.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.Who;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is finally owed for a contract, from its acceptance to the day on which it is settled. */
public sealed interface Settlement {
    Decider<Settlement, Command, Event> DECIDER =
            new Decider<>(Settlement::decide, Settlement::begin, Settlement::evolve);

    /**
     * From the comprehensive acceptance on there is something to settle.
     *
     * @param acceptedOn the day of it
     * @param currency of the contract, where that is known
     */
    record OpenSettlement(LocalDate acceptedOn, @Nullable Currency currency) {}

    /** What may be asked of a settlement that is open. */
    sealed interface Command {}

    /** States the final amount; again with another one until the customer has confirmed. */
    record DraftSettlement(Money amount) implements Command {}

    /** The customer agrees. */
    record ConfirmSettlement() implements Command {}

    /** The customer does not agree. */
    record DisputeSettlement(@Limit(Limit.NOTE) String reason) implements Command {}

    record CompleteSettlement() implements Command {}

    sealed interface Event {}

    /**
     * There is something to settle.
     *
     * @param currency of the contract, where that is known
     */
    record SettlementOpened(
            UUID contractId, LocalDate acceptedOn, @Nullable Currency currency) implements Event {}

    /**
     * The amount is stated.
     *
     * @param by code of the member who stated it, where the token named one
     */
    record SettlementDrafted(
            UUID contractId, Money amount, @Nullable String by) implements Event {}

    record SettlementConfirmed(UUID contractId, Money amount, LocalDate on) implements Event {}

    record SettlementDisputed(UUID contractId, Money amount, String reason, LocalDate on) implements Event {}

    record SettlementCompleted(UUID contractId, Money amount, LocalDate on) implements Event {}

    enum No implements Refusal {
        SETTLEMENT_NOT_DRAFT(state("there is no draft that the customer could answer")),
        SETTLEMENT_CONFIRMED(state("the customer has confirmed the amount, so it cannot change")),
        SETTLEMENT_NOT_CONFIRMED(state("a settlement cannot be completed before the customer has confirmed it")),
        COMPLETED_BY_AUTHOR(sender("whoever stated the amount cannot complete the settlement"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    SettlementOpened opening();

    /** Accepted; no amount is stated yet. */
    record Opened(SettlementOpened opening) implements Settlement {}

    record Draft(
            SettlementOpened opening,
            Money amount,
            @Nullable String by) implements Settlement {}

    /** Back with us, until another draft. */
    record Disputed(SettlementOpened opening, Money amount, String reason) implements Settlement {}

    /**
     * The customer has agreed.
     *
     * @param by who stated the amount, where that is known
     */
    record Confirmed(
            SettlementOpened opening,
            Money amount,
            LocalDate on,
            @Nullable String by) implements Settlement {}

    record Settled(SettlementOpened opening, Money amount, LocalDate confirmedOn, LocalDate on) implements Settlement {}

    static Decision<Event> open(OpenSettlement open, Occasion occasion) {
        return accepted(new SettlementOpened(occasion.id(), open.acceptedOn(), open.currency()));
    }

    static Decision<Event> decide(Settlement settlement, Command command, Occasion occasion) {
        return switch (command) {
            case DraftSettlement(var amount) -> draft(settlement, amount, occasion.who());
            case ConfirmSettlement _ -> confirm(settlement, occasion.today());
            case DisputeSettlement(var reason) -> dispute(settlement, reason, occasion.today());
            case CompleteSettlement _ -> complete(settlement, occasion);
        };
    }

    static Settlement begin(Event first) {
        return new Opened((SettlementOpened) first);
    }

    static Settlement evolve(Settlement settlement, Event event) {
        return switch (event) {
            case SettlementOpened _ -> settlement;
            case SettlementDrafted(var _, var amount, var by) -> new Draft(settlement.opening(), amount, by);
            case SettlementDisputed(var _, var amount, var reason, var _) ->
                new Disputed(settlement.opening(), amount, reason);
            case SettlementConfirmed(var _, var amount, var on) ->
                new Confirmed(settlement.opening(), amount, on, ((Draft) settlement).by());
            case SettlementCompleted(var _, var amount, var on) ->
                new Settled(settlement.opening(), amount, ((Confirmed) settlement).on(), on);
        };
    }

    private static Decision<Event> draft(Settlement settlement, Money amount, Who who) {
        return switch (settlement) {
            case Draft(var _, var before, var _) when before.equals(amount) -> unchanged();
            case Opened _, Draft _, Disputed _ ->
                check().notNegative("/amount", amount)
                        .that(isOwn(amount.currency(), settlement), "/amount/currency", CURRENCIES_MIXED)
                        .accept(() -> new SettlementDrafted(settlement.opening().contractId(), amount, who.member()));
            case Confirmed _, Settled _ -> refused(SETTLEMENT_CONFIRMED);
        };
    }

    /** That of the contract or, where nobody has said it, of what was drafted before. */
    private static boolean isOwn(Currency currency, Settlement settlement) {
        if (settlement.opening().currency() != null) {
            return currency.equals(settlement.opening().currency());
        }
        return switch (settlement) {
            case Draft(var _, var amount, var _) -> currency.equals(amount.currency());
            case Disputed(var _, var amount, var _) -> currency.equals(amount.currency());
            case Opened _, Confirmed _, Settled _ -> true;
        };
    }

    private static Decision<Event> confirm(Settlement settlement, LocalDate today) {
        return switch (settlement) {
            case Draft(var opening, var amount, var _) ->
                accepted(new SettlementConfirmed(opening.contractId(), amount, today));
            case Confirmed _, Settled _ -> unchanged();
            case Opened _, Disputed _ -> refused(SETTLEMENT_NOT_DRAFT);
        };
    }

    private static Decision<Event> dispute(Settlement settlement, String reason, LocalDate today) {
        return switch (settlement) {
            case Draft(var opening, var amount, var _) ->
                check().reason("/reason", reason)
                        .accept(() -> new SettlementDisputed(opening.contractId(), amount, reason, today));
            case Confirmed _, Settled _ -> refused(SETTLEMENT_CONFIRMED);
            case Opened _, Disputed _ -> refused(SETTLEMENT_NOT_DRAFT);
        };
    }

    private static Decision<Event> complete(Settlement settlement, Occasion occasion) {
        return switch (settlement) {
            case Confirmed(var opening, var amount, var _, var by) ->
                occasion.who().isMember(by)
                        ? refused(COMPLETED_BY_AUTHOR)
                        : accepted(new SettlementCompleted(opening.contractId(), amount, occasion.today()));
            case Settled _ -> unchanged();
            case Opened _, Draft _, Disputed _ -> refused(SETTLEMENT_NOT_CONFIRMED);
        };
    }
}
