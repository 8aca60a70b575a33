package io.milepost.opportunities.salesproject.domain;

import io.milepost.platform.decision.Limit;

/** Somebody's place in the team; {@code member} is the code of a team member, never a name. */
public record TeamMember(
        TeamRole role, String member, @Limit(Limit.NOTE) String duties) {}
