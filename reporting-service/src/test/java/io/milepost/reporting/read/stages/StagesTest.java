package io.milepost.reporting.read.stages;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.PeriodQuery;
import io.milepost.reporting.read.cells.Booked;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import io.milepost.reporting.read.funnel.Deals;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Events in, numbers out. */
class StagesTest {
    private static final LocalDate MONDAY = LocalDate.of(2017, 2, 27);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final LocalDate LATER = MONDAY.plusDays(20);

    private final UUID deal = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final InMemoryCells<Walk> cells = new InMemoryCells<>(new Random(0));

    @Test
    @DisplayName("R-188: a deal that is won has reached as many stages as its process has, however many these are")
    void a_deal_reaches_the_stages_of_its_process() {
        after(
                Deals.identifiedWithStages(deal, "smith", "100.00", "USD", 3, MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.won(deal, "100.00", "USD", TUESDAY, TUESDAY),
                Deals.identifiedWithStages(other, "smith", "100.00", "USD", 10, MONDAY),
                Deals.stageEntered(other, 10, MONDAY, MONDAY),
                Deals.stageSucceeded(other, 10, TUESDAY),
                Deals.won(other, "100.00", "USD", TUESDAY, TUESDAY));
        assertThat(stage(3, null, FRIDAY, FRIDAY).get("skipped").asLong()).isEqualTo(2);
        assertThat(stage(4, null, FRIDAY, FRIDAY).get("reached").asLong()).isEqualTo(1);
        assertThat(stage(10, null, FRIDAY, FRIDAY).get("succeeded").asLong()).isEqualTo(1);
    }

    @Test
    @DisplayName("R-193: a deal ages in its true stage from the day it entered it to the day it left it for another")
    void a_deal_ages_in_its_true_stage() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.stageSucceeded(deal, 1, TUESDAY),
                Deals.stageAdvanced(deal, 2, TUESDAY));
        assertThat(stage(1, null, FRIDAY, FRIDAY).toString())
                .isEqualTo(
                        "{\"stage\":\"S1\",\"reached\":1,\"skipped\":0,\"entered\":1,\"reEntered\":0,\"succeeded\":1,"
                                + "\"conversion\":1.0000,\"standing\":1,\"ageing\":{\"median\":4.0,\"p90\":4},\"left\":0,"
                                + "\"daysInStage\":{\"median\":null,\"p90\":null},\"blocked\":[]}");
        assertThat(stage(2, null, FRIDAY, FRIDAY).get("standing").asLong())
                .as("moved there, not entered")
                .isZero();
        after(Deals.stageEntered(deal, 2, FRIDAY, FRIDAY));
        assertThat(stage(1, null, FRIDAY, FRIDAY).get("standing").asLong()).isZero();
        assertThat(stage(1, null, FRIDAY, FRIDAY).get("daysInStage").toString())
                .isEqualTo("{\"median\":4.0,\"p90\":4}");
        assertThat(stage(2, null, LATER, LATER).get("ageing").toString()).isEqualTo("{\"median\":16.0,\"p90\":16}");
        after(Deals.lost(deal, LATER, LATER));
        assertThat(stage(2, null, LATER, LATER).get("standing").asLong())
                .as("what is closed stands nowhere")
                .isZero();
        assertThat(stage(2, null, LATER, LATER).get("left").asLong()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "Goals 1.3: a deal that re-enters a stage counts once in reached and in entered, and once in re-entered")
    void entities_are_counted_and_not_log_rows() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.stageAdvanced(deal, 2, MONDAY),
                Deals.stageEntered(deal, 2, TUESDAY, TUESDAY));
        for (int time = 1; time <= 3; time++) {
            var day = FRIDAY.plusDays(time);
            after(Deals.stageRegressed(deal, 2, 1, day), Deals.stageEntered(deal, 1, day, day));
            after(Deals.stageAdvanced(deal, 2, day), Deals.stageEntered(deal, 2, day, day));
        }
        var always = stage(2, null, LATER, LATER);
        assertThat(always.get("reached").asLong()).isEqualTo(1);
        assertThat(always.get("entered").asLong()).isEqualTo(1);
        assertThat(always.get("reEntered").asLong()).isEqualTo(1);
        var first = stage(2, MONDAY, FRIDAY, LATER);
        assertThat(first.get("entered").asLong()).isEqualTo(1);
        assertThat(first.get("reEntered").asLong()).isZero();
        var last = stage(2, FRIDAY.plusDays(2), LATER, LATER);
        assertThat(last.get("entered").asLong()).isEqualTo(1);
        assertThat(last.get("reEntered").asLong()).isEqualTo(1);
        assertThat(stage(2, FRIDAY.plusDays(3), LATER, LATER).get("entered").asLong())
                .isZero();
    }

    @Test
    @DisplayName("Conversion follows those that entered in the period, also when they succeed after it")
    void conversion_follows_those_that_entered_in_the_period() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.stageSucceeded(deal, 1, FRIDAY),
                Deals.identified(other, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(other, 1, TUESDAY, TUESDAY),
                Deals.stageSucceeded(other, 1, FRIDAY));
        assertThat(stage(1, null, MONDAY, MONDAY).get("conversion").toString()).isEqualTo("0.0000");
        assertThat(stage(1, null, MONDAY, FRIDAY).get("conversion").toString()).isEqualTo("1.0000");
        assertThat(stage(1, null, MONDAY, FRIDAY).get("entered").asLong()).isEqualTo(1);
        assertThat(stage(1, TUESDAY, FRIDAY, FRIDAY).get("succeeded").asLong())
                .as("they entered before")
                .isZero();
        assertThat(stage(1, TUESDAY, FRIDAY, FRIDAY).get("conversion").isNull()).isTrue();
    }

    @Test
    @DisplayName("Decision 41: a won deal has reached all stages, and skipped those that it never entered")
    void a_won_deal_has_skipped_what_it_never_entered() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.won(deal, "100.00", "USD", FRIDAY, FRIDAY));
        assertThat(stage(1, null, FRIDAY, FRIDAY).get("skipped").asLong()).isZero();
        assertThat(stage(5, null, FRIDAY, FRIDAY).get("reached").asLong()).isEqualTo(1);
        assertThat(stage(5, null, FRIDAY, FRIDAY).get("skipped").asLong()).isEqualTo(1);
        assertThat(stage(5, null, TUESDAY, TUESDAY).get("reached").asLong()).isZero();
    }

    @Test
    @DisplayName("R-053: the last stage succeeds on the day that the signature states")
    void the_last_stage_succeeds_by_the_signature() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 8, MONDAY, MONDAY),
                Deals.stageSucceeded(deal, 8, FRIDAY),
                Deals.likely(deal, 90, 100, FRIDAY),
                Deals.won(deal, "100.00", "USD", FRIDAY, TUESDAY));
        assertThat(stage(8, null, MONDAY, MONDAY).get("succeeded").asLong()).isZero();
        assertThat(stage(8, null, TUESDAY, TUESDAY).get("succeeded").asLong()).isEqualTo(1);
        assertThat(stage(8, null, TUESDAY, TUESDAY).get("daysInStage").toString())
                .isEqualTo("{\"median\":1.0,\"p90\":1}");
    }

    @Test
    @DisplayName("R-193: what kept deals from advancing, by the number of deals and not of attempts")
    void what_keeps_deals_back_is_counted_by_deals() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.identified(other, "jones", "100.00", "USD", MONDAY),
                Deals.advanceRejected(deal, 1, List.of("NEED_NOTED", "COMMITMENT"), MONDAY),
                Deals.advanceRejected(deal, 1, List.of("COMMITMENT"), MONDAY),
                Deals.advanceRejected(deal, 1, List.of("COMMITMENT"), FRIDAY),
                Deals.advanceRejected(other, 1, List.of("COMMITMENT"), FRIDAY));
        assertThat(stage(1, null, FRIDAY, FRIDAY).get("blocked").toString())
                .isEqualTo("[{\"missing\":\"COMMITMENT\",\"count\":2},{\"missing\":\"NEED_NOTED\",\"count\":1}]");
        assertThat(stage(1, null, MONDAY, FRIDAY).get("blocked").toString())
                .isEqualTo("[{\"missing\":\"COMMITMENT\",\"count\":1},{\"missing\":\"NEED_NOTED\",\"count\":1}]");
        assertThat(stage(1, TUESDAY, FRIDAY, FRIDAY).get("blocked").toString())
                .isEqualTo("[{\"missing\":\"COMMITMENT\",\"count\":2}]");
    }

    @Test
    void a_code_with_a_dot_and_a_slash_is_one_name_in_a_cell_and_told_as_it_was_said() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.advanceRejected(deal, 1, List.of("TERMS.5/A"), MONDAY));
        assertThat(stage(1, null, FRIDAY, FRIDAY).get("blocked").toString())
                .isEqualTo("[{\"missing\":\"TERMS.5/A\",\"count\":1}]");
        assertThat(cells.booked(FRIDAY))
                .extracting(Booked::path)
                .contains("BLOCKED/1/-/TERMS%2E5%2FA")
                .noneMatch(path -> path.contains("."));
    }

    @Test
    void an_event_that_nobody_has_heard_of_changes_nothing() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.unheardOf(deal, TUESDAY));
        assertThat(stage(1, null, FRIDAY, FRIDAY).get("standing").asLong()).isEqualTo(1);
    }

    private void after(Inbound... events) {
        new Projector<>(new StagesProjection(ZoneOffset.UTC), cells).handle(0, List.of(events));
    }

    private JsonNode stage(int stage, LocalDate from, LocalDate to, LocalDate asOf) {
        var json = Json.mapper().createObjectNode();
        StageFigures.write(cells.booked(asOf), new PeriodQuery<StagesGrouping>(asOf, from, to, null), json);
        return json.get("stages").get(stage - 1);
    }
}
