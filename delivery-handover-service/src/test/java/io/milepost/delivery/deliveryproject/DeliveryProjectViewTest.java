package io.milepost.delivery.deliveryproject;

import static io.milepost.delivery.deliveryproject.DeliveryProjects.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.View;
import io.milepost.delivery.deliveryproject.Plan.Milestone;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of a delivery project. */
class DeliveryProjectViewTest {

    @Test
    void shows_its_status_in_the_words_of_the_domain() {
        assertThat(view(aCreated()).status()).isEqualTo("CREATED");
        assertThat(view(aStaffed())).returns("STAFFED", View::status).returns("max", View::manager);
        assertThat(view(aPlanned()).status()).isEqualTo("PLANNED");
        assertThat(view(aPlanned().given(reached(INSTALLED, TODAY), RAISED)))
                .returns("IN_PROGRESS", View::status)
                .returns(1, View::openIssues);
        assertThat(view(aPlanned()
                                .given(new DeliveryMilestoneSlipped(
                                        CONTRACT, "INSTALLED", TODAY, NEXT_WEEK, "rain", null, null)))
                        .milestones()
                        .getFirst())
                .isEqualTo(new Milestone(
                        "INSTALLED", "presses installed", TODAY, NEXT_WEEK, null, "rain", null, List.of()));
        assertThat(view(aCompleted()))
                .returns("PENDING_ACCEPTANCE", View::status)
                .returns(TODAY, View::completedOn);
    }

    private static View view(Scenario<DeliveryProject, Command, DeliveryEvent> project) {
        return View.of(project.state());
    }
}
