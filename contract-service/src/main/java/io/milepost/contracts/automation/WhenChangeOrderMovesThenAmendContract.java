package io.milepost.contracts.automation;

import io.milepost.contracts.changeorder.ChangeOrderEvent.ChangeImpactAssessed;
import io.milepost.contracts.changeorder.ChangeOrderEvent.ChangeOrderApplied;
import io.milepost.contracts.changeorder.ChangeOrderEvent.ChangeOrderRejected;
import io.milepost.contracts.changeorder.ChangeOrderEvent.ChangeOrderWithdrawn;
import io.milepost.contracts.contract.ContractCommand.AmendContract;
import io.milepost.contracts.contract.ContractCommand.NoteChangeOrder;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * What a change order would do to the value counts in the contract's forecast, and what was applied amends the contract (R-138, gate G17).
 * No refusal settles it: what both sides have signed and the contract cannot say is parked and alarms.
 */
public final class WhenChangeOrderMovesThenAmendContract {

    public static final Automation<ChangeImpactAssessed> ASSESSED = new Automation<>(
            "when-change-impact-assessed-then-note-change-order",
            "contract",
            "change-order.impact-assessed.v1",
            ChangeImpactAssessed.class,
            (cause, assessed) -> Optional.of(new Reaction.Command(
                    assessed.contractId(), new NoteChangeOrder(cause.subject(), assessed.priceChange()))),
            Set.of());

    public static final Automation<ChangeOrderRejected> REJECTED = new Automation<>(
            "when-change-order-rejected-then-note-change-order",
            "contract",
            "change-order.rejected.v1",
            ChangeOrderRejected.class,
            (cause, rejected) -> Optional.of(
                    new Reaction.Command(rejected.contractId(), new NoteChangeOrder(cause.subject(), null))),
            Set.of());

    public static final Automation<ChangeOrderWithdrawn> WITHDRAWN = new Automation<>(
            "when-change-order-withdrawn-then-note-change-order",
            "contract",
            "change-order.withdrawn.v1",
            ChangeOrderWithdrawn.class,
            (cause, withdrawn) -> Optional.of(
                    new Reaction.Command(withdrawn.contractId(), new NoteChangeOrder(cause.subject(), null))),
            Set.of());

    public static final Automation<ChangeOrderApplied> APPLIED = new Automation<>(
            "when-change-order-applied-then-amend-contract",
            "contract",
            "change-order.applied.v1",
            ChangeOrderApplied.class,
            (cause, applied) -> Optional.of(new Reaction.Command(
                    applied.contractId(),
                    new AmendContract(
                            cause.subject(),
                            applied.signedOn(),
                            applied.effectiveOn(),
                            applied.lines(),
                            applied.terms(),
                            applied.clauses(),
                            applied.payments(),
                            applied.moves()))),
            Set.of());

    private WhenChangeOrderMovesThenAmendContract() {}
}
