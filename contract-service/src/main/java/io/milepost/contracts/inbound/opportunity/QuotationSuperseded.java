package io.milepost.contracts.inbound.opportunity;

import java.util.UUID;

/** {@code quotation.superseded}: another one is in its place. The quotation is the event's subject. */
public record QuotationSuperseded(UUID successorId) {}
