package io.milepost.leads.lead;

import static io.milepost.leads.assignmentpolicy.AssignmentPolicyCatalogue.ASSIGNMENT_POLICY;
import static io.milepost.leads.followuppolicy.FollowUpPolicyCatalogue.FOLLOW_UP_POLICY;
import static io.milepost.leads.lead.LeadCatalogue.DORMANCY;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.lead.LeadCatalogue.followUpOverdue;
import static io.milepost.leads.lead.Leads.ACCOUNT;
import static io.milepost.leads.lead.Leads.ASSIGNED;
import static io.milepost.leads.lead.Leads.CAPTURED;
import static io.milepost.leads.lead.Leads.NEXT;
import static io.milepost.leads.lead.Leads.OTHER;
import static io.milepost.leads.lead.Leads.REGISTERED;
import static io.milepost.leads.scoringpolicy.ScoringPolicyCatalogue.SCORING_POLICY;

import io.milepost.leads.assignmentpolicy.AssignmentPolicy;
import io.milepost.leads.lead.LeadCommand.Rating;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.leads.lead.Weighing.Weight;
import io.milepost.leads.scoringpolicy.ScoringPolicy.Criterion;
import io.milepost.platform.catalogue.EventRow;
import io.milepost.platform.testkit.Laws;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Laws of the lead and of the policies that it is weighed and assigned by. */
class LeadLawsTest {

    private static final List<Class<? extends LeadEvent>> EARLY = List.of(
            LeadCaptured.class,
            LeadCompleted.class,
            LeadRegistered.class,
            LeadRegistrationRejected.class,
            DuplicateLeadDetected.class,
            LeadDiscarded.class,
            CustomerClaimed.class,
            LeadRuledDistinct.class);

    @Test
    void laws_of_the_lead() {
        rare(rare(usual(), others(EARLY)), List.of(LeadRuledDistinct.class)).check();
    }

    @Test
    void laws_of_a_duplicate() {
        rare(usual(), others(List.of(LeadRuledDistinct.class)))
                .after(CAPTURED, new DuplicateLeadDetected(OTHER))
                .check();
    }

    private static List<Class<? extends LeadEvent>> others(List<Class<? extends LeadEvent>> than) {
        return LEAD.events().stream()
                .<Class<? extends LeadEvent>>map(EventRow::type)
                .filter(type -> !than.contains(type))
                .toList();
    }

    @Test
    void laws_of_a_lead_that_somebody_has() {
        rare(usual(), EARLY).after(CAPTURED, REGISTERED, ASSIGNED).check();
    }

    private static Laws<Lead, LeadCommand, LeadEvent> rare(
            Laws<Lead, LeadCommand, LeadEvent> laws, List<Class<? extends LeadEvent>> types) {
        var all = laws;
        for (var type : types) {
            all = all.rare(type);
        }
        return all;
    }

    private static Laws<Lead, LeadCommand, LeadEvent> usual() {
        return Laws.of(LEAD)
                .terminal("DISQUALIFIED", "CONVERTED", "DISCARDED", "MERGED")
                .suggesting("phone", "+1 201 555 0101", "+1 201 555 0102", "+44 7400 123456")
                .suggesting("identityNumber", "P 123-456", "P654321")
                .suggesting("email", "ann@acme.example", "bo@acme.example")
                .suggesting("finding", "note 7")
                .suggesting("need", "presses")
                .suggesting("reason", "alpha")
                .suggesting("campaign", "spring fair")
                .suggesting("companyName", "Acme")
                .suggesting("contactName", "Ann")
                .suggesting("region", "East")
                .suggesting("companyRegistration", "HRB1", "HRB2")
                .suggesting("outcome", "reached")
                .suggesting("claimant", ACCOUNT)
                .suggesting("attributedTo", ACCOUNT)
                .suggesting("nextActionOn", NEXT, NEXT.plusDays(90))
                .suggesting("Scale.weights", List.of(new Weight("alpha", 1)))
                .suggesting("ScoreLead.ratings", List.of(new Rating("alpha", 1)), List.of(new Rating("alpha", 99)))
                .suggesting("OtherLead.ended", false)
                .waits(followUpOverdue("KEEPER"), DORMANCY);
    }

    @Test
    void laws_of_the_scoring_policy() {
        Laws.of(SCORING_POLICY)
                .suggesting("criteria", List.of(new Criterion("a", "x", 1)), List.of(new Criterion("b", "x", 9)))
                .check();
    }

    @Test
    void laws_of_the_assignment_policy() {
        var north = new AssignmentPolicy.Line(null, null, null, AssignmentPolicy.AssigneeKind.TEAM, "North");
        Laws.of(ASSIGNMENT_POLICY)
                .suggesting("lines", List.of(north), List.of(north, north))
                .check();
    }

    @Test
    void laws_of_the_follow_up_policy() {
        Laws.of(FOLLOW_UP_POLICY)
                .suggesting("firstContactDays", 1, 5)
                .suggesting("nextActionDays", 7, 14)
                .suggesting("dormantAfterDays", 90, 180)
                .check();
    }
}
