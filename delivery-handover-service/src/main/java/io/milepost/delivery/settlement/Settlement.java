package io.milepost.delivery.settlement;

import static io.milepost.delivery.settlement.Settlement.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.kernel.Satisfaction;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
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

    /**
     * States the final amount; again with another one until the customer has confirmed.
     *
     * @param reason why it is not what was agreed in the contract, where it is not
     */
    record DraftSettlement(
            Money amount, @Nullable @Limit(Limit.NOTE) String reason) implements Command {}

    /**
     * The customer agrees.
     *
     * @param satisfaction with the project as a whole, from 1 to 5
     * @param feedback in the customer's words; kept as personal data
     */
    record ConfirmSettlement(
            @Nullable Integer satisfaction,
            @Nullable @Limit(Limit.NOTE) String feedback) implements Command {}

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
     * @param contractValue what was agreed, where that is known
     * @param reason why it is another amount; absent where it is not
     * @param received what the customer had paid by then, where that is known
     */
    record SettlementDrafted(
            UUID contractId,
            Money amount,
            @Nullable String by,
            @Nullable Money contractValue,
            @Nullable String reason,
            @Nullable Money received)
            implements Event {}

    /** The feedback is stored sealed; the key is the keyed hash by which the same is known again. */
    record SettlementConfirmed(
            UUID contractId,
            Money amount,
            LocalDate on,
            @Nullable Integer satisfaction,
            @Nullable String feedback,
            @Nullable String feedbackKey)
            implements Event {

        private boolean isSame(ConfirmSettlement confirm, @Nullable String key) {
            return Objects.equals(satisfaction, confirm.satisfaction()) && Objects.equals(feedbackKey, key);
        }
    }

    record SettlementDisputed(UUID contractId, Money amount, String reason, LocalDate on) implements Event {}

    /**
     * It is settled, and the last payment can be claimed.
     *
     * @param contractValue what was agreed, where that is known
     * @param received what the customer had paid by then, where that is known
     * @param finalPayment what is still to be paid; negative where the customer has paid too much, absent where that is not known
     */
    record SettlementCompleted(
            UUID contractId,
            Money amount,
            LocalDate on,
            @Nullable Money contractValue,
            @Nullable Money received,
            @Nullable Money finalPayment)
            implements Event {}

    enum No implements Refusal {
        SETTLEMENT_NOT_DRAFT(state("there is no draft that the customer could answer")),
        SETTLEMENT_CONFIRMED(state("the customer has confirmed the amount, so it cannot change")),
        SETTLEMENT_NOT_CONFIRMED(state("a settlement cannot be completed before the customer has confirmed it")),
        DEVIATION_UNEXPLAINED(rule("an amount that is not the value of the contract needs a reason")),
        CONTRACT_AMENDED(state("the value of the contract has changed since the amount was stated")),
        CONFIRMED_BY_AUTHOR(sender("whoever stated the amount cannot note that the customer agrees to it")),
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

    record Draft(SettlementOpened opening, SettlementDrafted draft) implements Settlement {}

    /** Back with us, until another draft. */
    record Disputed(SettlementOpened opening, Money amount, String reason) implements Settlement {}

    /**
     * The customer has agreed.
     *
     * @param by who stated the amount, where that is known
     */
    record Confirmed(
            SettlementOpened opening,
            SettlementConfirmed answer,
            @Nullable String by) implements Settlement {}

    record Settled(SettlementOpened opening, SettlementConfirmed answer, SettlementCompleted completed)
            implements Settlement {}

    static Decision<Event> open(OpenSettlement open, Occasion occasion) {
        return accepted(new SettlementOpened(occasion.id(), open.acceptedOn(), open.currency()));
    }

    static Decision<Event> decide(Settlement settlement, Command command, Occasion occasion) {
        return switch (command) {
            case DraftSettlement draft -> draft(settlement, draft, occasion);
            case ConfirmSettlement confirm -> confirm(settlement, confirm, occasion);
            case DisputeSettlement(var reason) -> dispute(settlement, reason, occasion.today());
            case CompleteSettlement _ -> Completing.complete(settlement, occasion);
        };
    }

    static Settlement begin(Event first) {
        return new Opened((SettlementOpened) first);
    }

    static Settlement evolve(Settlement settlement, Event event) {
        return switch (event) {
            case SettlementOpened _ -> settlement;
            case SettlementDrafted drafted -> new Draft(settlement.opening(), drafted);
            case SettlementDisputed(var _, var amount, var reason, var _) ->
                new Disputed(settlement.opening(), amount, reason);
            case SettlementConfirmed answer ->
                new Confirmed(
                        settlement.opening(),
                        answer,
                        ((Draft) settlement).draft().by());
            case SettlementCompleted completed ->
                new Settled(settlement.opening(), ((Confirmed) settlement).answer(), completed);
        };
    }

    private static Decision<Event> draft(Settlement settlement, DraftSettlement draft, Occasion occasion) {
        var amount = draft.amount();
        return switch (settlement) {
            case Draft(var _, var before)
            when before.amount().equals(amount)
                    && Objects.equals(before.reason(), draft.reason())
                    && !isOutdated(before, occasion) -> unchanged();
            case Opened _, Draft _, Disputed _ -> {
                var contract = Agreed.of(occasion);
                var agreed = contract.value();
                yield check().notNegative("/amount", amount)
                        .that(isOwn(amount.currency(), settlement), "/amount/currency", CURRENCIES_MIXED)
                        .that(
                                agreed == null || agreed.equals(amount) || draft.reason() != null,
                                "/reason",
                                DEVIATION_UNEXPLAINED)
                        .reason("/reason", draft.reason())
                        .accept(() -> new SettlementDrafted(
                                settlement.opening().contractId(),
                                amount,
                                occasion.who().member(),
                                agreed,
                                draft.reason(),
                                contract.received()));
            }
            case Confirmed _, Settled _ -> refused(SETTLEMENT_CONFIRMED);
        };
    }

    /** That of the contract or, where nobody has said it, of what was drafted before. */
    private static boolean isOwn(Currency currency, Settlement settlement) {
        if (settlement.opening().currency() != null) {
            return currency.equals(settlement.opening().currency());
        }
        return switch (settlement) {
            case Draft(var _, var draft) -> currency.equals(draft.amount().currency());
            case Disputed(var _, var amount, var _) -> currency.equals(amount.currency());
            case Opened _, Confirmed _, Settled _ -> true;
        };
    }

    private static Decision<Event> confirm(Settlement settlement, ConfirmSettlement confirm, Occasion occasion) {
        var key = occasion.digest("feedback").orElse(null);
        return switch (settlement) {
            case Draft(var _, var draft) when isOutdated(draft, occasion) -> refused(CONTRACT_AMENDED);
            case Draft(var opening, var draft) ->
                Satisfaction.check(
                                check().that(!occasion.who().isMember(draft.by()), CONFIRMED_BY_AUTHOR),
                                "/satisfaction",
                                confirm.satisfaction())
                        .text("/feedback", confirm.feedback())
                        .accept(() -> new SettlementConfirmed(
                                opening.contractId(),
                                draft.amount(),
                                occasion.today(),
                                confirm.satisfaction(),
                                confirm.feedback(),
                                key));
            case Confirmed(var _, var answer, var _) -> again(answer, confirm, key);
            case Settled(var _, var answer, var _) -> again(answer, confirm, key);
            case Opened _, Disputed _ -> refused(SETTLEMENT_NOT_DRAFT);
        };
    }

    /** Both sides have changed what the contract is worth, which the stated amount does not know of. */
    private static boolean isOutdated(SettlementDrafted draft, Occasion occasion) {
        var agreed = Agreed.of(occasion).value();
        return agreed != null && draft.contractValue() != null && !agreed.equals(draft.contractValue());
    }

    private static Decision<Event> again(SettlementConfirmed answer, ConfirmSettlement confirm, @Nullable String key) {
        return answer.isSame(confirm, key) ? unchanged() : refused(SETTLEMENT_CONFIRMED);
    }

    private static Decision<Event> dispute(Settlement settlement, String reason, LocalDate today) {
        return switch (settlement) {
            case Draft(var opening, var draft) ->
                check().reason("/reason", reason)
                        .accept(() -> new SettlementDisputed(opening.contractId(), draft.amount(), reason, today));
            case Confirmed _, Settled _ -> refused(SETTLEMENT_CONFIRMED);
            case Opened _, Disputed _ -> refused(SETTLEMENT_NOT_DRAFT);
        };
    }
}
