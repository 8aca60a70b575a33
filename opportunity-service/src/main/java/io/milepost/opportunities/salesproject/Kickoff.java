package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.Pursuit.Owed;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Horizon;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kickoff of an authorized project: called, held, and completed with its minutes. */
final class Kickoff {

    private Kickoff() {}

    /** Of an appointed team, until it is held; the last call counts. */
    static Decision<SalesProjectEvent> call(SalesProject project, CallKickoff call, Occasion occasion) {
        return switch (project) {
            case Authorized authorized when authorized.team() == null -> refused(TEAM_NOT_APPOINTED);
            case Authorized authorized when authorized.kickoff() == null -> call(authorized.called(), call, occasion);
            case Established _ -> refused(KICKOFF_ALREADY_HELD);
            case InPreparation _, UnderAti _ -> refused(ATI_NOT_APPROVED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    private static Decision<SalesProjectEvent> call(
            @Nullable KickoffCalled before, CallKickoff call, Occasion occasion) {
        if (before != null && call.equals(new CallKickoff(before.calledFor(), before.place(), before.agenda()))) {
            return unchanged();
        }
        return check().that(!call.calledFor().isBefore(occasion.today()), "/calledFor", KICKOFF_CALLED_LATE)
                .notBeyond(Horizon.NEAR, "/calledFor", call.calledFor(), occasion.today())
                .text("/place", call.place())
                .text("/agenda", call.agenda())
                .accept(() -> new KickoffCalled(
                        call.calledFor(),
                        call.place(),
                        call.agenda(),
                        occasion.who().name()));
    }

    /** The call that is waited for: of a project that runs, neither held nor missed. */
    static Optional<KickoffCalled> awaited(SalesProject project) {
        return project instanceof Authorized authorized && authorized.kickoff() == null && authorized.missed() == null
                ? Optional.ofNullable(authorized.called())
                : Optional.empty();
    }

    /** Once for each call. */
    static Decision<SalesProjectEvent> miss(SalesProject project, MissKickoff miss, LocalDate today) {
        return awaited(project)
                .filter(call -> call.calledFor().equals(miss.calledFor()) && today.isAfter(call.calledFor()))
                .map(call ->
                        Decision.<SalesProjectEvent>accepted(new KickoffMissed(call.calledFor(), director(project))))
                .orElseGet(Decision::unchanged);
    }

    /** As appointed; a kickoff is called after that. */
    static @Nullable String director(SalesProject project) {
        return project.projectTeam().holder(Responsible.PD).orElse(null);
    }

    /** Gate G07. */
    static Decision<SalesProjectEvent> hold(SalesProject project, HoldKickoff kickoff, LocalDate today) {
        var held = new KickoffHeld(Objects.requireNonNullElse(kickoff.heldOn(), today), kickoff.attendees());
        return switch (project) {
            case Authorized authorized -> hold(authorized, held, kickoff, today);
            case KickedOff(var authorization, var completed) ->
                held.equals(authorization.kickoff())
                                && (kickoff.minutes() == null
                                        || kickoff.minutes().equals(completed.minutes()))
                        ? unchanged()
                        : refused(KICKOFF_ALREADY_COMPLETED);
            case InPreparation _, UnderAti _ -> refused(ATI_NOT_APPROVED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    private static Decision<SalesProjectEvent> hold(
            Authorized authorized, KickoffHeld held, HoldKickoff kickoff, LocalDate today) {
        if (authorized.team() == null) {
            return refused(TEAM_NOT_APPOINTED);
        }
        if (authorized.called() == null && authorized.setting().owes(Owed.CALLED_KICKOFF)) {
            return refused(KICKOFF_NOT_CALLED);
        }
        return checkAttendance(authorized, held)
                .notAfter("/heldOn", held.heldOn(), today)
                .that(!held.heldOn().isBefore(authorized.decision().decidedOn()), "/heldOn", KICKOFF_BEFORE_ATI)
                .then(() -> {
                    var events = new ArrayList<SalesProjectEvent>();
                    if (!held.equals(authorized.kickoff())) {
                        events.add(held);
                    }
                    if (kickoff.minutes() != null && !kickoff.minutes().isBlank()) {
                        events.add(new KickoffCompleted(held.heldOn(), kickoff.minutes()));
                    }
                    return accepted(events);
                });
    }

    /** Once, from the first baseline of its plan on; until the kickoff nothing is seen of it. */
    static Decision<SalesProjectEvent> monitor(SalesProject project, LocalDate today) {
        return switch (project) {
            case Established _ ->
                project.setting().monitored() == null ? accepted(new MonitoringStarted(today)) : unchanged();
            case InPreparation _, UnderAti _ -> refused(ATI_NOT_APPROVED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    /** What was held already, before its minutes are stated, is not asked again who was known when. */
    private static Checks checkAttendance(Authorized authorized, KickoffHeld held) {
        var attendees = held.attendees();
        var team = authorized.projectTeam();
        var checks = check().that(
                        !attendees.isEmpty() && attendees.stream().noneMatch(String::isBlank),
                        "/attendees",
                        ATTENDANCE_MISSING);
        var taken = new HashSet<String>();
        for (int i = 0; i < attendees.size(); i++) {
            var code = attendees.get(i);
            checks = checks.that(taken.add(Codes.canonical(code)), "/attendees/" + i, ATTENDEE_REPEATED)
                    .that(team.knows(code) || held.equals(authorized.kickoff()), "/attendees/" + i, ATTENDEE_UNKNOWN);
        }
        return checks;
    }
}
