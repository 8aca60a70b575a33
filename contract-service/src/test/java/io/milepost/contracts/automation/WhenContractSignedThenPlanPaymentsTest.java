package io.milepost.contracts.automation;

import static io.milepost.contracts.automation.WhenContractSignedThenPlanPayments.AUTOMATION;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.ContractEvent.ContractSigned;
import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.Instalment;
import io.milepost.contracts.paymentschedule.PaymentSchedule;
import io.milepost.contracts.paymentschedule.PaymentSchedule.SignedContract;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
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

class WhenContractSignedThenPlanPaymentsTest {
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Money VALUE = Money.of("4514.00", "USD");
    private static final Scenario<PaymentSchedule, PaymentScheduleCommand, PaymentScheduleEvent> NOTHING =
            Scenario.of(PAYMENT_SCHEDULE).reading(new SignedContract(OPPORTUNITY, ACCOUNT, VALUE, DAY, null, null));
    private static final String HALVES = """
            , "payments": [{"label": "advance", "percent": 50, "trigger": "SIGNATURE", "daysAfter": 14},
                           {"label": "rest", "percent": 50, "trigger": "ACCEPTANCE"}]""";

    @Test
    @DisplayName(
            "R-133, R-134: the agreed payments are planned under the contract's id, the advance counted from the signature")
    void plans_what_was_agreed() {
        var half = Money.of("2257.00", "USD");
        assertThat(reaction("QUOTATION", HALVES).orElseThrow().target()).isEqualTo(CONTRACT);
        NOTHING.when(plan("QUOTATION", HALVES))
                .to(CONTRACT)
                .then(
                        set(
                                new Instalment(1, "advance", half, Trigger.SIGNATURE, null, null, 14),
                                new Instalment(2, "rest", half, Trigger.ACCEPTANCE, null, null, null)),
                        new InstalmentBecameDue(1, half, DAY.plusDays(14), "kim", null));
    }

    @Test
    void all_is_due_at_signature_where_nothing_was_agreed() {
        NOTHING.when(plan("RENEWAL", ""))
                .to(CONTRACT)
                .then(
                        set(new Instalment(1, "contract value", VALUE, Trigger.SIGNATURE, null, null, null)),
                        new InstalmentBecameDue(1, VALUE, DAY, "kim", null));
    }

    @Test
    @DisplayName("a migrated contract without payments gets no schedule; one with payments does")
    void a_migrated_contract_was_paid_elsewhere() {
        assertThat(reaction("MIGRATED", "")).isEmpty();
        assertThat(reaction("MIGRATED", HALVES)).isPresent();
    }

    @Test
    void told_twice_or_late_it_plans_once() {
        assertThat(reaction("QUOTATION", HALVES)).isEqualTo(reaction("QUOTATION", HALVES));
        NOTHING.when(plan("QUOTATION", HALVES))
                .to(CONTRACT)
                .at(Scenario.NOW.plusSeconds(90 * 86_400))
                .then(
                        set(
                                new Instalment(
                                        1, "advance", Money.of("2257.00", "USD"), Trigger.SIGNATURE, null, null, 14),
                                new Instalment(
                                        2, "rest", Money.of("2257.00", "USD"), Trigger.ACCEPTANCE, null, null, null)),
                        new InstalmentBecameDue(1, Money.of("2257.00", "USD"), DAY.plusDays(14), "kim", null))
                .when(plan("QUOTATION", HALVES))
                .thenTaken();
    }

    @Test
    @DisplayName("No refusal ends the story: payments that were planned by hand before may be others")
    void no_refusal_settles_it() {
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    void reads_every_sample_of_the_contract() {
        for (var sample : ProducerSamples.of("contract", "contract", AUTOMATION.type())) {
            assertThat(sample.as(ContractSigned.class).owner()).isNotBlank();
        }
    }

    private static PaymentScheduleSet set(Instalment... instalments) {
        return new PaymentScheduleSet(CONTRACT, OPPORTUNITY, ACCOUNT, "kim", VALUE, List.of(instalments), DAY, null);
    }

    private static PlanPayments plan(String basis, String payments) {
        return (PlanPayments) reaction(basis, payments).orElseThrow().command();
    }

    private static Optional<Reaction.Command> reaction(String basis, String payments) {
        var json = """
                {"opportunityId": "%s", "accountId": "%s", "owner": "kim", "basis": "%s",
                 "value": {"amount": "4514.00", "currency": "USD"}, "signedOn": "%s"%s}
                """.formatted(OPPORTUNITY, ACCOUNT, basis, DAY, payments);
        var event = ProducerSamples.event("contract", AUTOMATION.type(), json);
        return AUTOMATION.reaction().to(event, event.as(ContractSigned.class));
    }
}
