package io.milepost.suite.year;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The one currency that all amounts are asked in.
 *
 * @param ratesOf the day whose rates all are taken at; null where each is taken at those of its own day
 */
public record Into(String currency, @Nullable LocalDate ratesOf) {}
