package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import io.milepost.reporting.read.mart.query.Column.Additivity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final LocalDate MONDAY = LocalDate.of(2017, 2, 27);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final LocalDate LATER = MONDAY.plusDays(20);

    private final UUID deal = new UUID(1, 1);
    private final UUID other = new UUID(1, 2);
    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName(
            "R-193: a deal that enters a stage again and again counts once in a period, and the rows behind tell each time")
    void deals_are_counted_and_not_entries() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.stageAdvanced(deal, 2, MONDAY),
                Deals.stageEntered(deal, 2, TUESDAY, TUESDAY),
                Deals.stageRegressed(deal, 2, 1, FRIDAY),
                Deals.stageEntered(deal, 1, FRIDAY, FRIDAY),
                Deals.stageAdvanced(deal, 2, FRIDAY),
                Deals.stageEntered(deal, 2, LATER, LATER));
        String[] figures = {"reached", "entered", "re_entered", "succeeded", "conversion", "left_stage"};
        assertThat(stage(2, MONDAY, LATER, figures)).isEqualTo("1 1 1 0 0.0000 1");
        assertThat(stage(2, MONDAY, FRIDAY, figures)).isEqualTo("1 1 0 0 0.0000 1");
        assertThat(stage(2, FRIDAY, FRIDAY.plusDays(1), figures)).isEqualTo("1 0 0 0 null 1");
        var behind = fed.rows("stay", "where", "stage eq 2 and was_entered eq true and since ge 2017-02-27")
                .rows();
        assertThat(behind).hasSize(2);
        assertThat(behind.stream().map(row -> row.get("opportunity_id")).distinct())
                .containsExactly(deal);
        assertThat(fed.rows("stay", "measure", "conversion", "from", "2017-02-27", "where", "stage eq 2")
                        .rows())
                .as("behind a share of deals are those of its whole")
                .hasSize(2)
                .isEqualTo(fed.rows("stay", "measure", "entered", "from", "2017-02-27", "where", "stage eq 2")
                        .rows());
    }

    @Test
    @DisplayName(
            "R-193: a deal that entered its stage on the report's day ages 0 days, which is not the same as nobody there")
    void nothing_is_not_zero() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.identified(other, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(other, 1, MONDAY, MONDAY),
                Deals.lost(other, MONDAY, MONDAY));
        String[] figures = {"standing", "ageing_median", "ageing_p90", "left_stage", "days_in_stage_median"};
        assertThat(stage(1, MONDAY, MONDAY, figures)).isEqualTo("1 0.0 0.0 1 0.0");
        assertThat(stage(1, TUESDAY, FRIDAY, figures)).isEqualTo("1 4.0 4.0 0 null");
    }

    @Test
    @DisplayName(
            "decision 41: a won deal has reached all stages of its process, and skipped those that it never entered")
    void a_won_deal_has_skipped() {
        after(
                Deals.identifiedWithStages(deal, "smith", "100.00", "USD", 3, MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.stageSucceeded(deal, 1, TUESDAY),
                Deals.won(deal, "100.00", "USD", FRIDAY, FRIDAY));
        String[] figures = {"reached", "skipped", "entered", "succeeded", "conversion"};
        assertThat(stage(1, MONDAY, FRIDAY, figures)).isEqualTo("1 0 1 1 1.0000");
        assertThat(stage(3, MONDAY, FRIDAY, figures)).isEqualTo("1 1 0 0 null");
        assertThat(stage(3, MONDAY, TUESDAY, figures)).isEmpty();
        assertThat(stage(4, MONDAY, FRIDAY, figures)).isEmpty();
    }

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
        assertThat(stage(3, MONDAY, FRIDAY, "skipped")).isEqualTo("2");
        assertThat(stage(4, MONDAY, FRIDAY, "reached")).isEqualTo("1");
        assertThat(stage(10, MONDAY, FRIDAY, "succeeded")).isEqualTo("1");
    }

    @Test
    @DisplayName("R-193: a deal ages in its true stage from the day it entered it to the day it left it for another")
    void a_deal_ages_in_its_true_stage() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.stageSucceeded(deal, 1, TUESDAY),
                Deals.stageAdvanced(deal, 2, TUESDAY));
        String[] figures = {"standing", "ageing_median", "left_stage", "days_in_stage_median"};
        assertThat(stage(1, MONDAY, FRIDAY, figures)).isEqualTo("1 4.0 0 null");
        assertThat(stage(2, MONDAY, FRIDAY, figures))
                .as("moved there, not entered")
                .isEmpty();
        after(Deals.stageEntered(deal, 2, FRIDAY, FRIDAY), Deals.lost(deal, LATER, LATER));
        assertThat(stage(1, MONDAY, FRIDAY, figures)).isEqualTo("0 null 1 4.0");
        assertThat(stage(2, MONDAY, LATER.minusDays(1), figures)).isEqualTo("1 15.0 0 null");
        assertThat(stage(2, MONDAY, LATER, figures))
                .as("what is closed stands nowhere")
                .isEqualTo("0 null 1 16.0");
    }

    @Test
    @DisplayName("conversion follows those that entered in the period, also when they succeed after it")
    void conversion_follows_those_that_entered() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.stageSucceeded(deal, 1, FRIDAY),
                Deals.identified(other, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(other, 1, TUESDAY, TUESDAY));
        assertThat(stage(1, MONDAY, MONDAY, "entered", "succeeded", "conversion"))
                .isEqualTo("1 1 1.0000");
        assertThat(stage(1, TUESDAY, FRIDAY, "entered", "succeeded", "conversion"))
                .isEqualTo("1 0 0.0000");
        assertThat(stage(1, FRIDAY, FRIDAY, "entered", "succeeded", "conversion"))
                .isEqualTo("0 0 null");
    }

    @Test
    @DisplayName("R-193: what kept deals from advancing, by the number of deals and not of attempts")
    void what_keeps_deals_back() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.identified(other, "jones", "100.00", "USD", MONDAY),
                Deals.advanceRejected(deal, 1, List.of("NEED_NOTED", "TERMS.5/A"), MONDAY),
                Deals.advanceRejected(deal, 1, List.of("TERMS.5/A"), MONDAY),
                Deals.advanceRejected(deal, 1, List.of("TERMS.5/A"), FRIDAY),
                Deals.advanceRejected(other, 1, List.of("TERMS.5/A"), FRIDAY));
        assertThat(told(
                        fed.ask("blocked-advances", "from", MONDAY.toString(), "to", FRIDAY.toString())
                                .rows(),
                        "stage",
                        "missing",
                        "blocked",
                        "refusals"))
                .containsExactly("1 NEED_NOTED 1 1", "1 TERMS.5/A 2 3");
    }

    @Test
    @DisplayName("a number of deals adds up over nothing, and its column says so; what left a stage adds up")
    void says_what_adds_up() {
        var columns = fed.ask("stages").columns().stream()
                .collect(Collectors.toMap(column -> column.name(), column -> column.additivity()));
        assertThat(columns)
                .containsEntry("entered", Additivity.NONE)
                .containsEntry("conversion", Additivity.NONE)
                .containsEntry("ageing_p90", Additivity.NONE)
                .containsEntry("reached", Additivity.STOCK)
                .containsEntry("left_stage", Additivity.FLOW);
    }

    private void after(Inbound... events) {
        fed.take(List.of(events), new Random(1));
    }

    @Test
    @DisplayName(
            "R-196: what a stage's success made likely is held against what became of the deal, once that is decided")
    void calibration() {
        var third = UUID.randomUUID();
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.stageSucceeded(deal, 1, MONDAY),
                Deals.likely(deal, 0, 25, MONDAY),
                Deals.stageAdvanced(deal, 2, MONDAY),
                Deals.stageEntered(deal, 2, TUESDAY, TUESDAY),
                Deals.stageSucceeded(deal, 2, TUESDAY),
                Deals.likely(deal, 25, 60, TUESDAY),
                Deals.won(deal, "100.00", "USD", FRIDAY, FRIDAY),
                Deals.identified(other, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(other, 1, MONDAY, MONDAY),
                Deals.stageSucceeded(other, 1, MONDAY),
                Deals.likely(other, 0, 35, MONDAY),
                Deals.lost(other, FRIDAY, FRIDAY),
                Deals.identified(third, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(third, 1, MONDAY, MONDAY),
                Deals.stageSucceeded(third, 1, MONDAY),
                Deals.likely(third, 0, 25, MONDAY));
        var rows = fed.ask("calibration", "from", MONDAY.toString(), "to", LATER.toString())
                .rows();
        assertThat(told(
                        rows,
                        "stage",
                        "forecasts",
                        "expected_wins",
                        "forecast_rate",
                        "actual_wins",
                        "outcome_rate",
                        "calibration"))
                .as("the third deal is open")
                .containsExactly("1 2 0.6000 0.3000 1 0.5000 1.6667", "2 1 0.6000 0.6000 1 1.0000 1.6667");
        assertThat(fed.ask("calibration", "from", TUESDAY.toString(), "to", LATER.toString())
                        .rows())
                .as("by the day of the success")
                .hasSize(1);
    }

    private String stage(int stage, LocalDate from, LocalDate to, String... columns) {
        return String.join(
                "",
                told(
                        fed.ask("stages", "from", from.toString(), "to", to.toString(), "where", "stage eq " + stage)
                                .rows(),
                        columns));
    }

    private static List<String> told(List<Map<String, Object>> rows, String... columns) {
        return rows.stream()
                .map(row -> List.of(columns).stream()
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
