package io.milepost.delivery.inbound.opportunity;

import java.util.UUID;

/** {@code risk.closed}: it is done with. The risk is the event's subject. */
public record RiskClosed(UUID salesProjectId) {}
