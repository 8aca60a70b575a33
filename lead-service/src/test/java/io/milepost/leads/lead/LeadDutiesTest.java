package io.milepost.leads.lead;

import static io.milepost.leads.lead.Leads.*;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.lead.LeadEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.Scenario;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who follows a lead up. */
class LeadDutiesTest {

    static Stream<Arguments> work() {
        return Stream.of(
                Arguments.of(anAssignedLead(), call("reached", null)),
                Arguments.of(anAssignedLead(), new ScheduleFollowUp(NEXT, "call")),
                Arguments.of(aFollowedLead(), new MarkLeadDormant("next year")),
                Arguments.of(aDormantLead(), new ReactivateLead(null)),
                Arguments.of(anAssignedLead(), new QualifyLead()),
                Arguments.of(anAssignedLead(), new DisqualifyLead("no budget")),
                Arguments.of(aQualifiedLead(), CONVERT));
    }

    @ParameterizedTest
    @MethodSource("work")
    @DisplayName("R-035, R-189: a lead is followed up by its owner or a sales manager, and by no colleague")
    void is_the_owners(Scenario<Lead, LeadCommand, LeadEvent> lead, LeadCommand command) {
        lead.when(command).byMember("LEE").inRole(SALES_REP).thenNotYourDuty();
        isAccepted(lead.when(command).byMember("KIM").inRole(SALES_REP));
        isAccepted(lead.when(command).byMember("BOSS").inRole(SALES_MANAGER));
        isAccepted(lead.when(command).by("a token without a member"));
        isAccepted(lead.when(command).unbound());
    }

    @Test
    @DisplayName("R-033, R-189: what a team has, any of it takes on, and what is given to another is that one's")
    void is_nobodys_while_a_team_has_it() {
        var call = call("reached", null);
        aLeadOfATeam()
                .when(new DisqualifyLead("no budget"))
                .byMember("LEE")
                .inRole(SALES_REP)
                .then(new LeadDisqualified("no budget"));
        var given = anAssignedLead().given(new LeadAssigned("lee", "kim", NEXT, null));
        given.when(call).byMember("KIM").inRole(SALES_REP).thenNotYourDuty();
        isAccepted(given.when(call).byMember("LEE").inRole(SALES_REP));
    }

    private static void isAccepted(Scenario.Attempt<Lead, LeadCommand, LeadEvent> attempt) {
        Assertions.assertThat(attempt.decision()).isInstanceOf(Decision.Accepted.class);
    }
}
