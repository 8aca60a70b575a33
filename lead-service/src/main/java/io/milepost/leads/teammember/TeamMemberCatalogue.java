package io.milepost.leads.teammember;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.TeamName;
import io.milepost.leads.teammember.TeamMember.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Usual;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The team member's commands and events, with paths, roles and names. A code is claimed by the tag {@code code=}; by {@code team=} a team is known to be there. */
public final class TeamMemberCatalogue {

    public static final Catalogue<TeamMember, Command, Event> TEAM_MEMBER = Catalogue.of(
                    "team-member", "team-members", TeamMember.DECIDER)
            .creates(RegisterTeamMember.class, TeamMember::register, SALES_MANAGER, IMPORTER)
            .claims(
                    RegisterTeamMember.class,
                    MemberCode.TAG,
                    (_, _, register) -> MemberCode.spellings(register.code(), register.manager()))
            .command(MoveTeamMember.class, SALES_MANAGER, IMPORTER)
            .claims(MoveTeamMember.class, MemberCode.TAG, (_, _, move) -> MemberCode.spellings(move.manager()))
            .event(TeamMemberRegistered.class, "team-member.registered", 1)
            .tags(TeamMemberRegistered.class, registered -> tags(registered.code(), registered.team()))
            .event(TeamMemberMoved.class, "team-member.moved", 1)
            .tags(TeamMemberMoved.class, moved -> team(moved.team()))
            .holds(
                    TeamName.TAG,
                    member -> TeamName.spellings(member.postings().getLast().team()))
            .open()
            .refusals(No.class, Usual.DAY_IMPLAUSIBLE)
            .view(View.class, member -> new View("REGISTERED", member.code(), member.postings()));

    private TeamMemberCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status REGISTERED, the only one so far
     * @param postings from the first to the latest, which may begin on a day to come
     */
    public record View(String status, String code, List<Posting> postings) {}

    private static Set<Tag> tags(String code, String team) {
        return Stream.concat(
                        MemberCode.spellings(code).stream().map(spelling -> new Tag(MemberCode.TAG, spelling)),
                        team(team).stream())
                .collect(Collectors.toSet());
    }

    private static Set<Tag> team(String name) {
        return TeamName.spellings(name).stream()
                .map(spelling -> new Tag(TeamName.TAG, spelling))
                .collect(Collectors.toSet());
    }
}
