package io.milepost.delivery.inbound.delivery;

import io.milepost.delivery.kernel.Paper;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code archive-record.filed}, {@code archive-record.disposed}: of which contract, or of which deal's sales project, and what is in it. */
public record RecordFiled(
        UUID contractId,
        @Nullable UUID opportunityId,
        @Nullable List<Paper> papers) {
    public RecordFiled {
        papers = papers == null ? null : List.copyOf(papers);
    }

    /** Whose papers they are, and then the id of the filing list. */
    public UUID project() {
        return Objects.requireNonNullElse(opportunityId, contractId);
    }
}
