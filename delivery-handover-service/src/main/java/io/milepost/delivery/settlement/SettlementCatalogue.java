package io.milepost.delivery.settlement;

import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.CONTRACT_COPY;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.delivery.contractcopy.ContractCopyCatalogue;
import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.kernel.Satisfaction;
import io.milepost.delivery.settlement.Settlement.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The settlement's commands and events, with paths, roles and names. Its id is the contract's; nobody has a role to open one. */
public final class SettlementCatalogue {

    public static final Catalogue<Settlement, Command, Event> SETTLEMENT = Catalogue.of(
                    "settlement", "settlements", Settlement.DECIDER)
            .creates(OpenSettlement.class, Settlement::open)
            .command(DraftSettlement.class, DELIVERY_MANAGER, FINANCE)
            .reads(
                    DraftSettlement.class,
                    () -> CONTRACT_COPY,
                    (settlement, _) -> contractOf(settlement),
                    Agreed.class,
                    ContractCopyCatalogue::agreed)
            .command(ConfirmSettlement.class, DELIVERY_MANAGER, SALES_MANAGER, FINANCE)
            .reads(
                    ConfirmSettlement.class,
                    () -> CONTRACT_COPY,
                    (settlement, _) -> contractOf(settlement),
                    Agreed.class,
                    ContractCopyCatalogue::agreed)
            .digest(ConfirmSettlement.class, "feedback", ConfirmSettlement::feedback)
            .command(DisputeSettlement.class, DELIVERY_MANAGER, SALES_MANAGER, FINANCE)
            .command(CompleteSettlement.class, FINANCE)
            .reads(
                    CompleteSettlement.class,
                    () -> CONTRACT_COPY,
                    (settlement, _) -> contractOf(settlement),
                    Agreed.class,
                    ContractCopyCatalogue::agreed)
            .event(SettlementOpened.class, "settlement.opened", 1)
            .event(SettlementDrafted.class, "settlement.drafted", 1)
            .event(SettlementConfirmed.class, "settlement.confirmed", 1)
            .personal(SettlementConfirmed.class, (id, _) -> id, "feedback")
            .event(SettlementDisputed.class, "settlement.disputed", 1)
            .event(SettlementCompleted.class, "settlement.completed", 1)
            .open()
            .refusals(No.class, CURRENCIES_MIXED, AMOUNT_NEGATIVE, REASON_MISSING, TEXT_MISSING)
            .refusals(Satisfaction.No.class)
            .view(View.class, View::of);

    private SettlementCatalogue() {}

    private static UUID contractOf(@Nullable Settlement settlement) {
        return Objects.requireNonNull(settlement).opening().contractId();
    }

    /**
     * What a read shows of a settlement.
     *
     * @param status OPENED, DRAFT, DISPUTED, CONFIRMED_BY_CUSTOMER or SETTLED
     * @param reason why the amount is not the value of the contract, or why the customer disputes it, while that stands
     * @param satisfaction with the project, as the customer said when they confirmed
     * @param finalPayment what was still to be paid on the day on which it was settled, where that is known
     */
    public record View(
            String status,
            UUID contractId,
            LocalDate acceptedOn,
            @Nullable Money amount,
            @Nullable String reason,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate settledOn,
            @Nullable Integer satisfaction,
            @Nullable Money finalPayment) {
        static View of(Settlement settlement) {
            var id = settlement.opening().contractId();
            var accepted = settlement.opening().acceptedOn();
            return switch (settlement) {
                case Opened _ -> new View("OPENED", id, accepted, null, null, null, null, null, null);
                case Draft(var _, var draft) ->
                    new View("DRAFT", id, accepted, draft.amount(), draft.reason(), null, null, null, null);
                case Disputed(var _, var amount, var reason) ->
                    new View("DISPUTED", id, accepted, amount, reason, null, null, null, null);
                case Confirmed(var _, var answer, var _) -> of("CONFIRMED_BY_CUSTOMER", accepted, answer, null);
                case Settled(var _, var answer, var completed) -> of("SETTLED", accepted, answer, completed);
            };
        }

        private static View of(
                String status,
                LocalDate accepted,
                SettlementConfirmed answer,
                @Nullable SettlementCompleted completed) {
            return new View(
                    status,
                    answer.contractId(),
                    accepted,
                    answer.amount(),
                    null,
                    answer.on(),
                    completed == null ? null : completed.on(),
                    answer.satisfaction(),
                    completed == null ? null : completed.finalPayment());
        }
    }
}
