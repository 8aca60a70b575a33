package io.milepost.leads.lead;

import static io.milepost.leads.lead.Lead.No.*;
import static io.milepost.leads.lead.LeadCatalogue.DORMANCY;
import static io.milepost.leads.lead.Leads.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.followuppolicy.FollowUpPolicy;
import io.milepost.leads.kernel.Deadlines;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** By which version of whose policy a lead is followed up. */
class FollowUpDeadlinesTest {
    static final List<Refusal> REFUSALS = List.of(BUSINESS_UNIT_UNKNOWN);
    private static final ReachedRefusals REACHED = ReachedRefusals.of(REFUSALS);
    private static final FollowUpRule SECOND = new FollowUpRule("Presses", 2, new Deadlines(5, 21, 30));
    private static final LeadRegistered BOUND = registered(TODAY.plusDays(5), SECOND);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-188: a lead that is registered for a unit is bound by its policy's version of that day")
    void is_bound_when_it_is_registered() {
        var lead = aCapturedLead()
                .when(new RegisterLead("presses"))
                .reading(SECOND)
                .then(BOUND);
        assertThat(shown(lead).followUp()).isEqualTo(SECOND);
        assertThat(shown(lead).nextActionOn()).isEqualTo(TODAY.plusDays(5));
    }

    @Test
    @DisplayName("R-188: a lead of no unit is bound by the standard policy, or by what the product comes with")
    void is_bound_by_the_standard() {
        var standard = new FollowUpRule(FollowUpPolicy.STANDARD, 1, new Deadlines(3, 7, 90));
        aCapturedLead().when(new RegisterLead()).reading(standard).then(registered(TODAY.plusDays(3), standard));
        var plain = aCapturedLead().when(new RegisterLead()).then(REGISTERED);
        assertThat(shown(plain).followUp()).isNull();
    }

    @Test
    @DisplayName("R-188: every deadline of the lead is that of its version, whatever is in force later")
    void keeps_its_version() {
        var lead = aCapturedLead().given(BOUND);
        var late = Scenario.NOW.plusSeconds(10 * 86_400);
        var given = lead.when(new AssignLead("kim", null))
                .at(late)
                .holding("code=KIM", MEMBER)
                .reading(new FollowUpRule("Presses", 3, new Deadlines(1, 1, 1)))
                .then(new LeadAssigned("kim", null, TODAY.plusDays(15), null));
        var called = given.when(call("reached", null))
                .by("kim")
                .digest("said", "said-1")
                .then(new ActivityLogged(
                        ActivityKind.CALL, TODAY, "reached", "send a quotation", TODAY.plusDays(21), "kim", "said-1"));
        var missed = called.given(new FollowUpOverdue(TODAY.plusDays(21), null, null));
        assertThat(DORMANCY.dates().apply(missed.state()))
                .containsExactly(DueDate.endOf(TODAY.plusDays(51), new LapseLead(TODAY.plusDays(21)))
                        .ownedBy("kim"));
        missed.given(new LeadMarkedDormant(null))
                .when(new ReactivateLead(null))
                .then(new LeadReactivated(TODAY.plusDays(21)));
    }

    @Test
    @DisplayName("R-188: nobody registers a lead for a unit without a policy, or again for another unit")
    void refuses_an_unknown_unit() {
        aCapturedLead()
                .recording(REACHED)
                .when(new RegisterLead("Lathes"))
                .thenRefused(BUSINESS_UNIT_UNKNOWN, "/businessUnit");
        aCapturedLead().when(new RegisterLead("Presses")).reading(SECOND).then(BOUND);
        var lead = aCapturedLead().given(BOUND);
        lead.when(new RegisterLead("PRESSES")).reading(SECOND).thenNothing();
        lead.when(new RegisterLead()).thenNothing();
        lead.when(new RegisterLead("Lathes"))
                .reading(new FollowUpRule("Lathes", 1, Deadlines.STANDARD))
                .thenRefused(LEAD_REGISTERED);
    }

    private static LeadRegistered registered(LocalDate next, FollowUpRule rule) {
        return new LeadRegistered(
                Scenario.NOW, "someone", List.of("p-1", "e-1"), "HRB12345", null, null, null, next, rule);
    }
}
