package io.milepost.opportunities.salesproject;

import static io.milepost.platform.catalogue.Role.ATI_BOARD;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;
import static io.milepost.platform.catalogue.Role.SPONSOR;

import io.milepost.opportunities.salesproject.domain.EstablishmentRefusal;
import io.milepost.opportunities.salesproject.domain.SalesProject;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.AppointTeam;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.ApproveCharter;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.AssessFeasibility;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.CloseSalesProject;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.CompletePreparation;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.DecideAti;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.DraftAppointment;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.DraftCharter;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.HoldKickoff;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.ProposeSalesProject;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.RejectCharter;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.StartClosing;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.SubmitForAti;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.TerminateSalesProject;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiApproved;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiRejected;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiReturned;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.AtiSubmitted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.CharterApproved;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.CharterDrafted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.CharterRejected;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.EstablishmentPrepared;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.FeasibilityAssessed;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.KickoffCompleted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.KickoffHeld;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectClosed;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectClosingStarted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectProposed;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.SalesProjectTerminated;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.TeamAppointed;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.TeamAppointmentDrafted;
import io.milepost.opportunities.salesproject.domain.SalesProjectRefusal;
import io.milepost.opportunities.salesproject.domain.SalesProjectView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The sales project's commands and events. It begins and closes with its opportunity, so nobody has a role to propose or close one. */
public final class SalesProjectMessages {

    public static final Catalogue<SalesProject, SalesProjectCommand, SalesProjectEvent> SALES_PROJECT = Catalogue.of(
                    "sales-project",
                    "sales-projects",
                    new Decider<SalesProject, SalesProjectCommand, SalesProjectEvent>(
                            new SalesProject.Unknown(), SalesProject::decide, SalesProject::evolve))
            .creates(ProposeSalesProject.class)
            .command(DraftCharter.class, SALES_REP, SALES_MANAGER)
            .command(ApproveCharter.class, SPONSOR)
            .command(RejectCharter.class, SPONSOR)
            .command(AssessFeasibility.class, SALES_REP, SALES_MANAGER)
            .command(DraftAppointment.class, SALES_REP, SALES_MANAGER)
            .command(CompletePreparation.class, SALES_REP, SALES_MANAGER)
            .command(SubmitForAti.class, SALES_REP, SALES_MANAGER)
            .command(DecideAti.class, ATI_BOARD)
            .command(AppointTeam.class, SALES_MANAGER)
            .command(HoldKickoff.class, SALES_REP, SALES_MANAGER)
            .command(TerminateSalesProject.class, SALES_MANAGER, SPONSOR)
            .command(StartClosing.class)
            .command(CloseSalesProject.class)
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
            .event(KickoffHeld.class, "sales-project.kickoff-held", 1)
            .event(KickoffCompleted.class, "sales-project.kickoff-completed", 1)
            .event(SalesProjectTerminated.class, "sales-project.terminated", 1)
            .event(SalesProjectClosingStarted.class, "sales-project.closing-started", 1)
            .event(SalesProjectClosed.class, "sales-project.closed", 1)
            .refusals(SalesProjectRefusal.class)
            .refusals(EstablishmentRefusal.class)
            .view(SalesProjectView.class, SalesProjectView::of);

    private SalesProjectMessages() {}
}
