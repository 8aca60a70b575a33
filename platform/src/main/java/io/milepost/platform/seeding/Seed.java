package io.milepost.platform.seeding;

import java.util.UUID;

/** A command of a {@code notes} row that a service sends itself when it starts, so that an entity is there which the product comes with. */
public record Seed(UUID id, Record command) {}
