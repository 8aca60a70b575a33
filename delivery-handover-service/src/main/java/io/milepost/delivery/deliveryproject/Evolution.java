package io.milepost.delivery.deliveryproject;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import java.util.List;

/** How a delivery project begins and changes. */
final class Evolution {

    private Evolution() {}

    static DeliveryProject begin(DeliveryEvent first) {
        return new DeliveryProject((DeliveryProjectCreated) first, null, Plan.NONE, List.of(), null);
    }

    static DeliveryProject evolve(DeliveryProject was, DeliveryEvent event) {
        return switch (event) {
            case DeliveryProjectCreated _ -> was;
            case DeliveryTeamStaffed team ->
                new DeliveryProject(was.created(), team, was.plan(), was.issues(), was.completedOn());
            case DeliveryPlanBaselined(var _, var milestones) -> with(was, Plan.of(milestones));
            case DeliveryPlanRebaselined rebaselined -> with(was, was.plan().with(rebaselined));
            case DeliveryMilestoneReached reached -> with(was, was.plan().with(reached));
            case DeliveryMilestoneSlipped slipped -> with(was, was.plan().with(slipped));
            case IssueRaised raised -> with(was, Issues.with(was.issues(), raised));
            case IssueResolved resolved -> with(was, Issues.with(was.issues(), resolved));
            case CustomerInformed informed -> with(was, Issues.with(was.issues(), informed));
            case DeliveryCompleted(var _, var day) ->
                new DeliveryProject(was.created(), was.team(), was.plan(), was.issues(), day);
        };
    }

    private static DeliveryProject with(DeliveryProject was, Plan plan) {
        return new DeliveryProject(was.created(), was.team(), plan, was.issues(), was.completedOn());
    }

    private static DeliveryProject with(DeliveryProject was, List<Issue> issues) {
        return new DeliveryProject(was.created(), was.team(), was.plan(), issues, was.completedOn());
    }
}
