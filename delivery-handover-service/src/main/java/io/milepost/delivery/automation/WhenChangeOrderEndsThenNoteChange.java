package io.milepost.delivery.automation;

import static io.milepost.delivery.changerequest.ChangeRequest.No.CHANGE_NOT_ESCALATED;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.delivery.changerequest.ChangeRequest.NoteChangeApplied;
import io.milepost.delivery.changerequest.ChangeRequest.NoteChangeRejected;
import io.milepost.delivery.inbound.contract.ChangeOrderApplied;
import io.milepost.delivery.inbound.contract.ChangeOrderEnded;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a change that delivery passed on to the contract; the change order has the id of the request. One that began
 * elsewhere is nothing to note here.
 */
public final class WhenChangeOrderEndsThenNoteChange {
    private static final Set<Refusal> SETTLED_BY = Set.of(UNKNOWN_TARGET, CHANGE_NOT_ESCALATED);

    public static final Automation<ChangeOrderApplied> APPLIED = new Automation<>(
            "when-change-order-applied-then-note-change",
            "contract",
            "change-order.applied.v1",
            ChangeOrderApplied.class,
            (cause, applied) ->
                    Optional.of(new Reaction.Command(cause.subject(), new NoteChangeApplied(applied.effectiveOn()))),
            SETTLED_BY);

    public static final Automation<ChangeOrderEnded> REJECTED =
            ended("when-change-order-rejected-then-note-change", "change-order.rejected.v1");

    public static final Automation<ChangeOrderEnded> WITHDRAWN =
            ended("when-change-order-withdrawn-then-note-change", "change-order.withdrawn.v1");

    private WhenChangeOrderEndsThenNoteChange() {}

    private static Automation<ChangeOrderEnded> ended(String name, String type) {
        return new Automation<>(
                name,
                "contract",
                type,
                ChangeOrderEnded.class,
                (cause, ended) ->
                        Optional.of(new Reaction.Command(cause.subject(), new NoteChangeRejected(ended.reason()))),
                SETTLED_BY);
    }
}
