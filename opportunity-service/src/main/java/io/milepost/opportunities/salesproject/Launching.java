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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The team, which a positive ATI decision opens. */
final class Launching {

    private Launching() {}

    static Decision<SalesProjectEvent> appoint(SalesProject project, List<TeamMember> members, Occasion occasion) {
        return switch (project) {
            case Established _ when project.isReleased() -> refused(SALES_PROJECT_ENDED);
            case Established established -> {
                var team = new TeamAppointed(members);
                var open = openRoles(members);
                var filled = check().that(open.isEmpty(), "/members", TEAM_INCOMPLETE, "nobody is " + open);
                yield checkLeaving(checkMembers(filled, members), project, members, occasion)
                        .then(() -> appoint(established.authorization().team(), team, occasion));
            }
            case InPreparation _, UnderAti _ -> refused(ATI_NOT_APPROVED);
            case Ended _ -> refused(SALES_PROJECT_ENDED);
        };
    }

    /** A new director takes the post over from the one before, which is a fact of its own. */
    private static Decision<SalesProjectEvent> appoint(
            @Nullable TeamAppointed before, TeamAppointed team, Occasion occasion) {
        if (team.equals(before)) {
            return unchanged();
        }
        var events = new ArrayList<SalesProjectEvent>();
        events.add(team);
        var next = director(team);
        if (before != null && !Codes.same(director(before), next)) {
            events.add(new DirectorChanged(director(before), next, occasion.today()));
        }
        return accepted(events);
    }

    /** The one, of a team of which every role is filled; the first, of one from before there was one alone. */
    private static String director(TeamAppointed team) {
        return team.members().stream()
                .filter(member -> member.role() == TeamRole.PD)
                .findFirst()
                .orElseThrow()
                .member();
    }

    /** Who may be in a team together: one director, who is not its quality assurance (R-063, R-064, decision 9). */
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
                            member.role() != TeamRole.PD || directors.size() < 2 || isFirst(members, member),
                            pointer + "/member",
                            DIRECTOR_REPEATED)
                    .that(
                            member.role() != TeamRole.QA || !directors.contains(code),
                            pointer + "/member",
                            QA_IS_DIRECTOR);
        }
        return checks;
    }

    /** Whether it is the first one in its role. */
    private static boolean isFirst(List<TeamMember> members, TeamMember one) {
        return members.stream()
                .filter(member -> member.role() == one.role())
                .findFirst()
                .filter(first -> Codes.same(first.member(), one.member()))
                .isPresent();
    }

    /** Nobody leaves while a risk is theirs, so that every risk has an owner. */
    static Checks checkLeaving(Checks checks, SalesProject project, List<TeamMember> members, Occasion occasion) {
        return checkLeaving(checks, leaving(project, members), "/members", occasion);
    }

    static Checks checkLeaving(Checks before, List<String> leaving, String pointer, Occasion occasion) {
        var checks = before;
        for (var code : leaving) {
            checks = checks.that(
                    occasion.holderOf(RiskTags.OWNER, RiskTags.owning(occasion.id(), code))
                            .isEmpty(),
                    pointer,
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
        project.setting().participants().forEach(participant -> staying.add(Codes.canonical(participant.member())));
        return members(project).stream()
                .map(member -> Codes.canonical(member.member()))
                .filter(code -> !staying.contains(code))
                .distinct()
                .toList();
    }

    static List<Seat> seats(SalesProject project) {
        var team = members(project).stream()
                .map(member -> new Seat(Responsible.valueOf(member.role().name()), member.member()));
        var others = project.setting().participants().stream()
                .map(participant -> new Seat(Responsible.NOBODY, participant.member()));
        return Stream.concat(team, others).toList();
    }

    /** As appointed, as drafted before that, without those who were released. */
    static List<TeamMember> members(SalesProject project) {
        var launched = project;
        while (launched instanceof Ended ended) {
            launched = ended.before();
        }
        var team = launched instanceof Established established
                ? established.authorization().team()
                : null;
        var draft = project.preparation().appointment();
        var named = team != null ? team.members() : draft == null ? List.<TeamMember>of() : draft.members();
        return named.stream()
                .filter(member -> !project.setting().hasReleased(member.member()))
                .toList();
    }

    private static String openRoles(List<TeamMember> members) {
        return Arrays.stream(TeamRole.values())
                .filter(role -> role != TeamRole.ADMINISTRATOR)
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
}
