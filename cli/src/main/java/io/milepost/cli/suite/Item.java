package io.milepost.cli.suite;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One command of a batch.
 *
 * @param id the entity it is for
 * @param effectiveAt when it was true, or null for when it arrives
 * @param idempotencyKey the same in every run, so that a repeat is answered and not done again
 */
public record Item(String command, UUID id, @Nullable Instant effectiveAt, UUID idempotencyKey, Record body) {}
