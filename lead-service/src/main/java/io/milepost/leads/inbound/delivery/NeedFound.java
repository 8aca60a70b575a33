package io.milepost.leads.inbound.delivery;

import java.util.UUID;

/**
 * {@code service-case.need-found} and {@code care-visit.need-found}: which customer would buy something else.
 *
 * @param need sealed by delivery-handover-service
 */
public record NeedFound(UUID accountId, String need) {}
