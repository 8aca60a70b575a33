package io.milepost.opportunities;

import static io.milepost.opportunities.OpportunitySituations.sendAs;
import static io.milepost.platform.catalogue.Role.SALES_REP;
import static org.awaitility.Awaitility.await;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.Opportunity.IdentifyOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.QualifyOpportunity;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.DraftVersion;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.PublishVersion;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.opportunities.salesproject.SalesProjectCommand.AppointTeam;
import io.milepost.opportunities.salesproject.SalesProjectCommand.ApproveCharter;
import io.milepost.opportunities.salesproject.SalesProjectCommand.AssessFeasibility;
import io.milepost.opportunities.salesproject.SalesProjectCommand.CallKickoff;
import io.milepost.opportunities.salesproject.SalesProjectCommand.ClassifySalesProject;
import io.milepost.opportunities.salesproject.SalesProjectCommand.CompletePreparation;
import io.milepost.opportunities.salesproject.SalesProjectCommand.DecideAti;
import io.milepost.opportunities.salesproject.SalesProjectCommand.DraftAppointment;
import io.milepost.opportunities.salesproject.SalesProjectCommand.DraftCharter;
import io.milepost.opportunities.salesproject.SalesProjectCommand.HoldKickoff;
import io.milepost.opportunities.salesproject.SalesProjectCommand.InvolveDepartments;
import io.milepost.opportunities.salesproject.SalesProjectCommand.RejectCharter;
import io.milepost.opportunities.salesproject.SalesProjectCommand.SubmitForAti;
import io.milepost.opportunities.salesproject.SalesProjectCommand.TerminateSalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.AtiDecision;
import io.milepost.opportunities.salesproject.SalesProjectEvent.Department;
import io.milepost.opportunities.salesproject.SalesProjectEvent.Participant;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamMember;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.CirculateReport;
import io.milepost.opportunities.weeklyreporting.WeeklyReporting.SubmitReport;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.DocumentSituations;
import io.milepost.platform.testkit.SuiteClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Sales projects made over HTTP, as far as they are to be. What follows by itself has followed when a situation is handed out. */
final class SalesProjectSituations {
    static final IdentifyOpportunity STRATEGIC =
            new IdentifyOpportunity("Plant", null, "kim", "GTX Pro", null, null, null, null, "strategic", null, null);
    static final DecideAti APPROVE = new DecideAti(AtiDecision.APPROVED, "worth it", null, null, null);
    static final AppointTeam APPOINT = appoint("member ");
    /** As document-kinds.json has it. */
    static final UUID CHARTER_KIND = UUID.fromString("0190c000-0000-7000-8000-000000000001");

    private static final DraftCharter CHARTER =
            new DraftCharter("Plant", "ten presses", null, null, null, "Europe", "a reference");
    private static final AssessFeasibility ASSESS =
            new AssessFeasibility("we can", "we must", "five of us", "a test hall", "20000 USD");

