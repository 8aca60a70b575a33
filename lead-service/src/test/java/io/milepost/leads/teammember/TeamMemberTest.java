package io.milepost.leads.teammember;

import static io.milepost.leads.teammember.TeamMember.No.*;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.teammember.TeamMember.*;
import io.milepost.leads.teammember.TeamMemberCatalogue.View;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TeamMemberTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(TEAM_MEMBER);
    private static final Scenario<TeamMember, Command, Event> NOBODY =
            Scenario.of(TEAM_MEMBER).recording(REACHED);
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final TeamMemberRegistered KIM = new TeamMemberRegistered("kim", "A", "East", MAY, null);
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-014: a member is registered with team and region from a day on")
    void is_registered_once() {
        var register = new RegisterTeamMember("kim", "A", "East", MAY, null);
        NOBODY.when(register).then(KIM).when(register).thenTaken();
    }

    @Test
    @DisplayName("R-014: a code stands for one member")
    void a_code_is_held_by_one_member() {
        var register = new RegisterTeamMember("kim", "A", "East", MAY, null);
        NOBODY.when(register).holding("code=kim", OTHER).thenRefused(CODE_TAKEN, "/code");
        NOBODY.when(register).holding("code=lee", OTHER).then(KIM);
    }

    @Test
    @DisplayName(
            "One code in any spelling is one member's; what was registered before there was a canonical one is held as it was")
    void a_code_is_one_in_any_spelling() {
        var register = new RegisterTeamMember("aud-\u00a01", "A", "East", MAY, null);
        var spellings = List.of(new Tag("code", "AUD- 1"), new Tag("code", "aud-\u00a01"));
        var row = TEAM_MEMBER.command(RegisterTeamMember.class);
        assertThat(row.claimed(OTHER, null, register)).containsExactlyInAnyOrderElementsOf(spellings);
        for (var spelling : spellings) {
            NOBODY.when(register).holding(spelling.toString(), OTHER).thenRefused(CODE_TAKEN, "/code");
        }
        var registered = new TeamMemberRegistered("aud-\u00a01", "A", "East", MAY, null);
        NOBODY.when(register).holding("code=AUD-1", OTHER).then(registered);
        assertThat(TEAM_MEMBER.event(TeamMemberRegistered.class).tags().apply(registered))
                .containsExactlyInAnyOrder(spellings.getFirst(), spellings.getLast(), new Tag("team", "A"));
    }

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

    @Test
    @DisplayName("Decision 45: team and region are effective-dated")
    void moves_from_a_later_day_on() {
        var member = NOBODY.given(KIM);
        member.when(new MoveTeamMember("B", "West", MAY.plusDays(1), null))
                .on(MAY)
                .then(new TeamMemberMoved("kim", "B", "West", MAY.plusDays(1), null))
                .when(new MoveTeamMember("B", "West", MAY.plusDays(1), null))
                .thenNothing()
                .when(new MoveTeamMember("A", "East", MAY.plusDays(1), null))
                .on(MAY.plusDays(1))
                .thenRefused(MOVE_NOT_LATER, "/from");
        member.when(new MoveTeamMember("B", "West", MAY, null)).on(MAY).thenRefused(MOVE_NOT_LATER, "/from");
        member.when(new MoveTeamMember("A", "East", MAY, null)).on(MAY).thenNothing();
    }

    @Test
    @DisplayName("A posting that has not begun locks nothing out: another comes before it, or in its place")
    void moves_before_a_posting_that_has_not_begun() {
        var far = LocalDate.parse("9999-01-01");
        var planned = NOBODY.given(KIM, new TeamMemberMoved("kim", "B", "West", far, null))
                .when(new MoveTeamMember("C", "North", MAY.plusDays(9), null))
                .on(MAY)
                .then(new TeamMemberMoved("kim", "C", "North", MAY.plusDays(9), null))
                .when(new MoveTeamMember("D", "North", MAY.plusDays(9), null))
                .on(MAY)
                .then(new TeamMemberMoved("kim", "D", "North", MAY.plusDays(9), null));
        assertThat(planned.state().postings())
                .containsExactly(
                        new Posting("A", "East", MAY, null),
                        new Posting("D", "North", MAY.plusDays(9), null),
                        new Posting("B", "West", far, null));
    }

    @Test
    void a_posting_begins_at_most_five_years_from_now() {
        var latest = LocalDate.parse("2031-03-02");
        NOBODY.when(new RegisterTeamMember("kim", "A", "East", latest.plusDays(1), null))
                .thenRefused(DAY_IMPLAUSIBLE, "/from");
        NOBODY.when(new RegisterTeamMember("kim", "A", "East", latest, null))
                .then(new TeamMemberRegistered("kim", "A", "East", latest, null))
                .when(new MoveTeamMember("B", "West", latest.plusDays(1), null))
                .thenRefused(DAY_IMPLAUSIBLE, "/from");
    }

    @Test
    void code_team_and_region_are_words() {
        NOBODY.when(new RegisterTeamMember(" ", "A", "East", MAY, null)).thenRefused(WORD_MISSING, "/code");
        NOBODY.when(new RegisterTeamMember("kim", "", "East", MAY, null)).thenRefused(WORD_MISSING, "/team");
        NOBODY.given(KIM)
                .when(new MoveTeamMember("A", "", MAY.plusDays(1), null))
                .thenRefused(WORD_MISSING, "/region");
    }

    @Test
    @DisplayName("Who reports to whom is known from a day on; the manager is another registered member")
    void a_member_reports_to_a_manager() {
        var register = new RegisterTeamMember("kim", "A", "East", MAY, "ann");
        var registered = new TeamMemberRegistered("kim", "A", "East", MAY, "ann");
        NOBODY.when(register).holding("code=ANN", OTHER).then(registered);
        NOBODY.when(register).thenRefused(MANAGER_UNKNOWN, "/manager");
        NOBODY.when(new RegisterTeamMember("kim", "A", "East", MAY, " KIM ")).thenRefused(MANAGER_IS_SELF, "/manager");
        var moved = new TeamMemberMoved("kim", "A", "East", MAY.plusDays(1), "bob");
        NOBODY.given(registered)
                .when(new MoveTeamMember("A", "East", MAY.plusDays(1), "bob"))
                .holding("code=bob", OTHER)
                .then(moved);
        assertThat(NOBODY.given(registered, moved).state().postings())
                .containsExactly(
                        new Posting("A", "East", MAY, "ann"), new Posting("A", "East", MAY.plusDays(1), "bob"));
        assertThat(TEAM_MEMBER
                        .command(MoveTeamMember.class)
                        .claimed(OTHER, null, new MoveTeamMember("A", "E", MAY, "bob")))
                .containsExactlyInAnyOrder(new Tag("code", "BOB"), new Tag("code", "bob"));
    }

    @Test
    void nobody_moves_who_is_not_registered() {
        NOBODY.when(new MoveTeamMember("B", "West", MAY, null)).thenUnknown();
    }

    @Test
    void shows_all_postings_in_order() {
        var moved = NOBODY.given(KIM, new TeamMemberMoved("kim", "B", "West", MAY.plusDays(9), null));
        assertThat(TEAM_MEMBER.view().apply(moved.state()))
                .isEqualTo(new View(
                        "REGISTERED",
                        "kim",
                        List.of(new Posting("A", "East", MAY, null), new Posting("B", "West", MAY.plusDays(9), null))));
    }
}
