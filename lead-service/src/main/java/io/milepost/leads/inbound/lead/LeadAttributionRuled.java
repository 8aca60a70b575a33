package io.milepost.leads.inbound.lead;

import java.util.UUID;

/** {@code lead.attribution-ruled}, our own: which of two leads has the customer. The one that was disputed is the event's subject. */
public record LeadAttributionRuled(UUID claimant, UUID attributedTo, String reason) {}
