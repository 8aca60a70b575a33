package io.milepost.leads.marketresearch;

import static io.milepost.leads.marketresearch.MarketResearch.No.*;
import static io.milepost.leads.marketresearch.MarketResearchCatalogue.MARKET_RESEARCH;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.kernel.SourceKind;
import io.milepost.leads.marketresearch.MarketResearch.*;
import io.milepost.leads.marketresearch.MarketResearchCatalogue.View;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A study from its first finding to the one that replaces it. */
class MarketResearchTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(MARKET_RESEARCH);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");
    private static final UUID NEXT = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final StartMarketResearch START = new StartMarketResearch("Presses", "Ohio", FIRST, LAST);
    private static final MarketResearchStarted STARTED = new MarketResearchStarted("Presses", "Ohio", FIRST, LAST);
    private static final RecordFinding VISITED =
            new RecordFinding(Aspect.DEMAND, SourceKind.VISIT, "two plants are looking for presses", null, null);
    private static final MarketFindingRecorded FOUND = new MarketFindingRecorded(
            Aspect.DEMAND, SourceKind.VISIT, "two plants are looking for presses", null, TODAY);
    private static final Money SIZE = Money.of("1200000.00", "USD");
    private static final PublishMarketResearch PUBLISH =
            new PublishMarketResearch("forty presses a year", "smaller lots", "worth a campaign", SIZE, null, null);
    private static final MarketResearchPublished RESULT = new MarketResearchPublished(
            "forty presses a year", "smaller lots", "worth a campaign", SIZE, 1, TODAY, null, null);

    private static final Scenario<MarketResearch, Command, Event> NOTHING =
            Scenario.of(MARKET_RESEARCH).recording(REACHED);
    private static final Scenario<MarketResearch, Command, Event> COLLECTING = NOTHING.given(STARTED);
    private static final Scenario<MarketResearch, Command, Event> PUBLISHED = COLLECTING.given(FOUND, RESULT);
    private static final Scenario<MarketResearch, Command, Event> SUPERSEDED =
            PUBLISHED.given(new MarketResearchSuperseded(NEXT));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-001: a study has a target market and a period, findings about demand and trends, and a conclusion")
    void is_started_filled_and_published() {
        NOTHING.when(START)
                .then(STARTED)
                .when(VISITED)
                .then(FOUND)
                .when(new RecordFinding(Aspect.TREND, SourceKind.INDUSTRY_REPORT, "lots shrink", "VDMA 7", FIRST))
                .then(new MarketFindingRecorded(
                        Aspect.TREND, SourceKind.INDUSTRY_REPORT, "lots shrink", "VDMA 7", FIRST))
                .when(PUBLISH)
                .then(new MarketResearchPublished(
                        "forty presses a year", "smaller lots", "worth a campaign", SIZE, 2, TODAY, null, null));
        NOTHING.when(VISITED).thenUnknown();
        COLLECTING.when(START).thenTaken();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R-001: a finding comes from a source of a known kind")
    void takes_findings_of_every_kind_of_source(SourceKind source) {
        COLLECTING
                .when(new RecordFinding(Aspect.MARKET, source, "grows", null, FIRST))
                .then(new MarketFindingRecorded(Aspect.MARKET, source, "grows", null, FIRST));
    }

    @Test
    @DisplayName("R-001: what is already so changes nothing, and what is published stands")
    void says_nothing_twice() {
        COLLECTING.when(VISITED).then(FOUND).when(VISITED).thenNothing();
        PUBLISHED.when(PUBLISH).thenNothing();
        PUBLISHED
                .when(new PublishMarketResearch("fifty presses", "smaller lots", "worth a campaign", SIZE, null, null))
                .thenRefused(RESEARCH_PUBLISHED);
        PUBLISHED.when(VISITED).thenRefused(RESEARCH_PUBLISHED);
    }

    @Test
    @DisplayName("R-001: a study is published with at least one finding, and says demand, trends and conclusion")
    void is_published_with_all_that_it_asks_for() {
        COLLECTING.when(PUBLISH).thenRefused(NOTHING_FOUND);
        var ready = COLLECTING.given(FOUND);
        ready.when(new PublishMarketResearch(" ", "t", "c", null, null, null)).thenRefused(TEXT_MISSING, "/demand");
        ready.when(new PublishMarketResearch("d", "", "c", null, null, null)).thenRefused(TEXT_MISSING, "/trends");
        ready.when(new PublishMarketResearch("d", "t", " ", null, null, null)).thenRefused(TEXT_MISSING, "/conclusion");
        ready.when(new PublishMarketResearch("d", "t", "c", Money.of("-0.01", "USD"), null, null))
                .thenRefused(AMOUNT_NEGATIVE, "/marketSize");
        ready.when(new PublishMarketResearch("d", "t", "c", null, null, null))
                .then(new MarketResearchPublished("d", "t", "c", null, 1, TODAY, null, null));
    }

    @Test
    @DisplayName(
            "R-207: a published study tells how large which segment is, and what part of it or of all a competitor has")
    void tells_segments_and_competitors() {
        var parts = publish(
                List.of(size("mill", "700000.00"), size("FORGE", "500000.00")),
                List.of(share("RIV", null, "30"), share("riv", "Mill", "12.5000"), share("OLD", "MILL", "87.5")));
        asked(parts)
                .then(new MarketResearchPublished("d", "t", "c", SIZE, 1, TODAY, parts.segments(), parts.competitors()))
                .when(parts)
                .thenNothing()
                .when(publish(parts.segments(), List.of(share("RIV", null, "31"))))
                .thenRefused(RESEARCH_PUBLISHED);
        var withoutWhole = new PublishMarketResearch(
                "d", "t", "c", null, List.of(size("MILL", "1.00")), List.of(share("RIV", "MILL", "100")));
        asked(withoutWhole)
                .then(new MarketResearchPublished(
                        "d", "t", "c", null, 1, TODAY, withoutWhole.segments(), withoutWhole.competitors()));
        assertThat(share("RIV", null, "1E+2").percent()).hasToString("100");
    }

    @Test
    @DisplayName("R-207: segments are known, told once, in one currency, and together no larger than their market")
    void refuses_sizes_that_cannot_be() {
        refusedSize(SEGMENT_UNKNOWN, "/segments/0/segment", size("NOBODY", "1.00"));
        refusedSize(TEXT_MISSING, "/segments/0/segment", size(" ", "1.00"));
        refusedSize(SEGMENT_REPEATED, "/segments/1/segment", size("MILL", "1.00"), size(" mill", "1.00"));
        refusedSize(AMOUNT_NEGATIVE, "/segments/0/size", size("MILL", "-1.00"));
        refusedSize(SEGMENTS_OVER_MARKET, "/segments", size("MILL", "700000.00"), size("FORGE", "500000.01"));
        refusedSize(CURRENCIES_MIXED, "/segments/0/size/currency", new SegmentSize("MILL", Money.of("1.00", "EUR")));
        String most = "9".repeat(15) + ".00";
        asked(new PublishMarketResearch("d", "t", "c", null, List.of(size("MILL", most), size("FORGE", most)), null))
                .thenRefused(AMOUNT_TOO_LARGE, "/segments");
    }

    @Test
    @DisplayName(
            "R-207: a share is a competitor's of what has a size, told once, and all together are no more than all")
    void refuses_shares_that_cannot_be() {
        refusedShare(COMPETITOR_UNKNOWN, "/competitors/0/competitor", share("NOBODY", null, "1"));
        refusedShare(TEXT_MISSING, "/competitors/0/competitor", share(" ", null, "1"));
        refusedShare(SEGMENT_UNKNOWN, "/competitors/0/segment", share("RIV", "NOBODY", "1"));
        refusedShare(TEXT_MISSING, "/competitors/0/segment", share("RIV", " ", "1"));
        refusedShare(SHARE_WITHOUT_SIZE, "/competitors/0", share("RIV", "FORGE", "1"));
        refusedShare(
                COMPETITOR_REPEATED, "/competitors/1/competitor", share("RIV", "MILL", "1"), share("riv", "mill", "2"));
        for (String wrong : List.of("0", "-1", "100.0001", "0.00001", "1E+1000")) {
            refusedShare(PERCENT_FAULTY, "/competitors/0/percent", share("RIV", "MILL", wrong));
        }
        refusedShare(SHARES_OVER_HUNDRED, "/competitors", share("RIV", "MILL", "60"), share("OLD", "MILL", "40.0001"));
        asked(new PublishMarketResearch("d", "t", "c", null, null, List.of(share("RIV", null, "1"))))
                .thenRefused(SHARE_WITHOUT_SIZE, "/competitors/0");
    }

    private static void refusedSize(Refusal refusal, String pointer, SegmentSize... sizes) {
        asked(publish(List.of(sizes), null)).thenRefused(refusal, pointer);
    }

    private static void refusedShare(Refusal refusal, String pointer, CompetitorShare... shares) {
        asked(publish(List.of(size("MILL", "700000.00")), List.of(shares))).thenRefused(refusal, pointer);
    }

    /** A study that can be published, where two segments and two competitors are on record. */
    private static Scenario.Attempt<MarketResearch, Command, Event> asked(PublishMarketResearch publish) {
        return COLLECTING
                .given(FOUND)
                .when(publish)
                .holding("segment-code=MILL", new UUID(1, 11))
                .holding("segment-code=FORGE", new UUID(1, 12))
                .holding("competitor-code=RIV", new UUID(1, 13))
                .holding("competitor-code=OLD", new UUID(1, 14));
    }

    private static PublishMarketResearch publish(List<SegmentSize> segments, List<CompetitorShare> competitors) {
        return new PublishMarketResearch("d", "t", "c", SIZE, segments, competitors);
    }

    private static SegmentSize size(String segment, String amount) {
        return new SegmentSize(segment, Money.of(amount, "USD"));
    }

    private static CompetitorShare share(String competitor, String segment, String percent) {
        return new CompetitorShare(competitor, segment, new BigDecimal(percent));
    }

    @Test
    @DisplayName("R-001: a period has its days in order, and a finding is not of the future")
    void refuses_impossible_days() {
        NOTHING.when(new StartMarketResearch("Presses", "Ohio", LAST, FIRST)).thenRefused(PERIOD_REVERSED, "/to");
        NOTHING.when(new StartMarketResearch("Presses", "Ohio", LAST, LAST))
                .then(new MarketResearchStarted("Presses", "Ohio", LAST, LAST));
        NOTHING.when(new StartMarketResearch("Presses", "Ohio", FIRST.minusYears(60), LAST))
                .thenRefused(DAY_IMPLAUSIBLE, "/from");
        NOTHING.when(new StartMarketResearch("Presses", "Ohio", FIRST, LAST.plusYears(60)))
                .thenRefused(DAY_IMPLAUSIBLE, "/to");
        COLLECTING.when(found("x", TODAY.plusDays(1))).thenRefused(DAY_IN_FUTURE, "/on");
        COLLECTING.when(found("x", TODAY.minusYears(51))).thenRefused(DAY_IMPLAUSIBLE, "/on");
        COLLECTING.when(found(" ", TODAY)).thenRefused(TEXT_MISSING, "/text");
        COLLECTING
                .when(new RecordFinding(Aspect.OTHER, SourceKind.WEB, "x", " ", TODAY))
                .thenRefused(TEXT_MISSING, "/reference");
        NOTHING.when(new StartMarketResearch(" ", "Ohio", FIRST, LAST)).thenRefused(TEXT_MISSING, "/title");
        NOTHING.when(new StartMarketResearch("Presses", "", FIRST, LAST)).thenRefused(TEXT_MISSING, "/market");
    }

    @Test
    @DisplayName("R-001: a published study is replaced by another published one, once")
    void is_superseded_by_a_published_study() {
        var supersede = new SupersedeMarketResearch(NEXT);
        COLLECTING.when(supersede).thenRefused(RESEARCH_NOT_PUBLISHED);
        PUBLISHED.when(new SupersedeMarketResearch(Scenario.ID)).thenRefused(SUCCESSOR_IS_ITSELF, "/successorId");
        PUBLISHED.when(supersede).thenRefused(SUCCESSOR_NOT_PUBLISHED, "/successorId");
        PUBLISHED.when(supersede).reading(new Successor(false)).thenRefused(SUCCESSOR_NOT_PUBLISHED, "/successorId");
        PUBLISHED
                .when(supersede)
                .reading(new Successor(true))
                .then(new MarketResearchSuperseded(NEXT))
                .when(supersede)
                .thenNothing();
        SUPERSEDED.when(new SupersedeMarketResearch(new UUID(1, 3))).thenRefused(RESEARCH_SUPERSEDED);
        SUPERSEDED.when(VISITED).thenRefused(RESEARCH_SUPERSEDED);
        SUPERSEDED.when(PUBLISH).thenRefused(RESEARCH_SUPERSEDED);
    }

    @Test
    @DisplayName("R-001: only a study that is published, and not replaced itself, replaces another")
    void knows_of_a_successor_whether_it_is_published() {
        assertThat(Successor.of(COLLECTING.state())).isEqualTo(new Successor(false));
        assertThat(Successor.of(PUBLISHED.state())).isEqualTo(new Successor(true));
        assertThat(Successor.of(SUPERSEDED.state())).isEqualTo(new Successor(false));
    }

    @Test
    @DisplayName("R-001: a read shows the study, its findings, the result and the successor")
    void shows_the_whole_study() {
        assertThat(View.of(COLLECTING.state())).isEqualTo(new View("COLLECTING", STARTED, List.of(), null, null));
        assertThat(View.of(PUBLISHED.state())).isEqualTo(new View("PUBLISHED", STARTED, List.of(FOUND), RESULT, null));
        assertThat(View.of(SUPERSEDED.state()))
                .isEqualTo(new View("SUPERSEDED", STARTED, List.of(FOUND), RESULT, NEXT));
    }

    private static RecordFinding found(String text, LocalDate on) {
        return new RecordFinding(Aspect.OTHER, SourceKind.WEB, text, null, on);
    }
}
