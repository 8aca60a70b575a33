package io.milepost.leads.inbound.lead;

import java.util.UUID;

/** {@code account.unmerged}: from which one. The account that is one of its own again is the event's subject. */
public record AccountUnmerged(UUID from) {}
