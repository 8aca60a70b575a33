package io.milepost.delivery.automation;

import static io.milepost.delivery.closure.Closure.No.ITEM_NOT_ON_CHECKLIST;

import io.milepost.delivery.closure.Closure.ReopenCollection;
import io.milepost.delivery.inbound.contract.CollectionReopened;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * Collected money went back: the collection is open again (R-142, R-184, decision 44). A project that is closed stays closed and has it
 * in its history. A template that never asked for the money ends the story.
 */
public final class WhenCollectionReopenedThenReopenItem {

    public static final Automation<CollectionReopened> AUTOMATION = new Automation<>(
            "when-collection-reopened-then-reopen-item",
            "contract",
            "payment-schedule.collection-reopened.v1",
            CollectionReopened.class,
            WhenCollectionReopenedThenReopenItem::react,
            Set.of(ITEM_NOT_ON_CHECKLIST));

    private WhenCollectionReopenedThenReopenItem() {}

    private static Optional<Reaction.Command> react(Inbound cause, CollectionReopened reopened) {
        return Optional.of(new Reaction.Command(reopened.contractId(), new ReopenCollection()));
    }
}
