package io.milepost.delivery.handover;

import static io.milepost.delivery.handover.Handovers.*;

import io.milepost.delivery.handover.Handover.*;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownHandoverTest {

    @Test
    void nothing_happens_to_a_handover_that_nobody_initiated() {
        List<Command> commands = List.of(
                new IssueEntrustment("max", null),
                Handovers.add(ItemKind.RISK),
                new DeclarePackageReady(),
                new ScheduleMeeting(TODAY, HandoverMode.MEETING, null),
                new HoldHandover(null, "minutes 7", WHO),
                new AcceptHandover(null),
                new ReturnHandover(List.of("late")),
                new MarkOverdue());
        commands.forEach(command -> nothing().when(command).thenUnknown());
    }
}
