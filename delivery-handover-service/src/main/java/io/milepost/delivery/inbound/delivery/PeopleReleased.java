package io.milepost.delivery.inbound.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code closure.people-released}: which resources are released with them; absent where none was named. */
public record PeopleReleased(UUID contractId, @Nullable List<UUID> resources) {
    public PeopleReleased {
        resources = resources == null ? null : List.copyOf(resources);
    }
}
