package io.milepost.cli.importing;

import java.time.LocalDate;
import java.util.Currency;

/**
 * What the files do not say about themselves.
 *
 * @param currency of all amounts
 * @param today the last day on which anything in the files can have happened
 * @param delimiter between the cells of a line
 */
record Terms(Currency currency, LocalDate today, Delimiter delimiter) {}
