package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.Leads.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.Assignment.Line;
import io.milepost.leads.lead.Assignment.Rules;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To whom a lead is given, whether something comes of it, and what it hands over. What each status allows is in LifeCycleTest. */
class LeadTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.without(
            LEAD,
            Stream.<List<? extends Refusal>>of(
                            RegistrationTest.REFUSALS,
                            CompletionTest.REFUSALS,
                            RulingTest.REFUSALS,
                            IdentityTest.REFUSALS,
                            ContactingTest.REFUSALS,
                            FollowUpDeadlinesTest.REFUSALS,
                            WeighingTest.REFUSALS)
                    .<Refusal>flatMap(List::stream)
                    .toList());
    private static final UUID POLICY = new UUID(5, 5);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-033: a lead is given to a member and to another, and each has a day for the first contact")
    void is_assigned_and_reassigned() {
        var assigned = aRegisteredLead()
                .when(new AssignLead("kim", null))
                .holding("code=KIM", MEMBER)
                .then(new LeadAssigned("kim", null, TODAY.plusDays(2), null));
        assigned.when(new AssignLead("kim", null)).thenNothing();
        assigned.when(new AssignLead("KIM", null)).thenNothing();
        var reassigned = assigned.when(new AssignLead("lee", null))
                .holding("code=LEE", MEMBER)
                .then(new LeadAssigned("lee", "kim", TODAY.plusDays(2), null));
        assertThat(reassigned.state().owner()).isEqualTo("lee");
    }

    @Test
    @DisplayName("R-033, R-035: a day to come stays, whoever has the lead; one that has passed begins anew")
    void keeps_a_day_that_is_to_come() {
        for (var today : List.of(NEXT, NEXT.minusDays(3))) {
            anAssignedLead()
                    .when(new AssignLead("lee", null))
                    .on(today)
                    .holding("code=LEE", MEMBER)
                    .then(new LeadAssigned("lee", "kim", NEXT, null));
        }
        anAssignedLead()
                .given(new FollowUpOverdue(NEXT, null, null))
                .when(new AssignLead("lee", null))
                .on(NEXT.plusDays(1))
                .holding("code=LEE", MEMBER)
                .then(new LeadAssigned("lee", "kim", NEXT.plusDays(3), null));
        assertThat(shown(aDormantLead().given(new LeadAssigned("lee", "kim", NEXT, null)))
                        .nextActionOn())
                .as("a dormant lead waits for nothing")
                .isNull();
    }

    @Test
    @DisplayName("R-033: the owner is a member of the own staff, in whatever spelling the code was registered")
    void an_owner_is_a_member() {
        for (var lead : List.of(aRegisteredLead(), anAssignedLead(), aQualifiedLead())) {
            lead.recording(REACHED).when(new AssignLead("nobody", null)).thenRefused(OWNER_UNKNOWN, "/owner");
            lead.when(new AssignLead("nobody", null))
                    .holding("code=LEE", MEMBER)
                    .thenRefused(OWNER_UNKNOWN);
        }
        aRegisteredLead()
                .when(new AssignLead(" lee", null))
                .holding("code= lee", MEMBER)
                .then(new LeadAssigned(" lee", null, TODAY.plusDays(2), null));
        assertThat(LEAD.command(AssignLead.class)
                        .claimed(Scenario.ID, aRegisteredLead().state(), new AssignLead(" lee", "north")))
                .containsExactlyInAnyOrder(new Tag("code", "LEE"), new Tag("code", " lee"), new Tag("team", "NORTH"));
        for (var nobody : new @Nullable String[] {" ", null}) {
            aRegisteredLead()
                    .recording(REACHED)
                    .when(new AssignLead(nobody, null))
                    .thenRefused(OWNER_MISSING, "/owner");
        }
    }

    @Test
    @DisplayName("R-033: a lead is given to a team to which somebody is posted, and then to one of it")
    void is_given_to_a_team() {
        var team = anAssignedLead()
                .when(new AssignLead(null, "North"))
                .holding("team=NORTH", MEMBER)
                .then(new LeadAssignedToTeam("North", "kim", null, NEXT, null));
        assertThat(shown(team).team()).isEqualTo("North");
        assertThat(team.state().owner()).as("the whole pool may know of it").isNull();
        team.when(new AssignLead(null, "north")).thenNothing();
        team.when(new AssignLead(null, "South"))
                .holding("team=SOUTH", MEMBER)
                .then(new LeadAssignedToTeam("South", null, "North", NEXT, null));
        team.recording(REACHED).when(new QualifyLead()).thenRefused(LEAD_NOT_ASSIGNED);
        var member = team.when(new AssignLead("lee", null))
                .holding("code=LEE", MEMBER)
                .then(new LeadAssigned("lee", null, NEXT, null));
        assertThat(shown(member).team()).isNull();
        member.when(new QualifyLead()).then(new LeadQualified());
    }

    @Test
    @DisplayName("R-033: a team that nobody is posted to gets nothing, and nothing goes to two at once")
    void refuses_a_team_that_is_none() {
        var lead = aRegisteredLead().recording(REACHED);
        lead.when(new AssignLead(null, "West")).holding("team=NORTH", MEMBER).thenRefused(TEAM_UNKNOWN, "/team");
        lead.when(new AssignLead(null, " ")).thenRefused(TEXT_MISSING, "/team");
        lead.when(new AssignLead("kim", "North"))
                .holding("team=NORTH", MEMBER)
                .holding("code=KIM", MEMBER)
                .thenRefused(ASSIGNEE_AMBIGUOUS, "/owner");
        aLeadOfATeam().when(new AssignLead("kim", "North")).thenRefused(ASSIGNEE_AMBIGUOUS);
    }

    @ParameterizedTest
    @CsvSource({
        "EXHIBITION, , , kim, 1",
        "EXHIBITION, east, a, kim, 1",
        "WEB, , , lee, 2",
        ", West, , lee, 2",
        ", , B, lee, 2"
    })
    @DisplayName("R-033: the first rule that fits channel, region and segment says who gets the lead")
    void is_assigned_by_the_first_rule_that_fits(
            Channel channel, String region, String segment, String owner, int line) {
        var rules = new Rules(
                3, List.of(new Line(channel, region, segment, false, "kim"), new Line(null, null, null, false, "lee")));
        aRegisteredLead()
                .given(new LeadSegmented("A", null))
                .when(new AssignByRule(POLICY))
                .reading(rules)
                .then(new LeadAssigned(owner, null, TODAY.plusDays(2), new AppliedRule(POLICY, 3, line)));
    }

    @Test
    @DisplayName("R-033: a rule may name a team; without a rule that fits nobody gets the lead")
    void a_rule_may_name_a_team() {
        var north = new Rules(1, List.of(new Line(null, null, null, true, "North")));
        aRegisteredLead()
                .when(new AssignByRule(POLICY))
                .reading(north)
                .then(new LeadAssignedToTeam("North", null, null, TODAY.plusDays(2), new AppliedRule(POLICY, 1, 1)))
                .when(new AssignByRule(POLICY))
                .reading(north)
                .thenNothing();
        anAssignedLead()
                .when(new AssignByRule(POLICY))
                .reading(new Rules(1, List.of(new Line(null, null, null, false, "KIM"))))
                .thenNothing();
        aRegisteredLead()
                .recording(REACHED)
                .when(new AssignByRule(POLICY))
                .reading(new Rules(1, List.of(new Line(Channel.WEB, null, null, false, "kim"))))
                .thenRefused(NO_RULE_FITS);
        aRegisteredLead().when(new AssignByRule(POLICY)).thenRefused(POLICY_UNKNOWN, "/policyId");
    }

    @Test
    @DisplayName("R-040: disqualified with a reason, for good")
    void is_disqualified_with_a_reason() {
        var disqualified = aFollowedLead()
                .recording(REACHED)
                .when(new DisqualifyLead("no budget"))
                .then(new LeadDisqualified("no budget"));
        disqualified.when(new DisqualifyLead("no budget")).thenNothing();
        disqualified.when(new DisqualifyLead("another")).thenRefused(LEAD_DISQUALIFIED);
        assertThat(shown(disqualified).reason()).isEqualTo("no budget");
        aFollowedLead().recording(REACHED).when(new DisqualifyLead("")).thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    @DisplayName("R-041: converted once only, carrying account, need, source, campaign, finding and owner")
    void is_converted_once() {
        var converted = aQualifiedLead().recording(REACHED).when(CONVERT).then(CONVERTED);
        assertThat(((LeadConverted) aQualifiedLead()
                                .when(CONVERT)
                                .holding("surveyOf=" + Scenario.ID, OTHER)
                                .decision()
                                .events()
                                .getFirst())
                        .surveyId())
                .as("R-037: with the survey that was carried out for it")
                .isEqualTo(OTHER);
        converted.when(CONVERT).thenRefused(LEAD_ALREADY_CONVERTED);
        assertThat(shown(converted).opportunityId()).isEqualTo(OPPORTUNITY);
        aFollowedLead().recording(REACHED).when(CONVERT).thenRefused(LEAD_NOT_QUALIFIED);
        aQualifiedLead()
                .given(new LeadAssignedToTeam("North", "kim", null, NEXT, null))
                .when(CONVERT)
                .thenRefused(LEAD_NOT_ASSIGNED);
        aRegisteredLead().recording(REACHED).when(new QualifyLead()).thenRefused(LEAD_NOT_ASSIGNED);
        aCapturedLead().recording(REACHED).when(new QualifyLead()).thenRefused(LEAD_NOT_REGISTERED);
        var account = new ConvertLead(null, null, null, OTHER);
        var decision = aQualifiedLead().when(account).decision();
        assertThat(((LeadConverted) decision.events().getFirst()).accountId())
                .as("that was found meanwhile")
                .isEqualTo(OTHER);
    }

    @Test
    @DisplayName("R-041: the opportunity's id is derived from the lead's when nobody states one")
    void pre_allocates_the_opportunity_id() {
        var unstated = new ConvertLead(null, null, null, OTHER);
        var first = opportunityOf(Scenario.ID, unstated);
        assertThat(opportunityOf(Scenario.ID, unstated)).isEqualTo(first);
        assertThat(opportunityOf(OTHER, unstated)).isNotEqualTo(first);
    }

    @Test
    @DisplayName("R-041: one opportunity is of one lead, whether its id was stated or derived")
    void an_opportunity_is_of_one_lead() {
        var row = LEAD.command(ConvertLead.class);
        var derived = new ConvertLead(null, null, null, null);
        assertThat(row.claimed(Scenario.ID, aQualifiedLead().state(), CONVERT))
                .containsExactlyInAnyOrder(
                        new Tag("opportunity", OPPORTUNITY.toString()), new Tag("surveyOf", Scenario.ID.toString()));
        assertThat(row.claimed(Scenario.ID, aQualifiedLead().state(), derived))
                .contains(new Tag(
                        "opportunity", opportunityOf(Scenario.ID, derived).toString()));
        assertThat(LEAD.event(LeadConverted.class).tags().apply(CONVERTED))
                .containsExactly(new Tag("opportunity", OPPORTUNITY.toString()));
        aQualifiedLead()
                .recording(REACHED)
                .when(CONVERT)
                .holding("opportunity=" + OPPORTUNITY, OTHER)
                .thenRefused(OPPORTUNITY_TAKEN, "/opportunityId");
        aQualifiedLead().when(CONVERT).holding("opportunity=" + OTHER, OTHER).then(CONVERTED);
    }

    @Test
    void an_expected_value_is_not_negative() {
        var negative = new ConvertLead(null, Money.of("-1.00", "USD"), null, null);
        aQualifiedLead().recording(REACHED).when(negative).thenRefused(VALUE_NEGATIVE, "/expectedValue");
    }

    @Test
    void events_of_before_mean_what_they_meant() {
        var old = aRegisteredLead().given(new LeadAssigned("kim", null, null, null));
        assertThat(LeadCatalogue.followUpOverdue(null).dates().apply(old.state()))
                .isEmpty();
        assertThat(shown(old).owner()).isEqualTo("kim");
        old.when(new QualifyLead()).then(new LeadQualified()).when(CONVERT).then(CONVERTED);
    }

    private static UUID opportunityOf(UUID lead, ConvertLead convert) {
        var decision = aQualifiedLead().when(convert).to(lead).decision();
        return ((LeadConverted) decision.events().getFirst()).opportunityId();
    }
}
