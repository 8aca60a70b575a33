package io.milepost.contracts.inbound.delivery;

import java.util.UUID;

/** {@code change-request.escalated}: what delivery would like to change of which contract, and why. */
public record ChangeEscalated(UUID contractId, String subject, String reason) {}
