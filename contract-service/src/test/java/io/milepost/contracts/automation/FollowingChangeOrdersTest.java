package io.milepost.contracts.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.contract.ContractCommand.AmendContract;
import io.milepost.contracts.contract.ContractCommand.NoteChangeOrder;
import io.milepost.contracts.contract.ContractEvent.ContractAmended;
import io.milepost.contracts.kernel.AmendedTerms;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.RebaselinePayments;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** contract and payments follow a change order; what they do with it is told in their own tests, told twice among it. */
class FollowingChangeOrdersTest {
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final UUID ORDER = ProducerSamples.SUBJECT;
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    @Test
    @DisplayName("R-138: an assessed change counts in the forecast of its contract")
    void an_assessed_change_is_noted() {
        var reaction = reaction(WhenChangeOrderMovesThenAmendContract.ASSESSED, """
                "priceChange": {"amount": "100.00", "currency": "USD"}, "lines": [], "reviews": [],
                "previousValue": {"amount": "900.00", "currency": "USD"}, "value": {"amount": "1000.00", "currency": "USD"}""", ChangeImpactAssessed.class);
        assertThat(reaction.target()).isEqualTo(CONTRACT);
        assertThat(reaction.command()).isEqualTo(new NoteChangeOrder(ORDER, Money.of("100.00", "USD")));
    }

    @Test
    @DisplayName("R-138: one that was rejected or withdrawn does not")
    void an_ended_change_is_forgotten() {
        var none = new NoteChangeOrder(ORDER, null);
        assertThat(reaction(
                                WhenChangeOrderMovesThenAmendContract.REJECTED,
                                "\"review\": \"LEGAL\", \"reason\": \"x\"",
                                ChangeOrderRejected.class)
                        .command())
                .isEqualTo(none);
        assertThat(reaction(
                                WhenChangeOrderMovesThenAmendContract.WITHDRAWN,
                                "\"reason\": \"x\"",
                                ChangeOrderWithdrawn.class)
                        .command())
                .isEqualTo(none);
    }

    @Test
    @DisplayName("R-138, G17: what is applied amends the contract, with all that it says")
    void an_applied_change_amends() {
        var reaction = reaction(WhenChangeOrderMovesThenAmendContract.APPLIED, """
                "signedOn": "2026-03-01", "effectiveOn": "2026-03-01", "lines": [],
                "terms": {"deliveryDeadline": "2026-12-31"}""", ChangeOrderApplied.class);
        var terms = new AmendedTerms(null, LocalDate.parse("2026-12-31"), null, null, null);
        assertThat(reaction.target()).isEqualTo(CONTRACT);
        assertThat(reaction.command())
                .isEqualTo(new AmendContract(ORDER, DAY, DAY, List.of(), terms, null, null, null));
        assertThat(WhenChangeOrderMovesThenAmendContract.APPLIED.settledBy()).isEmpty();
    }

    @Test
    @DisplayName("R-135, R-138: the payments of an amended contract are planned anew under its id")
    void payments_follow_the_contract() {
        var order = UUID.fromString("01900000-0000-7000-8000-0000000000d1");
        var json = """
                {"number": 2, "changeOrderId": "%1$s", "signedOn": "2026-03-01", "effectiveOn": "2026-03-01", "lines": [],
                 "opportunityId": "%1$s", "accountId": "%1$s", "owner": "kim",
                 "originalValue": {"amount": "900.00", "currency": "USD"},
                 "previousTerms": {"paymentMethod": "cheque"}, "terms": {"paymentMethod": "card"},
                 "previousValue": {"amount": "900.00", "currency": "USD"}, "value": {"amount": "1000.00", "currency": "USD"}}
                """.formatted(order);
        var automation = WhenContractAmendedThenRebaselinePayments.AUTOMATION;
        var event = ProducerSamples.event("contract", automation.type(), json);
        var reaction =
                automation.reaction().to(event, event.as(ContractAmended.class)).orElseThrow();
        assertThat(reaction.target()).isEqualTo(ProducerSamples.SUBJECT);
        assertThat(reaction.command())
                .isEqualTo(
                        new RebaselinePayments(order, 2, Money.of("100.00", "USD"), DAY, null, null, "cheque", "card"));
        assertThat(automation.settledBy()).isEmpty();
    }

    @Test
    void every_published_sample_is_read() {
        for (var sample : ProducerSamples.of("contract", "contract", "contract.amended.v1")) {
            assertThat(sample.as(ContractAmended.class).owner()).isNotBlank();
        }
        for (var sample : ProducerSamples.of("contract", "change-order", "change-order.applied.v1")) {
            assertThat(sample.as(ChangeOrderApplied.class).lines()).isNotNull();
        }
    }

    private static <E> Reaction.Command reaction(Automation<E> automation, String fields, Class<E> type) {
        var json = "{\"contractId\": \"%s\", %s}".formatted(CONTRACT, fields);
        var event = ProducerSamples.event("contract", automation.type(), json);
        return automation.reaction().to(event, event.as(type)).orElseThrow();
    }
}
