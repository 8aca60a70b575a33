package io.milepost.leads.assignmentpolicy;

import static io.milepost.leads.assignmentpolicy.AssignmentPolicy.No.*;
import static io.milepost.leads.assignmentpolicy.AssignmentPolicyCatalogue.ASSIGNMENT_POLICY;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.assignmentpolicy.AssignmentPolicy.*;
import io.milepost.leads.kernel.Channel;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AssignmentPolicyTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(ASSIGNMENT_POLICY);
    private static final Scenario<AssignmentPolicy, Command, Event> NOBODY =
            Scenario.of(ASSIGNMENT_POLICY).recording(REACHED);
    private static final UUID MEMBER = new UUID(1, 1);
    private static final Line KIM = new Line(Channel.WEB, "East", "A", AssigneeKind.MEMBER, "kim");
    private static final Line NORTH = new Line(null, null, null, AssigneeKind.TEAM, "North");
    private static final List<Line> BOTH = List.of(KIM, NORTH);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-033: a policy says by channel, region and segment who gets a lead, in versions")
    void is_published_and_revised() {
        var published = NOBODY.when(new PublishAssignmentPolicy("Ohio", BOTH))
                .byMember("BOSS")
                .holding("code=KIM", MEMBER)
                .holding("team=NORTH", MEMBER)
                .then(new AssignmentPolicyPublished("Ohio", BOTH, "BOSS"));
        published.when(new ReviseAssignmentPolicy(BOTH)).thenNothing();
        var revised = published
                .when(new ReviseAssignmentPolicy(List.of(NORTH)))
                .byMember("BOSS")
                .holding("team=NORTH", MEMBER)
                .then(new AssignmentPolicyRevised(2, List.of(NORTH), "BOSS"));
        assertThat(revised.state()).isEqualTo(new AssignmentPolicy("Ohio", 2, List.of(NORTH)));
        NOBODY.when(new ReviseAssignmentPolicy(BOTH)).thenUnknown();
        published.when(new PublishAssignmentPolicy("Ohio", BOTH)).thenTaken();
    }

    @Test
    @DisplayName("R-033: a line names a member or a team of the directory")
    void refuses_whom_nobody_knows() {
        refused("/lines/1/assignee", OWNER_UNKNOWN, NORTH, KIM);
        NOBODY.when(new PublishAssignmentPolicy("x", BOTH))
                .holding("code=KIM", MEMBER)
                .thenRefused(TEAM_UNKNOWN, "/lines/1/assignee");
        for (var kind : AssigneeKind.values()) {
            refused("/lines/0/assignee", TEXT_MISSING, new Line(null, null, null, kind, " "));
        }
        refused("/lines", LINES_MISSING);
        refused("/lines/0/region", TEXT_MISSING, new Line(null, " ", null, AssigneeKind.TEAM, "North"));
        refused("/lines/0/segment", TEXT_MISSING, new Line(null, null, "", AssigneeKind.TEAM, "North"));
        NOBODY.when(new PublishAssignmentPolicy(" ", List.of(NORTH)))
                .holding("team=NORTH", MEMBER)
                .thenRefused(TEXT_MISSING, "/name");
        NOBODY.given(new AssignmentPolicyPublished("Ohio", BOTH, "boss"))
                .when(new ReviseAssignmentPolicy(List.of()))
                .thenRefused(LINES_MISSING, "/lines");
    }

    @Test
    void asks_for_all_whom_it_names() {
        for (var command : List.of(new PublishAssignmentPolicy("x", BOTH), new ReviseAssignmentPolicy(BOTH))) {
            assertThat(ASSIGNMENT_POLICY.command(command.getClass()).claimed(Scenario.ID, null, command))
                    .containsExactlyInAnyOrder(
                            new Tag("code", "KIM"), new Tag("code", "kim"), new Tag("team", "NORTH"));
        }
    }

    private static void refused(String pointer, Refusal reason, Line... lines) {
        NOBODY.when(new PublishAssignmentPolicy("x", List.of(lines)))
                .holding("team=NORTH", MEMBER)
                .thenRefused(reason, pointer);
    }
}
