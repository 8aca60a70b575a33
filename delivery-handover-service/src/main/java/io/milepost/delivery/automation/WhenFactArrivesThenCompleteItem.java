package io.milepost.delivery.automation;

import static io.milepost.delivery.closure.Closure.No.ITEM_NOT_ON_CHECKLIST;
import static io.milepost.platform.decision.Checklist.No.PROJECT_CLOSED;

import io.milepost.delivery.closure.Closure.ClosureItem;
import io.milepost.delivery.closure.Closure.CompleteItem;
import io.milepost.delivery.inbound.contract.FullyCollected;
import io.milepost.delivery.inbound.delivery.HandoverAccepted;
import io.milepost.delivery.inbound.delivery.OfContract;
import io.milepost.delivery.inbound.delivery.RecordNoted;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The facts that tick off a closure's items. Each names its contract, whose closure it is. A fact for a project that was
 * closed without it, or that its template does not need, settles the automation; one for a contract that nobody signed is parked.
 */
public final class WhenFactArrivesThenCompleteItem {
    private static final Set<Refusal> SETTLED_BY = Set.of(PROJECT_CLOSED, ITEM_NOT_ON_CHECKLIST);

    public static final Automation<OfContract> COMPREHENSIVE_ACCEPTANCE = new Automation<>(
            "when-comprehensive-accepted-then-complete-item",
            "delivery",
            "acceptance.comprehensive-accepted.v1",
            OfContract.class,
            complete(ClosureItem.COMPREHENSIVE_ACCEPTANCE, OfContract::contractId),
            SETTLED_BY);

    public static final Automation<OfContract> SETTLEMENT = new Automation<>(
            "when-settlement-completed-then-complete-item",
            "delivery",
            "settlement.completed.v1",
            OfContract.class,
            complete(ClosureItem.SETTLEMENT, OfContract::contractId),
            SETTLED_BY);

    public static final Automation<FullyCollected> FULL_COLLECTION = new Automation<>(
            "when-fully-collected-then-complete-item",
            "contract",
            "payment-schedule.fully-collected.v1",
            FullyCollected.class,
            complete(ClosureItem.FULL_COLLECTION, FullyCollected::contractId),
            SETTLED_BY);

    /** A record after which nothing is missing. The papers of a sales project are none of the contract's. */
    public static final Automation<RecordNoted> ARCHIVE = new Automation<>(
            "when-archive-complete-then-complete-item",
            "delivery",
            "filing-list.record-noted.v1",
            RecordNoted.class,
            (cause, noted) -> noted.opportunityId() == null && noted.missing().isEmpty()
                    ? Optional.of(new Reaction.Command(cause.subject(), new CompleteItem(ClosureItem.ARCHIVE)))
                    : Optional.empty(),
            SETTLED_BY);

    /** The handover has the id of its contract. */
    public static final Automation<HandoverAccepted> HANDOVER = new Automation<>(
            "when-handover-accepted-then-complete-item",
            "delivery",
            "handover.accepted.v1",
            HandoverAccepted.class,
            (cause, accepted) ->
                    Optional.of(new Reaction.Command(cause.subject(), new CompleteItem(ClosureItem.HANDOVER))),
            SETTLED_BY);

    private WhenFactArrivesThenCompleteItem() {}

    private static <T> Reaction<T> complete(ClosureItem item, Function<T, UUID> contract) {
        return (cause, fact) -> Optional.of(new Reaction.Command(contract.apply(fact), new CompleteItem(item)));
    }
}
