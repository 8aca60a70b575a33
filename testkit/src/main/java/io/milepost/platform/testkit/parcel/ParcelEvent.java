package io.milepost.platform.testkit.parcel;

import io.milepost.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a parcel. */
public sealed interface ParcelEvent {
    /** It came into being. */
    record ParcelPosted(
            String label,
            @Nullable String recipient,
            Money worth,
            ParcelCommand.Size size,
            List<ParcelCommand.Stamp> stamps,
            LocalDate postedOn)
            implements ParcelEvent {
        public ParcelPosted {
            stamps = List.copyOf(stamps);
        }
    }

    /** Its weight was found. */
    record ParcelWeighed(int grams) implements ParcelEvent {}

    /** It arrived. */
    record ParcelDelivered(UUID agentId, Instant handedOverAt) implements ParcelEvent {}

    /** Its label belonged to another one: the record of a refusal. */
    record LabelClashFound(UUID holder) implements ParcelEvent {}
}
