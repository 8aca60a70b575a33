package io.milepost.delivery.risklist;

import static io.milepost.delivery.automation.WhenRiskMovesThenNoteIt.*;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.delivery.risklist.RiskListCatalogue.RISK_LIST;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.handover.Handover.DeclarePackageReady;
import io.milepost.delivery.kernel.AnalysedRisk;
import io.milepost.delivery.risklist.RiskList.*;
import io.milepost.delivery.risklist.RiskListCatalogue.View;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The copy of which risks of a sales project are open, and how it is kept. */
class RiskListTest {
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID FLOOD = new UUID(6, 1);
    private static final UUID STRIKE = new UUID(6, 2);
    private static final Scenario<RiskList, Command, Event> NOTHING = Scenario.of(RISK_LIST);

    @Test
    @DisplayName(
            "R-082, R-145: a risk is open from when it is identified until it is done with, in whatever order that is told")
    void knows_what_is_open() {
        var both = NOTHING.when(new NoteRisk(FLOOD, "HIGH"))
                .then(new RiskNoted(FLOOD, "HIGH"))
                .when(new NoteRisk(FLOOD, "HIGH"))
                .thenNothing()
                .when(new NoteRisk(STRIKE, "LOW"))
                .then(new RiskNoted(STRIKE, "LOW"))
                .when(new NoteRisk(FLOOD, "LOW"))
                .then(new RiskNoted(FLOOD, "LOW"));
        assertThat(RISK_LIST.view().apply(both.state()))
                .isEqualTo(
                        new View("AT_RISK", List.of(new AnalysedRisk(FLOOD, "LOW"), new AnalysedRisk(STRIKE, "LOW"))));
        var one = both.when(new NoteRiskOver(FLOOD))
                .then(new RiskOverNoted(FLOOD))
                .when(new NoteRiskOver(FLOOD))
                .thenNothing()
                .when(new NoteRisk(FLOOD, "HIGH"))
                .thenNothing();
        assertThat(one.state().open()).containsExactly(new AnalysedRisk(STRIKE, "LOW"));
        NOTHING.when(new NoteRiskOver(FLOOD))
                .then(new RiskOverNoted(FLOOD))
                .when(new NoteRisk(FLOOD, "HIGH"))
                .thenNothing();
    }

    @Test
    @DisplayName("R-145: the package of a handover is told of the risks of its deal")
    void is_read_by_the_handover() {
        var read = HANDOVER.command(DeclarePackageReady.class).reads().getFirst();
        assertThat(read.other().get()).isSameAs(RISK_LIST);
    }

    @Test
    @DisplayName("R-082: what opportunity-service says of a risk is noted under its deal")
    void what_is_published_is_noted() {
        for (var automation : List.of(IDENTIFIED, REVIEWED)) {
            assertThat(noted(automation, "{\"salesProjectId\": \"%s\", \"exposure\": \"HIGH\"}".formatted(DEAL)))
                    .isEqualTo(new Reaction.Command(DEAL, new NoteRisk(ProducerSamples.SUBJECT, "HIGH")));
        }
        assertThat(noted(CLOSED, "{\"salesProjectId\": \"%s\", \"outcome\": \"dry\"}".formatted(DEAL)))
                .isEqualTo(new Reaction.Command(DEAL, new NoteRiskOver(ProducerSamples.SUBJECT)));
        for (var automation : List.of(IDENTIFIED, REVIEWED, CLOSED)) {
            for (var sample : ProducerSamples.of("opportunity", "risk", automation.type())) {
                assertThat(sample.as(automation.data())).hasNoNullFieldsOrProperties();
            }
            assertThat(automation.settledBy()).isEmpty();
        }
    }

    private static <T> Reaction.Command noted(Automation<T> automation, String json) {
        var event = ProducerSamples.event("opportunity", automation.type(), json);
        return automation.reaction().to(event, event.as(automation.data())).orElseThrow();
    }
}
