package io.milepost.leads.teammember;

import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.teammember.TeamMember.*;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A team is what its members say it is. */
class TeamTest {
    private static final Scenario<TeamMember, Command, Event> NOBODY = Scenario.of(TEAM_MEMBER);
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final TeamMemberRegistered KIM = new TeamMemberRegistered("kim", "A", "East", MAY, null);

    @Test
    @DisplayName("R-033: a team is there as long as the last posting of somebody is in it, in whatever spelling")
    void a_team_is_there_while_somebody_is_posted_to_it() {
        var moved = new TeamMemberMoved("kim", " north", "West", MAY.plusDays(9), null);
        assertThat(TEAM_MEMBER.event(TeamMemberMoved.class).tags().apply(moved))
                .containsExactly(new Tag("team", "NORTH"));
        var before = NOBODY.given(KIM).state();
        var after = NOBODY.given(KIM, moved).state();
        assertThat(TEAM_MEMBER.isHeld("team", "A", before)).isTrue();
        assertThat(TEAM_MEMBER.isHeld("team", "NORTH", before)).isFalse();
        assertThat(TEAM_MEMBER.isHeld("team", "A", after)).isFalse();
        assertThat(TEAM_MEMBER.isHeld("team", "NORTH", after)).isTrue();
    }
}
