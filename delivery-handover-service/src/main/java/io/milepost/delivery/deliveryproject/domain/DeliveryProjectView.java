package io.milepost.delivery.deliveryproject.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a delivery project.
 *
 * @param status CREATED, STAFFED, PLANNED, IN_PROGRESS (a milestone is reached) or COMPLETED
 */
public record DeliveryProjectView(
        String status,
        UUID contractId,
        UUID opportunityId,
        @Nullable String manager,
        List<String> members,
        List<Milestone> milestones,
        List<Issue> issues,
        int openIssues,
        @Nullable LocalDate completedOn) {

    public DeliveryProjectView {
        members = List.copyOf(members);
        milestones = List.copyOf(milestones);
        issues = List.copyOf(issues);
    }

    public static @Nullable DeliveryProjectView of(DeliveryProject state) {
        return switch (state) {
            case DeliveryProject.Unknown _ -> null;
            case DeliveryProject.Known project -> {
                var team = project.team();
                yield new DeliveryProjectView(
                        status(project),
                        project.created().contractId(),
                        project.created().opportunityId(),
                        team == null ? null : team.manager(),
                        team == null ? List.of() : team.members(),
                        project.plan().milestones(),
                        project.issues(),
                        (int) project.issues().stream().filter(Issue::isOpen).count(),
                        project.completedOn());
            }
        };
    }

    private static String status(DeliveryProject.Known project) {
        var plan = project.plan();
        if (project.completedOn() != null) {
            return "COMPLETED";
        }
        if (plan.isBaselined()) {
            return plan.ahead().size() < plan.milestones().size() ? "IN_PROGRESS" : "PLANNED";
        }
        return project.team() == null ? "CREATED" : "STAFFED";
    }
}
