package io.milepost.delivery.settlement;

import static io.milepost.platform.catalogue.Role.DELIVERY_MANAGER;
import static io.milepost.platform.catalogue.Role.FINANCE;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;

import io.milepost.delivery.settlement.domain.Settlement;
import io.milepost.delivery.settlement.domain.SettlementCommand;
import io.milepost.delivery.settlement.domain.SettlementCommand.CompleteSettlement;
import io.milepost.delivery.settlement.domain.SettlementCommand.ConfirmSettlement;
import io.milepost.delivery.settlement.domain.SettlementCommand.DisputeSettlement;
import io.milepost.delivery.settlement.domain.SettlementCommand.DraftSettlement;
import io.milepost.delivery.settlement.domain.SettlementCommand.OpenSettlement;
import io.milepost.delivery.settlement.domain.SettlementEvent;
import io.milepost.delivery.settlement.domain.SettlementEvent.SettlementCompleted;
import io.milepost.delivery.settlement.domain.SettlementEvent.SettlementConfirmed;
import io.milepost.delivery.settlement.domain.SettlementEvent.SettlementDisputed;
import io.milepost.delivery.settlement.domain.SettlementEvent.SettlementDrafted;
import io.milepost.delivery.settlement.domain.SettlementEvent.SettlementOpened;
import io.milepost.delivery.settlement.domain.SettlementRefusal;
import io.milepost.delivery.settlement.domain.SettlementView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The settlement's commands and events, with paths, roles and names. Its id is the contract's; nobody has a role to open one. */
public final class SettlementMessages {

    public static final Catalogue<Settlement, SettlementCommand, SettlementEvent> SETTLEMENT = Catalogue.of(
                    "settlement",
                    "settlements",
                    new Decider<Settlement, SettlementCommand, SettlementEvent>(
                            new Settlement.Unknown(), Settlement::decide, Settlement::evolve))
            .creates(OpenSettlement.class)
            .command(DraftSettlement.class, DELIVERY_MANAGER, FINANCE)
            .command(ConfirmSettlement.class, DELIVERY_MANAGER, SALES_MANAGER, FINANCE)
            .command(DisputeSettlement.class, DELIVERY_MANAGER, SALES_MANAGER, FINANCE)
            .command(CompleteSettlement.class, FINANCE)
            .event(SettlementOpened.class, "settlement.opened", 1)
            .event(SettlementDrafted.class, "settlement.drafted", 1)
            .event(SettlementConfirmed.class, "settlement.confirmed", 1)
            .event(SettlementDisputed.class, "settlement.disputed", 1)
            .event(SettlementCompleted.class, "settlement.completed", 1)
            .refusals(SettlementRefusal.class)
            .view(SettlementView.class, SettlementView::of);

    private SettlementMessages() {}
}
