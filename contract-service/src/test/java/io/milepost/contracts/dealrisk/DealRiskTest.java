package io.milepost.contracts.dealrisk;

import static io.milepost.contracts.automation.WhenRiskMovesThenNoteDealRisk.CLOSED;
import static io.milepost.contracts.automation.WhenRiskMovesThenNoteDealRisk.IDENTIFIED;
import static io.milepost.contracts.automation.WhenRiskMovesThenNoteDealRisk.REVIEWED;
import static io.milepost.contracts.dealrisk.DealRiskCatalogue.DEAL_RISK;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.dealrisk.DealRisk.*;
import io.milepost.contracts.dealrisk.DealRiskCatalogue.View;
import io.milepost.contracts.inbound.opportunity.RiskClosed;
import io.milepost.contracts.inbound.opportunity.RiskRated;
import io.milepost.contracts.kernel.RiskLevel;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The copy of a deal's risks, and how it is kept. */
class DealRiskTest {
    private static final UUID ONE = new UUID(3, 1);
    private static final UUID OTHER = new UUID(3, 2);
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
    private static final Scenario<DealRisk, Command, Event> NOTHING = Scenario.of(DEAL_RISK);

    @Test
    @DisplayName("R-129: the risk of a deal is that of the largest that is not done with")
    void the_largest_open_risk_counts() {
        var two = NOTHING.when(new NoteRisk(ONE, RiskLevel.MEDIUM))
                .then(new DealRiskNoted(ONE, RiskLevel.MEDIUM))
                .when(new NoteRisk(ONE, RiskLevel.MEDIUM))
                .thenNothing()
                .when(new NoteRisk(OTHER, RiskLevel.LOW))
                .then(new DealRiskNoted(OTHER, RiskLevel.LOW));
        assertThat(two.state().largest()).contains(RiskLevel.MEDIUM);
        var grown = two.when(new NoteRisk(OTHER, RiskLevel.HIGH)).then(new DealRiskNoted(OTHER, RiskLevel.HIGH));
        assertThat(grown.state().largest()).contains(RiskLevel.HIGH);
        var done = grown.when(new NoteRisk(OTHER, null))
                .then(new DealRiskNoted(OTHER, null))
                .when(new NoteRisk(OTHER, null))
                .thenNothing();
        assertThat(View.of(done.state()))
                .isEqualTo(new View("KNOWN", RiskLevel.MEDIUM, List.of(new OpenRisk(ONE, RiskLevel.MEDIUM))));
        assertThat(done.given(new DealRiskNoted(ONE, null)).state().largest()).isEmpty();
    }

    @Test
    @DisplayName("R-129, R-188: what opportunity-service says of a risk is noted under its deal")
    void what_is_told_of_risks_is_noted() {
        for (var automation : List.of(IDENTIFIED, REVIEWED)) {
            var rated = ProducerSamples.event("opportunity", automation.type(), """
                    {"salesProjectId": "%s", "statement": "x", "exposure": "HIGH"}""".formatted(DEAL));
            assertThat(automation.reaction().to(rated, rated.as(RiskRated.class)))
                    .contains(new Reaction.Command(DEAL, new NoteRisk(ProducerSamples.SUBJECT, RiskLevel.HIGH)));
            assertThat(ProducerSamples.of("opportunity", "risk", automation.type()))
                    .isNotEmpty()
                    .allSatisfy(sample -> assertThat(automation.reaction().to(sample, sample.as(RiskRated.class)))
                            .isPresent());
        }
        var closed = ProducerSamples.event("opportunity", CLOSED.type(), """
                {"salesProjectId": "%s", "closedOn": "2026-03-02", "closedBy": "kim"}""".formatted(DEAL));
        assertThat(CLOSED.reaction().to(closed, closed.as(RiskClosed.class)))
                .contains(new Reaction.Command(DEAL, new NoteRisk(ProducerSamples.SUBJECT, null)));
        NOTHING.when(new NoteRisk(ONE, null)).then(new DealRiskNoted(ONE, null));
    }
}
