package io.milepost.leads.teammember;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.TeamName;
import io.milepost.leads.teammember.TeamMember.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Usual;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The team member's commands and events, with paths, roles and names. A code is claimed by the tag {@code code=} until its member has left,
 * so that nothing new is given to that one, and kept from others for good by the tag {@code former-code=}.
 * By {@code team=} a team is known to be there.
 */
public final class TeamMemberCatalogue {

    public static final Catalogue<TeamMember, Command, Event> TEAM_MEMBER = Catalogue.of(
                    "team-member", "team-members", TeamMember.DECIDER)
            .creates(RegisterTeamMember.class, Placing::register, SALES_MANAGER, IMPORTER)
            .claims(
                    RegisterTeamMember.class,
                    MemberCode.TAG,
                    (_, _, register) -> MemberCode.spellings(register.code(), register.manager()))
            .claims(
                    RegisterTeamMember.class,
                    TeamMember.FORMER,
                    (_, _, register) -> MemberCode.spellings(register.code()))
            .holds(MemberCode.TAG, member -> member.left() ? List.of() : MemberCode.spellings(member.code()))
            .command(MoveTeamMember.class, SALES_MANAGER, IMPORTER)
            .claims(MoveTeamMember.class, MemberCode.TAG, (_, _, move) -> MemberCode.spellings(move.manager()))
            .command(AnnounceDeparture.class, SALES_MANAGER, IMPORTER)
            .command(WithdrawDeparture.class, SALES_MANAGER, IMPORTER)
            .command(MarkMemberLeft.class)
            .event(TeamMemberRegistered.class, "team-member.registered", 1)
            .tags(TeamMemberRegistered.class, registered -> tags(registered.code(), registered.team()))
            .event(TeamMemberMoved.class, "team-member.moved", 1)
            .tags(TeamMemberMoved.class, moved -> team(moved.team()))
            .event(TeamMemberDepartureAnnounced.class, "team-member.departure-announced", 1)
            .event(TeamMemberDepartureWithdrawn.class, "team-member.departure-withdrawn", 1)
            .event(TeamMemberLeft.class, "team-member.left", 1)
            .tags(TeamMemberLeft.class, left -> codes(TeamMember.FORMER, left.code()))
            .holds(
                    TeamName.TAG,
                    member -> TeamName.spellings(member.postings().getLast().team()))
            .open()
            .refusals(No.class, Usual.DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** Who is to leave has left when the last day has ended. */
    public static final Due<TeamMember> DEPARTURE = new Due<>(
            "departure",
            TEAM_MEMBER,
            MarkMemberLeft.class,
            member -> Stream.ofNullable(member.lastDay())
                    .filter(_ -> !member.left())
                    .map(day -> DueDate.endOf(day, new MarkMemberLeft()).ownedBy(member.code()))
                    .toList());

    private TeamMemberCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status REGISTERED, or LEFT once the last day is over
     * @param postings from the first to the latest, which may begin on a day to come
     * @param lastDay where the member leaves or has left
     */
    public record View(
            String status,
            String code,
            List<Posting> postings,
            @Nullable LocalDate lastDay) {
        static View of(TeamMember member) {
            return new View(member.left() ? "LEFT" : "REGISTERED", member.code(), member.postings(), member.lastDay());
        }
    }

    private static Set<Tag> tags(String code, String team) {
        return Stream.concat(codes(MemberCode.TAG, code).stream(), team(team).stream())
                .collect(Collectors.toSet());
    }

    private static Set<Tag> team(String name) {
        return TeamName.spellings(name).stream()
                .map(spelling -> new Tag(TeamName.TAG, spelling))
                .collect(Collectors.toSet());
    }

    private static Set<Tag> codes(String key, String code) {
        return MemberCode.spellings(code).stream()
                .map(spelling -> new Tag(key, spelling))
                .collect(Collectors.toSet());
    }
}
