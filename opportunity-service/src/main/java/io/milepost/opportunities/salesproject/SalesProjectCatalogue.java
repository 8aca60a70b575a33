package io.milepost.opportunities.salesproject;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.opportunities.kernel.RiskTags;
import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.controlled.Document;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sales project's commands and events. It begins and closes with its opportunity, so nobody has a role to propose or close one. */
public final class SalesProjectCatalogue {

    private static final String DIRECTOR = "the project director (PD)";

    public static final Catalogue<SalesProject, SalesProjectCommand, SalesProjectEvent> SALES_PROJECT = Catalogue.of(
                    "sales-project", "sales-projects", SalesProject.DECIDER)
            .creates(ProposeSalesProject.class, SalesProject::propose)
            .command(DraftCharter.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(ApproveCharter.class, SPONSOR, IMPORTER)
            .reads(
                    ApproveCharter.class,
                    () -> DOCUMENT,
                    (_, approve) -> approve.documentId(),
                    NeededDocument.class,
                    Document::needed)
            .command(RejectCharter.class, SPONSOR)
            .command(AssessFeasibility.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(DraftAppointment.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(
                    DraftAppointment.class,
                    RiskTags.OWNER,
                    (id, project, draft) -> leaving(id, project, draft.members()))
            .command(CompletePreparation.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(CompletePreparation.class, RiskTags.OF, (id, _, _) -> List.of(id.toString()))
            .command(SubmitForAti.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(DecideAti.class, ATI_BOARD, IMPORTER)
            .command(AppointTeam.class, SALES_MANAGER, IMPORTER)
            .claims(
                    AppointTeam.class,
                    RiskTags.OWNER,
                    (id, project, appoint) -> leaving(id, project, appoint.members()))
            .command(ClassifySalesProject.class, SALES_MANAGER, SPONSOR)
            .command(InvolveDepartments.class, SALES_REP, SALES_MANAGER)
            .claims(
                    InvolveDepartments.class,
                    RiskTags.OWNER,
                    (id, project, involve) -> project == null
                            ? List.of()
                            : owning(id, Involving.leaving(project, involve.participants())))
            .duty(InvolveDepartments.class, DIRECTOR, project -> project.holders(TeamRole.PD))
            .command(CallKickoff.class, SALES_REP, SALES_MANAGER)
            .duty(CallKickoff.class, DIRECTOR, project -> project.holders(TeamRole.PD))
            .command(MissKickoff.class)
            .command(HoldKickoff.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(HoldKickoff.class, DIRECTOR, project -> project.holders(TeamRole.PD))
            .command(StartMonitoring.class)
            .command(TerminateSalesProject.class, SALES_MANAGER, SPONSOR)
            .command(StartClosing.class)
            .command(ReleasePeople.class)
            .command(CloseSalesProject.class)
            .command(ReopenSalesProject.class)
            .event(SalesProjectProposed.class, "sales-project.proposed", 1)
            .event(CharterDrafted.class, "sales-project.charter-drafted", 1)
            .event(CharterApproved.class, "sales-project.charter-approved", 1)
            .event(CharterRejected.class, "sales-project.charter-rejected", 1)
            .event(FeasibilityAssessed.class, "sales-project.feasibility-assessed", 1)
            .event(TeamAppointmentDrafted.class, "sales-project.team-appointment-drafted", 1)
            .event(EstablishmentPrepared.class, "sales-project.establishment-prepared", 1)
            .event(AtiSubmitted.class, "sales-project.ati-submitted", 1)
            .event(AtiApproved.class, "sales-project.ati-approved", 1)
            .event(AtiReturned.class, "sales-project.ati-returned", 1)
            .event(AtiRejected.class, "sales-project.ati-rejected", 1)
            .event(TeamAppointed.class, "sales-project.team-appointed", 1)
            .event(DirectorChanged.class, "sales-project.director-changed", 1)
            .event(MonitoringStarted.class, "sales-project.monitoring-started", 1)
            .event(SalesProjectClassified.class, "sales-project.classified", 1)
            .event(DepartmentsInvolved.class, "sales-project.departments-involved", 1)
            .event(KickoffCalled.class, "sales-project.kickoff-called", 1)
            .event(KickoffMissed.class, "sales-project.kickoff-missed", 1)
            .event(KickoffHeld.class, "sales-project.kickoff-held", 1)
            .event(KickoffCompleted.class, "sales-project.kickoff-completed", 1)
            .event(SalesProjectTerminated.class, "sales-project.terminated", 1)
            .event(PeopleReleased.class, "sales-project.people-released", 1)
            .event(SalesProjectClosingStarted.class, "sales-project.closing-started", 1)
            .event(SalesProjectClosed.class, "sales-project.closed", 1)
            .event(SalesProjectReopened.class, "sales-project.reopened", 1)
            .ownedBy(project -> project.proposed().owner())
            .refusals(
                    No.class,
                    OWNER_MISSING,
                    TEXT_MISSING,
                    REASON_MISSING,
                    DAY_IN_FUTURE,
                    DAY_IMPLAUSIBLE,
                    DOCUMENT_NOT_IN_EFFECT)
            .view(SalesProjectView.class, SalesProjectView::of);

    /** How the decision went is told to who is to direct the project, and to the manager. */
    public static final NoticeRule<AtiApproved> ATI_APPROVED_NOTICE = notice("ati-approved")
            .on(SALES_PROJECT, AtiApproved.class)
            .concerning(AtiApproved::director)
            .to(OWNER, MANAGER);

    public static final NoticeRule<AtiReturned> ATI_RETURNED_NOTICE = notice("ati-returned")
            .on(SALES_PROJECT, AtiReturned.class)
            .concerning(AtiReturned::director)
            .to(OWNER, MANAGER);

    public static final NoticeRule<AtiRejected> ATI_REJECTED_NOTICE = notice("ati-rejected")
            .on(SALES_PROJECT, AtiRejected.class)
            .concerning(AtiRejected::director)
            .to(OWNER, MANAGER);

    /** Whoever takes the post of the director over is told, and the manager. */
    public static final NoticeRule<DirectorChanged> DIRECTOR_CHANGED_NOTICE = notice("director-changed")
            .on(SALES_PROJECT, DirectorChanged.class)
            .concerning(DirectorChanged::to)
            .to(OWNER, MANAGER);

    /** A kickoff that was called waits for the end of its day. */
    public static final Due<SalesProject> KICKOFF_MISSED = new Due<>(
            "kickoff-missed",
            SALES_PROJECT,
            MissKickoff.class,
            project -> Kickoff.awaited(project)
                    .map(call -> DueDate.endOf(call.calledFor(), new MissKickoff(call.calledFor()))
                            .ownedBy(Objects.requireNonNullElse(
                                    Kickoff.director(project),
                                    project.proposed().owner())))
                    .stream()
                    .toList());

    /** That it was called and not held is told to the director, and to the manager. */
    public static final NoticeRule<KickoffMissed> KICKOFF_MISSED_NOTICE = notice("kickoff-missed")
            .on(SALES_PROJECT, KickoffMissed.class)
            .about(missed -> missed.calledFor().toString())
            .concerning(KickoffMissed::director)
            .to(OWNER, MANAGER);

    private SalesProjectCatalogue() {}

    private static List<String> leaving(UUID id, @Nullable SalesProject project, List<TeamMember> members) {
        return project == null ? List.of() : owning(id, Launching.leaving(project, members));
    }

    private static List<String> owning(UUID id, List<String> codes) {
        return codes.stream().map(code -> RiskTags.owning(id, code)).toList();
    }
}
