package io.milepost.leads.administration.exchangerate;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.administration.exchangerate.ExchangeRate.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** The exchange rate's commands and events. A pair and day are claimed by the tag {@code rate=}. */
public final class ExchangeRateCatalogue {

    public static final Catalogue<ExchangeRate, Command, Event> EXCHANGE_RATE = Catalogue.of(
                    "exchange-rate", "exchange-rates", ExchangeRate.DECIDER)
            .creates(RecordExchangeRate.class, ExchangeRate::start, FINANCE, OPERATOR, IMPORTER)
            .claims(
                    RecordExchangeRate.class,
                    "rate",
                    (_, _, start) -> List.of(ExchangeRate.key(start.from(), start.to(), start.on())))
            .command(CorrectExchangeRate.class, FINANCE, OPERATOR)
            .event(ExchangeRateRecorded.class, "exchange-rate.recorded", 1)
            .tags(
                    ExchangeRateRecorded.class,
                    recorded ->
                            Set.of(new Tag("rate", ExchangeRate.key(recorded.from(), recorded.to(), recorded.on()))))
            .event(ExchangeRateCorrected.class, "exchange-rate.corrected", 1)
            .open()
            .refusals(No.class, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private ExchangeRateCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status RECORDED or CORRECTED
     * @param rate how much of the currency {@code to} one unit of {@code from} is, as recorded or corrected last
     */
    public record View(String status, Currency from, Currency to, LocalDate on, BigDecimal rate) {
        static View of(ExchangeRate known) {
            return new View(
                    known.corrections() == 0 ? "RECORDED" : "CORRECTED",
                    known.from(),
                    known.to(),
                    known.on(),
                    known.rate());
        }
    }
}
