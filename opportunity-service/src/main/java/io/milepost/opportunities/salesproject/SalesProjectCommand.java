package io.milepost.opportunities.salesproject;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Limit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a proposed sales project. Its texts may not contain personal data. */
public sealed interface SalesProjectCommand {

    /** Sent by the automation when an opportunity is qualified whose sales process requires an ATI decision, with what it asks for besides. */
    record ProposeSalesProject(
            String owner,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable Pursuit pursuit) {}

    /** What prepares the ATI decision. Until the submission, each of these reopens the preparation. */
    sealed interface PreparationCommand extends SalesProjectCommand {}

    /**
     * Says what the charter says; when that changes, the sponsor decides again.
     *
     * @param salesGoal what is to be sold to whom by when; with the next three it forms the objective
     * @param expectedOutcome what the company gains from it
     */
    record DraftCharter(
            String name,
            @Limit(Limit.NOTE) String salesGoal,
            @Nullable @Limit(Limit.NOTE) String targetMarket,
            @Nullable @Limit(Limit.NOTE) String marketShareGain,
            @Nullable @Limit(Limit.NOTE) String positioning,
            @Limit(Limit.TEXT) String scope,
            @Limit(Limit.NOTE) String expectedOutcome)
            implements PreparationCommand {}

    /**
     * Gate G05, passed: the charter that is in effect as a controlled document about this project (gate G22).
     *
     * @param documentId of that charter, of kind {@code project-charter}
     */
    record ApproveCharter(
            @Nullable UUID documentId,
            @Nullable @Limit(Limit.NOTE) String note) implements PreparationCommand {}

    /** Gate G05, not passed: the charter is to be drafted anew. */
    record RejectCharter(@Limit(Limit.NOTE) String reason) implements PreparationCommand {}

    /** Whether it can and must be done, and what it takes. */
    record AssessFeasibility(
            @Limit(Limit.NOTE) String feasibility,
            @Limit(Limit.NOTE) String necessity,
            @Limit(Limit.NOTE) String people,
            @Limit(Limit.NOTE) String equipment,
            @Limit(Limit.NOTE) String funds)
            implements PreparationCommand {}

    /** Who is to be appointed; roles may still be open. */
    record DraftAppointment(List<TeamMember> members) implements PreparationCommand {
        public DraftAppointment {
            members = List.copyOf(members);
        }
    }

    /** The checkpoint before the decision. */
    record CompletePreparation() implements SalesProjectCommand {}

    record SubmitForAti() implements SalesProjectCommand {}

    /**
     * Gate G06, taken today unless {@code decidedOn} says otherwise, by somebody other than the submitter.
     *
     * @param cause of a rejection alone, which ends the deal, in a word
     * @param lessons what is learned from it; may not contain personal data
     */
    record DecideAti(
            AtiDecision decision,
            @Limit(Limit.NOTE) String reason,
            @Nullable LocalDate decidedOn,
            @Nullable EndCause cause,
            @Nullable @Limit(Limit.NOTE) String lessons)
            implements SalesProjectCommand {}

    /** The formal appointment, every role filled; a later one replaces it. */
    record AppointTeam(List<TeamMember> members) implements SalesProjectCommand {
        public AppointTeam {
            members = List.copyOf(members);
        }
    }

    /** How much weight the project has, by a level of its sales process, which says what it owes. */
    record ClassifySalesProject(String level) implements SalesProjectCommand {}

    /** Who takes part from departments other than sales; a later list replaces it, an empty one involves nobody. */
    record InvolveDepartments(List<Participant> participants) implements SalesProjectCommand {
        public InvolveDepartments {
            participants = List.copyOf(participants);
        }
    }

    /** Calls the kickoff for a day; a later call replaces it, until it is held. */
    record CallKickoff(
            LocalDate calledFor,
            @Nullable @Limit(Limit.NOTE) String place,
            @Nullable @Limit(Limit.NOTE) String agenda) implements SalesProjectCommand {}

    /** Sent by the timer when the day has ended for which the kickoff was called. */
    record MissKickoff(LocalDate calledFor) implements SalesProjectCommand {}

    /**
     * Gate G07. The kickoff is completed with its minutes, stated at once or later with the same day and attendance.
     *
     * @param heldOn today when absent
     * @param attendees codes of members who are in the team, take part for a department, or own the deal
     * @param minutes where they are kept
     */
    record HoldKickoff(
            @Nullable LocalDate heldOn,
            List<String> attendees,
            @Nullable @Limit(Limit.TEXT) String minutes) implements SalesProjectCommand {
        public HoldKickoff {
            attendees = List.copyOf(attendees);
        }
    }

    /** Sent by the automation when its plan was baselined for the first time. */
    record StartMonitoring() implements SalesProjectCommand {}

    /**
     * We stop before the deal is decided, and give the deal up with it (ADR 0129).
     *
     * @param cause what it was, in a word
     * @param lessons what is learned from it; may not contain personal data
     */
    record TerminateSalesProject(
            @Limit(Limit.NOTE) String reason,
            @Nullable EndCause cause,
            @Nullable @Limit(Limit.NOTE) String lessons) implements SalesProjectCommand {}

    /** Sent by the automation when its opportunity ended, {@code on} that day. */
    record StartClosing(ClosingCause cause, LocalDate on) implements SalesProjectCommand {}

    /** Sent by the automation when its closure released them, {@code on} that day. */
    record ReleasePeople(List<String> members, LocalDate on) implements SalesProjectCommand {
        public ReleasePeople {
            members = List.copyOf(members);
        }
    }

    /** Sent by the automation when its opportunity was reopened (decision 44). */
    record ReopenSalesProject() implements SalesProjectCommand {}

    /** Sent by the automation when its closure was completed, {@code closedOn} that day. */
    record CloseSalesProject(ClosingCause outcome, LocalDate closedOn) implements SalesProjectCommand {}
}
