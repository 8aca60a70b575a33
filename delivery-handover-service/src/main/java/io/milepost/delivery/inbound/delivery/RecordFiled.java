package io.milepost.delivery.inbound.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code archive-record.filed}: of which contract, or of which deal's sales project. */
public record RecordFiled(UUID contractId, @Nullable UUID opportunityId) {}
