package io.milepost.contracts.automation;

import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.Instalment;
import io.milepost.contracts.paymentschedule.PaymentSchedule;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The three automations by which the delivery makes instalments due. */
@DisplayName("R-135: what the delivery reports makes the instalments due that wait for it")
class TriggeringInstalmentsTest {
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Money THIRD = Money.of("100.00", "USD");
    private static final Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> NOTHING =
            Scenario.of(PAYMENT_SCHEDULE);
    private static final Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> PLANNED =
            NOTHING.given(new PaymentScheduleSet(
                    CONTRACT,
                    CONTRACT,
                    CONTRACT,
                    "kim",
                    Money.of("300.00", "USD"),
                    List.of(
                            new Instalment(1, "shipment", THIRD, Trigger.MILESTONE, null, "SHIPPED", null),
                            new Instalment(2, "press", THIRD, Trigger.ACCEPTANCE, null, "press", null),
                            new Instalment(3, "rest", THIRD, Trigger.ACCEPTANCE, null, null, null)),
                    null,
                    null));
    private static final List<Automation<?>> ALL = List.of(
            WhenMilestoneReachedThenTriggerInstalments.AUTOMATION,
            WhenSinglePointAcceptedThenTriggerInstalments.AUTOMATION,
            WhenComprehensiveAcceptedThenTriggerInstalments.AUTOMATION);

    @Test
    void a_milestone_makes_its_instalment_due_once_however_often_it_is_told() {
        var shipped = milestone("SHIPPED");
        assertThat(shipped).isEqualTo(milestone("SHIPPED"));
        PLANNED.when(fire(shipped)).then(due(1)).when(fire(shipped)).thenNothing();
        PLANNED.when(fire(milestone("shipped "))).then(due(1));
        PLANNED.when(fire(milestone("SHIPPED 2"))).thenNothing();
    }

    @Test
    void a_milestone_that_nothing_waits_for_changes_nothing() {
        PLANNED.when(fire(milestone("INSTALLED"))).thenNothing();
    }

    @Test
    void an_accepted_item_makes_its_instalment_due_and_the_comprehensive_acceptance_the_rest() {
        PLANNED.when(fire(singlePoint(", \"item\": \"press\"")))
                .then(due(2))
                .when(fire(comprehensive()))
                .then(due(3))
                .when(fire(comprehensive()))
                .thenNothing();
        PLANNED.when(fire(comprehensive())).then(due(2), due(3));
        assertThat(singlePoint("")).isEmpty();
    }

    @Test
    void told_late_the_instalment_is_due_since_the_day_it_happened_and_stays_paid_if_it_is() {
        PLANNED.when(fire(milestone("SHIPPED")))
                .at(Scenario.NOW.plusSeconds(90 * 86_400))
                .then(due(1))
                .given(new PaymentReceived("R-1", THIRD, DAY, "kim"), new PaymentMatched("R-1", 1, THIRD))
                .when(fire(milestone("SHIPPED")))
                .thenNothing();
    }

    @Test
    @DisplayName("A delivery under a contract that nobody planned payments for is parked for somebody to look at")
    void a_contract_without_a_schedule_is_not_settled() {
        for (var reaction : List.of(milestone("SHIPPED"), singlePoint(", \"item\": \"press\""), comprehensive())) {
            NOTHING.when(fire(reaction)).thenUnknown();
        }
        assertThat(ALL).allMatch(automation -> automation.settledBy().isEmpty());
    }

    private static InstalmentBecameDue due(int number) {
        return new InstalmentBecameDue(number, THIRD, DAY, "kim", null);
    }

    private static FireTrigger fire(Optional<Reaction.Command> reaction) {
        assertThat(reaction.orElseThrow().target()).isEqualTo(CONTRACT);
        return (FireTrigger) reaction.get().command();
    }

    private static Optional<Reaction.Command> milestone(String code) {
        return reaction(
                WhenMilestoneReachedThenTriggerInstalments.AUTOMATION,
                "\"milestone\": \"%s\", \"plannedOn\": \"%s\", \"reachedOn\": \"%s\"".formatted(code, DAY, DAY));
    }

    private static Optional<Reaction.Command> singlePoint(String item) {
        return reaction(
                WhenSinglePointAcceptedThenTriggerInstalments.AUTOMATION,
                "\"acceptedOn\": \"%s\"%s".formatted(DAY, item));
    }

    private static Optional<Reaction.Command> comprehensive() {
        return reaction(
                WhenComprehensiveAcceptedThenTriggerInstalments.AUTOMATION, "\"acceptedOn\": \"%s\"".formatted(DAY));
    }

    private static <T> Optional<Reaction.Command> reaction(Automation<T> automation, String fields) {
        var event = ProducerSamples.event(
                "delivery", automation.type(), "{\"contractId\": \"%s\", %s}".formatted(CONTRACT, fields));
        return automation.reaction().to(event, event.as(automation.data()));
    }
}
