package io.milepost.platform.externalid;

import java.util.List;

/** What other systems call an entity changes. The platform decides it for every aggregate, and the aggregate is not asked. */
public record ExternalIdChange(String aggregate, List<ExternalId> add, List<ExternalId> remove) {
    public ExternalIdChange {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }
}
