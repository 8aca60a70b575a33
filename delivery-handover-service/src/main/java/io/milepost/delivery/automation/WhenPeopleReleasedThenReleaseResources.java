package io.milepost.delivery.automation;

import static io.milepost.delivery.resourceallocation.ResourceAllocation.No.RESOURCE_FOREIGN;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;

import io.milepost.delivery.inbound.delivery.PeopleReleased;
import io.milepost.delivery.resourceallocation.ResourceAllocation.ReleaseWithProject;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import java.util.List;
import java.util.Set;

/** With the people of a delivery its resources are free for other work. What is none of its own stays where it is. */
public final class WhenPeopleReleasedThenReleaseResources {

    public static final Automation<PeopleReleased> AUTOMATION = new Automation<>(
            "when-people-released-then-release-resources",
            "delivery",
            "closure.people-released.v1",
            PeopleReleased.class,
            Reaction.toSeveral(WhenPeopleReleasedThenReleaseResources::react),
            Set.of(UNKNOWN_TARGET, RESOURCE_FOREIGN));

    private WhenPeopleReleasedThenReleaseResources() {}

    private static List<Reaction.Command> react(Inbound cause, PeopleReleased released) {
        return released.resources() == null
                ? List.of()
                : released.resources().stream()
                        .distinct()
                        .map(id -> new Reaction.Command(id, new ReleaseWithProject(released.contractId())))
                        .toList();
    }
}
