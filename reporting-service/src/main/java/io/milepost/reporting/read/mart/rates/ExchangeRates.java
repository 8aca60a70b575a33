package io.milepost.reporting.read.mart.rates;

import static io.milepost.reporting.read.mart.declare.Dataset.dataset;
import static io.milepost.reporting.read.mart.declare.Kind.DAY;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Report.report;
import static io.milepost.reporting.read.mart.declare.Value.count;

import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.query.Rates;
import java.time.ZoneId;
import java.util.List;

/** Exchange rates, which any report can be asked at. */
public final class ExchangeRates {
    private final Measures<?> figures;
    private final List<Report> reports;

    /** @param zone in which a time is of a day */
    public ExchangeRates(ZoneId zone) {
        this.figures = dataset(Rates.DATASET, "Exchange rates|汇率", new ExchangeRate.Folding(zone))
                .dim(Rates.FROM, "From|源币种", TEXT, ExchangeRate::from)
                .dim(Rates.TO, "To|目标币种", TEXT, ExchangeRate::to)
                .dim(Rates.ON, "On|日期", DAY, ExchangeRate::on)
                .dim(Rates.RATE, "Rate|汇率", TEXT, ExchangeRate::plain)
                .measures()
                .stock("rates", "Rates|汇率数", count(ExchangeRate::known));
        this.reports = List.of(report("exchange-rates", "Exchange rates|汇率")
                .of(figures, "rates")
                .by(Rates.FROM, Rates.TO, Rates.ON, Rates.RATE)
                .ofRows());
    }

    public Measures<?> measures() {
        return figures;
    }

    public List<Report> reports() {
        return reports;
    }
}
