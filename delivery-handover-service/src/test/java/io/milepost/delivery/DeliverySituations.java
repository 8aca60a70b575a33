package io.milepost.delivery;

import io.milepost.delivery.handover.domain.HandoverCommand.AcceptHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.AddPackageItem;
import io.milepost.delivery.handover.domain.HandoverCommand.DeclarePackageReady;
import io.milepost.delivery.handover.domain.HandoverCommand.HoldHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.IssueEntrustment;
import io.milepost.delivery.handover.domain.HandoverCommand.ReturnHandover;
import io.milepost.delivery.handover.domain.HandoverCommand.ScheduleMeeting;
import io.milepost.delivery.handover.domain.HandoverMode;
import io.milepost.delivery.handover.domain.ItemKind;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * For every command of this service a situation in which it is accepted, made over HTTP, and some in which it is refused.
 *
 * @param signed the id of a newly signed contract whose handover is initiated
 */
record DeliverySituations(Supplier<UUID> signed) {
    static final IssueEntrustment LETTER = new IssueEntrustment("max", "two sites");
    static final ScheduleMeeting MEETING =
            new ScheduleMeeting(LocalDate.parse("2099-01-04"), HandoverMode.MEETING, null);
    static final HoldHandover HOLD = new HoldHandover(null, "minutes 7");
    static final ReturnHandover RETURN = new ReturnHandover(List.of("the drawings are of the old model"));

    BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(IssueEntrustment.class, client -> new Situation(signed.get(), LETTER))
                .accepted(AddPackageItem.class, client -> new Situation(signed.get(), item(ItemKind.RISK)))
                .accepted(DeclarePackageReady.class, client -> new Situation(packed(client), new DeclarePackageReady()))
                .accepted(ScheduleMeeting.class, client -> new Situation(ready(client), MEETING))
                .accepted(HoldHandover.class, client -> new Situation(scheduled(client), HOLD))
                .accepted(AcceptHandover.class, client -> new Situation(held(client), new AcceptHandover(null)))
                .accepted(ReturnHandover.class, client -> new Situation(held(client), RETURN))
                .refused("HANDOVER_NOT_HELD", client -> new Situation(signed.get(), new AcceptHandover(null)))
                .refused("DEFECTS_MISSING", client -> new Situation(held(client), new ReturnHandover(List.of())));
    }

    UUID packed(SuiteClient client) {
        var handover = signed.get();
        client.accept(handover, LETTER);
        for (var kind : ItemKind.values()) {
            client.accept(handover, item(kind));
        }
        return handover;
    }

    UUID held(SuiteClient client) {
        var handover = scheduled(client);
        client.accept(handover, HOLD);
        return handover;
    }

    private UUID ready(SuiteClient client) {
        var handover = packed(client);
        client.accept(handover, new DeclarePackageReady());
        return handover;
    }

    private UUID scheduled(SuiteClient client) {
        var handover = ready(client);
        client.accept(handover, MEETING);
        return handover;
    }

    static AddPackageItem item(ItemKind kind) {
        return new AddPackageItem(kind, "about " + kind, "folder 12");
    }
}
