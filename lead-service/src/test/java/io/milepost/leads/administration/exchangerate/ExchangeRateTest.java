package io.milepost.leads.administration.exchangerate;

import static io.milepost.leads.administration.exchangerate.ExchangeRate.No.*;
import static io.milepost.leads.administration.exchangerate.ExchangeRateCatalogue.EXCHANGE_RATE;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.administration.exchangerate.ExchangeRate.*;
import io.milepost.leads.administration.exchangerate.ExchangeRateCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExchangeRateTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(EXCHANGE_RATE);
    private static final Scenario<ExchangeRate, Command, Event> NOTHING =
            Scenario.of(EXCHANGE_RATE).recording(REACHED);
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final ExchangeRateRecorded RECORDED =
            new ExchangeRateRecorded(USD, EUR, DAY, new BigDecimal("0.9137"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("A rate is recorded once for a pair of currencies and a day, to the last digit")
    void is_recorded_once() {
        NOTHING.when(rate("0.9137")).then(RECORDED).when(rate("0.9137")).thenTaken();
        NOTHING.when(rate("0.9137")).holding("rate=USD/EUR/2026-03-01", OTHER).thenRefused(RATE_TAKEN);
        NOTHING.when(rate("0.9137")).holding("rate=EUR/USD/2026-03-01", OTHER).then(RECORDED);
        NOTHING.when(rate("123456789.0123456789"))
                .then(new ExchangeRateRecorded(USD, EUR, DAY, new BigDecimal("123456789.0123456789")));
    }

    @Test
    void a_wrong_rate_is_corrected_with_a_reason() {
        var known = NOTHING.given(RECORDED);
        var corrected = new ExchangeRateCorrected(USD, EUR, DAY, new BigDecimal("0.9317"), "digits swapped");
        known.when(new CorrectExchangeRate(new BigDecimal("0.9317"), "digits swapped"))
                .then(corrected);
        known.when(new CorrectExchangeRate(new BigDecimal("0.91370"), "the same number"))
                .thenNothing();
        known.when(new CorrectExchangeRate(new BigDecimal("0.9317"), " ")).thenRefused(REASON_MISSING, "/reason");
        known.when(new CorrectExchangeRate(BigDecimal.ZERO, "x")).thenRefused(RATE_NOT_POSITIVE, "/rate");

        assertThat(EXCHANGE_RATE.view().apply(known.state()))
                .isEqualTo(new View("RECORDED", USD, EUR, DAY, new BigDecimal("0.9137")));
        assertThat(EXCHANGE_RATE.view().apply(NOTHING.given(RECORDED, corrected).state()))
                .isEqualTo(new View("CORRECTED", USD, EUR, DAY, new BigDecimal("0.9317")));
    }

    @Test
    void what_is_no_rate_is_refused() {
        NOTHING.when(new RecordExchangeRate(USD, USD, DAY, BigDecimal.ONE)).thenRefused(CURRENCIES_SAME, "/to");
        NOTHING.when(rate("-1")).thenRefused(RATE_NOT_POSITIVE, "/rate");
        NOTHING.when(rate("0")).thenRefused(RATE_NOT_POSITIVE, "/rate");
        NOTHING.when(rate("1234567890")).thenRefused(RATE_TOO_LONG, "/rate");
        NOTHING.when(rate("0.12345678901")).thenRefused(RATE_TOO_LONG, "/rate");
        NOTHING.when(rate("0.1234567890000"))
                .then(new ExchangeRateRecorded(USD, EUR, DAY, new BigDecimal("0.1234567890000")));
        NOTHING.when(new RecordExchangeRate(USD, EUR, DAY.plusDays(2), BigDecimal.ONE))
                .thenRefused(DAY_IN_FUTURE, "/on");
        NOTHING.when(new RecordExchangeRate(USD, EUR, LocalDate.parse("1900-01-01"), BigDecimal.ONE))
                .thenRefused(DAY_IMPLAUSIBLE, "/on");
    }

    private static RecordExchangeRate rate(String rate) {
        return new RecordExchangeRate(USD, EUR, DAY, new BigDecimal(rate));
    }
}
