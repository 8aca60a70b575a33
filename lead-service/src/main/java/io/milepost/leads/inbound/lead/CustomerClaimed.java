package io.milepost.leads.inbound.lead;

import java.util.UUID;

/** {@code lead.customer-claimed}, our own: who was turned away claims the customer. The claimant is the event's subject. */
public record CustomerClaimed(UUID holder, String reason, String claimedBy) {}
