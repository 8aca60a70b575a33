package io.milepost.reporting.read.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.json.Json;
import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.cells.InMemoryCells;
import io.milepost.reporting.read.cells.Projector;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrueStagesTest {
    private static final LocalDate MONDAY = LocalDate.of(2017, 2, 27);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    private final UUID deal = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final InMemoryCells<Deal> cells = new InMemoryCells<>(new Random(0));

    @Test
    @DisplayName(
            "R-047, decision 11: a deal counts in the last stage that was proven, and where it was moved to is told"
                    + " apart")
    void a_deal_counts_where_it_was_proven() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, TUESDAY, TUESDAY),
                Deals.stageSucceeded(deal, 1, TUESDAY.plusDays(1)),
                Deals.likely(deal, 0, 10, TUESDAY.plusDays(1)),
                Deals.stageAdvanced(deal, 2, TUESDAY.plusDays(1)));
        assertThat(told(MONDAY, "open")).isEqualTo("S0:1");
        assertThat(told(MONDAY, "nominal")).isEqualTo("S1:1");
        assertThat(told(TUESDAY, "open")).isEqualTo("S1:1");
        assertThat(told(TUESDAY, "nominal")).isEmpty();
        assertThat(told(FRIDAY, "open")).isEqualTo("S1:1");
        assertThat(told(FRIDAY, "nominal")).isEqualTo("S2:1");
        assertThat(groups(FRIDAY)).hasSize(9);
    }

    @Test
    @DisplayName("Decision 12: going back leaves the stages that are to be proven anew")
    void going_back_leaves_what_is_to_be_proven_anew() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                Deals.stageAdvanced(deal, 2, MONDAY),
                Deals.stageEntered(deal, 2, MONDAY, MONDAY),
                Deals.stageAdvanced(deal, 3, MONDAY),
                Deals.stageEntered(deal, 3, MONDAY, MONDAY));
        assertThat(told(MONDAY, "open")).isEqualTo("S3:1");
        after(Deals.stageRegressed(deal, 3, 2, TUESDAY));
        assertThat(told(TUESDAY, "open")).isEqualTo("S1:1");
        assertThat(told(TUESDAY, "nominal")).isEqualTo("S2:1");
        assertThat(told(MONDAY, "open")).isEqualTo("S3:1");
    }

    @Test
    @DisplayName(
            "R-190, R-050: what open deals may bring is each value times its probability, rounded once for each deal")
    void weighted_values_are_rounded_once_for_each_deal() {
        after(
                Deals.identified(deal, "smith", "0.25", "USD", MONDAY),
                Deals.likely(deal, 0, 10, MONDAY),
                Deals.identified(other, "smith", "0.25", "USD", MONDAY),
                Deals.likely(other, 0, 10, MONDAY));
        assertThat(weighted(MONDAY)).as("3 cents each; 5 at once").isEqualTo("0.06");
        after(Deals.valued(other, "100.01", "USD", TUESDAY), Deals.likely(other, 10, 75, TUESDAY));
        assertThat(weighted(TUESDAY)).isEqualTo("75.04");
        after(Deals.lost(other, FRIDAY, FRIDAY));
        assertThat(weighted(FRIDAY)).as("what is closed brings nothing more").isEqualTo("0.03");
        assertThat(weighted(MONDAY)).isEqualTo("0.06");
    }

    @Test
    void a_currency_without_cents_is_weighted_at_its_own_scale() {
        after(Deals.identified(deal, "smith", "5", "JPY", MONDAY), Deals.likely(deal, 0, 30, MONDAY));
        assertThat(weighted(MONDAY)).isEqualTo("2");
    }

    @Test
    @DisplayName("R-053: the last stage succeeds by the signature, on the day that the signature states")
    void the_last_stage_succeeds_on_the_day_of_the_signature() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.likely(deal, 0, 90, MONDAY),
                Deals.stageEntered(deal, 8, MONDAY, MONDAY),
                Deals.stageSucceeded(deal, 8, FRIDAY),
                Deals.likely(deal, 90, 100, FRIDAY),
                Deals.won(deal, "120.00", "USD", FRIDAY, TUESDAY));
        assertThat(weighted(MONDAY)).isEqualTo("90.00");
        assertThat(told(MONDAY, "won")).isEmpty();
        assertThat(told(TUESDAY, "won")).isEqualTo("S8:1");
        assertThat(weighted(TUESDAY)).isEqualTo("0.00");
    }

    @Test
    @DisplayName(
            "R-188, R-190: a deal under a process with more stages counts in them, one with fewer is won in its last")
    void a_process_may_have_any_number_of_stages() {
        after(
                Deals.identifiedWithStages(deal, "smith", "100.00", "USD", 10, MONDAY),
                Deals.stageEntered(deal, 10, MONDAY, MONDAY),
                Deals.identifiedWithStages(other, "smith", "100.00", "USD", 3, MONDAY),
                Deals.likely(other, 0, 60, MONDAY),
                Deals.stageEntered(other, 3, MONDAY, MONDAY),
                Deals.stageSucceeded(other, 3, FRIDAY),
                Deals.likely(other, 60, 100, FRIDAY),
                Deals.won(other, "120.00", "USD", FRIDAY, TUESDAY));
        assertThat(groups(FRIDAY)).hasSize(11);
        assertThat(told(MONDAY, "open")).isEqualTo("S3:1 S10:1");
        assertThat(weighted(MONDAY)).isEqualTo("60.00");
        assertThat(told(TUESDAY, "won"))
                .as("on the day of the signature, not on that of the last stage")
                .isEqualTo("S3:1");
        assertThat(weighted(TUESDAY)).isEqualTo("0.00");
    }

    @Test
    @DisplayName("An authorised deal counts as qualified, and an event that nobody has heard of as nothing")
    void an_authorised_deal_counts_as_qualified() {
        after(
                Deals.identified(deal, "smith", "100.00", "USD", MONDAY),
                Deals.qualified(deal, MONDAY),
                Deals.authorized(deal, TUESDAY),
                Deals.unheardOf(deal, TUESDAY),
                Deals.identified(other, "smith", "100.00", "USD", MONDAY),
                Deals.authorized(other, TUESDAY));
        assertThat(totals(MONDAY).get("qualified").asLong()).isEqualTo(1);
        assertThat(totals(TUESDAY).get("qualified").asLong()).isEqualTo(2);
        after(Deals.won(other, "100.00", "USD", FRIDAY, FRIDAY), Deals.authorized(other, FRIDAY));
        assertThat(totals(FRIDAY).get("won").asLong()).as("it stays won").isEqualTo(1);
    }

    private void after(Inbound... events) {
        new Projector<>(new FunnelProjection(ZoneOffset.UTC), cells).handle(0, List.of(events));
    }

    private String weighted(LocalDate day) {
        return totals(day).at("/weightedValue/amount").asString();
    }

    private JsonNode totals(LocalDate day) {
        var entries = Entry.of(cells.upTo(day));
        var json = Json.mapper().createObjectNode();
        Figures.of(entries).funnel(json, Currencies.one(null, FunnelApi.currencies(entries)));
        return json;
    }

    private JsonNode groups(LocalDate day) {
        var json = Json.mapper().createObjectNode();
        TrueStages.write(json, Entry.of(cells.upTo(day)), "USD");
        return json.get("groups");
    }

    /** The groups in which the measure is not zero. */
    private String told(LocalDate day, String measure) {
        return StreamSupport.stream(groups(day).spliterator(), false)
                .filter(group -> group.get(measure).asLong() != 0)
                .map(group ->
                        group.get("key").asString() + ":" + group.get(measure).asLong())
                .collect(Collectors.joining(" "));
    }
}
