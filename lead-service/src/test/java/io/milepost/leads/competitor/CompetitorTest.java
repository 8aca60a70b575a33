package io.milepost.leads.competitor;

import static io.milepost.leads.competitor.Competitor.No.*;
import static io.milepost.leads.competitor.CompetitorCatalogue.COMPETITOR;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.competitor.Competitor.*;
import io.milepost.leads.competitor.CompetitorCatalogue.View;
import io.milepost.leads.kernel.SourceKind;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompetitorTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(COMPETITOR);
    private static final Scenario<Competitor, Command, Event> NONE =
            Scenario.of(COMPETITOR).recording(REACHED);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final CompetitorRecorded RIVAL = new CompetitorRecorded("RIV-1", "Rival Presses");
    private static final Money PRICE = Money.of("91000.00", "USD");

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-002: a competitor has a file under a code that no other one has, in any spelling")
    void a_code_is_held_by_one_competitor() {
        var record = new RecordCompetitor("RIV-1", "Rival Presses");
        NONE.when(record).then(RIVAL).when(record).thenTaken();
        NONE.when(new RecordCompetitor(" riv-1", "Another"))
                .holding("competitor-code=RIV-1", OTHER)
                .thenRefused(COMPETITOR_CODE_TAKEN, "/code");
        NONE.when(record).holding("competitor-code=RIV-2", OTHER).then(RIVAL);
        NONE.when(new RecordCompetitor(" ", "Another")).thenRefused(TEXT_MISSING, "/code");
        NONE.when(new RecordCompetitor("RIV-1", " ")).thenRefused(TEXT_MISSING, "/name");
        assertThat(COMPETITOR
                        .event(CompetitorRecorded.class)
                        .tags()
                        .apply(new CompetitorRecorded(" riv-1", "Rival Presses")))
                .containsExactly(new Tag("competitor-code", "RIV-1"));
    }

    @Test
    @DisplayName(
            "R-002: position, prices and moves are dated facts with their source; one that is said again changes nothing")
    void facts_are_recorded_with_day_and_source() {
        var position = new RecordFact(
                Subject.POSITION, "third in small presses", null, SourceKind.INDUSTRY_REPORT, "VDW 2026", TODAY);
        var price = new RecordFact(Subject.PRICE_LEVEL, "a twentieth below ours", PRICE, SourceKind.VISIT, null, null);
        var first = fact(
                1, Subject.POSITION, "third in small presses", null, SourceKind.INDUSTRY_REPORT, "VDW 2026", TODAY);
        var second = fact(2, Subject.PRICE_LEVEL, "a twentieth below ours", PRICE, SourceKind.VISIT, null, TODAY);
        NONE.given(RIVAL)
                .when(position)
                .then(first)
                .when(price)
                .then(second)
                .when(position)
                .thenNothing()
                .when(price)
                .on(TODAY.plusDays(1))
                .then(fact(
                        3,
                        Subject.PRICE_LEVEL,
                        "a twentieth below ours",
                        PRICE,
                        SourceKind.VISIT,
                        null,
                        TODAY.plusDays(1)));
    }

    @Test
    @DisplayName("R-002: a fact without text, of a day to come or with a price out of place is refused")
    void faulty_facts_are_refused() {
        var rival = NONE.given(RIVAL);
        rival.when(move(" ", null, TODAY)).thenRefused(TEXT_MISSING, "/text");
        rival.when(new RecordFact(Subject.MOVE, "hires", null, SourceKind.WEB, " ", TODAY))
                .thenRefused(TEXT_MISSING, "/reference");
        rival.when(move("hires", null, TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        rival.when(move("hires", null, TODAY.minusYears(51))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        rival.when(move("hires", PRICE, TODAY)).thenRefused(PRICE_MISPLACED, "/price");
        rival.when(new RecordFact(Subject.PRICE_LEVEL, "cheap", PRICE.negated(), SourceKind.WEB, null, TODAY))
                .thenRefused(AMOUNT_NEGATIVE, "/price");
        rival.when(new RecordFact(Subject.MOVE, "hires", null, SourceKind.WEB, null, TODAY.minusYears(50)))
                .then(fact(1, Subject.MOVE, "hires", null, SourceKind.WEB, null, TODAY.minusYears(50)));
    }

    @Test
    @DisplayName(
            "R-002: a profile shows what is latest by its day; what is withdrawn stays readable and counts no more")
    void the_latest_fact_that_stands_is_shown() {
        var late = fact(1, Subject.MOVE, "opens in Texas", null, SourceKind.WEB, null, TODAY);
        var early = fact(2, Subject.MOVE, "closes in Ohio", null, SourceKind.WEB, null, TODAY.minusDays(9));
        var both = NONE.given(RIVAL, late, early);
        assertThat(view(both))
                .isEqualTo(new View(
                        "PROFILED",
                        "RIV-1",
                        "Rival Presses",
                        null,
                        null,
                        late,
                        both.state().facts()));

        var withdrawn = both.when(new WithdrawFact(1, "a rumour"))
                .then(new CompetitorFactWithdrawn(1, "a rumour"))
                .when(new WithdrawFact(1, "a rumour"))
                .thenNothing()
                .when(new WithdrawFact(1, "another reason"))
                .thenRefused(FACT_WITHDRAWN);
        assertThat(view(withdrawn).move()).isEqualTo(early);
        assertThat(view(withdrawn).facts()).containsExactly(new Fact(late, "a rumour"), new Fact(early, null));
        withdrawn
                .when(move("opens in Texas", null, TODAY))
                .then(fact(3, Subject.MOVE, "opens in Texas", null, SourceKind.WEB, null, TODAY));
        both.when(new WithdrawFact(1, " ")).thenRefused(REASON_MISSING, "/reason");
        both.when(new WithdrawFact(3, "a rumour")).thenRefused(FACT_UNKNOWN, "/number");
        both.when(new WithdrawFact(0, "a rumour")).thenRefused(FACT_UNKNOWN, "/number");
    }

    @Test
    @DisplayName("R-002: a competitor may change its name and keeps its code")
    void is_renamed() {
        var renamed = NONE.given(RIVAL)
                .when(new RenameCompetitor("Rival Group"))
                .then(new CompetitorRenamed("Rival Group"))
                .when(new RenameCompetitor("Rival Group"))
                .thenNothing();
        renamed.when(new RenameCompetitor("")).thenRefused(TEXT_MISSING, "/name");
        assertThat(view(renamed))
                .extracting(View::status, View::code, View::name)
                .containsExactly("RECORDED", "RIV-1", "Rival Group");
    }

    private static View view(Scenario<Competitor, Command, Event> scenario) {
        return View.of(scenario.state());
    }

    private static RecordFact move(String text, @Nullable Money price, LocalDate on) {
        return new RecordFact(Subject.MOVE, text, price, SourceKind.WEB, null, on);
    }

    private static CompetitorProfileUpdated fact(
            int number,
            Subject subject,
            String text,
            @Nullable Money price,
            SourceKind source,
            @Nullable String reference,
            LocalDate on) {
        return new CompetitorProfileUpdated(number, subject, text, price, source, reference, on);
    }
}
