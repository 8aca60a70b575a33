package io.milepost.opportunities.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.opportunities.kernel.Stage.*;
import io.milepost.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesProcessesTest {

    /** The stages of a version, as they were approved before anything else of it was data. */
    private record Approved(String name, int version, List<Stage> stages) {
        static Approved of(ProcessVersion process) {
            return new Approved(process.name(), process.version(), process.stages());
        }
    }

    @Test
    @DisplayName(
            "Decision 10: what the product comes with is what deals stand on; it never changes and nothing is added,"
                    + " since further versions are published")
    void versions_stay_as_they_were_approved() throws IOException {
        try (var approved = SalesProcessesTest.class.getResourceAsStream("/sales-processes.ndjson")) {
            var lines = new String(Objects.requireNonNull(approved).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(SalesProcesses.all().map(process -> Json.mapper().writeValueAsString(Approved.of(process))))
                    .containsExactlyInAnyOrderElementsOf(lines);
        }
    }

    @Test
    @DisplayName("R-046, R-051: eight named stages, each beside one step of the customer's procurement")
    void has_eight_stages_one_to_one_with_procurement() {
        for (var process : SalesProcesses.all().toList()) {
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
        for (var process : SalesProcesses.all().toList()) {
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
        for (var process : SalesProcesses.all().toList()) {
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
    @DisplayName("R-188: a name is one process, however it is spelled, and its id is always the same")
    void an_id_follows_from_the_name() {
        assertThat(SalesProcesses.idOf(" Standard"))
                .isEqualTo(SalesProcesses.idOf("standard"))
                .isEqualTo(UUID.fromString("0bc0d813-4d79-361e-b7b5-5f2f6b60a689"))
                .isNotEqualTo(SalesProcesses.idOf("strategic"));
        assertThat(SalesProcesses.newest("STRATEGIC")).isEqualTo(SalesProcesses.newest("strategic"));
    }
}
