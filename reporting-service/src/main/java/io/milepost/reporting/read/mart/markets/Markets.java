package io.milepost.reporting.read.mart.markets;

import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.money;

import io.milepost.reporting.read.mart.contracts.Contracts;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Periods;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.markets.Market.Month;
import io.milepost.reporting.read.mart.targets.Targets;
import java.time.ZoneId;
import java.util.List;

/** Our part of the market: what we signed of what a study found that all sell. */
public final class Markets {
    private final Measures<Month> figures;
    private final Measures<Rival> rivals;
    private final List<Report> reports;

    /**
     * Beside what was signed and what was to be reached.
     *
     * @param zone in which a time is of a day
     */
    public Markets(ZoneId zone, Contracts contracts, Targets targets) {
        this.figures = each("market", "Markets|市场规模", new Market.Folding(zone), Market::months)
                .id("research_id")
                .dim("market", "Market|市场", TEXT, month -> month.of().market())
                .dim("title", "Study|调研", TEXT, month -> month.of().title())
                .dim("segment", "Segment|客户群", TEXT, Month::segment)
                .dim("for_month", "For the month|所属月份", TEXT, month -> Periods.month(month.month()))
                .dim("for_quarter", "For the quarter|所属季度", TEXT, month -> Periods.quarter(month.month()))
                .dim("for_year", "For the year|所属年份", TEXT, month -> Periods.year(month.month()))
                .money("size", "Size|规模", Month::size)
                .measures()
                .stock(
                        "market_size",
                        "Size of markets|市场规模合计",
                        money(Month::size).when(Month::known));
        this.rivals = each("market_rival", "Shares of competitors|竞争对手份额", new Market.Folding(zone), Market::rivals)
                .id("research_id")
                .dim("competitor", "Competitor|竞争对手", TEXT, Rival::competitor)
                .dim("market", "Market|市场", TEXT, rival -> rival.of().market())
                .dim("segment", "Segment|客户群", TEXT, Rival::segment)
                .dim("for_month", "For the month|所属月份", TEXT, rival -> Periods.month(rival.month()))
                .dim("for_quarter", "For the quarter|所属季度", TEXT, rival -> Periods.quarter(rival.month()))
                .dim("for_year", "For the year|所属年份", TEXT, rival -> Periods.year(rival.month()))
                .money("rival_value", "Value|金额", Rival::value)
                .money("rival_size", "Of a size|所属规模", Rival::size)
                .measures()
                .stock(
                        "rivals_in_market",
                        "Competitors in the market|竞争对手市场金额",
                        money(Rival::value).when(Rival::inMarket))
                .stock(
                        "rivals_market_size",
                        "Size of that market|所属市场规模",
                        money(Rival::size).when(Rival::inMarket))
                .stock(
                        "rivals_in_segments",
                        "Competitors in segments|竞争对手客户群金额",
                        money(Rival::value).when(Rival::inSegment))
                .stock(
                        "rivals_segment_size",
                        "Size of those segments|所属客户群规模",
                        money(Rival::size).when(Rival::inSegment))
                .ratio(
                        "rival_market_rate",
                        "Share of the market|市场份额",
                        "rivals_in_market",
                        List.of("rivals_market_size"))
                .ratio(
                        "rival_segment_rate",
                        "Share of the segment|客户群份额",
                        "rivals_in_segments",
                        List.of("rivals_segment_size"));
        this.reports = List.of(
                report("markets", "Markets by their size|各市场规模")
                        .of(figures, "market_size")
                        .by("market", "for_year"),
                report("market-share", "Our share of the market|市场占有率")
                        .of(figures, "market_size")
                        .by("for_year")
                        .beside(contracts.signed(), null, "signed_value")
                        .beside(rivals, null, "rivals_in_market")
                        .share("market_share_rate", "Our share|占有率", List.of("signed_value"), List.of("market_size"))
                        .share(
                                "rivals_rate",
                                "Share of competitors|竞争对手占有率",
                                List.of("rivals_in_market"),
                                List.of("market_size")),
                report("segment-share", "Our share of segments|客户群占有率")
                        .of(figures, "market_size")
                        .by("segment", "for_year")
                        .beside(contracts.signed(), null, "signed_value")
                        .beside(rivals, null, "rivals_in_segments")
                        .share("market_share_rate", "Our share|占有率", List.of("signed_value"), List.of("market_size"))
                        .share(
                                "rivals_rate",
                                "Share of competitors|竞争对手占有率",
                                List.of("rivals_in_segments"),
                                List.of("market_size")),
                report("competitor-shares", "Shares of competitors|各竞争对手份额")
                        .of(rivals, "rivals_in_market", "rival_market_rate", "rivals_in_segments", "rival_segment_rate")
                        .by("competitor", "segment", "for_year"),
                report("market-share-attainment", "Share of the market reached|市场份额目标达成")
                        .of(targets.figures(), "company_share_target")
                        .by("for_year")
                        .beside(figures, null, "market_size")
                        .beside(contracts.signed(), null, "signed_value")
                        .share("market_share_rate", "Our share|占有率", List.of("signed_value"), List.of("market_size"))
                        .share(
                                "attainment_rate",
                                "Reached|达成率",
                                List.of("market_share_rate"),
                                List.of("company_share_target")));
    }

    public List<Measures<?>> measures() {
        return List.of(figures, rivals);
    }

    public List<Report> reports() {
        return reports;
    }
}
