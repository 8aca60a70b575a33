package io.milepost.leads.inbound.lead;

import java.util.UUID;

/** {@code account.merged}: into which one. The account that gives way is the event's subject. */
public record AccountMerged(UUID into) {}
