package io.milepost.platform.testkit.parcel;

import io.milepost.platform.value.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of a parcel. */
public sealed interface ParcelCommand {
    /** Brings it into being. */
    record PostParcel(String label, @Nullable String recipient, Money worth, Size size, List<Stamp> stamps) {
        public PostParcel {
            stamps = List.copyOf(stamps);
        }
    }

    /** States its weight. */
    record WeighParcel(int grams) implements ParcelCommand {}

    /** Ends its story; only an automation may say so. */
    record DeliverParcel(UUID agentId) implements ParcelCommand {}

    /** How large it is. */
    enum Size {
        SMALL,
        LARGE
    }

    /** A stamp on it. */
    record Stamp(String motif, Money price) {}
}
