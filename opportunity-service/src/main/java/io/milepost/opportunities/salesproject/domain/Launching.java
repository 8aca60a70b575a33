package io.milepost.opportunities.salesproject.domain;

import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.ATI_NOT_APPROVED;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.ATTENDANCE_MISSING;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.ATTENDEE_REPEATED;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.DAY_IN_FUTURE;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.KICKOFF_ALREADY_COMPLETED;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.KICKOFF_BEFORE_ATI;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.SALES_PROJECT_ENDED;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.TEAM_NOT_APPOINTED;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.opportunities.salesproject.domain.SalesProject.Authorized;
import io.milepost.opportunities.salesproject.domain.SalesProject.Ended;
import io.milepost.opportunities.salesproject.domain.SalesProject.Established;
import io.milepost.opportunities.salesproject.domain.SalesProject.InPreparation;
import io.milepost.opportunities.salesproject.domain.SalesProject.KickedOff;
import io.milepost.opportunities.salesproject.domain.SalesProject.Known;
import io.milepost.opportunities.salesproject.domain.SalesProject.UnderAti;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.AppointTeam;
import io.milepost.opportunities.salesproject.domain.SalesProjectCommand.HoldKickoff;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.KickoffCompleted;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.KickoffHeld;
import io.milepost.opportunities.salesproject.domain.SalesProjectEvent.TeamAppointed;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;

/** What a positive ATI decision opens, and nothing before it. */
final class Launching {

    private Launching() {}

    static Decision<SalesProjectEvent> appoint(Known project, AppointTeam appoint) {
        return switch (project) {
            case Established established -> {
                var fault = TeamPolicy.faultOfAppointment(appoint.members());
                var team = new TeamAppointed(appoint.members());
                if (fault.isPresent()) {
                    yield fault.get();
                }
                yield team.equals(established.authorization().team()) ? unchanged() : accepted(team);
            }
            case InPreparation _, UnderAti _ -> refused(ATI_NOT_APPROVED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    /** Gate G07. */
    static Decision<SalesProjectEvent> kickOff(Known project, HoldKickoff kickoff, LocalDate today) {
        var held = new KickoffHeld(Objects.requireNonNullElse(kickoff.heldOn(), today), kickoff.attendees());
        return switch (project) {
            case Authorized authorized -> kickOff(authorized, held, kickoff, today);
            case KickedOff done ->
                held.equals(done.authorization().kickoff())
                                && (kickoff.minutes() == null
                                        || kickoff.minutes()
                                                .equals(done.kickoff().minutes()))
                        ? unchanged()
                        : refused(KICKOFF_ALREADY_COMPLETED);
            case InPreparation _, UnderAti _ -> refused(ATI_NOT_APPROVED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    private static Decision<SalesProjectEvent> kickOff(
            Authorized authorized, KickoffHeld held, HoldKickoff kickoff, LocalDate today) {
        if (authorized.team() == null) {
            return refused(TEAM_NOT_APPOINTED);
        }
        if (held.attendees().isEmpty() || held.attendees().stream().anyMatch(String::isBlank)) {
            return refused(ATTENDANCE_MISSING).at("/attendees");
        }
        for (int i = 1; i < held.attendees().size(); i++) {
            var attendee = held.attendees().get(i);
            if (held.attendees().subList(0, i).stream().anyMatch(other -> Codes.same(other, attendee))) {
                return refused(ATTENDEE_REPEATED).at("/attendees/" + i);
            }
        }
        if (held.heldOn().isAfter(today)) {
            return refused(DAY_IN_FUTURE).at("/heldOn");
        }
        if (held.heldOn().isBefore(authorized.decision().decidedOn())) {
            return refused(KICKOFF_BEFORE_ATI).at("/heldOn");
        }
        var events = new ArrayList<SalesProjectEvent>();
        if (!held.equals(authorized.kickoff())) {
            events.add(held);
        }
        if (kickoff.minutes() != null && !kickoff.minutes().isBlank()) {
            events.add(new KickoffCompleted(held.heldOn(), kickoff.minutes()));
        }
        return accepted(events);
    }

    private static Refused<SalesProjectEvent> refused(SalesProjectRefusal reason) {
        return Decision.refused(reason);
    }
}
