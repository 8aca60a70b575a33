package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.LeadCatalogue.OVERDUE_NOTICE;
import static io.milepost.leads.lead.LeadCatalogue.followUpOverdue;
import static io.milepost.leads.lead.Leads.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of a lead that no member has: it is in the pool that all share, or a team's. */
class PoolTest {

    @Test
    @DisplayName("R-035: a lead in the pool has a day by which somebody has to have it, and is overdue once")
    void waits_in_the_pool() {
        var pooled = aRegisteredLead();
        assertThat(shown(pooled).nextActionOn()).isEqualTo(SOON);
        assertThat(shown(pooled).overdue()).isFalse();
        assertThat(followUpOverdue("KEEPER").dates().apply(pooled.state()))
                .containsExactly(DueDate.endOfWorkingDay(SOON, new MarkFollowUpOverdue(SOON, "KEEPER")));
        var overdue = pooled.when(new MarkFollowUpOverdue(SOON, "KEEPER"))
                .unbound()
                .then(new FollowUpOverdue(SOON, null, "KEEPER"));
        assertThat(shown(overdue).status()).isEqualTo("REGISTERED");
        assertThat(shown(overdue).overdue()).isTrue();
        assertThat(followUpOverdue("KEEPER").dates().apply(overdue.state())).isEmpty();
        overdue.when(new MarkFollowUpOverdue(SOON, "KEEPER")).unbound().thenNothing();
        pooled.when(new MarkFollowUpOverdue(NEXT, "KEEPER")).unbound().thenRefused(LEAD_NOT_DUE);
    }

    @Test
    @DisplayName("R-035: whoever is given a lead out of the pool has its day, or two days more where that is over")
    void is_taken_out_of_the_pool() {
        aRegisteredLead()
                .when(new AssignLead("kim", null))
                .holding("code=KIM", MEMBER)
                .then(new LeadAssigned("kim", null, SOON, null));
        aRegisteredLead()
                .given(new FollowUpOverdue(SOON, null, null))
                .when(new AssignLead("kim", null))
                .at(Scenario.NOW.plusSeconds(7 * 86_400))
                .holding("code=KIM", MEMBER)
                .then(new LeadAssigned("kim", null, TODAY.plusDays(9), null));
    }

    @Test
    @DisplayName("R-035: who brought a lead into the pool is told of it, or who keeps the pool where no member did")
    void names_somebody_for_the_pool() {
        var byMember = aCapturedLead().when(new RegisterLead()).byMember("LEE").then(registered("LEE", "LEE"));
        byMember.when(new MarkFollowUpOverdue(SOON, "KEEPER")).unbound().then(new FollowUpOverdue(SOON, null, "LEE"));
        aCapturedLead()
                .when(new RegisterLead())
                .by("web form")
                .then(registered("web form", null))
                .when(new MarkFollowUpOverdue(SOON, null))
                .unbound()
                .then(new FollowUpOverdue(SOON, null, null));
    }

    @Test
    @DisplayName("R-035: what an import registers has its day as soon as it is given to somebody")
    void an_import_is_not_overtaken_by_the_clock() {
        var imported = aCapturedLead()
                .when(new RegisterLead())
                .unbound()
                .then(new LeadRegistered(
                        Scenario.NOW, "automation", List.of("p-1", "e-1"), "HRB12345", null, null, null, null));
        assertThat(followUpOverdue(null).dates().apply(imported.state())).isEmpty();
        var given = imported.when(new AssignLead("kim", null))
                .holding("code=KIM", MEMBER)
                .then(new LeadAssigned("kim", null, SOON, null));
        assertThat(followUpOverdue(null).dates().apply(given.state())).hasSize(1);
    }

    @Test
    @DisplayName(
            "R-035: an overdue action of a team's lead names the team, one of a member's lead nobody beside the owner")
    void names_the_team() {
        aLeadOfATeam()
                .when(new MarkFollowUpOverdue(NEXT, "KEEPER"))
                .unbound()
                .then(new FollowUpOverdue(NEXT, "North", null));
        anAssignedLead()
                .when(new MarkFollowUpOverdue(NEXT, "KEEPER"))
                .unbound()
                .then(new FollowUpOverdue(NEXT, null, null));
    }

    @Test
    @DisplayName(
            "R-035: the notice goes to owner and manager, or to the team and its managers, or to whom the pool concerns")
    void addresses_the_notice() {
        assertThat(OVERDUE_NOTICE.to()).containsExactly(Addressee.OWNER, Addressee.MANAGER);
        var member = Objects.requireNonNull(OVERDUE_NOTICE.member());
        var team = Objects.requireNonNull(OVERDUE_NOTICE.team());
        assertThat(member.apply(new FollowUpOverdue(NEXT, null, "LEE"))).isEqualTo("LEE");
        assertThat(team.apply(new FollowUpOverdue(NEXT, "North", null))).isEqualTo("North");
        var ofOwner = new FollowUpOverdue(NEXT, null, null);
        assertThat(List.of(member.apply(ofOwner) == null, team.apply(ofOwner) == null))
                .containsOnly(true);
        assertThat(LEAD.ownerOf(anAssignedLead().state())).isEqualTo("kim");
    }

    private static LeadRegistered registered(String by, @Nullable String registrar) {
        return new LeadRegistered(Scenario.NOW, by, List.of("p-1", "e-1"), "HRB12345", null, null, registrar, SOON);
    }
}
