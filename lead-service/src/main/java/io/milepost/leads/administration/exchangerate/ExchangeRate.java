package io.milepost.leads.administration.exchangerate;

import static io.milepost.leads.administration.exchangerate.ExchangeRate.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The rate of a pair of currencies on one day, as it was recorded or corrected last.
 *
 * @param rate how much of the currency {@code to} one unit of {@code from} is
 * @param corrections how often it was corrected
 */
public record ExchangeRate(Currency from, Currency to, LocalDate on, BigDecimal rate, int corrections) {
    static final Decider<ExchangeRate, Command, Event> DECIDER =
            new Decider<>(ExchangeRate::decide, ExchangeRate::begin, ExchangeRate::evolve);

    private static final int INTEGER_DIGITS = 9;
    private static final int DECIMALS = 10;

    /** States that on that day one unit of {@code from} was so much of {@code to}; the other direction is a rate of its own. */
    public record RecordExchangeRate(Currency from, Currency to, LocalDate on, BigDecimal rate) {}

    public sealed interface Command {}

    /** The rate was recorded wrongly. Whoever has computed with it is not asked; the history keeps both. */
    public record CorrectExchangeRate(
            BigDecimal rate, @Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {}

    public record ExchangeRateRecorded(Currency from, Currency to, LocalDate on, BigDecimal rate) implements Event {}

    public record ExchangeRateCorrected(Currency from, Currency to, LocalDate on, BigDecimal rate, String reason)
            implements Event {}

    public enum No implements Refusal {
        RATE_TAKEN(state("a rate of this pair of currencies and day is recorded, and can be corrected")),
        CURRENCIES_SAME(rule("a rate is between two different currencies")),
        RATE_NOT_POSITIVE(rule("a rate must be above zero")),
        RATE_TOO_LONG(rule("a rate has at most 9 digits before the point and 10 after it"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    static Decision<Event> start(RecordExchangeRate start, Occasion occasion) {
        var checks = check().that(!start.from().equals(start.to()), "/to", CURRENCIES_SAME)
                .notAfter("/on", start.on(), occasion.today())
                .within(FAR, "/on", start.on(), occasion.today());
        return checkRate(checks, start.rate())
                .that(
                        occasion.holderOf("rate", key(start.from(), start.to(), start.on()))
                                .isEmpty(),
                        RATE_TAKEN)
                .accept(() -> new ExchangeRateRecorded(start.from(), start.to(), start.on(), start.rate()));
    }

    static Decision<Event> decide(ExchangeRate known, Command command, Occasion occasion) {
        return switch (command) {
            case CorrectExchangeRate(var rate, var reason) ->
                known.rate().compareTo(rate) == 0
                        ? unchanged()
                        : checkRate(check(), rate)
                                .reason("/reason", reason)
                                .accept(() ->
                                        new ExchangeRateCorrected(known.from(), known.to(), known.on(), rate, reason));
        };
    }

    static ExchangeRate begin(Event first) {
        var recorded = (ExchangeRateRecorded) first;
        return new ExchangeRate(recorded.from(), recorded.to(), recorded.on(), recorded.rate(), 0);
    }

    static ExchangeRate evolve(ExchangeRate known, Event event) {
        return switch (event) {
            case ExchangeRateRecorded _ -> known;
            case ExchangeRateCorrected corrected ->
                new ExchangeRate(known.from(), known.to(), known.on(), corrected.rate(), known.corrections() + 1);
        };
    }

    /** What one rate alone holds: {@code USD/EUR/2026-05-01}. */
    static String key(Currency from, Currency to, LocalDate on) {
        return "%s/%s/%s".formatted(from, to, on);
    }

    private static Checks checkRate(Checks checks, BigDecimal rate) {
        var plain = rate.stripTrailingZeros();
        return checks.that(rate.signum() > 0, "/rate", RATE_NOT_POSITIVE)
                .that(
                        plain.precision() - plain.scale() <= INTEGER_DIGITS && plain.scale() <= DECIMALS,
                        "/rate",
                        RATE_TOO_LONG);
    }
}
