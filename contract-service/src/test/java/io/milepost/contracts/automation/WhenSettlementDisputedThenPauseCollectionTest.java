package io.milepost.contracts.automation;

import static io.milepost.contracts.automation.WhenSettlementDisputedThenPauseCollection.CONFIRMED;
import static io.milepost.contracts.automation.WhenSettlementDisputedThenPauseCollection.DISPUTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.inbound.delivery.SettlementConfirmed;
import io.milepost.contracts.inbound.delivery.SettlementDisputed;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.PauseCollection;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.ResumeCollection;
import io.milepost.platform.inbox.Automation.Unreached;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the schedule makes of it, twice, late and where its process says otherwise, is shown by {@code CollectionOfProcessTest}. */
class WhenSettlementDisputedThenPauseCollectionTest {
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    @DisplayName("Domain 3.5: a disputed settlement asks the schedule of its contract to pause")
    void a_dispute_pauses() {
        var event = ProducerSamples.event("delivery", DISPUTED.type(), """
                {"contractId": "%s", "amount": {"amount": "5.00", "currency": "USD"}, "reason": "too much", "on": "2026-03-02"}
                """.formatted(CONTRACT));
        assertThat(DISPUTED.reaction().to(event, event.as(SettlementDisputed.class)))
                .contains(new Reaction.Command(CONTRACT, new PauseCollection(DAY)));
    }

    @Test
    @DisplayName("Domain 3.5: once the customer agrees, collecting goes on")
    void an_agreement_resumes() {
        var event = ProducerSamples.event("delivery", CONFIRMED.type(), """
                {"contractId": "%s", "amount": {"amount": "5.00", "currency": "USD"}, "on": "2026-03-02"}
                """.formatted(CONTRACT));
        assertThat(CONFIRMED.reaction().to(event, event.as(SettlementConfirmed.class)))
                .contains(new Reaction.Command(CONTRACT, new ResumeCollection(DAY)));
    }

    @Test
    @DisplayName("A contract without payments has nothing to pause, so that nothing is parked")
    void a_contract_without_payments_settles_it() {
        assertThat(DISPUTED.settledBy()).isEqualTo(CONFIRMED.settledBy());
        assertThat(DISPUTED.settledBy().toString()).contains(Unreached.UNKNOWN_TARGET.toString());
    }
}
