package io.milepost.delivery.resourceallocation;

import static io.milepost.delivery.kernel.ClosedDelivery.No.DELIVERY_OVER;
import static io.milepost.delivery.resourceallocation.ResourceAllocation.No.*;
import static io.milepost.delivery.resourceallocation.ResourceAllocationCatalogue.RESOURCE_ALLOCATION;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.automation.WhenPeopleReleasedThenReleaseResources;
import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.resourceallocation.ResourceAllocation.*;
import io.milepost.delivery.resourceallocation.ResourceAllocationCatalogue.View;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResourceAllocationTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(RESOURCE_ALLOCATION);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate MONDAY = TODAY.minusDays(7);
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final ResourceAllocated CRANE = new ResourceAllocated(
            CONTRACT, ResourceKind.EQUIPMENT, "crane", BigDecimal.ONE, "piece", "M1", MONDAY, TODAY.plusDays(7));
    private static final Scenario<ResourceAllocation, Command, Event> NOTHING =
            Scenario.of(RESOURCE_ALLOCATION).recording(REACHED);
    private static final Scenario<ResourceAllocation, Command, Event> SOLD =
            NOTHING.reading(new SoldContract(CONTRACT, "kim", null));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-149, R-180: a resource is given to the delivery of a signed contract that is not closed, so much of it from a day to a day")
    void is_given_to_a_delivery() {
        SOLD.when(crane("crane", "1", "piece", MONDAY, TODAY.plusDays(7))).then(CRANE);
        NOTHING.when(crane("crane", "1", "piece", MONDAY, TODAY)).thenRefused(CONTRACT_UNKNOWN, "/contractId");
        SOLD.when(crane("crane", "1", "piece", MONDAY, TODAY))
                .reading(new ClosedDelivery(true))
                .thenRefused(DELIVERY_OVER);
        SOLD.when(crane(" ", "1", "piece", MONDAY, TODAY)).thenRefused(TEXT_MISSING, "/resource");
        SOLD.when(crane("crane", "1", " ", MONDAY, TODAY)).thenRefused(TEXT_MISSING, "/unit");
        Stream.of("0", "-1", "1000001", "0.0001")
                .forEach(odd -> SOLD.when(crane("crane", odd, "piece", MONDAY, TODAY))
                        .thenRefused(QUANTITY_IMPLAUSIBLE, "/quantity"));
        SOLD.when(crane("crane", "1", "piece", TODAY, MONDAY)).thenRefused(PERIOD_REVERSED, "/until");
        SOLD.when(crane("crane", "1", "piece", TODAY.minusYears(6), TODAY)).thenRefused(DAY_IMPLAUSIBLE, "/from");
    }

    @Test
    @DisplayName("R-149, R-180: a resource is released once, after it was given")
    void is_released_once() {
        var released = NOTHING.given(CRANE)
                .when(new ReleaseResource(MONDAY.minusDays(1)))
                .thenRefused(RELEASED_BEFORE_GIVEN, "/on")
                .when(new ReleaseResource(TODAY.plusDays(1)))
                .thenRefused(DAY_IN_FUTURE, "/on")
                .when(new ReleaseResource(null))
                .byMember("max")
                .then(new ResourceReleased(CONTRACT, TODAY, "max"))
                .when(new ReleaseResource(TODAY))
                .thenNothing()
                .when(new ReleaseResource(MONDAY))
                .thenRefused(RESOURCE_RELEASED);
        assertThat(View.of(released.state())).isEqualTo(new View("RELEASED", CRANE, TODAY));
        assertThat(View.of(NOTHING.given(CRANE).state()).status()).isEqualTo("ALLOCATED");
    }

    @Test
    @DisplayName("R-180: with the people of a delivery its resources are released, and no other delivery's")
    void is_released_with_its_project() {
        var automation = WhenPeopleReleasedThenReleaseResources.AUTOMATION;
        var event = ProducerSamples.event(
                "delivery", automation.type(), """
                {"contractId": "%s", "members": ["max"], "on": "2026-03-02", "resources": ["%s", "%s", "%s"]}
                """.formatted(CONTRACT, CONTRACT, Scenario.ID, Scenario.ID));
        var release = new ReleaseWithProject(CONTRACT);
        assertThat(automation.reaction().all(event, event.as(automation.data())))
                .containsExactly(new Reaction.Command(CONTRACT, release), new Reaction.Command(Scenario.ID, release));
        for (var sample : ProducerSamples.of("delivery", "closure", automation.type())) {
            assertThat(automation.reaction().all(sample, sample.as(automation.data())))
                    .isNotNull();
        }
        NOTHING.given(CRANE)
                .when(release)
                .byMember("max")
                .then(new ResourceReleased(CONTRACT, TODAY, "max"))
                .when(release)
                .thenNothing();
        NOTHING.given(CRANE).when(new ReleaseWithProject(Scenario.ID)).thenRefused(RESOURCE_FOREIGN, "/contractId");
        assertThat(automation.settledBy()).containsExactlyInAnyOrder(UNKNOWN_TARGET, RESOURCE_FOREIGN);
    }

    private static AllocateResource crane(
            String resource, String quantity, String unit, LocalDate from, LocalDate until) {
        return new AllocateResource(
                CONTRACT, ResourceKind.EQUIPMENT, resource, new BigDecimal(quantity), unit, "M1", from, until);
    }
}
