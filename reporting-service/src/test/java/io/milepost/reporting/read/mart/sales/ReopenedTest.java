package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A deal that was lost, is reopened, and is lost again or won. */
class ReopenedTest {
    private static final UUID AGAIN = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final LocalDate FEBRUARY = LocalDate.of(2017, 2, 27);
    private static final LocalDate LOST = LocalDate.of(2017, 3, 3);
    private static final LocalDate REOPENED = LocalDate.of(2017, 4, 10);
    private static final LocalDate LOST_AGAIN = LocalDate.of(2017, 5, 20);

    private final HikariDataSource database = Postgres.database();
    private final Fed fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));

    @BeforeEach
    void lose() {
        fed.take(
                List.of(
                        Deals.identified(AGAIN, "smith", "100.00", "USD", FEBRUARY),
                        Deals.qualified(AGAIN, FEBRUARY),
                        Deals.stageEntered(AGAIN, 1, FEBRUARY, FEBRUARY),
                        Deals.likely(AGAIN, 0, 10, FEBRUARY),
                        Deals.lost(AGAIN, LOST, LOST),
                        Deals.reopened(AGAIN, REOPENED),
                        Deals.identified(OTHER, "smith", "10.00", "USD", FEBRUARY),
                        Deals.rejected(OTHER, LOST)),
                new Random(1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName(
            "R-054, R-190, decision 44: what is reopened is in the funnel again, in its stage and at its probability;"
                    + " the days between stay as they were")
    void it_is_in_the_funnel_again() {
        String[] figures = {"open", "identified", "qualified", "open_value", "weighted", "lost", "rejected"};
        assertThat(on(LOST.minusDays(1), "funnel", figures)).isEqualTo("2 1 1 110.00 10.00 0 0");
        assertThat(on(LOST, "funnel", figures)).isEqualTo("0 0 0 0.00 0.00 1 1");
        assertThat(on(REOPENED, "funnel", figures)).isEqualTo("1 0 1 100.00 10.00 0 1");
        assertThat(fed.rows("opportunity", "where", "stage eq 'QUALIFIED'").rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("closed_on")).isNull();
                    assertThat(row.get("loss_reason")).isNull();
                    assertThat(row.get("stage_since")).hasToString(REOPENED.toString());
                });
    }

    @Test
    @DisplayName(
            "R-054, R-192, decision 44: a deal counts as lost or won once, however often it was lost before; the way"
                    + " out and in again stays in the movement")
    void it_is_lost_or_won_once() {
        assertThat(year("won", "won_deals", "lost_deals", "win_rate"))
                .as("nothing is lost any more")
                .isEmpty();
        fed.take(List.of(Deals.lost(AGAIN, LOST_AGAIN, LOST_AGAIN)), new Random(1));
        assertThat(year("won", "won_deals", "lost_deals", "lost_value", "win_rate"))
                .isEqualTo("0 1 100.00 0.0000");
        assertThat(year("movement", "lost_value", "reopened_value", "closing_value"))
                .isEqualTo("-200.00 100.00 0.00");
        fed.take(
                List.of(
                        Deals.reopened(AGAIN, LOST_AGAIN.plusDays(1)),
                        Deals.won(AGAIN, "120.00", "USD", LOST_AGAIN.plusDays(2), LOST_AGAIN.plusDays(2))),
                new Random(1));
        assertThat(year("won", "won_deals", "lost_deals", "win_rate")).isEqualTo("1 0 1.0000");
    }

    @Test
    @DisplayName("Decision 44: a deal whose contract is void is won no more, and its last stage no success; the days"
            + " between stay as they were")
    void a_void_contract_wins_nothing() {
        fed.take(
                List.of(
                        Deals.stageEntered(AGAIN, 8, REOPENED, REOPENED),
                        Deals.won(AGAIN, "120.00", "USD", LOST_AGAIN, LOST_AGAIN)),
                new Random(1));
        assertThat(succeeded()).containsExactly("8 " + LOST_AGAIN);
        var voided = LOST_AGAIN.plusDays(2);
        fed.take(List.of(Deals.reopened(AGAIN, voided), Deals.valued(AGAIN, "100.00", "USD", voided)), new Random(1));
        assertThat(on(LOST_AGAIN, "funnel", "open", "won", "won_value_to_date")).isEqualTo("0 1 120.00");
        assertThat(on(voided, "funnel", "open", "won", "open_value")).isEqualTo("1 0 100.00");
        assertThat(year("won", "won_deals")).isEmpty();
        assertThat(succeeded()).isEmpty();
    }

    private List<String> succeeded() {
        return fed.rows("stay", "where", "success_on ne null").rows().stream()
                .map(row -> row.get("stage") + " " + row.get("success_on"))
                .toList();
    }

    @Test
    @DisplayName("R-193, decision 12: time in the stage begins anew with the reopening, and the stage is entered again")
    void it_stands_in_its_stage_anew() {
        assertThat(fed.rows("stay", "where", "name eq null", "orderBy", "since").rows().stream()
                        .map(row -> row.get("since") + " " + row.get("until") + " " + row.get("was_reentered")))
                .containsExactly(FEBRUARY + " " + LOST + " false", REOPENED + " null true");
        assertThat(on(REOPENED, "stages", "standing")).isEqualTo("1");
        assertThat(on(LOST, "stages", "standing")).isEqualTo("0");
    }

    private String on(LocalDate day, String report, String... figures) {
        return told(report, new String[] {"by", "", "asOf", day.toString()}, figures);
    }

    private String year(String report, String... figures) {
        return told(report, new String[] {"by", "", "from", "2017-01-01", "to", "2017-12-31"}, figures);
    }

    private String told(String report, String[] asked, String... figures) {
        return fed.ask(report, asked).rows().stream()
                .map(row -> List.of(figures).stream()
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }
}
