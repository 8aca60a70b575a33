package io.milepost.contracts.dealcopy;

import static io.milepost.contracts.automation.WhenDealMovesThenNoteIt.*;
import static io.milepost.contracts.dealcopy.DealCopyCatalogue.DEAL_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.dealcopy.DealCopy.*;
import io.milepost.contracts.dealcopy.DealCopyCatalogue.View;
import io.milepost.contracts.inbound.opportunity.RiskClosed;
import io.milepost.contracts.inbound.opportunity.RiskRated;
import io.milepost.contracts.kernel.DealEnd;
import io.milepost.contracts.kernel.RiskLevel;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The copy of a deal's risks, and how it is kept. */
class DealCopyTest {
    private static final UUID ONE = new UUID(3, 1);
    private static final UUID OTHER = new UUID(3, 2);
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
    private static final Scenario<DealCopy, Command, Event> NOTHING = Scenario.of(DEAL_COPY);

    @Test
    @DisplayName("R-129: the risk of a deal is that of the largest that is not done with")
    void the_largest_open_risk_counts() {
        var two = NOTHING.when(new NoteRisk(ONE, RiskLevel.MEDIUM))
                .then(new RiskNoted(ONE, RiskLevel.MEDIUM))
                .when(new NoteRisk(ONE, RiskLevel.MEDIUM))
                .thenNothing()
                .when(new NoteRisk(OTHER, RiskLevel.LOW))
                .then(new RiskNoted(OTHER, RiskLevel.LOW));
        assertThat(two.state().largestRisk()).contains(RiskLevel.MEDIUM);
        var grown = two.when(new NoteRisk(OTHER, RiskLevel.HIGH)).then(new RiskNoted(OTHER, RiskLevel.HIGH));
        assertThat(grown.state().largestRisk()).contains(RiskLevel.HIGH);
        var done = grown.when(new NoteRisk(OTHER, null))
                .then(new RiskNoted(OTHER, null))
                .when(new NoteRisk(OTHER, null))
                .thenNothing();
        assertThat(View.of(done.state()))
                .isEqualTo(new View("KNOWN", RiskLevel.MEDIUM, List.of(new OpenRisk(ONE, RiskLevel.MEDIUM)), null));
        assertThat(done.given(new RiskNoted(ONE, null)).state().largestRisk()).isEmpty();
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
        NOTHING.when(new NoteRisk(ONE, null)).then(new RiskNoted(ONE, null));
    }

    @Test
    @DisplayName("Decision 44: that a deal ended without a contract is noted, and that it was reopened")
    void an_end_is_noted_until_it_is_undone() {
        told(REJECTED, DealEnd.REJECTED);
        told(LOST, DealEnd.LOST);
        told(WITHDRAWN, DealEnd.WITHDRAWN);
        told(REOPENED, null);
        var lost = NOTHING.given(new RiskNoted(ONE, RiskLevel.LOW))
                .when(new NoteEnd(DealEnd.LOST))
                .then(new EndNoted(DealEnd.LOST))
                .when(new NoteEnd(DealEnd.LOST))
                .thenNothing();
        assertThat(View.of(lost.state()).end()).isEqualTo(DealEnd.LOST);
        var reopened = lost.when(new NoteEnd(null))
                .then(new EndNoted(null))
                .when(new NoteEnd(null))
                .thenNothing();
        assertThat(View.of(reopened.state()).end()).isNull();
        assertThat(View.of(reopened.state()).risk()).isEqualTo(RiskLevel.LOW);
    }

    private static <T> void told(Automation<T> automation, @Nullable DealEnd end) {
        assertThat(ProducerSamples.of("opportunity", "opportunity", automation.type()))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(automation.reaction().to(sample, sample.as(automation.data())))
                        .contains(new Reaction.Command(sample.subject(), new NoteEnd(end))));
        assertThat(automation.settledBy()).isEmpty();
    }
}
