package io.milepost.leads.teammember;

import static io.milepost.leads.teammember.TeamMember.No.*;
import static io.milepost.leads.teammember.TeamMemberCatalogue.DEPARTURE;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.teammember.TeamMember.*;
import io.milepost.leads.teammember.TeamMemberCatalogue.View;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        assertThat(row.claimed(OTHER, null, register))
                .containsAll(spellings)
                .contains(new Tag("former-code", "AUD- 1"), new Tag("former-code", "aud-\u00a01"))
                .hasSize(4);
        for (var spelling : spellings) {
            NOBODY.when(register).holding(spelling.toString(), OTHER).thenRefused(CODE_TAKEN, "/code");
        }
        var registered = new TeamMemberRegistered("aud-\u00a01", "A", "East", MAY, null);
        NOBODY.when(register).holding("code=AUD-1", OTHER).then(registered);
        assertThat(TEAM_MEMBER.event(TeamMemberRegistered.class).tags().apply(registered))
                .containsExactlyInAnyOrder(spellings.getFirst(), spellings.getLast(), new Tag("team", "A"));
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
                        List.of(new Posting("A", "East", MAY, null), new Posting("B", "West", MAY.plusDays(9), null)),
                        null));
    }

    @Test
    @DisplayName(
            "R-014: function, duties and site are facts of a posting from a day on; a move keeps what it does not name")
    void has_a_function_with_duties_from_a_day_on() {
        var post = new Post(Function.PROPERTY_CONSULTANT, "receives visitors", "Harbour");
        var lead = new Post(Function.SALES_MANAGER, "answers for the site", null);
        var later = MAY.plusDays(30);
        NOBODY.when(new RegisterTeamMember("kim", "A", "East", MAY, null, post))
                .then(new TeamMemberRegistered("kim", "A", "East", MAY, null, post))
                .when(new MoveTeamMember("B", "East", MAY.plusDays(9), null))
                .on(MAY)
                .then(new TeamMemberMoved("kim", "B", "East", MAY.plusDays(9), null, post))
                .when(new MoveTeamMember("B", "East", later, null, lead))
                .on(MAY)
                .then(new TeamMemberMoved("kim", "B", "East", later, null, lead));
        var blank = new Post(Function.CUSTOMER_SERVICE, " ", null);
        NOBODY.when(new RegisterTeamMember("kim", "A", "East", MAY, null, blank))
                .thenRefused(WORD_MISSING, "/post/duties");
        NOBODY.given(KIM)
                .when(new MoveTeamMember(
                        "A", "East", later, null, new Post(Function.CUSTOMER_SERVICE, "answers calls", "")))
                .thenRefused(WORD_MISSING, "/post/site");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-014: the directory knows sales managers, sellers, consultants and customer service")
    void has_one_of_the_functions_of_sales(Function function) {
        var post = new Post(function, "duties", null);
        NOBODY.when(new RegisterTeamMember("kim", "A", "East", MAY, null, post))
                .then(new TeamMemberRegistered("kim", "A", "East", MAY, null, post));
    }

    @Test
    @DisplayName("R-014: a departure is announced, moved, withdrawn, and done when its last day has ended")
    void leaves_after_the_last_day() {
        var announced = NOBODY.given(KIM)
                .when(new AnnounceDeparture(MAY.plusDays(9)))
                .on(MAY)
                .then(new TeamMemberDepartureAnnounced("kim", MAY.plusDays(9)));
        announced.when(new AnnounceDeparture(MAY.plusDays(9))).on(MAY).thenNothing();
        announced
                .when(new MoveTeamMember("B", "West", MAY.plusDays(10), null))
                .on(MAY)
                .thenRefused(MOVE_AFTER_LAST_DAY, "/from");
        announced
                .when(new MoveTeamMember("B", "West", MAY.plusDays(9), null))
                .on(MAY)
                .then(new TeamMemberMoved("kim", "B", "West", MAY.plusDays(9), null));
        announced.when(new MarkMemberLeft()).on(MAY.plusDays(9)).thenNothing();
        announced
                .when(new AnnounceDeparture(MAY.plusDays(5)))
                .on(MAY)
                .then(new TeamMemberDepartureAnnounced("kim", MAY.plusDays(5)))
                .when(new MarkMemberLeft())
                .on(MAY.plusDays(6))
                .then(new TeamMemberLeft("kim", MAY.plusDays(5)))
                .when(new MarkMemberLeft())
                .on(MAY.plusDays(7))
                .thenNothing();
        announced
                .when(new WithdrawDeparture())
                .on(MAY)
                .then(new TeamMemberDepartureWithdrawn("kim"))
                .when(new WithdrawDeparture())
                .thenNothing()
                .when(new MarkMemberLeft())
                .on(MAY.plusDays(30))
                .thenNothing();
    }

    @Test
    @DisplayName("R-014: a departure that is over when it is said takes effect at once, and ends what was planned")
    void a_late_word_of_a_departure_takes_effect_at_once() {
        var gone = NOBODY.given(KIM, new TeamMemberMoved("kim", "B", "West", MAY.plusDays(20), null))
                .when(new AnnounceDeparture(MAY.plusDays(3)))
                .on(MAY.plusDays(4))
                .then(
                        new TeamMemberDepartureAnnounced("kim", MAY.plusDays(3)),
                        new TeamMemberLeft("kim", MAY.plusDays(3)));
        assertThat(TEAM_MEMBER.view().apply(gone.state()))
                .isEqualTo(new View("LEFT", "kim", List.of(new Posting("A", "East", MAY, null)), MAY.plusDays(3)));
        gone.when(new AnnounceDeparture(MAY.plusDays(3))).thenNothing();
        gone.when(new AnnounceDeparture(MAY.plusDays(4))).thenRefused(MEMBER_LEFT);
        gone.when(new WithdrawDeparture()).thenRefused(MEMBER_LEFT);
        NOBODY.given(KIM)
                .when(new AnnounceDeparture(MAY.minusDays(1)))
                .on(MAY)
                .thenRefused(LAST_DAY_TOO_EARLY, "/lastDay");
        NOBODY.given(KIM)
                .when(new AnnounceDeparture(MAY.plusYears(6)))
                .on(MAY)
                .thenRefused(DAY_IMPLAUSIBLE, "/lastDay");
    }

    @Test
    @DisplayName(
            "R-014: who has left is found by nobody, keeps the code from others, and comes back by a later posting")
    void comes_back_by_a_later_posting() {
        var gone = NOBODY.given(
                KIM,
                new TeamMemberDepartureAnnounced("kim", MAY.plusDays(3)),
                new TeamMemberLeft("kim", MAY.plusDays(3)));
        assertThat(TEAM_MEMBER.isHeld("code", "KIM", gone.state())).isFalse();
        NOBODY.when(new RegisterTeamMember(" Kim", "A", "East", MAY, null))
                .holding("former-code=KIM", OTHER)
                .thenRefused(CODE_TAKEN, "/code");
        gone.when(new MoveTeamMember("B", "West", MAY.plusDays(3), null))
                .on(MAY.plusDays(30))
                .thenRefused(MOVE_NOT_LATER, "/from");
        var back = gone.when(new MoveTeamMember("B", "West", MAY.plusDays(4), null))
                .on(MAY.plusDays(30))
                .then(new TeamMemberMoved("kim", "B", "West", MAY.plusDays(4), null));
        assertThat(TEAM_MEMBER.isHeld("code", "KIM", back.state())).isTrue();
        assertThat(View.of(back.state()).status()).isEqualTo("REGISTERED");
    }

    @Test
    @DisplayName("R-014: a departure is waited for until the end of its last day")
    void a_departure_is_waited_for() {
        var announced = NOBODY.given(KIM, new TeamMemberDepartureAnnounced("kim", MAY.plusDays(3)));
        assertThat(DEPARTURE.dates().apply(announced.state()))
                .containsExactly(
                        DueDate.endOf(MAY.plusDays(3), new MarkMemberLeft()).ownedBy("kim"));
        assertThat(DEPARTURE.dates().apply(NOBODY.given(KIM).state())).isEmpty();
        var gone = announced.given(new TeamMemberLeft("kim", MAY.plusDays(3)));
        assertThat(DEPARTURE.dates().apply(gone.state())).isEmpty();
    }
}
