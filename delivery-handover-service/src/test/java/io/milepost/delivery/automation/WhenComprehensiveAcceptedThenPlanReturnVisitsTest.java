package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenComprehensiveAcceptedThenPlanReturnVisits.AUTOMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.carevisit.CareVisit;
import io.milepost.delivery.carevisit.CareVisit.PlanReturnVisit;
import io.milepost.delivery.carevisit.CareVisitCatalogue;
import io.milepost.delivery.carevisit.CareVisitEvent;
import io.milepost.delivery.carevisit.CareVisitEvent.CareVisitScheduled;
import io.milepost.delivery.inbound.delivery.ComprehensiveAccepted;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenComprehensiveAcceptedThenPlanReturnVisitsTest {
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final SoldContract SOLD = new SoldContract(new UUID(1, 1), "kim", null);
    private static final Scenario<CareVisit, CareVisit.Command, CareVisitEvent> NOTHING =
            Scenario.of(CareVisitCatalogue.CARE_VISIT).reading(SOLD);

    @Test
    @DisplayName("R-166: an accepted delivery is visited after one, three, six and twelve months")
    void plans_visits() {
        var day = recordedOn();
        assertThat(planned(day))
                .containsExactly(day.plusDays(30), day.plusDays(90), day.plusDays(180), day.plusDays(365));
        assertThat(reactions(day)).extracting(Reaction.Command::target).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("R-166, R-188: the sales process says other days, or that nobody comes")
    void plans_as_the_process_says() {
        var day = recordedOn();
        assertThat(reactions(day, "[14, 400]"))
                .extracting(reaction -> ((PlanReturnVisit) reaction.command()).on())
                .containsExactly(day.plusDays(14), day.plusDays(400));
        assertThat(reactions(day, "[]")).isEmpty();
    }

    @Test
    @DisplayName("R-166: a visit whose day had passed when the acceptance was recorded is not planned")
    void leaves_out_what_nobody_can_make() {
        var day = recordedOn().minusDays(90);
        assertThat(planned(day)).containsExactly(day.plusDays(180), day.plusDays(365));
        assertThat(planned(LocalDate.parse("2010-01-04"))).isEmpty();
    }

    @Test
    void the_same_acceptance_twice_plans_each_visit_once() {
        var day = recordedOn();
        assertThat(reactions(day)).isEqualTo(reactions(day));
        NOTHING.given(new CareVisitScheduled(SOLD.accountId(), CONTRACT, day.plusDays(30), "kim", null))
                .when(reactions(day).getFirst().command())
                .thenTaken();
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    void accepts_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("delivery", "acceptance", AUTOMATION.type())) {
            AUTOMATION
                    .reaction()
                    .all(sample, sample.as(ComprehensiveAccepted.class))
                    .forEach(plan ->
                            assertThat(NOTHING.when(plan.command()).decision()).isInstanceOf(Decision.Accepted.class));
        }
        assertThat(NOTHING.when(reactions(recordedOn()).getFirst().command()).decision())
                .isInstanceOf(Decision.Accepted.class);
    }

    private static List<LocalDate> planned(LocalDate acceptedOn) {
        return reactions(acceptedOn).stream()
                .map(reaction -> ((PlanReturnVisit) reaction.command()).on())
                .toList();
    }

    private static LocalDate recordedOn() {
        return LocalDate.ofInstant(
                ProducerSamples.event("delivery", AUTOMATION.type(), "{}").recordedAt(), ZoneOffset.UTC);
    }

    private static List<Reaction.Command> reactions(LocalDate acceptedOn) {
        return reactions(acceptedOn, "null");
    }

    private static List<Reaction.Command> reactions(LocalDate acceptedOn, String visitDays) {
        var json = """
            {"contractId": "%s", "acceptedOn": "%s", "visitDays": %s}
            """.formatted(CONTRACT, acceptedOn, visitDays);
        var event = ProducerSamples.event("delivery", AUTOMATION.type(), json);
        return AUTOMATION.reaction().all(event, event.as(ComprehensiveAccepted.class));
    }
}
