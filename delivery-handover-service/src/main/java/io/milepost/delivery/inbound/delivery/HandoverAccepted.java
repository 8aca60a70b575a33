package io.milepost.delivery.inbound.delivery;

import java.util.UUID;

/** {@code handover.accepted}: for which opportunity. The handover has the id of its contract and is the event's subject. */
public record HandoverAccepted(UUID opportunityId) {}
