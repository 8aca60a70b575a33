package io.milepost.leads.assignmentpolicy;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.leads.assignmentpolicy.AssignmentPolicy.*;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.TeamName;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Usual;
import java.util.List;

/** The assignment policy's commands and events, with paths, roles and names. Whom it names is asked for by code and team. */
public final class AssignmentPolicyCatalogue {

    public static final Catalogue<AssignmentPolicy, Command, Event> ASSIGNMENT_POLICY = Catalogue.of(
                    "assignment-policy", "assignment-policies", AssignmentPolicy.DECIDER)
            .creates(PublishAssignmentPolicy.class, AssignmentPolicy::publish, SALES_MANAGER)
            .claims(PublishAssignmentPolicy.class, MemberCode.TAG, (_, _, publish) -> owners(publish.lines()))
            .claims(PublishAssignmentPolicy.class, TeamName.TAG, (_, _, publish) -> teams(publish.lines()))
            .command(ReviseAssignmentPolicy.class, SALES_MANAGER)
            .claims(ReviseAssignmentPolicy.class, MemberCode.TAG, (_, _, revise) -> owners(revise.lines()))
            .claims(ReviseAssignmentPolicy.class, TeamName.TAG, (_, _, revise) -> teams(revise.lines()))
            .event(AssignmentPolicyPublished.class, "assignment-policy.published", 1)
            .event(AssignmentPolicyRevised.class, "assignment-policy.revised", 1)
            .open()
            .refusals(No.class, Usual.TEXT_MISSING)
            .view(View.class, policy -> new View("PUBLISHED", policy.name(), policy.version(), policy.lines()));

    private AssignmentPolicyCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status PUBLISHED, the only one so far
     */
    public record View(String status, String name, int version, List<Line> lines) {}

    private static List<String> owners(List<Line> lines) {
        return MemberCode.spellings(named(lines, AssigneeKind.MEMBER));
    }

    private static List<String> teams(List<Line> lines) {
        return TeamName.spellings(named(lines, AssigneeKind.TEAM));
    }

    private static String[] named(List<Line> lines, AssigneeKind kind) {
        return lines.stream()
                .filter(line -> line.to() == kind)
                .map(Line::assignee)
                .toArray(String[]::new);
    }
}
