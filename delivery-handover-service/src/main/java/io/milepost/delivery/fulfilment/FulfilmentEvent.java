package io.milepost.delivery.fulfilment;

import io.milepost.delivery.fulfilment.Fulfilment.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a fulfilment, each of one contract. */
public sealed interface FulfilmentEvent {
    UUID contractId();

    record FulfilmentOpened(
            UUID contractId,
            String owner,
            List<Line> lines,
            @Nullable LocalDate requestedFor) implements FulfilmentEvent {
        public FulfilmentOpened {
            lines = List.copyOf(lines);
        }
    }

    record SupplyArranged(UUID contractId, int line, Supply supply, LocalDate readyBy) implements FulfilmentEvent {}

    record LineSupplied(UUID contractId, int line, LocalDate on) implements FulfilmentEvent {}

    /** Who agreed is stored sealed; the key is the keyed hash by which the same is known again. */
    record DeliveryTermsAgreed(
            UUID contractId,
            LocalDate on,
            Manner manner,
            String form,
            String place,
            @Nullable String agreedWith,
            boolean installation,
            @Nullable String agreedWithKey)
            implements FulfilmentEvent {

        boolean isSame(DeliveryTermsAgreed other) {
            return on.equals(other.on)
                    && manner == other.manner
                    && form.equals(other.form)
                    && place.equals(other.place)
                    && installation == other.installation
                    && Objects.equals(agreedWithKey, other.agreedWithKey);
        }
    }

    record GoodsShipped(UUID contractId, String reference, LocalDate on, List<Quantity> quantities)
            implements FulfilmentEvent {
        public GoodsShipped {
            quantities = List.copyOf(quantities);
        }
    }

    record GoodsArrived(UUID contractId, String reference, LocalDate on) implements FulfilmentEvent {}

    /**
     * Everything has arrived.
     *
     * @param agreedOn the day that was agreed
     * @param arrivedOn the day of the last arrival; late where it is after the agreed one
     */
    record GoodsDelivered(UUID contractId, LocalDate agreedOn, LocalDate arrivedOn) implements FulfilmentEvent {}

    record InstallationCompleted(UUID contractId, LocalDate on, String work, String by) implements FulfilmentEvent {}

    record CommissioningCompleted(UUID contractId, LocalDate on, String result, String by) implements FulfilmentEvent {}

    record DeliveryOverdue(UUID contractId, LocalDate agreedOn, String owner) implements FulfilmentEvent {}
}
