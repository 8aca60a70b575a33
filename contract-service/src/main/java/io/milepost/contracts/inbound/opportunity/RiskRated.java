package io.milepost.contracts.inbound.opportunity;

import io.milepost.contracts.kernel.RiskLevel;
import java.util.UUID;

/** {@code risk.identified} and {@code risk.reviewed}: how large the risk is, which is the event's subject. */
public record RiskRated(UUID salesProjectId, RiskLevel exposure) {}
