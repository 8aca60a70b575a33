package io.milepost.delivery.deliveryproject.domain;

import static io.milepost.delivery.deliveryproject.domain.DeliveryProjectRefusal.*;
import static io.milepost.delivery.deliveryproject.domain.DeliveryProjects.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.deliveryproject.domain.DeliveryProjectEvent.DeliveryMilestoneSlipped;
import io.milepost.platform.testkit.Scenario;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is shown of a delivery project. */
class DeliveryProjectViewTest {

    @Test
    void shows_its_status_in_the_words_of_the_domain() {
        assertThat(DeliveryProjectView.of(nothing().state())).isNull();
        assertThat(view(aCreated()).status()).isEqualTo("CREATED");
        assertThat(view(aStaffed()))
                .returns("STAFFED", DeliveryProjectView::status)
                .returns("max", DeliveryProjectView::manager);
        assertThat(view(aPlanned()).status()).isEqualTo("PLANNED");
        assertThat(view(aPlanned().given(reached(INSTALLED, TODAY), RAISED)))
                .returns("IN_PROGRESS", DeliveryProjectView::status)
                .returns(1, DeliveryProjectView::openIssues);
        assertThat(view(aPlanned()
                                .given(new DeliveryMilestoneSlipped(
                                        CONTRACT, "INSTALLED", TODAY, NEXT_WEEK, "rain", null)))
                        .milestones()
                        .getFirst())
                .isEqualTo(new Milestone("INSTALLED", "presses installed", TODAY, NEXT_WEEK, null, "rain"));
        assertThat(view(aCompleted()))
                .returns("COMPLETED", DeliveryProjectView::status)
                .returns(TODAY, DeliveryProjectView::completedOn);
    }

    private static DeliveryProjectView view(
            Scenario<DeliveryProject, DeliveryProjectCommand, DeliveryProjectEvent> project) {
        return Objects.requireNonNull(DeliveryProjectView.of(project.state()));
    }
}
