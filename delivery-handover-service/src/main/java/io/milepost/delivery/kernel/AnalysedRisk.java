package io.milepost.delivery.kernel;

import java.util.UUID;

/**
 * A risk of the sales project that is not done with, and goes with the package of a handover. What it says stands where it is kept.
 *
 * @param exposure how large it is, in the word of opportunity-service
 */
public record AnalysedRisk(UUID riskId, String exposure) {}
