package io.milepost.delivery.automation;

import static io.milepost.delivery.salesclosure.SalesClosure.No.CONTRACT_FOREIGN;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.delivery.closure.Closure.ExtendClosure;
import io.milepost.delivery.inbound.delivery.ClosureOpened;
import io.milepost.delivery.inbound.delivery.OfContract;
import io.milepost.delivery.inbound.delivery.SalesClosureOpened;
import io.milepost.delivery.salesclosure.SalesClosure.ConfirmContract;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * The delivery of a strategic deal needs more to close. That the deal is strategic and that its contract is signed is told by two
 * services in either order (ADR 0017), but both leave an event in this service's own log, which has one order: whichever of the two is
 * the later, the automation that follows it finds what the earlier one left, and that of the earlier one finds nothing and is settled.
 */
public final class WhenStrategicContractSignedThenExtendClosure {

    /** Nothing to extend yet: the contract's own closure will say when it is open. */
    public static final Automation<SalesClosureOpened> DEAL = new Automation<>(
            "when-sales-closure-opened-then-extend-closure",
            "delivery",
            "sales-closure.opened.v1",
            SalesClosureOpened.class,
            (cause, opened) ->
                    Optional.ofNullable(opened.contractId()).map(id -> new Reaction.Command(id, new ExtendClosure())),
            Set.of(UNKNOWN_TARGET));

    /** Most deals have no closure of a sales project; one that has was perhaps won by another contract. */
    public static final Automation<ClosureOpened> CONTRACT = new Automation<>(
            "when-closure-opened-then-confirm-contract",
            "delivery",
            "closure.opened.v1",
            ClosureOpened.class,
            (cause, opened) ->
                    Optional.of(new Reaction.Command(opened.opportunityId(), new ConfirmContract(opened.contractId()))),
            Set.of(UNKNOWN_TARGET, CONTRACT_FOREIGN));

    /** No refusal settles it: a project that was closed by the standard checklist meanwhile is parked for somebody to look at. */
    public static final Automation<OfContract> CONFIRMED = new Automation<>(
            "when-contract-confirmed-then-extend-closure",
            "delivery",
            "sales-closure.contract-confirmed.v1",
            OfContract.class,
            (cause, confirmed) -> Optional.of(new Reaction.Command(confirmed.contractId(), new ExtendClosure())),
            Set.of());

    private WhenStrategicContractSignedThenExtendClosure() {}
}
