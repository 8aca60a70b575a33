package io.milepost.reporting.inbound.lead;

import java.time.LocalDate;

/** Types and fields of lead-service's team member events that reports use. */
public final class TeamMemberFacts {
    public static final String SOURCE = "lead";
    public static final String REGISTERED = "team-member.registered.v1";
    public static final String MOVED = "team-member.moved.v1";

    private TeamMemberFacts() {}

    /** Both types: where the member belongs from this day on. */
    public record Placed(String code, String team, String region, LocalDate from) {}
}
