package io.milepost.opportunities.salesproject;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.Owed;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.DocumentVersion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a sales project, whose id is that of its opportunity. Who approved or decided is the subject of a token. */
public sealed interface SalesProjectEvent {

    /** What the preparation consists of; it has to be completed after each of these. */
    sealed interface PreparationEvent extends SalesProjectEvent {}

    /** {@code template} names the sales process of its deal; absent in events from before it was told, as is the version, and what it asks for besides. */
    record SalesProjectProposed(
            String owner,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable Pursuit pursuit) implements SalesProjectEvent {}

    record CharterDrafted(
            String name,
            String salesGoal,
            @Nullable String targetMarket,
            @Nullable String marketShareGain,
            @Nullable String positioning,
            String scope,
            String expectedOutcome)
            implements PreparationEvent {}

    /** {@code document} is the version of the charter that was in effect; absent in events from before one was asked for. */
    record CharterApproved(
            String approvedBy,
            @Nullable String note,
            @Nullable DocumentVersion document) implements PreparationEvent {}

    record CharterRejected(String rejectedBy, String reason) implements PreparationEvent {}

    record FeasibilityAssessed(String feasibility, String necessity, String people, String equipment, String funds)
            implements PreparationEvent {}

    record TeamAppointmentDrafted(List<TeamMember> members) implements PreparationEvent {
        public TeamAppointmentDrafted {
            members = List.copyOf(members);
        }
    }

    record EstablishmentPrepared(LocalDate on) implements SalesProjectEvent {}

    record AtiSubmitted(String submittedBy, LocalDate submittedOn) implements SalesProjectEvent {}

    /** {@code director} is who is drafted as project director; absent where nobody is, and in events from before it was recorded. */
    record AtiApproved(
            String decidedBy,
            LocalDate decidedOn,
            String reason,
            @Nullable String director) implements SalesProjectEvent {}

    /** To be prepared anew. */
    record AtiReturned(
            String decidedBy,
            LocalDate decidedOn,
            String reason,
            @Nullable String director) implements SalesProjectEvent {}

    /** Ends the deal; {@code cause} and {@code lessons} are absent in events from before they were asked for. */
    record AtiRejected(
            String decidedBy,
            LocalDate decidedOn,
            String reason,
            @Nullable String director,
            @Nullable EndCause cause,
            @Nullable String lessons)
            implements SalesProjectEvent {}

    record TeamAppointed(List<TeamMember> members) implements SalesProjectEvent {
        public TeamAppointed {
            members = List.copyOf(members);
        }
    }

    /** Another than before directs the project from now on, as the appointment beside it says. */
    record DirectorChanged(String from, String to, LocalDate on) implements SalesProjectEvent {}

    /** There is a plan to hold the project against; it is monitored as soon as it is kicked off. */
    record MonitoringStarted(LocalDate on) implements SalesProjectEvent {}

    /** {@code owes} is what its sales process says of this level. */
    record SalesProjectClassified(String level, List<Owed> owes) implements SalesProjectEvent {
        public SalesProjectClassified {
            owes = List.copyOf(owes);
        }
    }

    record DepartmentsInvolved(List<Participant> participants) implements SalesProjectEvent {
        public DepartmentsInvolved {
            participants = List.copyOf(participants);
        }
    }

    record KickoffCalled(
            LocalDate calledFor,
            @Nullable String place,
            @Nullable String agenda,
            String calledBy) implements SalesProjectEvent {}

    /** The day for which it was called ended without it; {@code director} is whose duty it is. */
    record KickoffMissed(LocalDate calledFor, @Nullable String director) implements SalesProjectEvent {}

    record KickoffHeld(LocalDate heldOn, List<String> attendees) implements SalesProjectEvent {
        public KickoffHeld {
            attendees = List.copyOf(attendees);
        }
    }

    record KickoffCompleted(LocalDate heldOn, String minutes) implements SalesProjectEvent {}

    /**
     * It was given up, and its deal is withdrawn with it.
     *
     * @param template as in {@link SalesProjectProposed}: by its process the project is closed
     * @param cause absent in events from before it was asked for, as are lessons
     */
    record SalesProjectTerminated(
            String reason,
            LocalDate terminatedOn,
            @Nullable String template,
            @Nullable Integer templateVersion,
            @Nullable EndCause cause,
            @Nullable String lessons)
            implements SalesProjectEvent {}

    /** Those of the team, and of the departments, who are free for other work; {@code members} are codes. */
    record PeopleReleased(List<String> members, LocalDate on) implements SalesProjectEvent {
        public PeopleReleased {
            members = List.copyOf(members);
        }
    }

    record SalesProjectClosingStarted(ClosingCause cause, LocalDate on) implements SalesProjectEvent {}

    /** Its opportunity goes on, and so does the project, where it stood; what was turned down is prepared anew (decision 44). */
    record SalesProjectReopened(LocalDate on) implements SalesProjectEvent {}

    /** Its closure is complete: nothing is left to be done for it. */
    record SalesProjectClosed(ClosingCause outcome, LocalDate closedOn) implements SalesProjectEvent {}

    /** Somebody's place in the team; {@code member} is the code of a team member, never a name. */
    record TeamMember(
            TeamRole role, String member, @Limit(Limit.NOTE) String duties) {}

    /** What somebody answers for in a sales project. */
    enum TeamRole {
        /** Project director: plans, monitors and closes. */
        PD,
        /** Account responsible: the customer relationship, commercial and financing elements. */
        AR,
        /** Solution responsible. */
        SR,
        /** Fulfilment responsible: delivery strategy and risk. */
        FR,
        /** Quality assurance, who guards the process and cannot be the director too (decision 9). */
        QA,
        /** Administrator of the sales project, who sees to the process beside quality assurance; need not be appointed. */
        ADMINISTRATOR
    }

    /** A department that is not sales. */
    enum Department {
        PRODUCT,
        TECHNICAL,
        MARKETING,
        OPERATIONS,
        ENGINEERING,
        MATERIAL_CONTROL,
        LEGAL,
        FINANCE
    }

    /** Who takes part for a department; {@code member} is the code of a team member, never a name. */
    record Participant(
            Department department,
            String member,
            @Limit(Limit.NOTE) String contribution) {}

    /** The three possible ATI decisions on a sales project. */
    enum AtiDecision {
        APPROVED,
        /** To be prepared anew. */
        RETURNED,
        REJECTED
    }

    /** How the opportunity of a sales project ended. */
    enum ClosingCause {
        WON,
        LOST,
        WITHDRAWN,
        /** The decision on the project was negative (G06). */
        ATI_REJECTED,
        /** The project was given up, whatever became of the deal. */
        TERMINATED
    }
}
