package io.milepost.delivery.inbound.delivery;

import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code handover.accepted}: for which opportunity. The handover has the id of its contract and is the event's subject.
 *
 * @param beginsOn the day on which delivery begins; absent where it may have begun before, or was not told yet
 * @param currency of the contract; absent where its value was not said
 */
public record HandoverAccepted(
        UUID opportunityId,
        @Nullable LocalDate beginsOn,
        @Nullable Currency currency) {}
