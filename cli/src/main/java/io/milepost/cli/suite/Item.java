package io.milepost.cli.suite;

import java.time.Instant;
import java.util.UUID;

/**
 * One command of a batch.
 *
 * @param id the entity it is for
 * @param effectiveAt when it was true
 * @param idempotencyKey the same in every run, so that a repeat is answered and not done again
 */
public record Item(String command, UUID id, Instant effectiveAt, UUID idempotencyKey, Record body) {}
