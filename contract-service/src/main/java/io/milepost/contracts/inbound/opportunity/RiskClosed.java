package io.milepost.contracts.inbound.opportunity;

import java.util.UUID;

/** {@code risk.closed}: the risk, which is the event's subject, is done with. */
public record RiskClosed(UUID salesProjectId) {}
