package io.milepost.platform.seeding;

import java.util.UUID;

/**
 * A command that a service sends itself when it starts, so that an entity is there which the product comes with: one that creates it, or
 * of a {@code notes} row. What people have made of it since stays.
 */
public record Seed(UUID id, Record command) {}
