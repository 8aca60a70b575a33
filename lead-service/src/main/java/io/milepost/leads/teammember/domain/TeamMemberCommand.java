package io.milepost.leads.teammember.domain;

import java.time.LocalDate;

/** What may be asked of a team member's entry. */
public sealed interface TeamMemberCommand {

    record RegisterTeamMember(String code, String team, String region, LocalDate from) implements TeamMemberCommand {}

    record MoveTeamMember(String team, String region, LocalDate from) implements TeamMemberCommand {}
}
