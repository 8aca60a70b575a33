package io.milepost.contracts.obligation;

import static io.milepost.platform.catalogue.Role.DELIVERY_MANAGER;
import static io.milepost.platform.catalogue.Role.FINANCE;
import static io.milepost.platform.catalogue.Role.LEGAL;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.contracts.contract.ContractMessages;
import io.milepost.contracts.obligation.domain.ObligationRegister;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.AddObligation;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.FulfilObligation;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.MarkObligationOverdue;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.OpenObligationRegister;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.WaiveObligation;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationAdded;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationFulfilled;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationOverdue;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationRegisterOpened;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationWaived;
import io.milepost.contracts.obligation.domain.ObligationRegisterRefusal;
import io.milepost.contracts.obligation.domain.ObligationRegisterView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;
import java.util.List;

/** The commands and events of a contract's register of obligations, with paths, roles and names. Only who answers for the contract waives. */
public final class ObligationRegisterMessages {

    public static final Catalogue<ObligationRegister, ObligationRegisterCommand, ObligationRegisterEvent>
            OBLIGATION_REGISTER = Catalogue.of(
                            "obligation-register",
                            "obligation-registers",
                            new Decider<ObligationRegister, ObligationRegisterCommand, ObligationRegisterEvent>(
                                    new ObligationRegister.Unknown(),
                                    ObligationRegister::decide,
                                    ObligationRegister::evolve))
                    .creates(OpenObligationRegister.class, SALES_MANAGER, LEGAL)
                    .considers(
                            OpenObligationRegister.class,
                            (_, open) -> List.of(ContractMessages.CONTRACT.tagOf(open.contractId())))
                    .command(AddObligation.class, SALES_REP, SALES_MANAGER, LEGAL)
                    .command(FulfilObligation.class, SALES_REP, SALES_MANAGER, LEGAL, FINANCE, DELIVERY_MANAGER)
                    .command(WaiveObligation.class, SALES_MANAGER, LEGAL)
                    .command(MarkObligationOverdue.class)
                    .event(ObligationRegisterOpened.class, "obligation-register.opened", 1)
                    .event(ObligationAdded.class, "obligation-register.obligation-added", 1)
                    .event(ObligationFulfilled.class, "obligation-register.obligation-fulfilled", 1)
                    .event(ObligationWaived.class, "obligation-register.obligation-waived", 1)
                    .event(ObligationOverdue.class, "obligation-register.obligation-overdue", 1)
                    .refusals(ObligationRegisterRefusal.class)
                    .view(ObligationRegisterView.class, ObligationRegisterView::of);

    private ObligationRegisterMessages() {}
}
