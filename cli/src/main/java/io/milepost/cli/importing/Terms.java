package io.milepost.cli.importing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What the files do not say about themselves.
 *
 * @param currency of all amounts that name none
 * @param today the last day on which anything in the files can have happened
 * @param zone in which a day of the files begins
 * @param asOf when the files were written, or null where nobody says; a row that does not say when it was changed holds since then
 */
record Terms(
        Currency currency,
        LocalDate today,
        ZoneId zone,
        @Nullable LocalDate asOf) {

    Terms(Currency currency, LocalDate today) {
        this(currency, today, ZoneOffset.UTC, null);
    }
}
