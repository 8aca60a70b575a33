package io.milepost.delivery.inbound.delivery;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code acceptance.comprehensive-accepted}: of which contract, on which day.
 *
 * @param currency of the contract, where that is known
 * @param visitDays after how many days its sales process has the customer visited; absent where it does not say
 */
public record ComprehensiveAccepted(
        UUID contractId,
        LocalDate acceptedOn,
        @Nullable Currency currency,
        @Nullable List<Integer> visitDays) {}
