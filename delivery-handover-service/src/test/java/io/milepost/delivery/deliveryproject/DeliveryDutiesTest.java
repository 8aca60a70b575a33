package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryProjects.*;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.catalogue.Duty;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose duty what is in a delivery whose team is known. */
class DeliveryDutiesTest {
    private static final SlipMilestone SLIP = new SlipMilestone("TRAINED", NEXT_WEEK.plusDays(1), "rain");

    @Test
    @DisplayName("R-189: the manager plans, moves and completes the delivery, and no other manager of deliveries does")
    void the_manager_plans() {
        var again = List.of(INSTALLED, TRAINED);
        for (var other : List.of("eva", "kim")) {
            aStaffed().when(new BaselinePlan(again)).byMember(other).thenNotYourDuty();
            aPlanned()
                    .when(new RebaselinePlan(again, "no reason"))
                    .byMember(other)
                    .thenNotYourDuty();
            aPlanned().when(SLIP).byMember(other).thenNotYourDuty();
            aDone().when(new CompleteDelivery()).byMember(other).thenNotYourDuty();
        }
        aStaffed().when(new BaselinePlan(again)).byMember("max").then(PLAN);
        aPlanned()
                .when(SLIP)
                .byMember("MAX")
                .then(new DeliveryMilestoneSlipped(
                        CONTRACT, "TRAINED", NEXT_WEEK, NEXT_WEEK.plusDays(1), "rain", NEXT_WEEK, null));
        aDone().when(new CompleteDelivery()).byMember("max").then(COMPLETED);
        aDone().when(new CompleteDelivery()).then(COMPLETED);
    }

    @Test
    @DisplayName("R-189: an engineer of the team states that a milestone is reached, one of another team does not")
    void the_team_reaches_milestones() {
        aPlanned().when(new ReachMilestone("INSTALLED", null)).byMember("kim").thenNotYourDuty();
        aPlanned().when(new ReachMilestone("INSTALLED", null)).byMember("jo").then(reached(INSTALLED, TODAY));
    }

    @Test
    @DisplayName("R-189: anybody raises an issue, the team resolves it, the team or the seller tells the customer")
    void the_team_resolves_issues() {
        var light = new IssueRaised(ISSUE, "dust", Severity.LOW);
        aStaffed()
                .when(new RaiseIssue(ISSUE, "dust", Severity.LOW))
                .byMember("kim")
                .then(light);
        var resolve = new ResolveIssue(ISSUE, "a broom");
        var open = aStaffed().given(light);
        open.when(resolve).byMember("lee").thenNotYourDuty();
        open.when(resolve).byMember("jo").then(new IssueResolved(ISSUE, "a broom"));

        var inform = new InformCustomer(ISSUE, null, "it is dusty");
        var sold = new SoldContract(OPPORTUNITY, "kim", null);
        open.when(inform).reading(sold).byMember("lee").thenNotYourDuty();
        for (var contact : List.of("kim", "jo", "max")) {
            open.when(inform)
                    .reading(sold)
                    .byMember(contact)
                    .then(new CustomerInformed(ISSUE, TODAY, "it is dusty", contact));
        }
        aCreated()
                .given(light)
                .when(inform)
                .reading(sold)
                .byMember("lee")
                .then(new CustomerInformed(ISSUE, TODAY, "it is dusty", "lee"));
    }

    @Test
    @DisplayName("R-067, R-148: who is responsible for the fulfilment names the team")
    void fulfilment_names_the_team() {
        var staff = new StaffTeam("max", List.of("eva", "jo"));
        var holders = new Duty.Holders(Set.of("fox"));
        aCreated().when(staff).reading(holders).byMember("kim").thenNotYourDuty();
        aCreated().when(staff).reading(holders).byMember("fox").then(TEAM);
        aCreated().when(staff).byMember("kim").then(TEAM);
    }
}
