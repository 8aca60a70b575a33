package io.milepost.opportunities;

import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.KICKOFF_MISSED;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;

import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.opportunities.salesproject.SalesProjectView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every sales project. */
class SalesProjectLawsTest {
    private static final List<TeamMember> TEAM = Arrays.stream(TeamRole.values())
            .map(role -> new TeamMember(role, role.name(), "duties"))
            .toList();
    private static final List<TeamMember> UNDER_ZOE = TEAM.stream()
            .map(one -> new TeamMember(one.role(), one.role() == TeamRole.PD ? "zoe" : one.member(), "duties"))
            .toList();
    private static final List<Participant> LAWYER = List.of(new Participant(Department.LEGAL, "zoe", "the contract"));

    @Test
    void laws_of_the_sales_project() {
        Laws.of(SALES_PROJECT)
                .suggesting("owner", "kim")
                .suggesting("name", "alpha")
                .suggesting("salesGoal", "alpha", "beta")
                .suggesting("scope", "alpha")
                .suggesting("expectedOutcome", "alpha")
                .suggesting("AssessFeasibility.feasibility", "alpha", "beta")
                .suggesting("necessity", "alpha")
                .suggesting("people", "alpha")
                .suggesting("equipment", "alpha")
                .suggesting("funds", "alpha")
                .suggesting("reason", "alpha", "beta")
                .suggesting("members", TEAM, TEAM.subList(0, 2))
                .suggesting("ReleasePeople.members", List.of("pd", "AR"), List.of("qa"))
                .suggesting("ProposeSalesProject.pursuit", Templates.LEVELS, Templates.LEVELS)
                .suggesting("level", "TOP", "small")
                .suggesting("participants", LAWYER, List.of())
                .suggesting("NeededDocument.kind", "project-charter")
                .suggesting("NeededDocument.subjectId", Scenario.ID)
                .terminal("CLOSED")
                // Most histories end or go back before anything is submitted; those that cannot are tried below.
                .rare(EstablishmentPrepared.class)
                .rare(AtiSubmitted.class)
                .rare(AtiApproved.class)
                .rare(AtiReturned.class)
                .rare(AtiRejected.class)
                .rare(TeamAppointed.class)
                .rare(DirectorChanged.class)
                .rare(MonitoringStarted.class)
                .rare(KickoffCalled.class)
                .rare(KickoffMissed.class)
                .waits(KICKOFF_MISSED)
                .rare(KickoffHeld.class)
                .rare(KickoffCompleted.class)
                .rare(PeopleReleased.class)
                .check();
    }

    @Test
    void laws_of_a_sales_project_that_is_prepared() {
        var launched = Catalogue.of("sales-project", "sales-projects", SALES_PROJECT.decider())
                .command(SubmitForAti.class)
                .command(DecideAti.class)
                .command(AppointTeam.class)
                .command(ClassifySalesProject.class)
                .command(InvolveDepartments.class)
                .command(CallKickoff.class)
                .command(HoldKickoff.class)
                .command(ReleasePeople.class)
                .event(AtiSubmitted.class, "sales-project.ati-submitted", 1)
                .event(AtiApproved.class, "sales-project.ati-approved", 1)
                .event(AtiReturned.class, "sales-project.ati-returned", 1)
                .event(AtiRejected.class, "sales-project.ati-rejected", 1)
                .event(TeamAppointed.class, "sales-project.team-appointed", 1)
                .event(DirectorChanged.class, "sales-project.director-changed", 1)
                .event(SalesProjectClassified.class, "sales-project.classified", 1)
                .event(DepartmentsInvolved.class, "sales-project.departments-involved", 1)
                .event(KickoffCalled.class, "sales-project.kickoff-called", 1)
                .event(KickoffHeld.class, "sales-project.kickoff-held", 1)
                .event(KickoffCompleted.class, "sales-project.kickoff-completed", 1)
                .event(PeopleReleased.class, "sales-project.people-released", 1)
                .refusals(SalesProject.No.class, Usual.values())
                .open()
                .view(SalesProjectView.class, state ->
                        (SalesProjectView) SALES_PROJECT.view().apply(state));
        Laws.of(CatalogueTest.askedBySomebodyElse(launched, SubmitForAti.class))
                .after(
                        new SalesProjectProposed("kim", null, null, Templates.LEVELS),
                        new EstablishmentPrepared(LocalDate.parse("2026-03-01")))
                .suggesting("members", TEAM, TEAM.reversed(), UNDER_ZOE)
                .suggesting("ReleasePeople.members", List.of("pd", "AR"), List.of("qa"))
                .suggesting("level", "TOP", "small")
                .suggesting("participants", LAWYER, List.of())
                .suggesting("calledFor", LocalDate.parse("2026-06-01"))
                .suggesting("attendees", List.of("kim"), List.of("kim", "pd"))
                .terminal("ATI_REJECTED")
                .check();
    }
}
