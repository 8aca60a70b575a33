package io.milepost.delivery.deviation;

import static io.milepost.delivery.deviation.Deviation.No.*;
import static io.milepost.delivery.deviation.DeviationCatalogue.*;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.deviation.Deviation.*;
import io.milepost.delivery.deviation.DeviationCatalogue.View;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeviationTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(DEVIATION);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final UUID CONTRACT = new UUID(1, 1);
    private static final Money PLANNED = Money.of("100.00", "USD");
    private static final Money ACTUAL = Money.of("130.00", "USD");
    private static final DeviationFound CRACKS =
            new DeviationFound(CONTRACT, Dimension.QUALITY, "cracks", null, null, "grind them", "eva", FRIDAY, TODAY);
    private static final CorrectionOverdue LATE = new CorrectionOverdue(CONTRACT, "eva", FRIDAY);
    private static final DeviationCorrected DONE = new DeviationCorrected(CONTRACT, "ground", TODAY, "eva");
    private static final Scenario<Deviation, Command, Event> NOTHING =
            Scenario.of(DEVIATION).recording(REACHED);
    private static final Scenario<Deviation, Command, Event> SOLD =
            NOTHING.reading(new SoldContract(CONTRACT, "kim", null));
    private static final Scenario<Deviation, Command, Event> OPEN = NOTHING.given(CRACKS);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-151: a deviation in time, cost, quality or risk is recorded with its correction")
    void is_recorded_with_its_correction() {
        SOLD.when(record(Dimension.QUALITY, null, null)).then(CRACKS);
        SOLD.when(record(Dimension.COST, PLANNED, ACTUAL))
                .then(new DeviationFound(
                        CONTRACT, Dimension.COST, "cracks", PLANNED, ACTUAL, "grind them", "eva", FRIDAY, TODAY));
        NOTHING.when(record(Dimension.QUALITY, null, null)).thenRefused(CONTRACT_UNKNOWN, "/contractId");
    }

    @Test
    @DisplayName("R-151: a deviation of cost says what was planned and what it costs, in one currency; no other does")
    void cost_is_stated_for_cost_alone() {
        SOLD.when(record(Dimension.COST, PLANNED, null)).thenRefused(COST_MISSING, "/actual");
        SOLD.when(record(Dimension.COST, null, ACTUAL)).thenRefused(COST_MISSING, "/actual");
        Stream.of(Dimension.TIME, Dimension.QUALITY, Dimension.RISK)
                .forEach(other -> SOLD.when(record(other, null, ACTUAL)).thenRefused(NO_COST_DEVIATION, "/actual"));
        SOLD.when(record(Dimension.COST, PLANNED, Money.of("1.00", "EUR")))
                .thenRefused(CURRENCIES_MIXED, "/actual/currency");
        SOLD.when(record(Dimension.COST, Money.of("-1.00", "USD"), ACTUAL)).thenRefused(AMOUNT_NEGATIVE, "/planned");
        SOLD.when(record(Dimension.COST, PLANNED, Money.of("-1.00", "USD"))).thenRefused(AMOUNT_NEGATIVE, "/actual");
    }

    @Test
    void says_what_who_and_by_when() {
        SOLD.when(record(" ", "grind", "eva", FRIDAY)).thenRefused(TEXT_MISSING, "/what");
        SOLD.when(record("cracks", " ", "eva", FRIDAY)).thenRefused(TEXT_MISSING, "/correction");
        SOLD.when(record("cracks", "grind", " ", FRIDAY)).thenRefused(OWNER_MISSING, "/owner");
        SOLD.when(record("cracks", "grind", "eva", TODAY.minusDays(1))).thenRefused(DUE_IN_PAST, "/dueOn");
        SOLD.when(record("cracks", "grind", "eva", TODAY.plusYears(6))).thenRefused(DAY_IMPLAUSIBLE, "/dueOn");
    }

    @Test
    @DisplayName("R-151: a correction is revised, overdue once for each last day, and done once")
    void is_corrected() {
        var later = FRIDAY.plusDays(7);
        OPEN.when(new ReviseCorrection("grind them", FRIDAY))
                .thenNothing()
                .when(new MarkCorrectionOverdue(FRIDAY))
                .on(FRIDAY)
                .thenNothing()
                .when(new MarkCorrectionOverdue(FRIDAY))
                .on(FRIDAY.plusDays(1))
                .then(LATE)
                .when(new MarkCorrectionOverdue(FRIDAY))
                .on(FRIDAY.plusDays(2))
                .thenNothing()
                .when(new ReviseCorrection("weld them", later))
                .then(new CorrectionRevised(CONTRACT, "weld them", later))
                .when(new MarkCorrectionOverdue(later))
                .on(later.plusDays(1))
                .then(new CorrectionOverdue(CONTRACT, "eva", later))
                .when(new CloseDeviation("ground"))
                .byMember("eva")
                .then(DONE)
                .when(new CloseDeviation("ground"))
                .thenNothing()
                .when(new CloseDeviation("welded"))
                .thenRefused(DEVIATION_CORRECTED)
                .when(new ReviseCorrection("again", later))
                .thenRefused(DEVIATION_CORRECTED);
        OPEN.when(new CloseDeviation(" ")).thenRefused(TEXT_MISSING, "/result");
        OPEN.when(new ReviseCorrection(" ", later)).thenRefused(TEXT_MISSING, "/correction");
        OPEN.when(new ReviseCorrection("weld", TODAY.minusDays(1))).thenRefused(DUE_IN_PAST, "/dueOn");
    }

    @Test
    void shows_where_it_stands_and_what_it_waits_for() {
        assertThat(Stream.of(OPEN, OPEN.given(LATE), OPEN.given(DONE))
                        .map(scenario -> View.of(scenario.state()).status()))
                .containsExactly("OPEN", "OVERDUE", "CORRECTED");
        assertThat(CORRECTION_DUE.dates().apply(OPEN.state()))
                .containsExactly(
                        DueDate.endOf(FRIDAY, new MarkCorrectionOverdue(FRIDAY)).ownedBy("eva"));
        Stream.of(LATE, DONE)
                .forEach(event -> assertThat(
                                CORRECTION_DUE.dates().apply(OPEN.given(event).state()))
                        .isEmpty());
        assertThat(DEVIATION.ownerOf(OPEN.state())).isEqualTo("eva");
    }

    private static RecordDeviation record(Dimension dimension, @Nullable Money planned, @Nullable Money actual) {
        return new RecordDeviation(CONTRACT, dimension, "cracks", planned, actual, "grind them", "eva", FRIDAY);
    }

    private static RecordDeviation record(String what, String correction, String owner, LocalDate dueOn) {
        return new RecordDeviation(CONTRACT, Dimension.RISK, what, null, null, correction, owner, dueOn);
    }
}
