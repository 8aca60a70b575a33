package io.milepost.opportunities.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.opportunity.OpportunityEvent.OpportunityIdentified;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who answers for which stage, as stored events and the product's own processes say it. */
class ResponsibleTest {
    private static final Map<Boolean, Responsible> BEFORE = Map.of(true, Responsible.SR, false, Responsible.NOBODY);

    @Test
    @DisplayName(
            "R-066: in the processes that the product comes with SR answers for stages 3 to 5, and no role for the others")
    void the_products_own_processes_mean_what_they_meant() {
        assertThat(SalesProcesses.all().collect(Collectors.toList()))
                .hasSize(4)
                .allSatisfy(process -> assertThat(process.stages())
                        .allSatisfy(stage -> assertThat(stage.answering())
                                .isEqualTo(BEFORE.get(stage.number() >= 3 && stage.number() <= 5))));
    }

    @Test
    @DisplayName(
            "A deal that was identified before stages said who answers for them reads as it did, and is stored as it was")
    void a_stage_of_before_reads_as_it_did() {
        var stage = Templates.stages(10, 20, 30, 100).get(2);
        var stored = Json.events().valueToTree(identified(stage));
        assertThat(stored.path("stages").get(0).has("responsible")).isFalse();
        var read = Json.events().treeToValue(stored, OpportunityIdentified.class);
        assertThat(read.stages()).containsExactly(stage);
        assertThat(stage.answering()).isEqualTo(Responsible.SR);

        var said = Templates.answeredBy(stage, Responsible.AR);
        var again = Json.events().treeToValue(Json.events().valueToTree(identified(said)), OpportunityIdentified.class);
        assertThat(again.stages()).containsExactly(said);
    }

    private static OpportunityIdentified identified(Stage stage) {
        return new OpportunityIdentified(
                null,
                null,
                "kim",
                null,
                null,
                null,
                null,
                null,
                "north",
                4,
                null,
                List.of(stage),
                List.of(),
                null,
                null);
    }
}
