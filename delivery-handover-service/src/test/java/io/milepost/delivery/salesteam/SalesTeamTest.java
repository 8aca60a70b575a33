package io.milepost.delivery.salesteam;

import static io.milepost.delivery.automation.WhenSalesTeamAppointedThenNoteSalesTeam.AUTOMATION;
import static io.milepost.delivery.salesteam.SalesTeamCatalogue.SALES_TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.kernel.Appointed;
import io.milepost.delivery.salesteam.SalesTeam.*;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The copy of who is appointed to a sales project, and how it is kept. */
class SalesTeamTest {
    private static final List<Member> FIRST = List.of(new Member("PD", "KAP"), new Member("FR", "ANN"));
    private static final List<Member> SECOND = List.of(new Member("PD", "BOB"), new Member("QA", "EVE"));
    private static final Scenario<SalesTeam, Command, Event> NOTHING = Scenario.of(SALES_TEAM);

    @Test
    void the_last_appointment_is_the_team_and_the_same_again_changes_nothing() {
        NOTHING.when(new NoteSalesTeam(FIRST))
                .then(new SalesTeamNoted(FIRST))
                .when(new NoteSalesTeam(FIRST))
                .thenNothing()
                .when(new NoteSalesTeam(SECOND))
                .then(new SalesTeamNoted(SECOND));
        assertThat(NOTHING.given(new SalesTeamNoted(FIRST), new SalesTeamNoted(SECOND))
                        .state()
                        .appointed())
                .isEqualTo(new Appointed(Set.of("BOB"), Set.of(), Set.of("EVE")));
    }

    @Test
    void what_opportunity_service_says_of_an_appointment_is_noted_under_the_deal() {
        var appointed = ProducerSamples.event("opportunity", AUTOMATION.type(), """
                {"members": [{"role": "PD", "member": "KAP", "duties": "leads"},
                             {"role": "FR", "member": "ANN", "duties": "delivers"}]}""");
        assertThat(AUTOMATION.reaction().to(appointed, appointed.as(AUTOMATION.data())))
                .isEqualTo(Optional.of(new Reaction.Command(ProducerSamples.SUBJECT, new NoteSalesTeam(FIRST))));
        for (var sample : ProducerSamples.of("opportunity", "sales-project", AUTOMATION.type())) {
            assertThat(AUTOMATION.reaction().to(sample, sample.as(AUTOMATION.data())))
                    .isPresent();
        }
    }
}
