package io.milepost.leads.teammember;

import static io.milepost.platform.catalogue.Role.IMPORTER;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;

import io.milepost.leads.teammember.domain.TeamMember;
import io.milepost.leads.teammember.domain.TeamMemberCommand;
import io.milepost.leads.teammember.domain.TeamMemberCommand.MoveTeamMember;
import io.milepost.leads.teammember.domain.TeamMemberCommand.RegisterTeamMember;
import io.milepost.leads.teammember.domain.TeamMemberEvent;
import io.milepost.leads.teammember.domain.TeamMemberEvent.TeamMemberMoved;
import io.milepost.leads.teammember.domain.TeamMemberEvent.TeamMemberRegistered;
import io.milepost.leads.teammember.domain.TeamMemberRefusal;
import io.milepost.leads.teammember.domain.TeamMemberView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The team member's commands and events, with paths, roles and names. A code is claimed by the tag {@code code=}. */
public final class TeamMemberMessages {

    public static final Catalogue<TeamMember, TeamMemberCommand, TeamMemberEvent> TEAM_MEMBER = Catalogue.of(
                    "team-member",
                    "team-members",
                    new Decider<TeamMember, TeamMemberCommand, TeamMemberEvent>(
                            new TeamMember.Unknown(), TeamMember::decide, TeamMember::evolve))
            .creates(RegisterTeamMember.class, SALES_MANAGER, IMPORTER)
            .claims(RegisterTeamMember.class, (_, register) -> codes(register.code()))
            .command(MoveTeamMember.class, SALES_MANAGER, IMPORTER)
            .event(TeamMemberRegistered.class, "team-member.registered", 1)
            .tags(TeamMemberRegistered.class, registered -> Set.copyOf(codes(registered.code())))
            .event(TeamMemberMoved.class, "team-member.moved", 1)
            .refusals(TeamMemberRefusal.class)
            .view(TeamMemberView.class, TeamMemberView::of);

    private TeamMemberMessages() {}

    /** The canonical spelling, and the stated one, which alone was a tag before there was a canonical one. */
    private static List<Tag> codes(String code) {
        return Stream.of(Codes.canonical(code), code)
                .distinct()
                .map(spelling -> new Tag("code", spelling))
                .toList();
    }
}
