package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.RISK_OWNER_LEAVES;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.salesproject.SalesProjects.AUTHORIZED;
import static io.milepost.opportunities.salesproject.SalesProjects.PREPARING;
import static io.milepost.opportunities.salesproject.SalesProjects.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The team of a project keeps those who own a risk of it. */
class RiskOwnersTest {
    private static final UUID RISK = new UUID(7, 7);

    @Test
    @DisplayName("R-082: who owns an open risk stays in the team until another one owns it, in whatever spelling")
    void the_owner_of_a_risk_stays() {
        var drafted = PREPARING.given(new TeamAppointmentDrafted(TEAM));
        var without = new DraftAppointment(TEAM.subList(0, 2));
        drafted.when(without)
                .holding("riskOwner=" + Scenario.ID + "/SAM", RISK)
                .thenRefused(RISK_OWNER_LEAVES, "/members");
        drafted.when(without)
                .holding("riskOwner=" + Scenario.ID + "/LEE", RISK)
                .then(new TeamAppointmentDrafted(TEAM.subList(0, 2)));
        // Whose deal it is owns risks without being one of the team.
        drafted.when(new DraftAppointment(TEAM.subList(1, 5)))
                .holding("riskOwner=" + Scenario.ID + "/KIM", RISK)
                .then(new TeamAppointmentDrafted(TEAM.subList(1, 5)));

        var involved = PREPARING.given(new DepartmentsInvolved(List.of(
                new Participant(Department.LEGAL, "zoe", "the contract"),
                new Participant(Department.FINANCE, "sam", "the prices"))));
        involved.when(new InvolveDepartments(List.of()))
                .holding("riskOwner=" + Scenario.ID + "/ZOE", RISK)
                .thenRefused(RISK_OWNER_LEAVES, "/participants");
        involved.given(new TeamAppointmentDrafted(TEAM))
                .when(new InvolveDepartments(List.of()))
                .holding("riskOwner=" + Scenario.ID + "/SAM", RISK)
                .then(new DepartmentsInvolved(List.of()));
        involved.given(new TeamAppointmentDrafted(TEAM))
                .when(without)
                .holding("riskOwner=" + Scenario.ID + "/SAM", RISK)
                .then(new TeamAppointmentDrafted(TEAM.subList(0, 2)));

        var staffed = AUTHORIZED.given(new TeamAppointed(TEAM));
        var replaced = TEAM.stream()
                .map(member -> member.member().equals("ray") ? new TeamMember(member.role(), "zoe", "x") : member)
                .toList();
        staffed.when(new AppointTeam(replaced))
                .holding("riskOwner=" + Scenario.ID + "/RAY", RISK)
                .thenRefused(RISK_OWNER_LEAVES, "/members");
        staffed.when(new AppointTeam(replaced)).then(new TeamAppointed(replaced));
        assertThat(SALES_PROJECT
                        .command(AppointTeam.class)
                        .claims()
                        .get("riskOwner")
                        .of(Scenario.ID, staffed.state(), new AppointTeam(replaced)))
                .containsExactly(Scenario.ID + "/RAY");
    }
}
