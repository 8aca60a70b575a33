package io.milepost.leads.teammember.domain;

import java.time.LocalDate;

/** What may be asked of a team member's entry. */
public sealed interface TeamMemberCommand {

    record RegisterTeamMember(String code, String team, String region, LocalDate from) implements TeamMemberCommand {}

    /** From that day on, in the place of a posting that was to begin on the same day; it has to begin after the one that holds today. */
    record MoveTeamMember(String team, String region, LocalDate from) implements TeamMemberCommand {}
}
