package io.milepost.leads.salesstrategy;

import static io.milepost.leads.salesstrategy.SalesStrategy.No.*;
import static io.milepost.leads.salesstrategy.SalesStrategyCatalogue.SALES_STRATEGY;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.salesstrategy.SalesStrategy.*;
import io.milepost.leads.salesstrategy.SalesStrategyCatalogue.VersionView;
import io.milepost.leads.salesstrategy.SalesStrategyCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SalesStrategyTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SALES_STRATEGY);
    private static final Scenario<SalesStrategy, Command, Event> NONE =
            Scenario.of(SALES_STRATEGY).recording(REACHED);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Content DIRECT = content("direct", "dealers");
    private static final Content ONLINE = content("web");
    private static final List<KeyFigure> FELL =
            List.of(new KeyFigure("orders of the quarter", new BigDecimal("31.5"), "pieces", TODAY));
    private static final SalesStrategyDrafted DRAFTED =
            new SalesStrategyDrafted("Presses 2026", DIRECT, "someone", TODAY);
    private static final SalesStrategyAdopted ADOPTED = new SalesStrategyAdopted(1, null, "someone", TODAY);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-004: a strategy says position, pricing, channels and promotion, and is in force once it is adopted")
    void is_drafted_and_adopted() {
        var adopted = NONE.when(new DraftSalesStrategy("Presses 2026", DIRECT))
                .then(DRAFTED)
                .when(new AdoptSalesStrategy(1))
                .then(ADOPTED)
                .when(new AdoptSalesStrategy(1))
                .by("another")
                .thenNothing();
        assertThat(adopted.state().inForce()).map(Version::number).contains(1);
        assertThat(NONE.given(DRAFTED).state().inForce()).isEmpty();
    }

    @Test
    @DisplayName("R-004: nothing of a strategy may be left out or said twice")
    void what_is_missing_is_refused() {
        NONE.when(new DraftSalesStrategy(" ", DIRECT)).thenRefused(TEXT_MISSING, "/title");
        for (var field : List.of("positioning", "pricing", "promotion")) {
            var content = new Content(
                    field.equals("positioning") ? "" : "upper end",
                    field.equals("pricing") ? " " : "by value",
                    List.of("direct"),
                    field.equals("promotion") ? " " : "fairs");
            NONE.when(new DraftSalesStrategy("Presses", content)).thenRefused(TEXT_MISSING, "/content/" + field);
        }
        NONE.when(new DraftSalesStrategy("Presses", content())).thenRefused(CHANNELS_MISSING, "/content/channels");
        NONE.when(new DraftSalesStrategy("Presses", content("direct", " ")))
                .thenRefused(TEXT_MISSING, "/content/channels/1");
        NONE.when(new DraftSalesStrategy("Presses", content("direct", "Direct ")))
                .thenRefused(CHANNEL_REPEATED, "/content/channels/1");
    }

    @Test
    @DisplayName("R-004: what is in force is revised with the reason and the figures that call for it")
    void a_revision_names_its_figures() {
        var adopted = NONE.given(DRAFTED, ADOPTED);
        var revised = new SalesStrategyRevised(2, ONLINE, "orders fell", FELL, "someone", TODAY);
        adopted.when(new ReviseSalesStrategy(ONLINE, "orders fell", FELL)).then(revised);
        adopted.when(new ReviseSalesStrategy(ONLINE, "orders fell", List.of()))
                .thenRefused(FIGURES_MISSING, "/figures");
        adopted.when(new ReviseSalesStrategy(ONLINE, "", FELL)).thenRefused(REASON_MISSING, "/reason");
        adopted.when(new ReviseSalesStrategy(DIRECT, "orders fell", FELL))
                .thenRefused(STRATEGY_NOT_CHANGED, "/content");
        adopted.when(revision(new KeyFigure(" ", BigDecimal.ONE, null, TODAY)))
                .thenRefused(TEXT_MISSING, "/figures/0/name");
        adopted.when(revision(new KeyFigure("orders", BigDecimal.ONE, "", TODAY)))
                .thenRefused(TEXT_MISSING, "/figures/0/unit");
        adopted.when(revision(new KeyFigure("orders", BigDecimal.ONE, null, TODAY.plusDays(1))))
                .thenRefused(DAY_IN_FUTURE, "/figures/0/on");
        adopted.when(revision(new KeyFigure("orders", BigDecimal.ONE, null, TODAY.minusYears(51))))
                .thenRefused(DAY_IMPLAUSIBLE, "/figures/0/on");
        adopted.given(revised)
                .when(new ReviseSalesStrategy(ONLINE, "orders fell", FELL))
                .thenNothing();
        NONE.given(DRAFTED)
                .when(new ReviseSalesStrategy(ONLINE, "read again", List.of()))
                .then(new SalesStrategyRevised(2, ONLINE, "read again", List.of(), "someone", TODAY));
    }

    @Test
    @DisplayName("R-004: a version takes the place of the one before when it is adopted, and both stay readable")
    void the_superseded_version_stays_readable() {
        var revised = new SalesStrategyRevised(2, ONLINE, "orders fell", FELL, "someone", TODAY);
        var drafted = NONE.given(DRAFTED, ADOPTED, revised);
        assertThat(statuses(drafted)).containsExactly("ADOPTED", "DRAFT");
        assertThat(View.of(drafted.state()).inForce()).isEqualTo(1);

        drafted.when(new AdoptSalesStrategy(1)).thenRefused(VERSION_NOT_LATEST, "/version");
        drafted.when(new AdoptSalesStrategy(3)).thenRefused(VERSION_NOT_LATEST, "/version");
        var next = new SalesStrategyAdopted(2, 1, "someone", TODAY);
        var superseded = drafted.when(new AdoptSalesStrategy(2)).then(next);
        assertThat(statuses(superseded)).containsExactly("SUPERSEDED", "ADOPTED");
        assertThat(View.of(superseded.state()).versions())
                .extracting(VersionView::version)
                .containsExactly(
                        new Version(1, DIRECT, null, List.of(), "someone", TODAY, ADOPTED),
                        new Version(2, ONLINE, "orders fell", FELL, "someone", TODAY, next));
    }

    private static List<String> statuses(Scenario<SalesStrategy, Command, Event> scenario) {
        return View.of(scenario.state()).versions().stream()
                .map(VersionView::status)
                .toList();
    }

    private static ReviseSalesStrategy revision(KeyFigure figure) {
        return new ReviseSalesStrategy(ONLINE, "orders fell", List.of(figure));
    }

    private static Content content(String... channels) {
        return new Content("upper end", "by value", List.of(channels), "fairs");
    }
}
