package io.milepost.delivery.deliveryproject;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a delivery project begins and changes. */
final class Evolution {

    private Evolution() {}

    static DeliveryProject begin(DeliveryEvent first) {
        return new DeliveryProject(
                (DeliveryProjectCreated) first, null, Plan.NONE, List.of(), Ends.NONE, Set.of(), null);
    }

    static DeliveryProject evolve(DeliveryProject was, DeliveryEvent event) {
        var ends = was.ends();
        return switch (event) {
            case DeliveryProjectCreated _ -> was;
            case DeliveryTeamStaffed team ->
                new DeliveryProject(
                        was.created(), team, was.plan(), was.issues(), ends, was.missed(), was.suspension());
            case DeliveryPlanBaselined(var _, var milestones) -> with(was, Plan.of(milestones));
            case DeliveryPlanRebaselined rebaselined -> with(was, was.plan().with(rebaselined));
            case DeliveryMilestoneReached reached -> with(was, was.plan().with(reached));
            case DeliveryMilestoneSlipped slipped -> with(was, was.plan().with(slipped));
            case DeliveryMilestoneMissed missed -> with(was, missed);
            case IssueRaised raised -> with(was, Issues.with(was.issues(), raised));
            case IssueResolved resolved -> with(was, Issues.with(was.issues(), resolved));
            case CustomerInformed informed -> with(was, Issues.with(was.issues(), informed));
            case DeliveryCompleted(var _, var day) -> with(was, ends.completed(day));
            case DeliverySuspended suspended -> with(was, suspended);
            case DeliveryResumed _ -> with(was, (DeliverySuspended) null);
            case DeliveryAccepted(var _, var day) -> with(was, ends.accepted(day));
            case DeliverySettled(var _, var day) -> with(was, ends.settled(day));
            case DeliveryProjectClosed(var _, var day) -> with(was, ends.closed(day));
        };
    }

    private static DeliveryProject with(DeliveryProject was, Plan plan) {
        return new DeliveryProject(
                was.created(), was.team(), plan, was.issues(), was.ends(), was.missed(), was.suspension());
    }

    private static DeliveryProject with(DeliveryProject was, List<Issue> issues) {
        return new DeliveryProject(
                was.created(), was.team(), was.plan(), issues, was.ends(), was.missed(), was.suspension());
    }

    private static DeliveryProject with(DeliveryProject was, Ends ends) {
        return new DeliveryProject(
                was.created(), was.team(), was.plan(), was.issues(), ends, was.missed(), was.suspension());
    }

    private static DeliveryProject with(DeliveryProject was, @Nullable DeliverySuspended suspension) {
        return new DeliveryProject(
                was.created(), was.team(), was.plan(), was.issues(), was.ends(), was.missed(), suspension);
    }

    private static DeliveryProject with(DeliveryProject was, DeliveryMilestoneMissed missed) {
        var all = new HashSet<>(was.missed());
        all.add(new Missed(missed.milestone(), missed.expectedOn()));
        return new DeliveryProject(
                was.created(), was.team(), was.plan(), was.issues(), was.ends(), all, was.suspension());
    }
}
