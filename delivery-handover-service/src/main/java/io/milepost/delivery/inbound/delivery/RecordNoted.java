package io.milepost.delivery.inbound.delivery;

import io.milepost.delivery.kernel.Paper;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code filing-list.record-noted}: what is in no record yet; the deal or the contract is the event's subject. */
public record RecordNoted(@Nullable UUID opportunityId, List<Paper> missing) {
    public RecordNoted {
        missing = List.copyOf(missing);
    }
}
