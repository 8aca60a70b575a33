package io.milepost.opportunities.opportunity.salesprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.opportunities.opportunity.salesprocess.Stage.*;
import io.milepost.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesProcessesTest {

    @Test
    @DisplayName(
            "Decision 10: a version on which deals stand is never edited; sales-processes.ndjson is only ever appended"
                    + " to")
    void versions_stay_as_they_were_approved() throws IOException {
        try (var approved = SalesProcessesTest.class.getResourceAsStream("/sales-processes.ndjson")) {
            var lines = new String(Objects.requireNonNull(approved).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(SalesProcesses.all().stream()
                            .map(process -> Json.mapper().writeValueAsString(process)))
                    .containsExactlyElementsOf(lines);
        }
    }

    @Test
    @DisplayName("R-046, R-051: eight named stages, each beside one step of the customer's procurement")
    void has_eight_stages_one_to_one_with_procurement() {
        for (var process : SalesProcesses.all()) {
            assertThat(process.stages()).map(Stage::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(process.stages()).map(Stage::name).doesNotHaveDuplicates();
            assertThat(process.stages()).map(Stage::procurementStep).doesNotHaveDuplicates();
        }
        assertThat(SalesProcesses.of("standard", 1).stages())
                .map(Stage::name)
                .containsExactly(
                        "Customer planning and phone invitation",
                        "Visit and preliminary survey",
                        "Preliminary proposal",
                        "Demonstration and technical exchange",
                        "Requirement analysis and formal design",
                        "Project evaluation",
                        "Negotiation",
                        "Signing");
    }

    @Test
    @DisplayName("R-050: the probability rises with every stage that succeeds, from none to certainty")
    void probability_rises_with_every_stage() {
        for (var process : SalesProcesses.all()) {
            var probabilities = Stream.iterate(0, stage -> stage <= 8, stage -> stage + 1)
                    .map(process::probabilityAfter)
                    .toList();
            assertThat(probabilities).containsExactly(0, 10, 20, 25, 30, 50, 75, 90, 100);
        }
        assertThat(SalesProcesses.of("standard", 1).stages())
                .filteredOn(Stage::probabilityAssumed)
                .map(Stage::number)
                .containsExactly(4, 5, 6, 7);
    }

    @Test
    @DisplayName(
            "R-047, R-048: codes tell all milestones and criteria of a process apart, and commitments are sought up to"
                    + " the contract")
    void codes_are_told_apart() {
        for (var process : SalesProcesses.all()) {
            var codes = process.stages().stream()
                    .flatMap(stage -> Stream.concat(
                            stage.milestones().stream().map(Milestone::code),
                            stage.criteria().stream().map(Criterion::code)))
                    .toList();
            assertThat(codes).doesNotHaveDuplicates();
            assertThat(process.stages())
                    .filteredOn(stage -> stage.commitment() == null)
                    .map(Stage::number)
                    .containsExactly(8);
        }
    }

    @Test
    @DisplayName("Decision 4, 43: the standard process needs no ATI decision, the strategic one before stage 3")
    void only_the_strategic_process_needs_an_ati_decision() {
        for (int version : List.of(1, 2)) {
            assertThat(SalesProcesses.of("standard", version).needsAti()).isFalse();
            assertThat(SalesProcesses.of("strategic", version).stages())
                    .filteredOn(Stage::atiNeeded)
                    .map(Stage::number)
                    .containsExactly(3);
        }
    }

    @Test
    @DisplayName("R-047, R-048: version 2 follows facts where version 1 asked for a statement")
    void later_versions_follow_facts() {
        for (var name : List.of("standard", "strategic")) {
            var stated = SalesProcesses.of(name, 1);
            var followed = SalesProcesses.of(name, 2);
            assertThat(stated.stage(7).milestone(Fact.NEGOTIATION_ROUND)).isEmpty();
            assertThat(followed.stage(7)
                            .milestone(Fact.NEGOTIATION_ROUND)
                            .orElseThrow()
                            .code())
                    .isEqualTo("FIRST_NEGOTIATION_ROUND_HELD");
            assertThat(followed.stage(8)
                            .milestone(Fact.SENT_FOR_SIGNATURE)
                            .orElseThrow()
                            .code())
                    .isEqualTo("CONTRACT_SENT_FOR_SIGNATURE");
            assertThat(List.of(stated, followed))
                    .map(process -> process.stage(7)
                            .criterion("QUOTATION_ACCEPTED")
                            .orElseThrow()
                            .shownBy())
                    .containsExactly(ShownBy.STATEMENT, ShownBy.QUOTATION);
        }
    }

    @Test
    void the_newest_version_applies_and_old_events_stand_for_the_first() {
        assertThat(SalesProcesses.newest(null)).contains(SalesProcesses.of("standard", 2));
        assertThat(SalesProcesses.of(null, null)).isEqualTo(SalesProcesses.of("standard", 1));
        assertThat(SalesProcesses.newest("strategic").orElseThrow().version()).isEqualTo(2);
        assertThat(SalesProcesses.newest("unheard of")).isEmpty();
        assertThatThrownBy(() -> SalesProcesses.of("standard", 99)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_process_has_stages_in_order_and_each_can_be_entered() {
        var stages = SalesProcesses.of("standard", 1).stages();
        assertThatThrownBy(() -> new SalesProcess("short", 1, stages.subList(0, 7)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stage(1, "a", "b", false, List.of(), List.of(), null, 10, false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
