package io.milepost.delivery.inbound.opportunity;

import java.util.UUID;

/** {@code risk.identified} and {@code risk.reviewed}: how large it is. The sales project has the id of its opportunity; the risk is the event's subject. */
public record RiskRated(UUID salesProjectId, String exposure) {}
