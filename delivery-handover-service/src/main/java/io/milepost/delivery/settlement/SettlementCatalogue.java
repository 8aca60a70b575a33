package io.milepost.delivery.settlement;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.delivery.settlement.Settlement.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The settlement's commands and events, with paths, roles and names. Its id is the contract's; nobody has a role to open one. */
public final class SettlementCatalogue {

    public static final Catalogue<Settlement, Command, Event> SETTLEMENT = Catalogue.of(
                    "settlement", "settlements", Settlement.DECIDER)
            .creates(OpenSettlement.class, Settlement::open)
            .command(DraftSettlement.class, DELIVERY_MANAGER, FINANCE)
            .command(ConfirmSettlement.class, DELIVERY_MANAGER, SALES_MANAGER, FINANCE)
            .command(DisputeSettlement.class, DELIVERY_MANAGER, SALES_MANAGER, FINANCE)
            .command(CompleteSettlement.class, FINANCE)
            .event(SettlementOpened.class, "settlement.opened", 1)
            .event(SettlementDrafted.class, "settlement.drafted", 1)
            .event(SettlementConfirmed.class, "settlement.confirmed", 1)
            .event(SettlementDisputed.class, "settlement.disputed", 1)
            .event(SettlementCompleted.class, "settlement.completed", 1)
            .open()
            .refusals(No.class, CURRENCIES_MIXED, AMOUNT_NEGATIVE, REASON_MISSING)
            .view(View.class, View::of);

    private SettlementCatalogue() {}

    /**
     * What a read shows of a settlement.
     *
     * @param status OPENED, DRAFT, DISPUTED, CONFIRMED_BY_CUSTOMER or SETTLED
     * @param reason why the customer disputes, while that stands
     */
    public record View(
            String status,
            UUID contractId,
            LocalDate acceptedOn,
            @Nullable Money amount,
            @Nullable String reason,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate settledOn) {
        static View of(Settlement settlement) {
            var id = settlement.opening().contractId();
            var accepted = settlement.opening().acceptedOn();
            return switch (settlement) {
                case Opened _ -> new View("OPENED", id, accepted, null, null, null, null);
                case Draft(var _, var amount, var _) -> new View("DRAFT", id, accepted, amount, null, null, null);
                case Disputed(var _, var amount, var reason) ->
                    new View("DISPUTED", id, accepted, amount, reason, null, null);
                case Confirmed(var _, var amount, var on, var _) ->
                    new View("CONFIRMED_BY_CUSTOMER", id, accepted, amount, null, on, null);
                case Settled(var _, var amount, var confirmed, var on) ->
                    new View("SETTLED", id, accepted, amount, null, confirmed, on);
            };
        }
    }
}
