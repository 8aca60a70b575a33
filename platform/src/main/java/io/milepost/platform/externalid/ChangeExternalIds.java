package io.milepost.platform.externalid;

import io.milepost.platform.decision.Limit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * As it is sent to an entity; in one step, so that an id can be put right without a moment in which there is none.
 *
 * @param add that it has already changes nothing
 * @param remove that it does not have changes nothing
 */
public record ChangeExternalIds(
        @Nullable @Limit(ExternalIds.MOST) List<ExternalId> add,
        @Nullable @Limit(ExternalIds.MOST) List<ExternalId> remove) {

    public ChangeExternalIds {
        add = add == null ? null : List.copyOf(add);
        remove = remove == null ? null : List.copyOf(remove);
        if (add == null && remove == null) {
            throw new IllegalArgumentException("Say which to add or to remove.");
        }
        if (add != null && remove != null && add.stream().anyMatch(remove::contains)) {
            throw new IllegalArgumentException("The same external id is to be added and removed.");
        }
    }

    /** The command for an entity of this aggregate. */
    public ExternalIdChange of(String aggregate) {
        return new ExternalIdChange(
                aggregate, Objects.requireNonNullElse(add, List.of()), Objects.requireNonNullElse(remove, List.of()));
    }
}
