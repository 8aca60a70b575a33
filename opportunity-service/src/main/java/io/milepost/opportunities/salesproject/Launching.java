package io.milepost.opportunities.salesproject;

import static io.milepost.opportunities.salesproject.SalesProject.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.ProjectTeam.Seat;
import io.milepost.opportunities.kernel.RiskTags;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.salesproject.SalesProject.*;
import io.milepost.opportunities.salesproject.SalesProjectCommand.*;
import io.milepost.opportunities.salesproject.SalesProjectEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The team and the kickoff, which a positive ATI decision opens. */
final class Launching {

    private Launching() {}

    static Decision<SalesProjectEvent> appoint(SalesProject project, List<TeamMember> members, Occasion occasion) {
        return switch (project) {
            case Established established -> {
                var team = new TeamAppointed(members);
                var open = openRoles(members);
                var filled = check().that(open.isEmpty(), "/members", TEAM_INCOMPLETE, "nobody is " + open);
                yield checkLeaving(checkMembers(filled, members), project, members, occasion)
                        .then(() -> team.equals(established.authorization().team()) ? unchanged() : accepted(team));
            }
            case InPreparation _, UnderAti _ -> refused(ATI_NOT_APPROVED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    /** Who may be in a team together (R-063, decision 9). */
    static Checks checkMembers(Checks checks, List<TeamMember> members) {
        var directors = holders(members, TeamRole.PD);
        var taken = new HashSet<String>();
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var code = Codes.canonical(member.member());
            var pointer = "/members/" + i;
            checks = checks.text(pointer + "/member", member.member(), MEMBER_INCOMPLETE)
                    .text(pointer + "/duties", member.duties(), MEMBER_INCOMPLETE)
                    .that(taken.add(member.role() + " " + code), pointer + "/member", MEMBER_REPEATED)
                    .that(
                            member.role() != TeamRole.QA || !directors.contains(code),
                            pointer + "/member",
                            QA_IS_DIRECTOR);
        }
        return checks;
    }

    /** Nobody leaves while a risk is theirs, so that every risk has an owner. */
    static Checks checkLeaving(Checks checks, SalesProject project, List<TeamMember> members, Occasion occasion) {
        for (var code : leaving(project, members)) {
            checks = checks.that(
                    occasion.holderOf(RiskTags.OWNER, RiskTags.owning(occasion.id(), code))
                            .isEmpty(),
                    "/members",
                    RISK_OWNER_LEAVES,
                    code + " owns a risk that is open");
        }
        return checks;
    }

    /** Who is in the team and would not be any more, in the canonical spelling. Whose deal it is may own a risk in any case. */
    static List<String> leaving(SalesProject project, List<TeamMember> members) {
        var staying =
                members.stream().map(member -> Codes.canonical(member.member())).collect(Collectors.toSet());
        staying.add(Codes.canonical(project.proposed().owner()));
        return members(project).stream()
                .map(member -> Codes.canonical(member.member()))
                .filter(code -> !staying.contains(code))
                .distinct()
                .toList();
    }

    static List<Seat> seats(SalesProject project) {
        return members(project).stream()
                .map(member -> new Seat(Responsible.valueOf(member.role().name()), member.member()))
                .toList();
    }

    /** As appointed, as drafted before that. */
    private static List<TeamMember> members(SalesProject project) {
        var launched = project;
        while (launched instanceof Ended ended) {
            launched = ended.before();
        }
        var team = launched instanceof Established established
                ? established.authorization().team()
                : null;
        var draft = project.preparation().appointment();
        if (team != null) {
            return team.members();
        }
        return draft == null ? List.of() : draft.members();
    }

    private static String openRoles(List<TeamMember> members) {
        return Arrays.stream(TeamRole.values())
                .filter(role -> holders(members, role).isEmpty())
                .map(TeamRole::name)
                .collect(Collectors.joining(", "));
    }

    /** Their codes in the canonical spelling. */
    static Set<String> holders(List<TeamMember> members, TeamRole role) {
        return members.stream()
                .filter(member -> member.role() == role)
                .map(member -> Codes.canonical(member.member()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Gate G07. */
    static Decision<SalesProjectEvent> kickOff(SalesProject project, HoldKickoff kickoff, LocalDate today) {
        var held = new KickoffHeld(Objects.requireNonNullElse(kickoff.heldOn(), today), kickoff.attendees());
        return switch (project) {
            case Authorized authorized -> kickOff(authorized, held, kickoff, today);
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

    private static Decision<SalesProjectEvent> kickOff(
            Authorized authorized, KickoffHeld held, HoldKickoff kickoff, LocalDate today) {
        if (authorized.team() == null) {
            return refused(TEAM_NOT_APPOINTED);
        }
        return checkAttendance(held.attendees())
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

    private static Checks checkAttendance(List<String> attendees) {
        var checks = check().that(
                        !attendees.isEmpty() && attendees.stream().noneMatch(String::isBlank),
                        "/attendees",
                        ATTENDANCE_MISSING);
        var taken = new HashSet<String>();
        for (int i = 0; i < attendees.size(); i++) {
            checks = checks.that(taken.add(Codes.canonical(attendees.get(i))), "/attendees/" + i, ATTENDEE_REPEATED);
        }
        return checks;
    }
}
