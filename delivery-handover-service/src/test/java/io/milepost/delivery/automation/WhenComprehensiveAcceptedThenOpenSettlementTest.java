package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenComprehensiveAcceptedThenOpenSettlement.AUTOMATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.inbound.delivery.ComprehensiveAccepted;
import io.milepost.delivery.settlement.Settlement;
import io.milepost.delivery.settlement.Settlement.OpenSettlement;
import io.milepost.delivery.settlement.Settlement.SettlementOpened;
import io.milepost.delivery.settlement.SettlementCatalogue;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhenComprehensiveAcceptedThenOpenSettlementTest {
    private static final UUID CONTRACT = ProducerSamples.SUBJECT;
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final Scenario<Settlement, Settlement.Command, Settlement.Event> NOTHING =
            Scenario.of(SettlementCatalogue.SETTLEMENT);

    @Test
    @DisplayName("R-162, decision 32: the signed acceptance opens the settlement, whatever remarks the customer had")
    void opens_the_settlement_of_the_contract() {
        assertThat(reaction()).isEqualTo(new Reaction.Command(CONTRACT, new OpenSettlement(DAY, null)));
    }

    @Test
    void the_same_acceptance_twice_is_one_settlement() {
        NOTHING.given(new SettlementOpened(CONTRACT, DAY, null))
                .when((OpenSettlement) reaction().command())
                .thenTaken();
        assertThat(AUTOMATION.settledBy()).isEmpty();
    }

    @Test
    void accepts_every_sample_of_the_producer() {
        for (var sample : ProducerSamples.of("delivery", "acceptance", AUTOMATION.type())) {
            var open = AUTOMATION
                    .reaction()
                    .to(sample, sample.as(ComprehensiveAccepted.class))
                    .orElseThrow();
            assertThat(NOTHING.when((OpenSettlement) open.command()).decision()).isInstanceOf(Decision.Accepted.class);
        }
    }

    private static Reaction.Command reaction() {
        var json = """
                {"contractId": "%s", "result": "A_RESULT_OF_LATER", "remarks": "one scratch", "acceptedOn": "%s"}
                """.formatted(CONTRACT, DAY);
        var event = ProducerSamples.event("delivery", AUTOMATION.type(), json);
        return AUTOMATION
                .reaction()
                .to(event, event.as(ComprehensiveAccepted.class))
                .orElseThrow();
    }
}
