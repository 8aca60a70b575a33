package io.milepost.opportunities.salesproject.domain;

import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.MEMBER_INCOMPLETE;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.MEMBER_REPEATED;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.QA_IS_DIRECTOR;
import static io.milepost.opportunities.salesproject.domain.SalesProjectRefusal.TEAM_INCOMPLETE;

import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.value.Codes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may be in a team together (R-063, decision 9). */
final class TeamPolicy {

    private TeamPolicy() {}

    static Optional<Refused<SalesProjectEvent>> faultOfDraft(List<TeamMember> members) {
        return members.isEmpty()
                ? Optional.of(
                        Decision.<SalesProjectEvent>refused(TEAM_INCOMPLETE).at("/members"))
                : faultOfMembers(members);
    }

    static Optional<Refused<SalesProjectEvent>> faultOfAppointment(List<TeamMember> members) {
        var open = Arrays.stream(TeamRole.values())
                .filter(role -> holders(members, role).isEmpty())
                .map(TeamRole::name)
                .collect(Collectors.joining(", "));
        return open.isEmpty()
                ? faultOfMembers(members)
                : Optional.of(Decision.<SalesProjectEvent>refused(TEAM_INCOMPLETE, "nobody is " + open)
                        .at("/members"));
    }

    private static Optional<Refused<SalesProjectEvent>> faultOfMembers(List<TeamMember> members) {
        for (int i = 0; i < members.size(); i++) {
            var member = members.get(i);
            var pointer = "/members/" + i;
            if (member.member().isBlank() || member.duties().isBlank()) {
                return Optional.of(Decision.<SalesProjectEvent>refused(MEMBER_INCOMPLETE)
                        .at(pointer + (member.member().isBlank() ? "/member" : "/duties")));
            }
            if (members.subList(0, i).stream().anyMatch(other -> isSame(other, member))) {
                return Optional.of(
                        Decision.<SalesProjectEvent>refused(MEMBER_REPEATED).at(pointer + "/member"));
            }
            if (member.role() == TeamRole.QA
                    && holders(members, TeamRole.PD).contains(Codes.canonical(member.member()))) {
                return Optional.of(
                        Decision.<SalesProjectEvent>refused(QA_IS_DIRECTOR).at(pointer + "/member"));
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(TeamMember one, TeamMember other) {
        return one.role() == other.role() && Codes.same(one.member(), other.member());
    }

    /** Their codes in the canonical spelling. */
    private static Set<String> holders(List<TeamMember> members, TeamRole role) {
        return members.stream()
                .filter(member -> member.role() == role)
                .map(member -> Codes.canonical(member.member()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
