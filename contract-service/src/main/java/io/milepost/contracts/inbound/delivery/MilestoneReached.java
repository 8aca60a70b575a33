package io.milepost.contracts.inbound.delivery;

import java.time.LocalDate;
import java.util.UUID;

/** {@code delivery-project.milestone-reached}: which milestone of which contract, on which day. */
public record MilestoneReached(UUID contractId, String milestone, LocalDate reachedOn) {}
