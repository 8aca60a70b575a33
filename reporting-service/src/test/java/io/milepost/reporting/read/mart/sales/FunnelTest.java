package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FunnelTest {
    private static final LocalDate MONDAY = LocalDate.of(2017, 2, 27);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);

    private final UUID one = new UUID(1, 1);
    private final UUID two = new UUID(1, 2);
    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("R-054: a deal is counted where it stood at the end of each day")
    void a_deal_is_counted_where_it_stood() {
        after(
                Deals.identified(one, "smith", "550.00", "USD", MONDAY),
                Deals.qualified(one, TUESDAY),
                Deals.won(one, "1054.10", "USD", MARCH, MARCH));
        String[] figures = {
            "opportunities",
            "open",
            "identified",
            "qualified",
            "open_value",
            "won",
            "won_value_to_date",
            "win_rate_to_date"
        };
        assertThat(funnel(MONDAY.minusDays(1), figures)).isEmpty();
        assertThat(funnel(MONDAY, figures)).isEqualTo("1 1 1 0 550.00 0 0.00 null");
        assertThat(funnel(TUESDAY, figures)).isEqualTo("1 1 0 1 550.00 0 0.00 null");
        assertThat(funnel(MARCH, figures)).isEqualTo("1 0 0 0 0.00 1 1054.10 1.0000");
    }

    @Test
    @DisplayName("a win rate is won of won and lost; what was withdrawn or rejected is no defeat")
    void the_win_rate_leaves_out_what_was_never_decided() {
        var more = List.of(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3), two);
        after(Deals.identified(one, "smith", "1.00", "USD", MONDAY), Deals.won(one, "1.00", "USD", MARCH, MARCH));
        more.forEach(deal -> after(Deals.identified(deal, "smith", "1.00", "USD", MONDAY)));
        after(
                Deals.lost(more.get(0), MARCH, MARCH),
                Deals.lost(more.get(1), MARCH, MARCH),
                Deals.withdrawn(more.get(2), MARCH, MARCH),
                Deals.rejected(more.get(3), MARCH));
        assertThat(funnel(MARCH, "opportunities", "won", "lost", "withdrawn", "rejected", "win_rate_to_date"))
                .isEqualTo("5 1 2 1 1 0.3333");
    }

    @Test
    @DisplayName("a closing day before what is known counts with that, and still names its month")
    void a_closing_day_before_what_is_known() {
        after(Deals.identified(one, "smith", "9.00", "USD", MARCH), Deals.lost(one, MARCH.plusDays(1), MONDAY));
        assertThat(funnel(MONDAY, "opportunities")).isEmpty();
        assertThat(funnel(MARCH, "lost")).isEqualTo("1");
        assertThat(by("close_month", MARCH, "lost")).isEqualTo("2017-02:1");
    }

    @Test
    @DisplayName(
            "a closing day that is stated is a day of the calendar, whatever the zone; an event's day is the zone's")
    void a_day_is_of_the_calendar() {
        var auckland = new OpportunityFold(ZoneId.of("Pacific/Auckland"));
        var identified = auckland.apply(null, Deals.identified(one, "smith", "9.00", "USD", MONDAY));
        // Noon in UTC is the next day in Auckland.
        assertThat(auckland.day(identified)).isEqualTo(TUESDAY);
        var won = auckland.apply(identified, Deals.won(one, "9.00", "USD", MARCH, MARCH));
        assertThat(auckland.day(won)).isEqualTo(MARCH);
    }

    @Test
    @DisplayName("Decision 41: a deal that was won past a stage has reached it, and is counted as having skipped it")
    void conversion_counts_what_was_reached_at_least() {
        var skipped = new UUID(2, 1);
        after(
                Deals.identified(one, "smith", "1.00", "USD", MONDAY),
                Deals.qualified(one, MONDAY),
                Deals.lost(one, MARCH, MARCH),
                Deals.identified(two, "smith", "1.00", "USD", MONDAY),
                Deals.identified(skipped, "smith", "1.00", "USD", MONDAY),
                Deals.won(skipped, "1.00", "USD", MARCH, MARCH));
        assertThat(told("conversion", MARCH, "opportunities", "reached_qualified", "skipped_qualified", "won"))
                .isEqualTo("3 2 1 1");
        assertThat(told("conversion", MARCH, "qualified_rate", "won_rate")).isEqualTo("0.6667 0.5000");
    }

    @Test
    @DisplayName(
            "R-047, decision 11: a deal counts in the last stage that was proven, and where it was moved to is told"
                    + " apart")
    void a_deal_counts_where_it_was_proven() {
        after(
                Deals.identified(one, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(one, 1, TUESDAY, TUESDAY),
                Deals.stageSucceeded(one, 1, TUESDAY.plusDays(1)),
                Deals.likely(one, 0, 10, TUESDAY.plusDays(1)),
                Deals.stageAdvanced(one, 2, TUESDAY.plusDays(1)));
        assertThat(by("true_stage,nominal", MONDAY, "open")).isEqualTo("0/true:1");
        assertThat(by("true_stage,nominal", TUESDAY, "open")).isEqualTo("1/false:1");
        assertThat(by("true_stage,nominal", FRIDAY, "open")).isEqualTo("1/true:1");
    }

    @Test
    @DisplayName("Decision 12: going back leaves the stages that are to be proven anew")
    void going_back_leaves_what_is_to_be_proven_anew() {
        after(
                Deals.identified(one, "smith", "100.00", "USD", MONDAY),
                Deals.stageEntered(one, 1, MONDAY, MONDAY),
                Deals.stageAdvanced(one, 2, MONDAY),
                Deals.stageEntered(one, 2, MONDAY, MONDAY),
                Deals.stageAdvanced(one, 3, MONDAY),
                Deals.stageEntered(one, 3, MONDAY, MONDAY),
                Deals.stageRegressed(one, 3, 2, TUESDAY));
        assertThat(by("true_stage,nominal", MONDAY, "open")).isEqualTo("3/false:1");
        assertThat(by("true_stage,nominal", TUESDAY, "open")).isEqualTo("1/true:1");
    }

    @Test
    @DisplayName(
            "R-190, R-050: what open deals may bring is each value times its probability, rounded once for each deal")
    void weighted_values_are_rounded_once_for_each_deal() {
        for (var deal : List.of(one, two)) {
            after(
                    Deals.identified(deal, "smith", "0.25", "USD", MONDAY),
                    Deals.stageEntered(deal, 1, MONDAY, MONDAY),
                    Deals.likely(deal, 0, 10, MONDAY));
        }
        after(
                Deals.valued(two, "100.01", "USD", TUESDAY),
                Deals.likely(two, 10, 75, TUESDAY),
                Deals.lost(two, FRIDAY, FRIDAY));
        assertThat(funnel(MONDAY, "weighted")).as("3 cents each; 5 at once").isEqualTo("0.06");
        assertThat(funnel(TUESDAY, "weighted")).isEqualTo("75.04");
        assertThat(funnel(FRIDAY, "weighted"))
                .as("what is closed brings nothing more")
                .isEqualTo("0.03");
    }

    @Test
    @DisplayName("R-053: the last stage succeeds by the signature, on the day that the signature states")
    void the_last_stage_succeeds_on_the_day_of_the_signature() {
        after(
                Deals.identified(one, "smith", "100.00", "USD", MONDAY),
                Deals.likely(one, 0, 90, MONDAY),
                Deals.stageEntered(one, 8, MONDAY, MONDAY),
                Deals.stageSucceeded(one, 8, FRIDAY),
                Deals.likely(one, 90, 100, FRIDAY),
                Deals.won(one, "120.00", "USD", FRIDAY, TUESDAY));
        assertThat(funnel(MONDAY, "weighted", "won")).isEqualTo("90.00 0");
        assertThat(by("true_stage", TUESDAY, "won")).isEqualTo("8:1");
        assertThat(told("stages", TUESDAY, "succeeded"))
                .as("from Monday's entry")
                .isEqualTo("1");
    }

    @Test
    @DisplayName(
            "R-188, R-190: a deal under a process with more stages counts in them, one with fewer is won in its last")
    void a_process_may_have_any_number_of_stages() {
        after(
                Deals.identifiedWithStages(one, "smith", "100.00", "USD", 10, MONDAY),
                Deals.stageEntered(one, 10, MONDAY, MONDAY),
                Deals.identifiedWithStages(two, "smith", "100.00", "USD", 3, MONDAY),
                Deals.likely(two, 0, 60, MONDAY),
                Deals.stageEntered(two, 3, MONDAY, MONDAY),
                Deals.stageSucceeded(two, 3, FRIDAY),
                Deals.likely(two, 60, 100, FRIDAY),
                Deals.won(two, "120.00", "USD", FRIDAY, TUESDAY));
        assertThat(by("true_stage", MONDAY, "open")).isEqualTo("3:1 10:1");
        assertThat(by("true_stage", TUESDAY, "won"))
                .as("on the day of the signature, not on that of the last stage")
                .isEqualTo("3:1");
    }

    @Test
    @DisplayName("an authorised deal counts as qualified, and an event that nobody has heard of as nothing")
    void an_authorised_deal_counts_as_qualified() {
        after(
                Deals.identified(one, "smith", "100.00", "USD", MONDAY),
                Deals.qualified(one, MONDAY),
                Deals.authorized(one, TUESDAY),
                Deals.unheardOf(one, TUESDAY),
                Deals.identified(two, "smith", "100.00", "USD", MONDAY),
                Deals.authorized(two, TUESDAY));
        assertThat(funnel(MONDAY, "qualified")).isEqualTo("1");
        assertThat(funnel(TUESDAY, "qualified")).isEqualTo("2");
        after(Deals.won(two, "100.00", "USD", FRIDAY, FRIDAY), Deals.authorized(two, FRIDAY));
        assertThat(funnel(FRIDAY, "won")).as("it stays won").isEqualTo("1");
    }

    @Test
    @DisplayName("half a character in an owner's name is shown as a replaced one")
    void half_a_character() {
        after(Deals.identified(one, "a\\ud800b", "100.00", "USD", MONDAY));
        assertThat(by("owner", MONDAY, "open")).isEqualTo("a\ufffdb:1");
    }

    @Test
    @DisplayName(
            "an event of what was never identified is a fault: its subject is set aside, and nothing is passed over")
    void what_was_never_identified() {
        assertThatThrownBy(() -> new OpportunityFold(ZoneOffset.UTC).apply(null, Deals.qualified(one, MONDAY)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never identified");
        after(Deals.qualified(one, MONDAY));
        assertThat(fed.select("select dataset || ' ' || subject from $.aside where dataset = 'opportunity'"))
                .containsExactly("opportunity " + one);
    }

    private void after(Inbound... events) {
        fed.take(List.of(events), new Random(1));
    }

    private String funnel(LocalDate day, String... figures) {
        return told("funnel", day, figures);
    }

    private String told(String report, LocalDate day, String... figures) {
        return fed.ask(report, "by", "", "asOf", day.toString()).rows().stream()
                .map(row -> List.of(figures).stream()
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    /** Those of which there are any. */
    private String by(String dimensions, LocalDate day, String figure) {
        return fed.ask("funnel", "by", dimensions, "asOf", day.toString(), "orderBy", dimensions).rows().stream()
                .filter(row -> !String.valueOf(row.get(figure)).equals("0"))
                .map(row -> List.of(dimensions.split(",", -1)).stream()
                                .map(name -> String.valueOf(row.get(name)))
                                .collect(Collectors.joining("/"))
                        + ":" + row.get(figure))
                .collect(Collectors.joining(" "));
    }
}
