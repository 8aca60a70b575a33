package io.milepost.delivery.inbound.delivery;

import java.util.UUID;

/** Any event of this service of which only the contract matters. */
public record OfContract(UUID contractId) {}
