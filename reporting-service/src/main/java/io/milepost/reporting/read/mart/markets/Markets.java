package io.milepost.reporting.read.mart.markets;

import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.money;

import io.milepost.reporting.read.mart.contracts.Contracts;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.markets.Market.Month;
import java.time.ZoneId;
import java.util.List;

/** Our part of the market: what we signed of what a study found that all sell. */
public final class Markets {
    private final Measures<Month> figures;
    private final List<Report> reports;

    /** @param zone in which a time is of a day */
    public Markets(ZoneId zone, Contracts contracts) {
        this.figures = each("market", "Markets|市场规模", new Market.Folding(zone), Market::months)
                .id("research_id")
                .dim("market", "Market|市场", TEXT, month -> month.of().market())
                .dim("title", "Study|调研", TEXT, month -> month.of().title())
                .dim("for_month", "For the month|所属月份", TEXT, Month::forMonth)
                .dim("for_quarter", "For the quarter|所属季度", TEXT, Month::forQuarter)
                .dim("for_year", "For the year|所属年份", TEXT, Month::forYear)
                .money("size", "Size|规模", Month::size)
                .measures()
                .stock(
                        "market_size",
                        "Size of markets|市场规模合计",
                        money(Month::size).when(Month::known));
        this.reports = List.of(
                report("markets", "Markets by their size|各市场规模")
                        .of(figures, "market_size")
                        .by("market", "for_year"),
                report("market-share", "Our share of the market|市场占有率")
                        .of(figures, "market_size")
                        .by("for_year")
                        .beside(contracts.signed(), null, "signed_value")
                        .share("market_share_rate", "Our share|占有率", List.of("signed_value"), List.of("market_size")));
    }

    public List<Measures<?>> measures() {
        return List.of(figures);
    }

    public List<Report> reports() {
        return reports;
    }
}