    private SalesProjectSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return ProjectRegisterSituations.in(walk)
                .accepted(DraftCharter.class, client -> new Situation(proposed(client), CHARTER))
                .accepted(ApproveCharter.class, client -> {
                    var project = proposed(client);
                    return new Situation(project, new ApproveCharter(charter(client, project), "go"));
                })
                .accepted(RejectCharter.class, client -> new Situation(chartered(client), new RejectCharter("no goal")))
                .accepted(AssessFeasibility.class, client -> new Situation(proposed(client), ASSESS))
                .accepted(
                        DraftAppointment.class,
                        client -> new Situation(proposed(client), new DraftAppointment(APPOINT.members())))
                .accepted(
                        CompletePreparation.class, client -> new Situation(complete(client), new CompletePreparation()))
                .accepted(SubmitForAti.class, client -> new Situation(prepared(client), new SubmitForAti()))
                .accepted(
                        DecideAti.class,
                        client -> new Situation(
                                submitted(client), new DecideAti(AtiDecision.RETURNED, "no numbers", null, null, null)))
                .accepted(AppointTeam.class, client -> new Situation(authorized(client), APPOINT))
                .accepted(
                        ClassifySalesProject.class,
                        client -> new Situation(levelled(client), new ClassifySalesProject("WEEKLY")))
                .accepted(
                        InvolveDepartments.class,
                        client -> new Situation(
                                proposed(client),
                                new InvolveDepartments(
                                        List.of(new Participant(Department.LEGAL, "zoe", "the contract")))))
                .accepted(CallKickoff.class, client -> {
                    var project = authorized(client);
                    client.accept(project, APPOINT);
                    return new Situation(
                            project, new CallKickoff(LocalDate.now(ZoneOffset.UTC), "room 4", "goals and dates"));
                })
                .accepted(HoldKickoff.class, client -> {
                    var project = authorized(client);
                    client.accept(project, APPOINT);
                    return new Situation(project, new HoldKickoff(null, List.of("kim"), "file 9"));
                })
                .accepted(
                        TerminateSalesProject.class,
                        client -> new Situation(
                                proposed(client),
                                new TerminateSalesProject("no capacity", EndCause.CAPACITY, "ask earlier")))
                .accepted(SubmitReport.class, client -> {
                    var project = reporting(client);
                    var week = client.read("weekly-reportings", project)
                            .path("nextDueOn")
                            .asString();
                    return new Situation(project, new SubmitReport(LocalDate.parse(week), "two presses shown", null));
                })
                .accepted(CirculateReport.class, client -> {
                    var project = reporting(client);
                    var week = LocalDate.parse(client.read("weekly-reportings", project)
                            .path("nextDueOn")
                            .asString());
                    client.accept(project, new SubmitReport(week, "two presses shown", null));
                    return new Situation(project, new CirculateReport(week, List.of("boss")));
                })
                .refused("DIRECTOR_REPEATED", client -> {
                    var two = new ArrayList<>(APPOINT.members());
                    two.add(new TeamMember(TeamRole.PD, "zoe", "directs"));
                    return new Situation(authorized(client), new AppointTeam(two));
                })
                .refused("LEVEL_UNKNOWN", client -> new Situation(proposed(client), new ClassifySalesProject("HUGE")))
                .refused("ATTENDEE_UNKNOWN", client -> {
                    var project = authorized(client);
                    client.accept(project, APPOINT);
                    return new Situation(project, new HoldKickoff(null, List.of("ghost"), null));
                })
                .refused(
                        "REPORT_MISSING",
                        client -> new Situation(
                                reporting(client), new CirculateReport(LocalDate.parse("2020-01-03"), List.of("boss"))))
                .refused(
                        "REPORT_NOT_OWED",
                        client -> new Situation(
                                reporting(client), new SubmitReport(LocalDate.parse("2020-01-03"), "nothing", null)))
                .refused("ATI_NOT_APPROVED", client -> new Situation(prepared(client), APPOINT))
                .refused("DOCUMENT_NOT_IN_EFFECT", client -> {
                    var project = proposed(client);
                    var draft = DocumentSituations.draft(client, CHARTER_KIND, project);
                    return new Situation(project, new ApproveCharter(draft, null));
                })
                .refused("PREPARATION_INCOMPLETE", client -> new Situation(proposed(client), new CompletePreparation()))
                .refused(
                        "TEAM_NOT_APPOINTED",
                        client -> new Situation(authorized(client), new HoldKickoff(null, List.of("kim"), null)));
    }

    /** One member for each role, called by this word and the role. */
    static AppointTeam appoint(String word) {
        return new AppointTeam(Arrays.stream(TeamRole.values())
                .map(role -> new TeamMember(role, word + role, "duties of " + role))
                .toList());
    }

    static UUID proposed(SuiteClient client) {
        var opportunity = client.create(STRATEGIC);
        client.accept(opportunity, new QualifyOpportunity(null));
        awaitProject(client, opportunity);
        return opportunity;
    }

    /** Of a process whose projects have levels. */
    private static UUID levelled(SuiteClient client) {
        return checked(client, "kim");
    }

    /** The same, of this owner, and with checklists. */
    static UUID checked(SuiteClient client, String owner) {
        var process = SalesProcessSituations.define();
        client.accept(
                client.create(process), new DraftVersion(Templates.pursued(Templates.STRATEGIC, Templates.CHECKED)));
        client.accept(process.entityId(), new PublishVersion(1));
        var opportunity = client.create(new IdentifyOpportunity(
                "Plant", null, owner, "GTX Pro", null, null, null, null, process.name(), null, null));
        client.accept(opportunity, new QualifyOpportunity(null));
        awaitProject(client, opportunity);
        return opportunity;
    }

    static void awaitProject(SuiteClient client, UUID opportunity) {
        await().until(() -> client.get("/v1/sales-projects/" + opportunity).status() == 200);
    }

    private static UUID chartered(SuiteClient client) {
        var project = proposed(client);
        client.accept(project, CHARTER);
        return project;
    }

    /** The project's charter as a controlled document, which is in effect. */
    private static UUID charter(SuiteClient client, UUID project) {
        return DocumentSituations.inEffect(client, CHARTER_KIND, project, Role.SALES_MANAGER, Role.SPONSOR);
    }

    private static UUID complete(SuiteClient client) {
        var project = proposed(client);
        completeAll(client, project);
        return project;
    }

    static void completeAll(SuiteClient client, UUID project) {
        client.accept(project, CHARTER);
        client.accept(project, new ApproveCharter(charter(client, project), null));
        client.accept(project, ASSESS);
        client.accept(project, new DraftAppointment(APPOINT.members()));
        client.create(ProjectRegisterSituations.risk(project));
    }

    static UUID prepared(SuiteClient client) {
        var project = complete(client);
        client.accept(project, new CompletePreparation());
        return project;
    }

    private static UUID submitted(SuiteClient client) {
        var project = proposed(client);
        submit(client, project);
        return project;
    }

    /** All that comes before the decision; somebody else than the usual caller submits it. */
    static void submit(SuiteClient client, UUID project) {
        completeAll(client, project);
        client.accept(project, new CompletePreparation());
        sendAs("author", SALES_REP, client, project, new SubmitForAti());
    }

    static UUID authorized(SuiteClient client) {
        var project = submitted(client);
        client.accept(project, APPROVE);
        await().until(() ->
                client.read("opportunities", project).path("status").asString().equals("AUTHORIZED"));
        return project;
    }

    /** Kicked off, so that it owes weekly reports. */
    private static UUID reporting(SuiteClient client) {
        var project = authorized(client);
        client.accept(project, APPOINT);
        client.accept(project, new HoldKickoff(null, List.of("kim"), "file 9"));
        await().until(() -> client.get("/v1/weekly-reportings/" + project).status() == 200);
        return project;
    }
}
